import { type Asked, type AskedAtom, type AskedOf, positiveWordsOf } from './asking.ts'
import { all, atLeast, either, type Found, phrase, without } from './matching.ts'
import type { Lists, Part, Segment } from './opened.ts'
import type { Ranked } from './ranking.ts'

/** How many of the words a paragraph may lack. */
export type Lacking = number

/** The paragraphs of a segment that answer the question in one language. */
export function answersIn(segment: Segment, { wanted }: Asked, lists: Lists, lacking: Lacking): Found {
  const found = (one: AskedOf) => one.either.map((atom) => atomIn(segment, atom, lists)).reduce(either)
  const positive: Found[] = []
  for (const one of wanted.filter(({ excluded }) => !excluded)) {
    const own = found(one)
    if (own.length === 0 && lacking === 0) return own
    positive.push(own)
  }
  if (positive.length === 0) return new Int32Array(0)
  const least = positive.length - lacking
  const there = lacking === 0 ? all(positive) : atLeast(positive, least, segment.size)
  return wanted.filter(({ excluded }) => excluded).reduce((left, one) => without(left, found(one)), there)
}

function atomIn(segment: Segment, { words, year }: AskedAtom, lists: Lists): Found {
  const found = words.map((word) => ({ list: lists(segment, word), offset: word.token.offset }))
  const there = found.flatMap(({ list, offset }) => (list ? [{ list, offset }] : []))
  const said = there.length < found.length ? new Int32Array(0) : phrase(there)
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
