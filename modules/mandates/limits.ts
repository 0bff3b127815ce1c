import { isoDate } from '#modules/documents'
import type { ObligationFilter } from './obligation.ts'

/** PostgreSQL stores no U+0000, so nothing it holds has one. */
export const storable = (text: string): string => text.slice(0, 1000).replaceAll('\u0000', '\uFFFD')

/** A day that does not exist sets no limit. */
export const dayOf = (asOf: string | undefined): string | undefined => isoDate(asOf ?? null) ?? undefined

/** No session has number 0. */
export const sessionNumber = (session: number): number =>
  Number.isInteger(session) && session > 0 && session <= 9999 ? session : 0

/**
 * A filter as it may come out of any address, made harmless: what nothing can match matches nothing, and a day that
 * does not exist is left out. Whoever wants to refuse such an address does so before.
 */
export function withinLimits(filter: ObligationFilter): ObligationFilter {
  const texts = Object.entries(filter).map(([name, value]) => [
    name,
    typeof value === 'string' ? storable(value) : value,
  ])
  const { session, asOf } = filter
  return {
    ...(Object.fromEntries(texts) as ObligationFilter),
    ...(session !== undefined && { session: sessionNumber(session) }),
    ...(asOf !== undefined && { asOf: dayOf(asOf) }),
  }
}
