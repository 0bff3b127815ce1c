import type { Note } from '../notes.ts'
import type { FootnoteAnchor } from '../outline.ts'
import type { Block, ParagraphBlock } from './block.ts'
import { footnoteIn } from './footnotes.ts'
import { type Line, linesOf, mostLines } from './lines.ts'
import { cut, trimmed, unmark } from './marks.ts'
import { numberingIn } from './numbering.ts'
import { tableAt } from './tables.ts'
import { unwrap } from './unwrap.ts'

/** Rules across the page, pictures, job numbers with their page ("12-45905 2", "2/5 12-45905"), lone page numbers. */
const furniture: readonly RegExp[] = [
  /^\s*(?:[-*_=]\s?){3,}\s*$/,
  /^\s*!\[[^\]]{0,300}\]\([^)]{0,500}\)\s*$/,
  /^\s*(?:\d{1,3}(?:\/\d{1,3})?\s+)?\d{2}-\d{5}\s*(?:\([A-Z]\))?\s*\*?(?:\s+\d{1,3}(?:\/\d{1,3})?)?\s*\*?\s*$/,
  /^\s*(?:[-–—]\s?)?\d{1,3}(?:\/\d{1,3})?(?:\s?[-–—])?\s*$/,
]

/** What a line of page furniture starts with; a number in front of a paragraph has its stop. */
const furnitureStart = /^(?:[-*_=!–—]|\d{1,3}(?![.\d]))/

/** The number in front of a line with the tab behind it, which most texts made of Word files have. */
const tabbed = /^[^\s<&[\\*_⁰¹²³⁴⁵⁶⁷⁸⁹]{1,8}\t$/

/** The paragraph on a line that holds nothing but words and a number, as most do; null for all others. */
function plainParagraph({ text, place, plainFrom }: Line): ParagraphBlock | null {
  if (plainFrom > 0 && (plainFrom > 9 || !tabbed.test(text.slice(0, plainFrom)))) return null
  const head = plainFrom > 0 ? `${text.slice(0, plainFrom - 1)} ${text.slice(plainFrom, plainFrom + 24)}` : text.trim()
  if (head.startsWith('#')) return null
  const found = numberingIn(head)
  if (plainFrom > 0 && (found === null || found.length < plainFrom)) return null
  const numbering = found?.numbering ?? null
  const body = plainFrom > 0 ? text : head
  const own = found ? body.slice(found.length).trim() : body
  return { kind: 'paragraph', place, continued: [], numbering, heading: false, text: own, anchors: [], emphasis: [] }
}

/** The paragraph on one line. */
function paragraphOf(line: Line): ParagraphBlock {
  const plain = plainParagraph(line)
  if (plain) return plain
  const heading = /^\s{0,3}#{1,6}\s+/.exec(line.text)
  const marked = unmark(heading ? line.text.slice(heading[0].length) : line.text)
  const found = numberingIn(marked.text)
  const body = found ? trimmed(cut(marked, found.length, marked.text.length)) : marked
  return {
    kind: 'paragraph',
    place: line.place,
    continued: [],
    numbering: found?.numbering ?? null,
    heading: heading !== null,
    ...body,
  }
}

/**
 * First reading of a text: one block for each paragraph, table, footnote text and piece of page furniture. `unbroken`:
 * each line is known to be a paragraph.
 */
export function blocksOf(
  text: string,
  unbroken = false,
): { readonly blocks: readonly Block[]; readonly notes: readonly Note[] } {
  const lines = unbroken ? linesOf(text) : unwrap(linesOf(text))
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!
    const trimmed = line.text.trim()
    const plain = line.plainFrom === 0
    // a form feed ends a page, on a line of its own or in front of the next
    if (!plain && /^\s*\f/.test(line.text)) blocks.push({ kind: 'furniture', place: line.place, text: '\f' })
    if (trimmed === '') {
      at++
      continue
    }
    const table = plain && !trimmed.startsWith('|') ? null : tableAt(lines, at)
    if (table) {
      const anchors: FootnoteAnchor[] = []
      const rows = table.rows.map((cells) =>
        cells.map((cell) => {
          const marked = unmark(cell)
          anchors.push(...marked.anchors.map(({ mark }) => ({ mark, at: 0 })))
          return marked.text
        }),
      )
      const end = lines[table.next - 1]!.place.end
      blocks.push({ kind: 'table', place: { ...line.place, end }, rows, anchors })
      at = table.next
      continue
    }
    const footnote = plain ? null : footnoteIn(line.text)
    if (footnote) {
      blocks.push({
        kind: 'footnote',
        place: line.place,
        mark: footnote.mark,
        text: unmark(line.text.slice(footnote.length)).text,
      })
    } else if (furnitureStart.test(trimmed) && furniture.some((pattern) => pattern.test(trimmed))) {
      blocks.push({ kind: 'furniture', place: line.place, text: trimmed })
    } else {
      const block = paragraphOf(line)
      if (block.text !== '' || block.numbering || block.anchors.length > 0) blocks.push(block)
    }
    at++
  }
  const last = lines.at(-1)!
  const notes: Note[] = last.text.includes('\n')
    ? [{ code: 'too-many-lines', severity: 'warning', place: last.place, facts: { lines: mostLines } }]
    : []
  return { blocks, notes }
}
