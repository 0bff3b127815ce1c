/** The door of tables: columns and rows given once, written as CSV, XLSX or for a terminal. Knows no module. */
export { toCsv } from './csv.ts'
export { type Cell, type Column, type Table, tableOf } from './table.ts'
export { toTerminal } from './terminal.ts'
export { toXlsx } from './xlsx.ts'
