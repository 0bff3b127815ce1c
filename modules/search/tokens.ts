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
const run = /[[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]--\p{Script=Han}]+|\p{Script=Han}+/vy
/** Which characters of ASCII are part of a word: most texts are made of little else, and need no expression then. */
const plain = Uint8Array.from({ length: 128 }, (_, code) => (/[a-z0-9]/i.test(String.fromCharCode(code)) ? 1 : 0))

/** By the code of a character, in lower case: 1 where a word begins with it. */
export type Begun = Uint8Array

export function begunBy(forms: Iterable<string>): Begun {
  const begun = new Uint8Array(128)
  for (const form of forms) if (form.charCodeAt(0) < 128) begun[form.charCodeAt(0)] = 1
  return begun
}

/** The end of the run of letters and digits that begins here; the place itself where none does. */
function endOfRun(text: string, from: number): number {
  let at = from
  let code = text.charCodeAt(at)
  while (code < 128 && plain[code] === 1) code = text.charCodeAt(++at)
  if (code < 128 || at === text.length) return at
  run.lastIndex = from
  return run.test(text) ? run.lastIndex : from
}

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
 * and single ones beside them at the same position. Where `begun` says with what some words begin, words that begin
 * with another letter of ASCII are counted and left out.
 */
export function tokensOf(text: string, begun: Begun | null = null): Token[] {
  const tokens: Token[] = []
  let position = 0
  for (let index = 0, end = 0; index < text.length && position < mostTokens; index = end) {
    end = endOfRun(text, index)
    if (end === index) {
      end += text.codePointAt(index)! > 0xffff ? 2 : 1
      continue
    }
    const first = text.charCodeAt(index)
    // A character keeps to itself where no accent follows it.
    const alone = first < 128 && (end === index + 1 || text.charCodeAt(index + 1) < 128)
    if (begun !== null && alone && begun[first | 32] === 0) {
      position++
      continue
    }
    const written = text.slice(index, end)
    if (first > 127 && han.test(written)) position = pairs(tokens, written, index, position)
    else {
      const [lower, form] = formsOf(written)
      if (form !== '') tokens.push({ lower, form, position: position++, start: index, end })
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
