import { isElement, type XmlElement } from '@resolute/reader/files'
import type { Unread } from '../offline.ts'
import { type FoundCell, type FoundSheet, sheetsIn } from './cells.ts'
import { type Found, type FoundField, isUnread, type Opened, unread } from './found.ts'
import { plainLine } from './lines.ts'
import { marksIn } from './mark.ts'
import type { Package } from './package.ts'
import { allOffered, type Paper } from './paper.ts'
import { bookOf, columnKey, columnKeys, ownCells } from './sheets.ts'
import { codes, type Slots, slotsOf } from './slots.ts'
import { columnName } from './write-xlsx.ts'

/** How far down the rows that say what a sheet is may have moved. */
const headReach = 40

/** Words that stand beside the cells: notes on cells, boxes drawn over them; and pictures. */
function besides(pack: Package): readonly Unread[] | Unread {
  const out: Unread[] = []
  for (const name of pack.names.filter((one) =>
    /^xl\/(?:comments|threadedComments\/|drawings\/)[^_]*\.xml$/.test(one),
  )) {
    const root = pack.part(name)
    if (!root) continue
    if (isUnread(root)) return root
    const texts = (element: XmlElement): string =>
      element.children
        .map((child) => (isElement(child) ? texts(child) : /(?:^|:)t(?:ext)?$/.test(element.name) ? child : ''))
        .join('')
    const asWritten = texts(root)
    if (asWritten.trim() !== '') out.push(unread('words-outside', 'left', { place: name.slice(3), asWritten }))
  }
  const pictures = pack.names.filter((name) => name.startsWith('xl/media/'))
  if (pictures.length > 0)
    out.push(unread('files-online', 'left', { place: 'xl/media', facts: { count: pictures.length } }))
  return out
}

/** A workbook before it is known whose form it is. */
export function openXlsx(pack: Package): Opened | Unread {
  const sheets = sheetsIn(pack)
  if (isUnread(sheets)) return sheets
  const around = besides(pack)
  if (isUnread(around)) return around
  const active = pack.active()
  return {
    format: 'xlsx',
    marks: marksIn(
      sheets.flatMap(({ cells }) => cells.filter(({ row }) => row <= headReach).map(({ text }) => text)).join('\n'),
    ),
    unread: [...(active ? [active] : []), ...around],
    find: (paper) => find(sheets, paper),
  }
}

interface Reading {
  readonly paper: Paper
  readonly slots: Slots
  readonly own: ReadonlySet<string>
  /** What the form itself says beside its columns. */
  readonly aside: ReadonlySet<string>
  readonly fields: FoundField[]
  readonly unread: Unread[]
}

const placeOf = (sheet: FoundSheet, { row, column }: FoundCell): string => `${sheet.name}!${columnName(column)}${row}`

function stray(
  reading: Reading,
  sheet: FoundSheet,
  cell: FoundCell,
  code: Unread['code'],
  question: string | null,
): void {
  // a choice that stands where no column is may be the form's own word and is an answer all the same
  const own = code === 'column-unknown' ? reading.aside : reading.own
  if (own.has(plainLine(cell.text)) || plainLine(cell.text) === '' || marksIn(cell.text).length > 0) return
  reading.unread.push(unread(code, 'left', { question, place: placeOf(sheet, cell), asWritten: cell.text }))
}

/** A cell as the place of a code; an empty one too, since its place is there. */
function take(
  reading: Reading,
  sheet: FoundSheet,
  code: string,
  at: { readonly row: number; readonly column: number },
  cell: FoundCell | undefined,
): void {
  const slot = reading.slots.slot(code)
  if (!slot) return
  const place = `${sheet.name}!${columnName(at.column)}${at.row}`
  const question = slot.question.id
  if (cell?.formula) {
    const asWritten = cell.text
    reading.unread.push(unread('formula', cell.failed ? 'left' : 'look', { question, place, asWritten }))
  }
  const isOwn =
    cell !== undefined && slot.part === 'answer' && reading.own.has(plainLine(cell.text)) && isTold(reading, code)
  const text = cell === undefined || cell.failed || isOwn ? '' : cell.text
  reading.fields.push({ code, slot, text, place, line: `${sheet.name} ${at.row}` })
}

/** Where the form itself says something in the place of an answer: "on the sheet q6". */
const isTold = ({ slots }: Reading, code: string): boolean => {
  const kind = slots.slot(code)?.question.kind
  return kind === 'table' || kind === 'comments' || kind === 'file'
}

/** Rows of a sheet, each with its cells by column. */
function rowsOf(sheet: FoundSheet): ReadonlyMap<number, ReadonlyMap<number, FoundCell>> {
  const rows = new Map<number, Map<number, FoundCell>>()
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row) ?? new Map<number, FoundCell>()
    row.set(cell.column, cell)
    rows.set(cell.row, row)
  }
  return rows
}

interface Columns {
  readonly at: number
  readonly byKey: ReadonlyMap<string, number>
}

/** Which column is which: by the row of names for programs, else by the headings. */
function columnsOf(
  rows: ReadonlyMap<number, ReadonlyMap<number, FoundCell>>,
  keys: readonly string[],
  heads: readonly string[],
): Columns | null {
  for (const names of [keys, heads]) {
    for (const [at, row] of rows) {
      if (at > headReach) break
      const byKey = new Map<string, number>()
      for (const [column, { text }] of row) {
        const found = names.findIndex((name) => plainLine(name) === plainLine(text))
        if (found >= 0 && !byKey.has(keys[found]!)) byKey.set(keys[found]!, column)
      }
      if (byKey.size >= 2 && byKey.has('code')) return { at, byKey }
    }
  }
  return null
}

function readSheet(reading: Reading, sheet: FoundSheet, part: string, heads: readonly string[]): void {
  const { slots, paper } = reading
  const rows = rowsOf(sheet)
  const question = paper.form.sections.flatMap(({ questions }) => questions).find(({ id }) => id === part) ?? null
  const table = question?.kind === 'table' ? question : null
  const keys: readonly string[] =
    table !== null
      ? ['code', 'row', ...table.columns.map(({ id }) => columnKey(id))]
      : question !== null
        ? columnKeys.comments
        : columnKeys.answers
  const columns = columnsOf(rows, keys, heads)
  if (!columns) {
    reading.unread.push(
      unread('column-gone', 'left', { question: question?.id ?? null, place: sheet.name, facts: { column: 'code' } }),
    )
    for (const cell of sheet.cells) stray(reading, sheet, cell, 'words-outside', question?.id ?? null)
    return
  }
  const { byKey, at: headAt } = columns
  const written = new Set(table ? keys.slice(2) : question ? ['comment', 'proposal'] : ['answer', 'note'])
  for (const column of [...written].filter((key) => !byKey.has(key))) {
    reading.unread.push(
      unread('column-gone', 'left', { question: question?.id ?? null, place: sheet.name, facts: { column } }),
    )
  }
  const codeColumn = byKey.get('code')!
  const placed = new Map([...byKey].filter(([key]) => written.has(key)).map(([key, column]) => [column, key]))
  for (const [at, row] of rows) {
    const code = plainLine(row.get(codeColumn)?.text ?? '')
    const known = at <= headAt ? null : codesOfRow(slots, part, table?.id ?? null, code)
    const heading = at <= headAt || (known === null && at === headAt + 1) || isHeading(row, reading.own)
    if (known) {
      for (const [column, key] of placed) {
        const place = known(key)
        if (place !== null) take(reading, sheet, place, { row: at, column }, row.get(column))
        else if (row.has(column))
          stray(reading, sheet, row.get(column)!, 'words-outside', question?.id ?? questionOf(slots, code))
      }
    }
    for (const [column, cell] of row) {
      if (known && placed.has(column)) continue
      if (column === codeColumn && (known || heading)) {
        if (at <= headAt) stray(reading, sheet, cell, 'words-outside', null)
        continue
      }
      const isField = placed.has(column) && !heading
      const reason = !isField
        ? [...byKey.values()].includes(column)
          ? 'words-outside'
          : 'column-unknown'
        : code === ''
          ? 'words-outside'
          : question
            ? table
              ? 'row-unknown'
              : 'paragraph-unknown'
            : unknownCode(slots, code)
      if (
        column === codeColumn &&
        code !== '' &&
        !slots.all.has(code) &&
        [...placed.keys()].some((one) => row.has(one))
      )
        continue
      stray(reading, sheet, cell, reason, question?.id ?? questionOf(slots, code))
    }
  }
}

const isHeading = (row: ReadonlyMap<number, FoundCell>, own: ReadonlySet<string>): boolean =>
  [...row.values()].every(({ text }) => own.has(plainLine(text)))

const questionOf = (slots: Slots, code: string): string | null => slots.slot(code)?.question.id ?? null

const unknownCode = (slots: Slots, code: string): Unread['code'] =>
  slots.all.has(code.split('.')[0] ?? '') ? 'row-unknown' : 'question-unknown'

/** The places in a row by the column they stand in; null where its code names no row. */
function codesOfRow(
  slots: Slots,
  part: string,
  table: string | null,
  code: string,
): ((key: string) => string | null) | null {
  if (table !== null) {
    const row = slots.row(code)
    // a row somebody added to a table of rows of one's own needs no code
    const own = code === '' && slots.row(codes.ownRow(table, 1)) ? codes.ownRow(table, 1) : null
    const base = row?.question.id === table ? code : own
    return base === null ? null : (key) => codes.cell(base, key.slice('col:'.length))
  }
  const slot = slots.slot(code)
  if (!slot) return null
  if (part === 'answers') {
    if (slot.part === 'comment' || slot.part === 'proposal' || slot.part === 'cell') return null
    const asked = slot.part === 'answer' ? codes.note(slot.question.id) : null
    return (key) => (key === 'answer' ? code : asked)
  }
  if (slot.part !== 'comment' || slot.question.id !== part) return null
  return (key) => (key === 'comment' ? code : codes.proposal(part, slot.path))
}

function find(sheets: readonly FoundSheet[], paper: Paper): Found {
  const book = bookOf(allOffered(paper))
  const reading: Reading = {
    paper,
    slots: slotsOf(paper.form, paper.paragraphs),
    own: ownCells(book),
    aside: new Set([plainLine(paper.speak('submissions.offline.filled-in'))]),
    fields: [],
    unread: [],
  }
  for (const sheet of sheets) {
    const marked = sheet.cells.find(
      ({ row, text }) => row <= headReach && /#[^\s#]+$/.test(text) && marksIn(text).length > 0,
    )
    const part = marked ? /#([^\s#]+)$/.exec(plainLine(marked.text))![1]! : null
    const ours = book.sheets.find((one) => one.part === part)
    if (ours && ours.part !== 'how' && ours.part !== 'lists') {
      readSheet(
        reading,
        sheet,
        ours.part,
        (ours.rows[2] ?? []).map((cell) => cell?.text ?? ''),
      )
    } else for (const cell of sheet.cells) stray(reading, sheet, cell, 'words-outside', null)
  }
  return { fields: reading.fields, unread: reading.unread }
}
