import type { MandateReading, ObligationReading, OutlineUnit } from '@resolute/reader'
import type { DueContext } from '#modules/calendar'

/** A mandate as it is kept: the reading with its address and what its dates depend on. */
export interface MandateRecord {
  readonly id: string
  readonly unit: string
  readonly unitTitle: string | null
  readonly organ: string | null
  readonly context: DueContext
  readonly reading: MandateReading
  readonly obligations: readonly ObligationRecord[]
}

/** One obligation with links that name obligations of the register. */
export interface ObligationRecord extends Omit<ObligationReading, 'id' | 'unit' | 'path' | 'clause'> {
  readonly n: number
}

/** The address of a mandate; a sheet, whose unit is the document, is not named twice. */
export function mandateId(document: string, unit: string, path: string): string {
  return unit === document ? `${document}#${path}` : `${document}#${unit}#${path}`
}

/**
 * The readings of one text as records of the register, in the order of the text. A paragraph from which nothing was
 * read is left out; where a text numbers two paragraphs of a unit alike, the later one is told apart by `~2`.
 */
export function recordsOf(
  document: string,
  readings: readonly MandateReading[],
  units: ReadonlyMap<string, { readonly unit: OutlineUnit; readonly context: DueContext }>,
): readonly MandateRecord[] {
  const kept = readings.filter(({ clauses, obligations }) => clauses.length > 0 || obligations.length > 0)
  const ids = distinct(kept.map(({ unit, path }) => mandateId(document, unit, path)))
  const address = new Map(
    kept.flatMap(({ obligations }, i) => obligations.map(({ id }, k) => [id, `${ids[i]}/${k + 1}`] as const)),
  )
  return kept.map((reading, i) => {
    const known = units.get(reading.unit)
    return {
      id: ids[i]!,
      unit: reading.unit,
      unitTitle: known?.unit.title ?? null,
      organ: known?.unit.organ ?? null,
      context: known?.context ?? { adopted: null, session: null },
      reading,
      obligations: reading.obligations.map((obligation, k) => recordOf(obligation, k + 1, address)),
    }
  })
}

function recordOf(obligation: ObligationReading, n: number, address: ReadonlyMap<string, string>): ObligationRecord {
  const { id: _id, unit: _unit, path: _path, clause: _clause, ...rest } = obligation
  const links = rest.links.flatMap(({ how, to }) => {
    const found = address.get(to)
    return found === undefined ? [] : [{ how, to: found }]
  })
  return { ...rest, n, links }
}

function distinct(ids: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return ids.map((id) => {
    const times = (seen.get(id) ?? 0) + 1
    seen.set(id, times)
    return times === 1 ? id : `${id}~${times}`
  })
}
