import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeXlsxFile, { type Cell, type Feature, type Row } from 'write-excel-file/node'
import { directionOf } from '#platform/i18n'
import { settle } from '#platform/word'
import { writable } from './lines.ts'
import type { Paper } from './paper.ts'
import { type Book, bookOf, type Sheet, type SheetCell } from './sheets.ts'

const right = (isRight: boolean) => (isRight ? ({ align: 'right' } as const) : {})

/** Cells to write in are text, so that nothing that is typed is turned into a date or a sum. */
function cellOf(cell: SheetCell, isRight: boolean): Cell {
  if (cell === null) return null
  const text = writable(cell.kind === 'field' ? cell.text : cell.text)
  const common = { type: String, wrap: true, alignVertical: 'top', ...right(isRight) } as const
  switch (cell.kind) {
    case 'code':
      return { value: text, type: String, fontSize: 8, textColor: '#767676', alignVertical: 'top' }
    case 'said':
      return text === '' ? null : { ...common, value: text }
    case 'head':
      return { ...common, value: text, fontWeight: 'bold', bottomBorderStyle: 'thin' }
    case 'section':
      return { ...common, value: text, fontWeight: 'bold', fontSize: 13 }
    case 'field':
      return {
        ...common,
        ...(text !== '' && { value: text }),
        format: '@',
        backgroundColor: '#EAF3FB',
        borderStyle: 'thin',
        borderColor: '#9AB4CC',
      }
  }
}

/** `A`, `Z`, `AA`. */
export function columnName(at: number): string {
  const rest = at % 26
  const letter = String.fromCharCode(65 + rest)
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Which cells offer a list to choose from (ECMA-376 part 1, 18.3.1.33). Other words may be typed: the reader tells. */
function validations({ rows }: Sheet, { lists, sheets }: Book): string {
  const names = [...lists.keys()]
  const cells = new Map<string, string[]>()
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (cell?.kind !== 'field' || cell.list === null) continue
      cells.set(cell.list, [...(cells.get(cell.list) ?? []), `${columnName(column)}${at + 1}`])
    }
  }
  if (cells.size === 0) return ''
  const sheet = escaped(sheets.at(-1)!.name.replaceAll("'", "''"))
  const rules = [...cells].map(([list, places]) => {
    const column = columnName(names.indexOf(list))
    const range = `'${sheet}'!$${column}$2:$${column}$${1 + lists.get(list)!.length}`
    return `<dataValidation type="list" allowBlank="1" sqref="${places.join(' ')}"><formula1>${range}</formula1></dataValidation>`
  })
  return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}

/** The form as a workbook: a sheet of answers, one for each table and text commented on, lists, and how to use it. */
export async function writeXlsx(paper: Paper, date: string): Promise<Uint8Array> {
  const book = bookOf(paper)
  const isRight = directionOf(paper.mark.language) === 'rtl'
  const choosing: Feature<Stream | Buffer | Blob> = {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) =>
            xml.replace('</sheetData>', () => `</sheetData>${validations(book.sheets[sheetIndex]!, book)}`),
        },
      },
    },
  }
  const written = writeXlsxFile(
    book.sheets.map((sheet) => ({
      sheet: sheet.name.slice(0, 31),
      data: sheet.rows.map((row): Row => row.map((cell) => cellOf(cell, isRight))),
      columns: sheet.widths.map((width) => ({ width })),
      rightToLeft: isRight,
      ...(sheet.part !== 'how' && { orientation: 'landscape' as const }),
      ...(sheet.part !== 'how' && sheet.part !== 'lists' && { stickyRowsCount: 3 }),
    })),
    { features: [choosing] },
  )
  return settle(new Uint8Array(await written.toBuffer()), date)
}
