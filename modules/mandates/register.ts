import type { Life, MandateReading, Money, ObligationReading, OutlineUnit, Restriction } from '@resolute/reader'
import type { DueContext } from '#modules/calendar'
import { type Decided, lookOf, standOf } from './decided.ts'
import { type Numbered, numbersFor } from './numbering.ts'
import type { ReadingLook, ReadingState, ReasonOfDoubt } from './reading.ts'

/** A numbered paragraph as it is kept: its reading with its address and what its dates depend on. */
export interface MandateRecord {
  readonly id: string
  readonly unit: string
  readonly unitTitle: string | null
  readonly organ: string | null
  readonly context: DueContext
  readonly reading: MandateReading
  readonly obligations: readonly ObligationRecord[]
  /** Place among the paragraphs of the document. */
  readonly position: number
  readonly textHash: string
  readonly certainty: number | null
  readonly doubts: readonly ReasonOfDoubt[]
  readonly state: ReadingState
  readonly look: ReadingLook | null
  /** Key of the reading by a person that counts, or was left behind by a change of the text. */
  readonly personReading: string | null
}

/** One obligation with links that name obligations of the register. */
export interface ObligationRecord extends Omit<ObligationReading, 'id' | 'unit' | 'path' | 'clause'> {
  readonly n: number
  readonly position: number
  readonly actorId: string | null
  readonly restrictions: readonly Restriction[]
  readonly money: readonly Money[]
  readonly life: Life | null
}

/** The address of a mandate; a sheet, whose unit is the document, is not named twice. */
export function mandateId(document: string, unit: string, path: string): string {
  return unit === document ? `${document}#${path}` : `${document}#${unit}#${path}`
}

/** What records are made with besides the readings. */
export interface RecordFacts {
  readonly document: string
  readonly units: ReadonlyMap<string, { readonly unit: OutlineUnit; readonly context: DueContext }>
  /** Numbers given before, by mandate. */
  readonly numbers: ReadonlyMap<string, readonly Numbered[]>
  readonly decided: Decided
  /** Id among the actors. */
  actorOf(name: string): string | null
}

/**
 * The readings of one text as records of the register, in the order of the text. Where a text numbers two paragraphs of
 * a unit alike, the later one is told apart by `~2`.
 */
export function recordsOf(readings: readonly MandateReading[], facts: RecordFacts): readonly MandateRecord[] {
  const { document, units, decided } = facts
  const ids = distinct(readings.map(({ unit, path }) => mandateId(document, unit, path)))
  return readings.map((reading, i) => {
    const known = units.get(reading.unit)
    const id = ids[i]!
    const person = decided.of(reading)
    const obligations = obligationsFor(id, reading, facts)
    return {
      id,
      unit: reading.unit,
      unitTitle: known?.unit.title ?? null,
      organ: known?.unit.organ ?? null,
      context: known?.context ?? { adopted: null, session: null },
      reading,
      obligations,
      position: i + 1,
      textHash: decided.hashOf(reading),
      ...standOf(reading, obligations, person),
      look: lookOf(reading, person),
      personReading: person.counts?.key ?? person.left?.key ?? null,
    }
  })
}

function obligationsFor(id: string, reading: MandateReading, facts: RecordFacts): readonly ObligationRecord[] {
  const { obligations, clauses } = reading
  const asked = obligations.map(({ kind, actor, action }) => ({ kind, actorName: actor.name, action }))
  const numbers = numbersFor(asked, facts.numbers.get(id) ?? [])
  const address = new Map(obligations.map((one, k) => [one.id, `${id}/${numbers[k]}`]))
  return obligations.map((one, k) => {
    const { id: _id, unit: _unit, path: _path, clause, ...rest } = one
    return {
      ...rest,
      n: numbers[k]!,
      position: k + 1,
      actorId: facts.actorOf(one.actor.name),
      links: one.links.flatMap(({ how, to }) => (address.has(to) ? [{ how, to: address.get(to)! }] : [])),
      restrictions: one.actor.restrictions ?? [],
      money: clauses[clause]?.money ?? [],
      life: clauses[clause]?.life ?? null,
    }
  })
}

/** Paths may end in `~2` themselves, where the reader told two of a unit apart: no number is given that is taken. */
function distinct(ids: readonly string[]): string[] {
  const taken = new Set(ids)
  const seen = new Set<string>()
  return ids.map((id) => {
    if (!seen.has(id)) {
      seen.add(id)
      return id
    }
    let times = 2
    while (taken.has(`${id}~${times}`)) times++
    const other = `${id}~${times}`
    taken.add(other)
    return other
  })
}
