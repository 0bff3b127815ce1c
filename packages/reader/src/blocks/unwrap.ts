import { footnoteIn } from './footnotes.ts'
import type { Line } from './lines.ts'
import { numberingIn } from './numbering.ts'

const finished = /[.,;:!?…。，；：،؛؟]["”»’)\]]*$/u
const lowerStart = /^\s*[("“«]?\p{Ll}/u
const ownLine = /^\s*(?:#{1,6}\s|\||[-*•]\s|[-=_*]{3,}\s*$)|\t/

/** Lines of at most this many letters may have been broken to fit a page. */
const widest = 130
/** A shorter line ends where its paragraph ends, whatever it ends with. */
const narrowest = 45

/** The width a text was broken to, or null where its lines are paragraphs. */
export function wrapWidth(lines: readonly Line[]): number | null {
  const lengths: number[] = []
  let wide = 0
  for (const { text } of lines) {
    const { length } = text.trimEnd()
    if (length > 0) lengths.push(length)
    if (length > widest) wide++
  }
  const ninth = Math.floor(lengths.length * 0.9)
  if (lengths.length < 8 || wide >= lengths.length - ninth) return null
  const width = lengths.toSorted((a, b) => a - b)[ninth]!
  if (width < narrowest) return null
  let broken = 0
  for (const { text } of lines) {
    if (text.trimEnd().length >= narrowest && !finished.test(text.trimEnd().slice(-8))) broken++
  }
  return broken * 10 >= lengths.length * 4 ? width : null
}

/** Whether a line starts something of its own even where the text around it was broken to fit a page. */
function startsAnew(text: string): boolean {
  return ownLine.test(text) || footnoteIn(text) !== null || numberingIn(text.trim()) !== null
}

/** The pieces of a paragraph as one line; where its plain part starts is not known. */
function put(pieces: readonly string[], { place }: Line): Line {
  const text = pieces.join('')
  return { text, place, plainFrom: text.length }
}

/**
 * Makes paragraphs of a text whose lines were broken to fit a page, as e-mail and PDF leave it. A text with a paragraph
 * on each line comes back as it is. The place of a paragraph reaches from its first line to its last.
 */
export function unwrap(lines: readonly Line[]): readonly Line[] {
  const width = wrapWidth(lines)
  if (width === null) return lines
  const divided = lines.filter(({ text }) => text.trim() === '').length * 10 >= lines.length
  const out: Line[] = []
  let pieces: string[] = []
  let before: string | null = null
  for (const line of lines) {
    const text = line.text.trim()
    const last = out.at(-1)
    const full = before !== null && (before.length >= width * 0.7 || lowerStart.test(text))
    const open = before !== null && (divided || !finished.test(before.slice(-8)) || lowerStart.test(text))
    if (last && text !== '' && full && open && !startsAnew(line.text) && !ownLine.test(before ?? '')) {
      pieces.push(/\p{Ll}-$/u.test(pieces.at(-1)!.slice(-2)) ? text : ` ${text}`)
      out[out.length - 1] = { text: '', place: { ...last.place, end: line.place.end }, plainFrom: 0 }
    } else {
      if (last && pieces.length > 1) out[out.length - 1] = put(pieces, last)
      pieces = [line.text.trimEnd()]
      out.push(line)
    }
    before = text === '' ? null : text
  }
  const last = out.at(-1)
  if (last && pieces.length > 1) out[out.length - 1] = put(pieces, last)
  return out
}
