import type { Mark, Snippet } from './search.ts'
import { type Begun, begunBy, type Token, tokensOf } from './tokens.ts'

/** A word or a phrase to be marked: for each of its words every form, and how far it stands from the first. */
export interface Sought {
  readonly words: readonly { readonly forms: ReadonlySet<string>; readonly offset: number }[]
}

/** With what the words begin that are sought, for `marksIn`. */
export const begunIn = (sought: readonly Sought[]): Begun =>
  begunBy(sought.flatMap(({ words }) => words.flatMap(({ forms }) => [...forms])))

/** Where what was sought stands in a text: phrases only where they are whole. */
export function marksIn(text: string, sought: readonly Sought[], begun = begunIn(sought)): readonly Mark[] {
  const tokens = tokensOf(text, begun)
  const marks: Mark[] = []
  for (const { words } of sought) {
    const [first, ...rest] = words
    if (!first) continue
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!
      if (!first.forms.has(token.form)) continue
      let last: Token | undefined = token
      for (const { forms, offset } of rest) {
        last = tokenAt(tokens, i, token.position + offset - first.offset, forms)
        if (!last) break
      }
      if (last) marks.push({ start: token.start, end: last.end })
    }
  }
  return joined(marks)
}

/** One of these words at a position behind that of another. */
function tokenAt(
  tokens: readonly Token[],
  from: number,
  position: number,
  forms: ReadonlySet<string>,
): Token | undefined {
  for (let i = from; i < tokens.length && tokens[i]!.position <= position; i++) {
    if (tokens[i]!.position === position && forms.has(tokens[i]!.form)) return tokens[i]
  }
  return undefined
}

function joined(marks: readonly Mark[]): readonly Mark[] {
  const out: Mark[] = []
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (last && mark.start <= last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) }
    else out.push(mark)
  }
  return out
}

/** Characters of a snippet, about, and how many stand before what was found. */
const usual = 280
const lead = 60

/** The part of a text that holds most of what was found, cut between words. */
export function snippetOf(text: string, marks: readonly Mark[]): Snippet {
  if (text.length <= usual * 1.3) return { text, marks, cutBefore: false, cutAfter: false }
  const best = marks.reduce(
    (most, { start }) => {
      const count = marks.filter((mark) => mark.start >= start && mark.end <= start + usual - lead).length
      return count > most.count ? { start, count } : most
    },
    { start: 0, count: 0 },
  )
  const start = best.start <= lead ? 0 : between(text, best.start - lead, best.start)
  const end = start + usual >= text.length ? text.length : before(text, start + usual, start)
  const inside = marks.filter((mark) => mark.start < end && mark.end > start)
  return {
    text: text.slice(start, end),
    marks: inside.map((mark) => ({ start: Math.max(0, mark.start - start), end: Math.min(end, mark.end) - start })),
    cutBefore: start > 0,
    cutAfter: end < text.length,
  }
}

/** The beginning of a word behind a place; the place itself where a text has no blanks. */
function between(text: string, from: number, most: number): number {
  const blank = text.slice(from, most).search(/\s\S/)
  return blank < 0 ? whole(text, from) : from + blank + 1
}

function before(text: string, end: number, start: number): number {
  const blank = text.lastIndexOf(' ', end)
  return blank > start + usual / 2 ? blank : whole(text, end)
}

/** Never between the halves of a character. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at)
