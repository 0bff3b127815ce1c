import type { OutlineUnit } from '@resolute/reader'
import type { DueContext, SessionTable } from '#modules/calendar'

/** What is known of the document a unit stands in. */
export interface KnownAdoption {
  readonly adopted: string | null
  readonly session: { readonly body: string; readonly number: number } | null
}

/**
 * When and at which session a unit was adopted, as far as the text and the importer say: the unit's own line first
 * ("46th plenary meeting, 26 July 2012"), then its number (`20/1` of a commission is of its twentieth session, `2012/19`
 * of the Council of 2012; field.md 1.2), then what is known of the document. A draft is of the session that proposes it.
 */
export function adoptionOf(
  unit: Pick<OutlineUnit, 'type' | 'number' | 'organ' | 'adopted'>,
  known: KnownAdoption,
  table: Pick<SessionTable, 'findBody'>,
): DueContext {
  return {
    adopted: isoDate(unit.adopted?.date ?? null) ?? known.adopted,
    session: sessionOfNumber(unit, table) ?? known.session,
  }
}

function sessionOfNumber(
  { type, number, organ }: Pick<OutlineUnit, 'type' | 'number' | 'organ'>,
  table: Pick<SessionTable, 'findBody'>,
): DueContext['session'] {
  if (type !== 'resolution' && type !== 'decision') return null
  const session = /^(\d{1,4})\/\d+/.exec(number ?? '')?.[1]
  const body = organ === null ? null : table.findBody(organ)
  return session && body ? { body: body.code, number: Number(session) } : null
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** `2012-07-26` or `26 July 2012` as an ISO date; null for anything else, and for days that do not exist. */
export function isoDate(written: string | null): string | null {
  if (written === null) return null
  const day = /^(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})$/.exec(written.trim())
  const month = months.indexOf(day?.[2]?.toLowerCase() ?? '') + 1
  const iso = day ? `${day[3]}-${String(month).padStart(2, '0')}-${day[1]?.padStart(2, '0')}` : written.trim()
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null
}
