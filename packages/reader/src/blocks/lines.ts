import type { Place } from '../notes.ts'

/** One line of the source without its line break. */
export interface Line {
  readonly text: string
  readonly place: Place
  /**
   * From this offset on the text is words divided by single spaces: no mark, no markup, no tab. 0 for most lines, just
   * behind the number where a tab follows it.
   */
  readonly plainFrom: number
}

/**
 * The longest document of the United Nations has some tens of thousands of lines. What comes behind this many is noise
 * and stays together as one last line, so that no text can fill the memory.
 */
export const mostLines = 500_000

/** Signs that say more than a letter does: footnote marks, emphasis, tags, escapes, and blanks that are no plain space. */
const telling = /[<&[\\*_⁰¹²³⁴⁵⁶⁷⁸⁹\t\v\f\r\u00a0]/g
/** Looked for apart from the signs: two walks over a text are quicker than one that looks for either. */
const doubleSpace = / {2}/g

/** The offset behind the next match, or infinity. */
function behindNext(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : Number.POSITIVE_INFINITY
}

/** Lines end at `\n`; a `\r` before it belongs to the break. Nothing else counts, so that numbers agree with editors. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let sign = behindNext(telling, text, 0)
  let doubled = behindNext(doubleSpace, text, 0)
  let start = 0
  for (let line = 1; start <= text.length; line++) {
    const found = text.indexOf('\n', start)
    const end = found < 0 || line === mostLines ? text.length : found
    const stop = end > start && text[end - 1] === '\r' ? end - 1 : end
    let plain = start
    for (; sign <= stop; sign = behindNext(telling, text, sign)) plain = Math.max(plain, sign)
    for (; doubled <= stop; doubled = behindNext(doubleSpace, text, doubled)) plain = Math.max(plain, doubled)
    const plainFrom = (line === mostLines ? stop : plain) - start
    lines.push({ text: text.slice(start, stop), place: { line, start, end: stop }, plainFrom })
    start = end + 1
  }
  return lines
}
