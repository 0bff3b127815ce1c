import type { Line } from './lines.ts'

const separator = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/
/** "1.", "(a)": a number before a tab is a paragraph, not a cell. */
const numberCell = /^\s*[(（]?[\p{L}\p{N}]{1,4}(?:[.)）-]|\s-)\s*$/u

const tabs = (text: string) => {
  let count = 0
  for (let at = text.indexOf('\t'); at >= 0; at = text.indexOf('\t', at + 1)) count++
  return count
}

function cellsOf(text: string): readonly string[] | null {
  if (/^\s*\|.*\|\s*$/.test(text) && text.trim().length > 2) return text.trim().slice(1, -1).split('|')
  if (tabs(text) >= 2 && !numberCell.test(text.slice(0, text.indexOf('\t')))) return text.split('\t')
  return null
}

/**
 * A run of at least two lines with cells, from `from` on: rows as written, and the first line after. Tabs or Markdown
 * bars; a single tab after a number is no table.
 */
export function tableAt(
  lines: readonly Line[],
  from: number,
): { readonly rows: readonly (readonly string[])[]; readonly next: number } | null {
  const rows: (readonly string[])[] = []
  let next = from
  for (; next < lines.length; next++) {
    const text = lines[next]!.text
    const cells = cellsOf(text)
    if (!cells) break
    if (!separator.test(text)) rows.push(cells)
  }
  return next - from >= 2 && rows.length >= 1 ? { rows, next } : null
}
