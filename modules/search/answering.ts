import { type Asked, type AskedAtom, type AskedOf, positiveWordsOf } from './asking.ts'
import { all, atLeast, either, type Found, phrase, without } from './matching.ts'
import type { Lists, Part, Segment } from './opened.ts'
import type { Ranked } from './ranking.ts'

/** How many of the words a paragraph may lack. */
export type Lacking = number

/** The paragraphs of a segment that answer the question in one language. */
export function answersIn(segment: Segment, { wanted }: Asked, lists: Lists, lacking: Lacking): Found {
  const found = (one: AskedOf) => one.either.map((atom) => atomIn(segment, atom, lists)).reduce(either)
  const positive = wanted.filter(({ excluded }) => !excluded)
  if (positive.length === 0) return new Int32Array(0)
  const there =
    lacking === 0
      ? havingAll(segment, positive, lists)
      : atLeast(positive.map(found), positive.length - lacking, segment.size)
  return wanted
    .filter(({ excluded }) => excluded)
    .reduce((left, one) => (left.length === 0 ? left : without(left, found(one))), there)
}

/** Single words first: phrases are looked for only in the paragraphs that have those. */
function havingAll(segment: Segment, positive: readonly AskedOf[], lists: Lists): Found {
  const [phrases, others] = [positive.filter(isPhrase), positive.filter((one) => !isPhrase(one))]
  const sets: Found[] = []
  for (const { either: atoms } of others) {
    const own = atoms.map((atom) => atomIn(segment, atom, lists)).reduce(either)
    if (own.length === 0) return own
    sets.push(own)
  }
  let found = sets.length === 0 ? null : all(sets)
  for (const { either: atoms } of phrases) {
    if (found?.length === 0) break
    found = atomIn(segment, atoms[0]!, lists, found)
  }
  return found ?? new Int32Array(0)
}

const isPhrase = ({ either }: AskedOf): boolean => either.length === 1 && either[0]!.words.length > 1

function atomIn(segment: Segment, { words, year }: AskedAtom, lists: Lists, within: Found | null = null): Found {
  const found = words.map((word) => ({ list: lists(segment, word), offset: word.token.offset }))
  const there = found.flatMap(({ list, offset }) => (list ? [{ list, offset }] : []))
  const said = there.length < found.length ? new Int32Array(0) : phrase(there, within)
  return year === undefined ? said : either(said, adoptedIn(segment, year))
}

function adoptedIn({ columns: { day }, size }: Segment, year: number): Found {
  const out = new Int32Array(size)
  let n = 0
  for (let i = 0; i < size; i++) if (((day[i]! / 10_000) | 0) === year) out[n++] = i
  return out.subarray(0, n)
}

/** How much each word of the question says, in the order they were typed: the rarer in the whole index the more. */
export function sharesOf(asked: Asked, parts: readonly Part[], lists: Lists): readonly number[] {
  const size = parts.reduce((sum, { segment }) => sum + segment.size, 0)
  const weights = positiveWordsOf(asked).map((word) => {
    const there = parts.reduce((sum, { segment }) => sum + (lists(segment, word)?.paragraphs.length ?? 0), 0)
    return Math.log(2 + size / (1 + there))
  })
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / all)
}

/** The words of the question for ranking, in the order they were typed. */
export function rankedIn(segment: Segment, asked: Asked, lists: Lists, shares: readonly number[]): readonly Ranked[] {
  return positiveWordsOf(asked).map((word, i) => {
    const list = lists(segment, word)
    return { list, exact: list?.forms.indexOf(word.token.form) ?? -1, offset: word.token.at, share: shares[i]! }
  })
}
