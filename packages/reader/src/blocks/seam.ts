import type { MarkedText } from './block.ts'
import { cut, joined } from './marks.ts'

/** How often each word stands in a text, in small letters. */
export type Words = ReadonlyMap<string, number>

const word = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu
const han = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u

export function wordsOf(lines: Iterable<string>): Words {
  const words = new Map<string, number>()
  for (const line of lines) {
    for (const [found] of line.toLowerCase().matchAll(word)) words.set(found, (words.get(found) ?? 0) + 1)
  }
  return words
}

/**
 * What to put between two lines of a paragraph, and how much to take off the first: nothing between Chinese, a blank
 * between words. A hyphen at the end stays (`post-` + `conflict`) unless the text has the word without it, or `isWhole`
 * takes the halves for one word: then it only broke the line.
 */
export function seam(
  before: string,
  after: string,
  words: Words,
  isWhole: (one: string, two: string, words: Words) => boolean = () => false,
): { readonly drop: number; readonly between: string } {
  const broken = /([\p{L}\p{M}]+)\s?([-\u00ad\u2010])$/u.exec(before.slice(-60))
  const next = /^[\p{L}\p{M}]+/u.exec(after)?.[0]
  if (!broken || !next)
    return { drop: 0, between: han.test(before.slice(-1)) && han.test(after.slice(0, 1)) ? '' : ' ' }
  const blank = broken[0].length - broken[1]!.length - 1
  if (broken[2] === '\u00ad') return { drop: 1 + blank, between: '' }
  const [one, two] = [broken[1]!.toLowerCase(), next.toLowerCase()]
  const whole = next === two && !words.has(`${one}-${two}`) && (words.has(one + two) || isWhole(one, two, words))
  return { drop: whole ? 1 + blank : blank, between: '' }
}

/** A run of `*` or `_` left over at the break: it opens in the first piece and closes in the second. */
const opens = /(?<![*_\p{L}\p{N}])([*_]{1,3})(?=[^\s*_])/gu
const closes = /(?<=[^\s*_])([*_]{1,3})(?![*_\p{L}\p{N}])/u

/** Takes some letters out of a marked text. */
const without = (marked: MarkedText, at: number, length: number): MarkedText =>
  joined(cut(marked, 0, at), cut(marked, at + length, marked.text.length), '')

/** Two pieces of one paragraph as one text: a word cut by the page is whole again, and so is a stretch of italics. */
export function sewn(first: MarkedText, second: MarkedText, words: () => Words): MarkedText {
  const left = /[*_]/.test(first.text) && /[*_]/.test(second.text) ? [...first.text.matchAll(opens)].at(-1) : undefined
  const right = left && closes.exec(second.text)
  if (left && right && right[1] === left[1]) {
    const sign = left[1]!
    const one = without(first, left.index, sign.length)
    const two = without(second, right.index, sign.length)
    const whole = sewn(one, two, words)
    const end = whole.text.length - two.text.length + right.index
    const as = sign.length === 2 ? 'bold' : 'italic'
    return { ...whole, emphasis: [...whole.emphasis, { as, start: left.index, end }] }
  }
  const hyphen = /[-\u00ad\u2010]$/.test(first.text)
  const { drop, between } = seam(first.text, second.text, hyphen ? words() : new Map())
  return joined(drop > 0 ? cut(first, 0, first.text.length - drop) : first, second, between)
}
