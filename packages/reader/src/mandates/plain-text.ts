import { remembering } from './remembering.ts'

/** Signs with the plain one that stands for them: quotes, spaces, hyphens. */
const plainSigns = new Map(
  [
    ["'", '\u2018\u2019\u201b'],
    ['"', '\u201c\u201d\u201e\u00ab\u00bb'],
    [' ', '\u00a0\u2009\u202f\t\r\n'],
    ['-', '\u2010\u2011'],
  ].flatMap(([plain, signs]) => [...signs!].map((sign) => [sign, plain!] as const)),
)
const printed = new RegExp(`[${[...plainSigns.keys()].join('')}]`, 'g')

/** The same text, offset for offset, with straight quotes, plain spaces and plain hyphens. */
export const plainText = remembering(8, (text: string) => text.replace(printed, (sign) => plainSigns.get(sign)!))

const quoted = /"[^"]*"/g
const bracketed = /\([^()]*\)/g
const title = /\bentitled "[^"]*"/g

/**
 * The plain text with everything quoted or in brackets blotted out by a sign that is no letter, so that words inside
 * a title are never taken for words of the organ. Offsets stay. `(a)` and `(2003)` go the same way.
 */
export const maskedText = remembering(8, (plain: string) => {
  const blot = (found: string) => `${found[0]}${'\u00b7'.repeat(found.length - 2)}${found.at(-1)}`
  const unquoted = plain.includes('"')
    ? plain.replace(title, (found) => `entitled ${blot(found.slice(9))}`).replace(quoted, blot)
    : plain
  return unquoted.includes('(') ? unquoted.replace(bracketed, blot) : unquoted
})

/** Blots out stretches of a text; offsets stay. */
export function blotted(text: string, stretches: readonly { readonly start: number; readonly end: number }[]): string {
  let out = ''
  let at = 0
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(start, at)
    out += text.slice(at, from) + '\u00b7'.repeat(end - from)
    at = end
  }
  return out + text.slice(at)
}

/** Cuts spaces and dangling punctuation off the ends of a stretch of text. */
export function trimmed(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let from = start
  let to = end
  while (from < to && /[\s,;:]/.test(text[from]!)) from++
  while (to > from && /[\s,;:.]/.test(text[to - 1]!)) to--
  return { start: from, end: to }
}
