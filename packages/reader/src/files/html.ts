import { Parser } from 'htmlparser2'
import { linesOf } from '../blocks/lines.ts'
import { numberingIn } from '../blocks/numbering.ts'
import { unwrap } from '../blocks/unwrap.ts'
import { counted } from './docx-numbering.ts'
import {
  countingOf,
  type Format,
  formatIn,
  isBlock,
  isHidden,
  isNoteItem,
  isWayBack,
  markOfLink,
} from './html-format.ts'
import type { Refused } from './refusal.ts'
import { lettersOf, type Piece, paragraph, type Run, type TextView, viewOf } from './view.ts'

/** Elements within elements. Pages that never close what they open reach hundreds. */
const deepest = 5_000

type Attributes = Readonly<Record<string, string>>

interface List {
  readonly counting: string | null
  next: number
}

interface Table {
  readonly rows: Piece[][][]
  nested: boolean
}

interface Open {
  readonly name: string
  readonly attributes: Attributes
  readonly format: Format
  /** Where in the runs a link began. */
  readonly from: number
}

interface Page {
  readonly open: Open[]
  readonly lists: List[]
  readonly tables: Table[]
  /** Where paragraphs go: the page, or the cell that is open. */
  readonly sinks: Piece[][]
  runs: Run[]
  number: string | null
  noteMark: string | null
  heading: boolean
  hidden: number
  preformatted: string | null
  main: { readonly from: number; to: number } | null
}

const plain: Format = { italic: false, bold: false, raised: false }

/** Ends the paragraph that is open. An item whose text bears a number of its own gets none from its list. */
function flush(page: Page): void {
  const { runs } = page
  page.runs = []
  const letters = lettersOf(runs)
  if (letters.trim() === '') return
  const sink = page.sinks.at(-1)!
  if (page.noteMark !== null) sink.push({ kind: 'footnote', mark: page.noteMark, runs })
  else sink.push(paragraph(runs, numberingIn(letters.trim()) ? null : page.number, page.heading))
  page.number = null
  page.noteMark = null
}

const longestCell = 1_500
const mostParagraphs = 4
const symbol = /^(?:[A-Z]{1,4}\/\S+|Distr\b)/

function isLayout({ rows, nested }: Table): boolean {
  if (nested || rows.length < 2 || rows.every((cells) => cells.length < 2)) return true
  return rows.flat().some((cell) => {
    const texts = cell.flatMap((piece) => (piece.kind === 'table' ? [] : [lettersOf(piece.runs).trim()]))
    if (texts.length > mostParagraphs || texts.some((text) => text.length > longestCell)) return true
    return rows.length < 6 && texts.some((text) => symbol.test(text) && /Distr/.test(texts.join(' ') + text))
  })
}

function closeTable(page: Page): void {
  const table = page.tables.pop()
  if (!table) return
  const sink = page.sinks.at(-1)!
  if (page.tables.length > 0) page.tables.at(-1)!.nested = true
  if (isLayout(table)) {
    sink.push(...table.rows.flat(2))
    return
  }
  const notes: Piece[] = []
  const rows = table.rows.map((cells) =>
    cells.map((cell) => {
      const runs: Run[] = []
      for (const piece of cell) {
        if (piece.kind !== 'paragraph') {
          notes.push(piece)
          continue
        }
        if (runs.length > 0) runs.push({ text: ' ' })
        runs.push({ text: piece.number === null ? '' : `${piece.number} ` }, ...piece.runs)
      }
      return runs
    }),
  )
  sink.push({ kind: 'table', rows }, ...notes)
}

/** Small letters and small roman numbers stand in brackets in every resolution; a browser's stop is only its habit. */
function numberOf(number: number, counting: string): string {
  const printed = counted(number, counting)
  return counting.startsWith('lower') ? `(${printed})` : `${printed}.`
}

function item(page: Page, attributes: Attributes): void {
  const list = page.lists.at(-1)
  if (!list) return
  const told = Number.parseInt(attributes.value ?? '', 10)
  if (Number.isSafeInteger(told)) list.next = told
  const number = list.next++
  if (isNoteItem(attributes)) page.noteMark = String(number)
  else if (list.counting === 'bullet') page.number = '•'
  else page.number = list.counting === null ? null : numberOf(number, list.counting)
}

function opened(page: Page, name: string, attributes: Attributes): void {
  const around = page.open.at(-1)?.format ?? plain
  const format = formatIn(name, attributes, around)
  if (isBlock(name) && name !== 'br') flush(page)
  page.open.push({ name, attributes, format, from: page.runs.length })
  if (/^h[1-6]$/.test(name)) page.heading = true
  switch (name) {
    case 'br':
      if (page.preformatted !== null) page.preformatted += '\n'
      else if (/\n\s*$/.test(lettersOf(page.runs.slice(-3)))) flush(page)
      else page.runs.push({ text: '\n' })
      break
    case 'pre':
      page.preformatted = ''
      break
    case 'ol':
    case 'ul':
      page.lists.push({
        counting: countingOf(name, attributes),
        next: Number.parseInt(attributes.start ?? '1', 10) || 1,
      })
      break
    case 'li':
      item(page, attributes)
      break
    case 'table':
      page.tables.push({ rows: [], nested: false })
      break
    case 'tr':
      page.tables.at(-1)?.rows.push([])
      break
    case 'td':
    case 'th': {
      const table = page.tables.at(-1)
      const cell: Piece[] = []
      if (table && table.rows.length === 0) table.rows.push([])
      if (table) table.rows.at(-1)!.push(cell)
      page.sinks.push(table ? cell : page.sinks.at(-1)!)
      break
    }
    case 'main':
      if (page.sinks.length === 1 && !page.main) page.main = { from: page.sinks[0]!.length, to: -1 }
      break
    default:
  }
}

function closed(page: Page, name: string): void {
  const { attributes = {}, from = 0 } = page.open.pop() ?? {}
  if (name === 'a') {
    const own = page.runs.slice(from)
    const letters = lettersOf(own)
    const mark = markOfLink(
      attributes,
      letters,
      own.some(({ raised }) => raised),
    )
    if (mark !== null) page.runs.splice(from, own.length, { text: mark, raised: true, mark: true })
    else if (isWayBack(letters)) page.runs.splice(from)
  }
  if (name === 'pre' && page.preformatted !== null) {
    const { preformatted } = page
    page.preformatted = null
    for (const line of unwrap(linesOf(preformatted))) {
      page.runs = [{ text: line.text }]
      flush(page)
    }
  }
  if (isBlock(name) && name !== 'br') flush(page)
  if (/^h[1-6]$/.test(name)) page.heading = false
  if (name === 'ol' || name === 'ul') page.lists.pop()
  if (name === 'li') page.number = page.noteMark = null
  if ((name === 'td' || name === 'th') && page.sinks.length > 1) page.sinks.pop()
  if (name === 'table') closeTable(page)
  if (name === 'main' && page.sinks.length === 1 && page.main?.to === -1) page.main.to = page.sinks[0]!.length
}

/** A page that says which of it is the text is believed, unless next to nothing stands there. */
function textOf({ sinks, main }: Page): readonly Piece[] {
  const all = sinks[0]!
  if (!main || main.to < 0) return all
  const within = all.slice(main.from, main.to)
  const letters = within.reduce((sum, piece) => sum + (piece.kind === 'table' ? 0 : lettersOf(piece.runs).length), 0)
  return letters > 200 ? within : all
}

/** A page as text: what a browser shows of it, without navigation. Scripts are never run and nothing is fetched. */
export function htmlView(text: string): TextView | Refused {
  const page: Page = {
    open: [],
    lists: [],
    tables: [],
    sinks: [[]],
    runs: [],
    number: null,
    noteMark: null,
    heading: false,
    hidden: 0,
    preformatted: null,
    main: null,
  }
  let deep = 0
  let tooDeep = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        deep++
        if (deep > deepest) tooDeep = true
        if (page.hidden > 0 || isHidden(name, attributes)) page.hidden++
        else opened(page, name, attributes)
      },
      onclosetag(name) {
        deep--
        if (page.hidden > 0) page.hidden--
        else closed(page, name)
      },
      ontext(data) {
        if (page.hidden > 0) return
        if (page.preformatted !== null) page.preformatted += data
        else page.runs.push({ text: data.replace(/[ \t\n\r\f]+/g, ' '), ...(page.open.at(-1)?.format ?? plain) })
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  const step = 64 * 1024
  for (let at = 0; at < text.length && !tooDeep; at += step) parser.write(text.slice(at, at + step))
  if (tooDeep) return { refusal: { code: 'too-deep', limit: deepest } }
  parser.end()
  flush(page)
  return viewOf(textOf(page))
}
