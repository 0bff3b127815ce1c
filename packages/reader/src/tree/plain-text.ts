import type { OutlineItem } from '../outline.ts'
import { outlineOf } from './outline-of.ts'
import type { DocumentTree } from './tree.ts'

/** A number as it is printed in front of a paragraph: `9` with its stop, `(a)` as it is. */
export const printedNumber = (num: string) => (/^[\p{L}\p{Nd}]+(?:[ -][\p{L}\p{Nd}]+)?$/u.test(num) ? `${num}.` : num)

/** The text of an item with its footnote marks back in their places, as Markdown writes them: `[^1]`. */
function withMarks({ text, anchors }: OutlineItem): string {
  let out = ''
  let done = 0
  for (const { mark, at } of [...anchors].sort((a, b) => a.at - b.at)) {
    out += `${text.slice(done, at)}[^${mark}]`
    done = at
  }
  return out + text.slice(done)
}

/**
 * A tree as plain text: one paragraph a line, with its number in front; rows of tables with tabs between their cells;
 * footnotes on lines of their own (`[^1]: ...`). Emphasis and page furniture are gone. Read again, it gives the same
 * paragraphs.
 */
export function plainTextOf(tree: DocumentTree): string {
  const lines: string[] = []
  for (const { type, number, items, tables } of outlineOf(tree).units) {
    let table = 0
    // the letter of a section of a report is its number and no part of its title
    let letter = type === 'report' && items[0]?.kind === 'title' && /^[A-Z]$/.test(number ?? '') ? `${number}. ` : ''
    for (const item of items) {
      if (item.kind === 'footnote') lines.push(`[^${item.number}]: ${item.text}`)
      else if (item.kind === 'table') {
        const { title = null, rows = [] } = tables[table++] ?? {}
        if (title !== null) lines.push(title)
        const marks = item.anchors.map(({ mark }) => `[^${mark}]`).join('')
        rows.forEach((cells, at) => {
          lines.push(`${cells.join('\t')}${at === 0 ? marks : ''}`)
        })
      } else if (item.number !== null && item.kind !== 'title')
        lines.push(`${printedNumber(item.number)} ${withMarks(item)}`.trimEnd())
      else {
        lines.push(item.kind === 'title' ? letter + withMarks(item) : withMarks(item))
        if (item.kind === 'title') letter = ''
      }
    }
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : ''
}
