import { folded, lowered } from './fold.ts'

/** One word of a text: a run of letters and digits, or a Chinese character alone and with the next one. */
export interface Token {
  /** In lower case, with its accents: what is stemmed. */
  readonly lower: string
  /** As it is compared. */
  readonly form: string
  /** Counted from 0 over the words of the text, and over its Chinese characters. */
  readonly position: number
  readonly start: number
  readonly end: number
}

/** A paragraph of more words than this is a broken file; what comes behind is not searched. */
export const mostTokens = 100_000

const han = /\p{Script=Han}/u
const run = /[[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]--\p{Script=Han}]+|\p{Script=Han}+/gv

/** Forms of runs seen before: the same few ten thousand words make up all texts. */
const known = new Map<string, readonly [lower: string, form: string]>()
const mostKnown = 200_000

function formsOf(written: string): readonly [lower: string, form: string] {
  const found = known.get(written)
  if (found) return found
  const lower = lowered(written)
  const forms = [lower, folded(lower)] as const
  if (known.size >= mostKnown) known.clear()
  known.set(written, forms)
  return forms
}

/**
 * The words of a text in order. Whatever stands between words parts them: hyphens, apostrophes and slashes too, so that
 * `gender-based` is two words in a row, and `65/230` two numbers. Chinese is cut into pairs of characters that overlap,
 * and single ones beside them at the same position.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let position = 0
  for (const { 0: written, index } of text.matchAll(run)) {
    if (position >= mostTokens) break
    if (han.test(written)) position = pairs(tokens, written, index, position)
    else {
      const [lower, form] = formsOf(written)
      if (form !== '') tokens.push({ lower, form, position: position++, start: index, end: index + written.length })
    }
  }
  return tokens
}

function pairs(tokens: Token[], written: string, index: number, from: number): number {
  const characters = [...written]
  const forms = characters.map(lowered) // radicals and other doubles of a character are that character
  let start = index
  for (const [n, character] of characters.entries()) {
    const position = from + n
    const end = start + character.length
    const form = forms[n]!
    tokens.push({ lower: form, form, position, start, end })
    const next = characters[n + 1]
    if (next !== undefined) {
      const pair = form + forms[n + 1]!
      tokens.push({ lower: pair, form: pair, position, start, end: end + next.length })
    }
    start = end
  }
  return from + characters.length
}
