import type { Asked } from './index-asked.ts'
import { type Lookup, lookupIn } from './index-nearest.ts'
import type { IndexedUnit, ReadPart } from './index-read.ts'
import type { Segment } from './index-segment.ts'

/** A segment in use. The first part holds nearly everything; later ones what came since. */
export interface Part {
  readonly segment: Segment
  readonly units: readonly IndexedUnit[]
  readonly paragraphs: number
  /** 1 for each unit that stands, 0 where a later version has taken its place. */
  readonly stands: Uint8Array
  readonly lookup: Lookup
}

export const partOf = ({ segment, units, paragraphs }: ReadPart): Part => ({
  segment,
  units,
  paragraphs,
  stands: new Uint8Array(units.length).fill(1),
  lookup: lookupIn(segment),
})

/** A part in which some units stand no more. */
export function withoutUnits(part: Part, units: readonly number[]): Part {
  if (units.length === 0) return part
  const stands = part.stands.slice()
  for (const unit of units) stands[unit] = 0
  return { ...part, stands }
}

/** Which units of each part count, one number each. */
export type Accepted = ReadonlyMap<Part, Uint8Array>

/** The units that stand and that `wanted` says yes to. */
export function acceptedOf(parts: readonly Part[], wanted: ((unit: IndexedUnit) => boolean) | null): Accepted {
  const accepted = (part: Part) =>
    wanted === null ? part.stands : part.stands.map((stands, i) => (stands === 1 && wanted(part.units[i]!) ? 1 : 0))
  return new Map(parts.map((part) => [part, accepted(part)]))
}

/** A text beside the one asked about, with its number in every part that has it. */
export interface NearText {
  readonly similarity: number
  /** Grams both have. */
  readonly shared: number
  readonly in: readonly { readonly part: Part; readonly text: number }[]
}

/** The nearest of all parts: `most` of them, nearest first, each text once. */
export function nearestIn(accepted: Accepted, asked: Asked, most: number, least: number): NearText[] {
  const byWhole = new Map<string, { similarity: number; shared: number; in: { part: Part; text: number }[] }>()
  let bar = least
  for (const [part, units] of accepted) {
    for (const { text, shared, similarity } of part.lookup.nearest(asked, most, bar, units)) {
      const whole = `${part.segment.wholeHigh[text]} ${part.segment.wholeLow[text]}`
      const known = byWhole.get(whole)
      if (known) known.in.push({ part, text })
      else byWhole.set(whole, { similarity, shared, in: [{ part, text }] })
    }
    if (accepted.size > 1 && byWhole.size >= most) {
      bar = [...byWhole.values()].map(({ similarity }) => similarity).sort((a, b) => b - a)[most - 1]!
    }
  }
  return [...byWhole.values()].sort((a, b) => b.similarity - a.similarity).slice(0, most)
}

/** A place where a text stands. */
export interface Place {
  readonly unit: IndexedUnit
  readonly n: number
}

/** Every place of a text in an accepted unit. */
export function placesOf(near: NearText, accepted: Accepted): Place[] {
  return near.in.flatMap(({ part, text }) => {
    const { placesFrom, placeUnit, placeN } = part.segment
    const units = accepted.get(part)!
    const places: Place[] = []
    for (let at = placesFrom[text]!; at < placesFrom[text + 1]!; at++) {
      if (units[placeUnit[at]!] === 1) places.push({ unit: part.units[placeUnit[at]!]!, n: placeN[at]! })
    }
    return places
  })
}
