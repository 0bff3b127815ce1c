import { seam, type Words } from '../blocks/seam.ts'
import type { Run } from './view.ts'

/** First halves that keep their hyphen in the spelling of the United Nations. */
const prefix =
  /^(?:anti|co|counter|cross|ex|follow|half|high|inter|intra|large|long|low|mid|multi|non|post|pre|pro|quasi|re|self|semi|short|small|socio|sub|vice|well|child|gender|women|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|north|south|state|tech|victim|wide|world)$/

/** A typesetter's hyphen: the text knows neither half, nor is the first one that keeps its hyphen. */
function isBroken(one: string, two: string, words: Words): boolean {
  const unknown = (words.get(one) ?? 0) <= 1 && (words.get(two) ?? 0) <= 1
  return unknown && one.length > 1 && two.length > 2 && /\p{Ll}$/u.test(one) && !prefix.test(one)
}

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
  const { drop, between } = seam(last.text.trimEnd(), next.text.trimStart(), words, isBroken)
  const kept = last.text.trimEnd()
  return [...first.slice(0, -1), { ...last, text: kept.slice(0, kept.length - drop) + between }, ...second]
}
