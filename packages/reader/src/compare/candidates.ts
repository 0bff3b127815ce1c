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
const mostLookups = 1_024
const mostCandidates = 8
/** Texts that have less of each other than this are no candidates. */
const leastContained = 0.25

/**
 * For each new text the old ones that share most with it, through an inverted index. Bounded for each text, so that the
 * time for all of them is linear.
 */
export function candidatesOf(
  olds: readonly Features[],
  news: readonly Features[],
  weights: Float64Array,
): readonly Candidate[] {
  const { starts, places } = indexOf(olds, weights.length)
  const oldWeights = Float64Array.from(olds, (features) => weightOf(features, weights))
  const sums = new Float64Array(olds.length)
  const touched = new Int32Array(olds.length)
  // by feature, the last new text that has it and of which not all features were looked up
  const marked = new Int32Array(weights.length).fill(-1)
  const found: Candidate[] = []
  for (let neu = 0; neu < news.length; neu++) {
    const features = news[neu]!
    if (features.length === 0) continue
    const lookups = lookupsOf(features, starts)
    const bounded = lookups > mostLookups
    const looked = bounded ? rarestFirst(features, starts) : features
    let count = 0
    for (let at = 0, left = mostLookups; at < looked.length; at++) {
      const feature = looked[at]!
      const end = starts[feature + 1]!
      left -= end - starts[feature]!
      if (left < 0) break
      const weight = weights[feature]!
      for (let place = starts[feature]!; place < end; place++) {
        const old = places[place]!
        if (sums[old] === 0) touched[count++] = old
        sums[old]! += weight
      }
    }
    if (bounded) for (const feature of features) marked[feature] = neu
    const newWeight = weightOf(features, weights)
    for (const old of foremost(touched, count, sums)) {
      // where not all was looked up, what the foremost share is counted over
      const shared = bounded ? markedWeight(olds[old]!, marked, neu, weights) : sums[old]!
      const candidate = { old, neu, shared, oldWeight: oldWeights[old]!, newWeight }
      if (contained(candidate) >= leastContained) found.push(candidate)
    }
    for (let at = 0; at < count; at++) sums[touched[at]!] = 0
  }
  return found
}

/** Those of the touched with the highest sums, in no order. */
function foremost(touched: Int32Array, count: number, sums: Float64Array): readonly number[] {
  const best: number[] = []
  let least = 0
  for (let at = 0; at < count; at++) {
    const old = touched[at]!
    if (best.length < mostCandidates) {
      best.push(old)
      if (sums[old]! < sums[best[least]!]!) least = best.length - 1
    } else if (sums[old]! > sums[best[least]!]!) {
      best[least] = old
      for (let one = 0; one < best.length; one++) if (sums[best[one]!]! < sums[best[least]!]!) least = one
    }
  }
  return best
}

function markedWeight(features: Features, marked: Int32Array, by: number, weights: Float64Array): number {
  let sum = 0
  for (let at = 0; at < features.length; at++) if (marked[features[at]!] === by) sum += weights[features[at]!]!
  return sum
}

function lookupsOf(features: Features, starts: Int32Array): number {
  let sum = 0
  for (let at = 0; at < features.length; at++) sum += starts[features[at]! + 1]! - starts[features[at]!]!
  return sum
}

const rarestFirst = (features: Features, starts: Int32Array): Features =>
  features.slice().sort((a, b) => starts[a + 1]! - starts[a]! - (starts[b + 1]! - starts[b]!))

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
