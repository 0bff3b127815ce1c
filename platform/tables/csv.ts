import type { Cell, Table } from './table.ts'

/** Characters that make a spreadsheet take a text for a formula (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * A table as RFC 4180 asks: commas, CRLF, a quoted field where needed, the keys of the columns as its first line.
 * A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. UTF-8, no mark.
 */
export function toCsv(table: Table): string {
  const lines = [table.columns.map(({ key }) => key), ...table.rows]
  return lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('')
}

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
