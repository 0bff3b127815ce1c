import type { IsoDate, Session, SessionTable } from '#modules/calendar'
import { horizonOf } from '#modules/mandates'

/**
 * A session the register can answer for, or null. Rules of the calendar reach any future session, but duties that recur
 * are worked out only as far as the calendar lists sessions: beyond it "nothing is due" would be untrue.
 */
export function sessionWithin(table: SessionTable, body: string, number: number): Session | null {
  const session = table.session(body, number)
  const lastYear = yearOf(horizonOf(table))
  const beyond = session?.parts.every(({ held, planned }) => yearOf((held ?? planned)?.from ?? '') > lastYear)
  return beyond ? null : session
}

/** Years of rules may have five figures, so they are not compared as text. */
const yearOf = (date: IsoDate): number => Number(date.split('-')[0])
