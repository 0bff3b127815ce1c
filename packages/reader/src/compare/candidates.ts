import type { Features } from './features.ts'
import { weightOf } from './features.ts'

/** Two texts that share features. `shared` is the weight of those, beside the weight of all of either. */
export interface Candidate {
  readonly old: number
  readonly neu: number
  readonly shared: number
  readonly oldWeight: number
  readonly newWeight: number
}

/** How alike two texts are: the weight of what both have against that of what each has. From 0 to 1. */
export const alike = ({ shared, oldWeight, newWeight }: Candidate): number => (2 * shared) / (oldWeight + newWeight)

/** How much of the smaller stands in the larger. From 0 to 1. */
export const contained = ({ shared, oldWeight, newWeight }: Candidate): number =>
  shared / Math.min(oldWeight, newWeight)

/** How many places of the index are looked at for one text; features that few texts have go first. */
const mostLookups = 8_192
const mostCandidates = 12
/** Texts that have less of each other than this are no candidates. */
const leastContained = 0.25

/**
 * For each new text the old ones most like it, through an inverted index. Bounded for each text, so that the time for
 * all of them is linear; in texts of some hundred paragraphs no bound is ever met.
 */
export function candidatesOf(
  olds: readonly Features[],
  news: readonly Features[],
  weights: Float64Array,
): readonly Candidate[] {
  const { starts, places } = indexOf(olds, weights.length)
  const oldWeights = olds.map((features) => weightOf(features, weights))
  const sums = new Float64Array(olds.length)
  const touched = new Int32Array(olds.length)
  const found: Candidate[] = []
  for (const [neu, features] of news.entries()) {
    const newWeight = weightOf(features, weights)
    let count = 0
    let lookups = 0
    for (const feature of rarestFirst(features, starts)) {
      const end = starts[feature + 1]!
      lookups += end - starts[feature]!
      if (lookups > mostLookups) break
      const weight = weights[feature]!
      for (let at = starts[feature]!; at < end; at++) {
        const old = places[at]!
        if (sums[old] === 0) touched[count++] = old
        sums[old]! += weight
      }
    }
    const own: Candidate[] = []
    const bounded = lookups > mostLookups
    for (let at = 0; at < count; at++) {
      const old = touched[at]!
      const candidate = { old, neu, shared: sums[old]!, oldWeight: oldWeights[old]!, newWeight }
      sums[old] = 0
      if (bounded || contained(candidate) >= leastContained) own.push(candidate)
    }
    if (own.length > mostCandidates) own.sort((a, b) => b.shared - a.shared).length = mostCandidates
    if (!bounded) found.push(...own)
    else {
      // not all was looked at: what the foremost share is counted over
      const has = new Set(features)
      for (const one of own) {
        const shared = weightOf(
          olds[one.old]!.filter((feature) => has.has(feature)),
          weights,
        )
        if (contained({ ...one, shared }) >= leastContained) found.push({ ...one, shared })
      }
    }
  }
  return found
}

/** Features in the order of how few texts have them; all of them as they stand where that is not worth the sorting. */
function rarestFirst(features: Features, starts: Int32Array): Features {
  let all = 0
  for (const feature of features) all += starts[feature + 1]! - starts[feature]!
  if (all <= mostLookups) return features
  return features.slice().sort((a, b) => starts[a + 1]! - starts[a]! - (starts[b + 1]! - starts[b]!))
}

/** By feature, the texts that have it: from `starts[feature]` to `starts[feature + 1]` in `places`. */
function indexOf(
  texts: readonly Features[],
  size: number,
): { readonly starts: Int32Array; readonly places: Int32Array } {
  const starts = new Int32Array(size + 2)
  for (const features of texts) for (const feature of features) starts[feature + 2]!++
  for (let feature = 2; feature < starts.length; feature++) starts[feature]! += starts[feature - 1]!
  const places = new Int32Array(starts[size + 1]!)
  for (const [at, features] of texts.entries()) for (const feature of features) places[starts[feature + 1]!++] = at
  return { starts, places }
}
