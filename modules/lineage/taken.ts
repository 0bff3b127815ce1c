import type { DatedText } from './descent.ts'
import { keyOf } from './kin.ts'

/** A paragraph of another text that is like the one asked about. */
export interface Nearby {
  readonly document: string
  readonly n: number
  readonly of: DatedText
  readonly similarity: number
}

/** From here on a paragraph counts as taken over from another series. */
export const takenFrom = 0.3

/** From here on two mandates of different series are shown to a person as a possible overlap. */
export const overlapsFrom = 0.3

/** What stands in more series than this is a formula: where it comes from, and whom it overlaps with, says nothing. */
const formulaFrom = 8

/** A paragraph of fewer words (or Chinese characters) says too little to come from anywhere: headings, lists of articles. */
const fewestWords = 12

export const saysEnough = (text: string): boolean =>
  (text.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0) >= fewestWords

/** The most possible overlaps kept for one mandate. */
const mostOverlaps = 3

/** How far below the most similar a later paragraph may be and still be where the words were taken from. */
const slack = 0.05

const isEarlier = (one: DatedText, than: DatedText): boolean =>
  one.day !== null && than.day !== null && one.day < than.day && one.language === than.language

/**
 * Earlier paragraphs of other series, one for each series: the most similar, of several about as similar the latest,
 * which stands. Empty where there are so many that the paragraph is a formula.
 */
function ofOtherSeries(
  of: DatedText,
  near: readonly Nearby[],
  least: number,
  rootOf: (text: DatedText) => string,
): readonly Nearby[] {
  const own = rootOf(of)
  const earlier = near.filter(({ of: other, similarity }) => similarity >= least && isEarlier(other, of))
  const bySeries = Map.groupBy(earlier, ({ of: other }) => rootOf(other))
  bySeries.delete(own)
  return bySeries.size > formulaFrom ? [] : [...bySeries.values()].map((same) => latestOfNearest(same)!)
}

function latestOfNearest(near: readonly Nearby[]): Nearby | null {
  const most = Math.max(...near.map(({ similarity }) => similarity))
  return near
    .filter(({ similarity }) => similarity >= most - slack)
    .reduce<Nearby | null>((best, one) => (best && !isBetter(one, best) ? best : one), null)
}

const isBetter = (one: Nearby, best: Nearby): boolean =>
  one.of.day === best.of.day ? one.similarity > best.similarity : (one.of.day ?? '') > (best.of.day ?? '')

/** Where a paragraph that is new in its series was taken from: the nearest earlier one of another series. */
export function takenOver(of: DatedText, near: readonly Nearby[], rootOf: (text: DatedText) => string): Nearby | null {
  return latestOfNearest(ofOtherSeries(of, near, takenFrom, rootOf))
}

/** Earlier paragraphs of other series that a mandate may overlap with, nearest first. */
export function overlapping(
  of: DatedText,
  near: readonly Nearby[],
  rootOf: (text: DatedText) => string,
): readonly Nearby[] {
  return [...ofOtherSeries(of, near, overlapsFrom, rootOf)]
    .sort((a, b) => b.similarity - a.similarity || (keyOf(a.of) < keyOf(b.of) ? -1 : 1))
    .slice(0, mostOverlaps)
}
