import { childOf, childrenOf, isElement, type XmlElement } from '@resolute/reader/files'
import type { Unread } from '../offline.ts'
import { isUnread, refused } from './found.ts'
import type { Package } from './package.ts'
import { numberWritten } from './paper.ts'

/** A cell with words in it. `day`: a number that is shown as a day. */
export interface FoundCell {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly formula: boolean
  /** What a formula gave that could not be worked out: `#REF!`. */
  readonly failed: boolean
}

export interface FoundSheet {
  readonly name: string
  readonly cells: readonly FoundCell[]
}

/** The furthest a workbook reaches, and the sheets that are looked at. */
const widest = 16_384
const tallest = 1_048_576
const mostSheets = 300

function textOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (!isElement(child)) return element.name === 't' ? child : ''
      // readings above Chinese and Japanese words are no words of their own
      return child.name === 'rPh' ? '' : textOf(child)
    })
    .join('')
}

/** Whether a format of numbers shows days (ECMA-376 part 1, 18.8.30). */
function showsDays(id: number, code: string | undefined): boolean {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) return true
  return code !== undefined && /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))
}

function dayStyles(styles: XmlElement | null): ReadonlySet<number> {
  const formats = new Map(
    childrenOf(childOf(styles, 'numFmts'), 'numFmt').map(
      ({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode] as const,
    ),
  )
  const days = new Set<number>()
  for (const [at, { attributes }] of childrenOf(childOf(styles, 'cellXfs'), 'xf').entries()) {
    const id = Number(attributes.numFmtId ?? 0)
    if (showsDays(id, formats.get(id))) days.add(at)
  }
  return days
}

/** Days are counted from the end of 1899, with a day that never was in 1900; or from 1904. */
function dayOf(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? 1_462 : 0)
  if (!(days >= 1 && days < 2_958_466) || days === 60) return null
  const epoch = Date.UTC(1899, 11, days > 60 ? 30 : 31)
  return new Date(epoch + days * 86_400_000).toISOString().slice(0, 10)
}

/** A number as its digits say, without the dust of binary fractions. */
function plainNumber(raw: string): string {
  const number = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(number)) return raw
  const digits = Number(number.toPrecision(15))
  return numberWritten(digits.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }))
}

function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

interface Book {
  readonly strings: readonly string[]
  readonly days: ReadonlySet<number>
  readonly from1904: boolean
}

function cellText(cell: XmlElement, { strings, days, from1904 }: Book): string {
  const { t: type = 'n', s: style = '0' } = cell.attributes
  const inline = childOf(cell, 'is')
  if (inline) return textOf(inline)
  const value = childOf(cell, 'v')
  const raw = value ? value.children.filter((child) => typeof child === 'string').join('') : ''
  if (raw === '') return ''
  switch (type) {
    case 's':
      return strings[Number(raw)] ?? ''
    case 'n':
      return (days.has(Number(style)) ? dayOf(Number(raw), from1904) : null) ?? plainNumber(raw)
    case 'd':
      return raw.slice(0, 10)
    case 'b':
      return raw === '1' ? 'TRUE' : 'FALSE'
    default:
      return raw
  }
}

function sheetCells(root: XmlElement, book: Book): readonly FoundCell[] {
  const cells: FoundCell[] = []
  let row = 0
  for (const line of childrenOf(childOf(root, 'sheetData'), 'row')) {
    const told = Number(line.attributes.r)
    row = Number.isSafeInteger(told) && told > 0 && told <= tallest ? told : row + 1
    let column = -1
    for (const cell of childrenOf(line, 'c')) {
      const [, letters = ''] = /^([A-Z]{1,3})\d{1,7}$/.exec(cell.attributes.r ?? '') ?? []
      column = letters === '' ? column + 1 : columnOf(letters)
      if (column >= widest) continue
      const text = cellText(cell, book)
      const formula = childOf(cell, 'f') !== null
      if (text.trim() !== '' || formula) {
        // Excel writes what XML cannot carry, and the end of a line typed on a Macintosh, as _x000D_
        const plain = text.replace(/_x000D_/g, '').replace(/\r\n?/g, '\n')
        cells.push({ row, column, text: plain, formula, failed: cell.attributes.t === 'e' })
      }
    }
  }
  return cells
}

function resolved(target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : `xl/${target}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Every sheet of a workbook with its cells, in order; or why it cannot be read. */
export function sheetsIn(pack: Package): readonly FoundSheet[] | Unread {
  const load = (name: string) => pack.part(name)
  const workbook = load('xl/workbook.xml')
  const rels = load('xl/_rels/workbook.xml.rels')
  const shared = load('xl/sharedStrings.xml')
  const styles = load('xl/styles.xml')
  if (!workbook || !rels) return refused('not-our-form')
  for (const part of [workbook, rels, shared, styles]) if (part && isUnread(part)) return part
  const asElement = (part: XmlElement | Unread | null): XmlElement | null => (part && !isUnread(part) ? part : null)
  const book: Book = {
    strings: childrenOf(asElement(shared), 'si').map(textOf),
    days: dayStyles(asElement(styles)),
    from1904: /^(?:1|true)$/.test(childOf(asElement(workbook), 'workbookPr')?.attributes.date1904 ?? ''),
  }
  const targets = new Map(
    childrenOf(asElement(rels), 'Relationship').map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']),
  )
  const list = childrenOf(childOf(asElement(workbook), 'sheets'), 'sheet')
  if (list.length > mostSheets) return refused('too-large', { sheets: list.length })
  const sheets: FoundSheet[] = []
  for (const { attributes } of list) {
    const target = targets.get(attributes['r:id'] ?? '')
    const root = target === undefined ? null : load(resolved(target))
    if (root && isUnread(root)) return root
    if (root) sheets.push({ name: attributes.name ?? '', cells: sheetCells(root, book) })
  }
  return sheets
}
