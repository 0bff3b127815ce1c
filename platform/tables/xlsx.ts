import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node'
import type { Cell, Table } from './table.ts'

/** What a spreadsheet holds in one cell at most (ECMA-376 implementations). */
const longestCell = 32_767

/** Characters XML 1.0 cannot carry. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** A table as a workbook of one sheet: titles in the first row, which stays in sight; texts are texts, never formulas. */
export async function toXlsx(table: Table): Promise<Uint8Array> {
  const head: Row = table.columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' }))
  const rows: SheetData = [head, ...table.rows.map((cells) => cells.map(cellOf))]
  const book = writeXlsxFile(rows, {
    sheet: table.name.slice(0, 31),
    stickyRowsCount: 1,
    columns: table.columns.map(({ width }) => ({ width })),
  })
  return new Uint8Array(await book.toBuffer())
}

function cellOf(cell: Cell): Row[number] {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean }
  const text = cell.replace(unwritable, '')
  return { value: text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text, type: String }
}
