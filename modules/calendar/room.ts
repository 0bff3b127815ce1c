import type { Doer } from '#platform/manifest'
import type { CalendarRows } from './rows.ts'
import type { SessionTable } from './session.ts'

/** What the room can do. */
export interface Calendar {
  /** The calendar as it stands in the database. Kept in memory until somebody changes it. */
  table(): Promise<SessionTable>
  /**
   * Act `calendar.load-sessions`. Asks: a calendar, the one that ships with the program unless given. Does: makes the
   * tables hold exactly it, in one transaction with one ledger entry; the same again changes nothing. Who may: the
   * program itself, when it prepares the database. Refusals: none; rows that contradict each other throw.
   */
  loadSessions(by: Doer, rows?: CalendarRows): Promise<CalendarLoad>
}

interface CalendarLoad {
  readonly state: 'loaded' | 'unchanged'
  readonly sessions: number
}
