import { type Numberings, nextNumber } from './docx-numbering.ts'
import { alternative, notice, plainOf, type Reading, runsOf } from './docx-runs.ts'
import { listOf, plainStyle } from './docx-styles.ts'
import { lettersOf, type Piece, paragraph, type Run } from './view.ts'
import { childOf, childrenOf, isElement, type XmlElement } from './xml.ts'

/** What stands in the body, with what is open between one paragraph and the next. */
export interface BodyReading extends Reading {
  readonly numberings: Numberings
  /** Runs of a paragraph whose end was deleted: they go on in the next. */
  held: readonly Run[]
}

interface ReadParagraph {
  readonly runs: readonly Run[]
  readonly number: string | null
  readonly heading: boolean
}

function readParagraph(reading: BodyReading, element: XmlElement): ReadParagraph | null {
  const properties = childOf(element, 'w:pPr')
  const styleId = childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? reading.styles.paragraph
  const style = reading.styles.byId.get(styleId ?? '') ?? plainStyle
  const runs = [...reading.held, ...runsOf(reading, element, style)]
  reading.held = []
  // a field's code does not reach beyond its paragraph; one that was never closed would hide the rest of the text
  reading.fields = reading.fields.filter((state) => state === 'result')
  if (childOf(childOf(properties, 'w:rPr'), 'w:del')) {
    reading.held = runs
    return null
  }
  const place = listOf(properties, styleId, reading.styles, reading.numberings)
  const number = place ? nextNumber(reading.numberings, place.list, place.depth) : null
  return { runs, number, heading: style.heading && !number }
}

/** Puts the texts of notes met so far behind what was read. */
export function placeNotes(reading: BodyReading): void {
  while (reading.waiting.length > 0) {
    const { mark, element } = reading.waiting.shift()!
    const runs: Run[] = []
    for (const child of element.children.filter(isElement)) {
      if (child.name !== 'w:p') continue
      const read = readParagraph(reading, child)
      if (read && runs.length > 0) runs.push({ text: ' ' })
      if (read) runs.push(...read.runs)
    }
    const first = runs.findIndex(({ text }) => text.trim() !== '')
    const repeats = first >= 0 && runs[first]!.text.trim() === mark
    reading.pieces.push({ kind: 'footnote', mark, runs: repeats ? runs.slice(first + 1) : runs })
  }
}

/** Rows or cells, also inside content controls; what was deleted is left out. */
function within(element: XmlElement, name: 'w:tr' | 'w:tc'): readonly XmlElement[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.name === name) {
      const deleted = childOf(childOf(child, `${name}Pr`), 'w:del')
      return deleted ? [] : [child]
    }
    return /^w:(?:sdt|sdtContent|customXml)$/.test(child.name) ? within(child, name) : []
  })
}

const symbolOrDate = /^(?:[A-Z]{1,4}\/\S+|Distr\b)/
const longestCell = 1_500
const mostParagraphs = 4

/** Tables that only place things on the page: mastheads, frames, columns of text. */
function isLayout(reading: BodyReading, rows: readonly (readonly XmlElement[])[]): boolean {
  if (rows.length < 2 || rows.every((cells) => cells.length < 2)) return true
  const atHead = !reading.pieces.some((piece) => piece.kind === 'paragraph' && lettersOf(piece.runs).length > 100)
  return rows.flat().some((cell) => {
    const text = plainOf(cell).trim()
    if (text.length > longestCell || (atHead && symbolOrDate.test(text))) return true
    const paragraphs = childrenOf(cell, 'w:p').filter((one) => plainOf(one).trim() !== '')
    return paragraphs.length > mostParagraphs || childOf(cell, 'w:tbl') !== null
  })
}

function cellRuns(reading: BodyReading, cell: XmlElement): readonly Run[] {
  const runs: Run[] = []
  for (const child of cell.children.filter(isElement)) {
    if (child.name === 'w:sdt') runs.push(...cellRuns(reading, childOf(child, 'w:sdtContent') ?? child))
    if (child.name !== 'w:p') continue
    const read = readParagraph(reading, child)
    if (!read) continue
    if (runs.length > 0) runs.push({ text: ' ' })
    if (read.number !== null) runs.push({ text: `${read.number} ` })
    runs.push(...read.runs)
  }
  return runs
}

const widest = 63

function table(reading: BodyReading, element: XmlElement): void {
  const rows = within(element, 'w:tr').map((row) => within(row, 'w:tc'))
  if (isLayout(reading, rows)) {
    for (const cell of rows.flat()) readBody(reading, cell)
    return
  }
  const read = rows.map((cells) =>
    cells.flatMap((cell): readonly (readonly Run[])[] => {
      const properties = childOf(cell, 'w:tcPr')
      const merge = childOf(properties, 'w:vMerge')
      const goesOn = merge !== null && merge.attributes['w:val'] !== 'restart'
      const span = Number.parseInt(childOf(properties, 'w:gridSpan')?.attributes['w:val'] ?? '1', 10) || 1
      const empty = Array.from({ length: Math.min(Math.max(span - 1, 0), widest) }, (): readonly Run[] => [])
      return [goesOn ? [] : cellRuns(reading, cell), ...empty]
    }),
  )
  const piece: Piece = { kind: 'table', rows: read }
  reading.pieces.push(piece)
}

/** Reads what stands in the body, a cell or a control, in order. */
export function readBody(reading: BodyReading, element: XmlElement): void {
  for (const child of element.children.filter(isElement)) {
    switch (child.name) {
      case 'w:p': {
        const read = readParagraph(reading, child)
        if (read) reading.pieces.push(paragraph(read.runs, read.number, read.heading))
        if (childOf(childOf(child, 'w:pPr'), 'w:sectPr') && reading.footnotes.restart === 'section') {
          placeNotes(reading)
          reading.counted = 0
        }
        break
      }
      case 'w:tbl':
        table(reading, child)
        break
      case 'w:sdt':
      case 'w:sdtContent':
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
        readBody(reading, child)
        break
      case 'w:del':
      case 'w:moveFrom':
        notice(reading, 'deletion-left-out', child, 'info')
        break
      case 'mc:AlternateContent':
        for (const choice of alternative(child)) readBody(reading, choice)
        break
      case 'w:altChunk':
        reading.notes.push({ at: reading.pieces.length, code: 'part-left-out', severity: 'warning', facts: {} })
        break
      default:
    }
  }
}
