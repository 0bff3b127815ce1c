import type { Run } from './view.ts'

/** How often each word stands in a text, in small letters. */
export type Words = ReadonlyMap<string, number>

const word = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu

export function wordsOf(lines: readonly string[]): Words {
  const words = new Map<string, number>()
  for (const line of lines) {
    for (const [found] of line.toLowerCase().matchAll(word)) words.set(found, (words.get(found) ?? 0) + 1)
  }
  return words
}

const han = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u

/**
 * What to put between two lines of a paragraph, and how much to take off the first: nothing between Chinese, a blank
 * between words. A hyphen at the end stays (`post-` + `conflict`) unless the text has the word without it, or knows
 * neither half: then it only broke the line.
 */
export function seam(before: string, after: string, words: Words): { readonly drop: number; readonly between: string } {
  const broken = /([\p{L}\p{M}]+)\s?([-\u00ad\u2010])$/u.exec(before)
  const next = /^[\p{L}\p{M}]+/u.exec(after)?.[0]
  if (broken && next) {
    const blank = broken[0].length - broken[1]!.length - 1
    if (broken[2] === '\u00ad') return { drop: 1 + blank, between: '' }
    const small = next === next.toLowerCase()
    const [one, two] = [broken[1]!.toLowerCase(), next.toLowerCase()]
    const whole = small && words.has(one + two) && !words.has(`${one}-${two}`)
    const unknown = small && (words.get(one) ?? 0) <= 1 && (words.get(two) ?? 0) <= 1 && one.length > 1
    if (
      whole ||
      (unknown && !words.has(`${one}-${two}`) && /\p{Ll}$/u.test(one) && two.length > 2 && !prefix.test(one))
    )
      return { drop: 1 + blank, between: '' }
    return { drop: blank, between: '' }
  }
  return { drop: 0, between: han.test(before.slice(-1)) && han.test(after.slice(0, 1)) ? '' : ' ' }
}

/** First halves that keep their hyphen in the spelling of the United Nations. */
const prefix =
  /^(?:anti|co|counter|cross|ex|follow|half|high|inter|intra|large|long|low|mid|multi|non|post|pre|pro|quasi|re|self|semi|short|small|socio|sub|vice|well|child|gender|women|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|north|south|state|tech|victim|wide|world)$/

/**
 * Blanks that only the setting of the letters put into words: `Secretary -General`, `Internati onal` where the text has
 * `International` elsewhere and neither half.
 */
export function withoutStrayBlanks(text: string, words: Words): string {
  const joined = text
    .replace(/(\p{L}) (-|’s\b)(?=[\p{L}\s,.;:]|$)/gu, (all, letter: string, sign: string, at: number) =>
      sign === '-' && /\s/.test(text[at + 3] ?? ' ') ? all : `${letter}${sign}`,
    )
    .replace(/(\p{L}) ”/gu, '$1”')
  return joined.replace(
    /(?<=^|[\s“(])(\p{L}{1,14}) (\p{Ll}{1,14})(?=$|[\s.,;:)”’-])/gu,
    (all, one: string, two: string) => {
      const whole = (one + two).toLowerCase()
      const rare = (words.get(one.toLowerCase()) ?? 0) <= 1 && (words.get(two) ?? 0) <= 1
      const cut = one.length > 2 && endings.test(two) && (words.get(one.toLowerCase()) ?? 0) <= 1
      return cut || (rare && (words.get(whole) ?? 0) > 0) ? one + two : all
    },
  )
}

/** Ends of words that are no words. */
const endings = /^(?:ty|ity|ities|ties|tion|tions|ment|ments|ly|ing|ed|onal|ional|ness|ence|ance|ances|ences|ive|ives)$/

/** Two lines of one paragraph as one. */
export function joinedRuns(first: readonly Run[], second: readonly Run[], words: Words): readonly Run[] {
  const last = first.at(-1)
  const next = second[0]
  if (!last || !next) return [...first, ...second]
  if (last.raised || next.raised) return [...first, { text: ' ' }, ...second]
  const { drop, between } = seam(last.text.trimEnd(), next.text.trimStart(), words)
  const kept = last.text.trimEnd()
  return [...first.slice(0, -1), { ...last, text: kept.slice(0, kept.length - drop) + between }, ...second]
}
