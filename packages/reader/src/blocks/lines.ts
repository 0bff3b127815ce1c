import type { Place } from '../notes.ts'

/** One line of the source without its line break. */
export interface Line {
  readonly text: string
  readonly place: Place
}

/**
 * The longest document of the United Nations has some tens of thousands of lines. What comes behind this many is noise
 * and stays together as one last line, so that no text can fill the memory.
 */
export const mostLines = 500_000

/** Lines end at `\n`; a `\r` before it belongs to the break. Nothing else counts, so that numbers agree with editors. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  for (let line = 1; start <= text.length; line++) {
    const found = text.indexOf('\n', start)
    const end = found < 0 || line === mostLines ? text.length : found
    const stop = end > start && text[end - 1] === '\r' ? end - 1 : end
    lines.push({ text: text.slice(start, stop), place: { line, start, end: stop } })
    start = end + 1
  }
  return lines
}
