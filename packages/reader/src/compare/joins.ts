import type { Candidate } from './candidates.ts'
import type { Matching } from './equal.ts'
import type { Features } from './features.ts'

/** Least share of a text that stands in another and in none of those the other is matched with already. */
const leastJoined = 0.25
/** How far from one another what was merged or split may stand. */
const furthest = 2

/** A text without a match that went into, or came out of, one that has a match. */
export interface Join {
  /** The one without a match, and the one on the other side it belongs to. */
  readonly side: 'old' | 'new'
  readonly at: number
  readonly to: number
}

/**
 * What was merged and split: a text without a match, most of which stands in a text of the other side whose own match
 * is its neighbour. What the neighbour has as well does not count.
 */
export function joinsOf(
  candidates: readonly Candidate[],
  { newOf, oldOf }: Matching,
  olds: readonly Features[],
  news: readonly Features[],
  weights: Float64Array,
): readonly Join[] {
  const best = new Map<string, { readonly join: Join; readonly share: number }>()
  for (const { old, neu, oldWeight, newWeight } of candidates) {
    const merged = newOf[old] === -1 && oldOf[neu] !== -1
    const split = oldOf[neu] === -1 && newOf[old] !== -1
    if (merged === split) continue
    const [own, other, of, weight] = merged
      ? [olds[old]!, news[neu]!, oldOf[neu]!, oldWeight]
      : [news[neu]!, olds[old]!, newOf[old]!, newWeight]
    if (Math.abs((merged ? old : neu) - of) > furthest) continue
    const share = sharedBeyond(own, other, (merged ? olds : news)[of]!, weights) / weight
    if (share < leastJoined) continue
    const join: Join = merged ? { side: 'old', at: old, to: neu } : { side: 'new', at: neu, to: old }
    const key = `${join.side}${join.at}`
    if (share > (best.get(key)?.share ?? 0)) best.set(key, { join, share })
  }
  return [...best.values()].map(({ join }) => join)
}

function sharedBeyond(own: Features, other: Features, known: Features, weights: Float64Array): number {
  const has = new Set(other)
  for (const feature of known) has.delete(feature)
  let sum = 0
  for (const feature of own) if (has.has(feature)) sum += weights[feature]!
  return sum
}
