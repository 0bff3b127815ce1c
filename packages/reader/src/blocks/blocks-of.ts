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

/** The paragraph on one line. */
export function paragraphOf(line: Line): ParagraphBlock {
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
    // a form feed ends a page, on a line of its own or in front of the next
    if (/^\s*\f/.test(line.text)) blocks.push({ kind: 'furniture', place: line.place, text: '\f' })
    if (line.text.trim() === '') {
      at++
      continue
    }
    const table = tableAt(lines, at)
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
    const footnote = footnoteIn(line.text)
    if (footnote) {
      blocks.push({
        kind: 'footnote',
        place: line.place,
        mark: footnote.mark,
        text: unmark(line.text.slice(footnote.length)).text,
      })
    } else if (furniture.some((pattern) => pattern.test(line.text))) {
      blocks.push({ kind: 'furniture', place: line.place, text: line.text.trim() })
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
