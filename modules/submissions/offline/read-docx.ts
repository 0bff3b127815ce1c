import { childOf, childrenOf, isElement, type XmlElement } from '@resolute/reader/files'
import { notes } from '../answer.ts'
import type { Unread } from '../offline.ts'
import { blocksOf, ownWords } from './blocks.ts'
import { type Piece, piecesOf, type Words, wordsOf } from './docx-text.ts'
import { type Found, type FoundField, isUnread, type Opened, refused, unread } from './found.ts'
import { plainLine } from './lines.ts'
import { marksIn } from './mark.ts'
import type { Package } from './package.ts'
import { allOffered, type Paper } from './paper.ts'
import { codes, type Slots, slotsOf } from './slots.ts'

/** A code as it is shown: `[q6.r.2010]`. */
const shown = /\[([A-Za-z0-9][^\s[\]]{0,80})\]/

/** Paragraphs of the parts beside the body: notes, comments in the margin, heads and feet of pages. */
function besides(pack: Package): readonly { readonly part: string; readonly text: string }[] | Unread {
  const out: { part: string; text: string }[] = []
  for (const name of pack.names.filter((one) =>
    /^word\/(?:comments|footnotes|endnotes|header\d*|footer\d*)\.xml$/.test(one),
  )) {
    const root = pack.part(name)
    if (!root) continue
    if (isUnread(root)) return root
    const paragraphs = (element: XmlElement): readonly XmlElement[] =>
      element.children.filter(isElement).flatMap((child) => (child.name === 'w:p' ? [child] : paragraphs(child)))
    for (const paragraph of paragraphs(root)) {
      const text = wordsOf(paragraph).text
      if (text.trim() !== '') out.push({ part: name.slice('word/'.length, -'.xml'.length), text })
    }
  }
  return out
}

/** A Word file before it is known whose form it is. */
export function openDocx(pack: Package): Opened | Unread {
  const root = pack.part('word/document.xml')
  if (!root) return refused('not-our-form')
  if (isUnread(root)) return root
  const body = childOf(root, 'w:body')
  if (!body) return refused('not-our-form')
  const pieces = piecesOf(body)
  const around = besides(pack)
  if (isUnread(around)) return around
  const lines = pieces.flatMap((piece) =>
    piece.kind === 'paragraph' ? [piece.words.text] : piece.cells.map(({ text }) => text),
  )
  const all = pieces.flatMap((piece) => (piece.kind === 'paragraph' ? [piece.words] : piece.cells))
  const active = pack.active()
  const notes = [...(active ? [active] : [])]
  if (all.some(({ inserted }) => inserted) || all.some(({ deleted }) => deleted) || hasDeletedRows(body)) {
    notes.push(unread('tracked', 'look'))
  }
  return {
    format: 'docx',
    // the foot of each page tells it where somebody cut off both ends
    marks: marksIn([...lines.slice(0, 40), ...lines.slice(-10), ...around.map(({ text }) => text)].join('\n')),
    unread: notes,
    find: (paper) => find(pieces, around, paper),
  }
}

const hasDeletedRows = (element: XmlElement): boolean =>
  childrenOf(element, 'w:tbl').some((table) =>
    childrenOf(table, 'w:tr').some((row) => childOf(childOf(row, 'w:trPr'), 'w:del') !== null),
  )

/** What is gathered while a file is read from top to bottom. */
interface Reading {
  readonly slots: Slots
  readonly own: ReadonlySet<string>
  readonly fields: FoundField[]
  readonly unread: Unread[]
  /** The code read last, and how many lines ago: it says where words stand. */
  last: string | null
  since: number
}

const placeOf = ({ last, since }: Reading): string => `${last === null ? '' : `[${last}]`}+${since}`

/** Words that nobody takes, unless they are the form's own or an empty box. */
function strange(reading: Reading, text: string, code: Unread['code'], place: string, question: string | null): void {
  if (reading.own.has(plainLine(text)) || /^[☐☒\s]*$/u.test(plainLine(text))) return
  reading.unread.push(unread(code, 'left', { question, place, asWritten: text }))
}

const stray = (reading: Reading, text: string, question: string | null = null, place = placeOf(reading)): void =>
  strange(reading, text, 'words-outside', place, question)

function beside(reading: Reading, words: Words, question: string | null, place: string): void {
  for (const text of words.floating) stray(reading, text, question, place)
  if (words.pictures > 0) {
    reading.unread.push(unread('files-online', 'left', { question, place, facts: { count: words.pictures } }))
  }
}

function take(reading: Reading, code: string, words: Words, place: string, line: string | null = null): void {
  const slot = reading.slots.slot(code)
  if (!slot) return
  reading.fields.push({ code, slot, text: words.text.trimEnd(), place, line })
  beside(reading, words, slot.question.id, place)
}

/** The code of a row, in the first cell that has one: in its control, else as it is shown. */
function codeIn(
  cells: readonly Words[],
  slots: Slots,
): { readonly code: string; readonly at: number; readonly rest: string } | null {
  for (const [at, { text, tags }] of cells.entries()) {
    const tag = tags.find((one) => slots.row(one) !== null || (slots.slot(one) !== null && !isBox(slots, one)))
    const found = shown.exec(text)
    if (tag) return { code: tag, at, rest: found ? text.replace(found[0], ' ') : text }
    if (found) return { code: found[1]!, at, rest: text.replace(found[0], ' ') }
  }
  return null
}

const isBox = (slots: Slots, code: string): boolean => {
  const part = slots.slot(code)?.part
  return part === 'option' || part === 'noted'
}

/** What each cell behind the code of a row is the place of, where it says so itself; else by where it stands. */
function placesIn(
  { slots, own }: Reading,
  cells: readonly Words[],
  told: ReturnType<typeof codeIn>,
  added: string | null,
): ReadonlyMap<number, string> | 'columns' {
  const places = new Map<number, string>()
  for (const [index, { tags, bookmarks }] of cells.entries()) {
    if (index === told?.at) continue
    const marked = bookmarks.map((name) => slots.bookmarked(name)).find((code) => code !== null)
    const code = tags.find((tag) => isBox(slots, tag)) ?? marked
    if (code) places.set(index, code)
  }
  const behind = [...cells.keys()].filter((index) => told === null || index > told.at)
  const row = slots.row(told?.code ?? added ?? '')
  if (row) {
    const { columns } = row.question
    const fields = behind.slice(-columns.length)
    const spare = behind.length - fields.length
    const labels = row.row === null ? 0 : 1
    // the cell for the code of a row somebody added is empty
    const isWhole = fields.length === columns.length && (spare === labels || (told === null && spare === labels + 1))
    if (!isWhole) return places.size > 0 ? places : 'columns'
    // the row says where its cells belong: one that was copied still has the bookmarks of the row it was copied from
    const base = told?.code ?? added!
    return new Map(fields.map((index, nth) => [index, codes.cell(base, columns[nth]!.id)]))
  }
  const slot = told && slots.slot(told.code)
  if (!slot || (places.size > 0 && slot.part !== 'note')) return places
  if (slot?.part === 'note') {
    for (const [nth, note] of notes.entries()) {
      const index = behind[1 + 2 * nth]
      if (index !== undefined && behind.length === 1 + 2 * notes.length && !places.has(index))
        places.set(index, codes.noted(slot.question.id, note))
    }
  } else {
    const field = behind.find((index) => cells[index]!.text.trim() === '' || !own.has(plainLine(cells[index]!.text)))
    if (field !== undefined) places.set(field, told.code)
  }
  return places
}

function readRow(reading: Reading, piece: Extract<Piece, { kind: 'row' }>, at: number, added: string | null): void {
  const { slots } = reading
  const { cells } = piece
  const told = codeIn(cells, slots)
  const places = placesIn(reading, cells, told, added)
  const first = places === 'columns' ? null : ([...places.values()][0] ?? null)
  const code = told?.code ?? first
  if (code !== null) {
    reading.last = code
    reading.since = 0
  } else reading.since++
  const place = code === null ? placeOf(reading) : `[${code}]`
  const question = questionOf(slots, code ?? added)
  const rest = new Set(cells.keys())
  if (places === 'columns') reading.unread.push(unread('column-gone', 'left', { question, place }))
  else {
    for (const [index, field] of places) {
      rest.delete(index)
      take(reading, field, cells[index]!, place, `row ${at}`)
    }
  }
  const isUnknown = told !== null && slots.row(told.code) === null && slots.slot(told.code) === null && first === null
  for (const index of rest) {
    const words = cells[index]!
    const isCode = told && index === told.at
    if (isUnknown && !isCode) strange(reading, words.text, unknown(slots, told.code), place, question)
    else stray(reading, isCode ? told.rest : words.text, question, place)
    beside(reading, words, question, place)
  }
}

const questionOf = (slots: Slots, code: string | null): string | null =>
  code === null ? null : (slots.row(code)?.question.id ?? slots.slot(code)?.question.id ?? null)

/** Of a code that stands for nothing: a row or a paragraph of a question that is asked, or a question that is not. */
function unknown(slots: Slots, code: string): Unread['code'] {
  const [, question = '', part = ''] = /^([^.]+)\.([a-z#])/.exec(code) ?? []
  if (!slots.all.has(question)) return 'question-unknown'
  return part === 'c' || part === 'p' ? 'paragraph-unknown' : 'row-unknown'
}

function find(pieces: readonly Piece[], around: readonly { part: string; text: string }[], paper: Paper): Found {
  const reading: Reading = {
    slots: slotsOf(paper.form, paper.paragraphs),
    own: ownWords(blocksOf(allOffered(paper))),
    fields: [],
    unread: [],
    last: null,
    since: 0,
  }
  // a row somebody added to a table of rows of one's own has no code
  const tables = new Map<number, string>()
  for (const piece of pieces) {
    if (piece.kind !== 'row') continue
    const row = reading.slots.row(codeIn(piece.cells, reading.slots)?.code ?? '')
    if (row?.row === null) tables.set(piece.table, codes.ownRow(row.question.id, 1))
  }
  const started = new Set<number>()
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'row') {
      const coded = codeIn(piece.cells, reading.slots) !== null
      readRow(reading, piece, at, started.has(piece.table) ? (tables.get(piece.table) ?? null) : null)
      if (coded) started.add(piece.table)
      continue
    }
    reading.since++
    const marked = piece.words.bookmarks.map((name) => reading.slots.bookmarked(name)).find((code) => code !== null)
    if (marked && piece.words.text.trim() !== '') take(reading, marked, piece.words, `[${marked}]`, `row ${at}`)
    else {
      if (marksIn(piece.words.text).length === 0) stray(reading, piece.words.text)
      beside(reading, piece.words, null, placeOf(reading))
    }
  }
  for (const { part, text } of around) if (marksIn(text).length === 0) stray(reading, text, null, part)
  return { fields: reading.fields, unread: reading.unread }
}
