import type { Visitor } from '#platform/access'
import type { Transaction } from '#platform/database'
import type { Doer } from '#platform/manifest'
import type { MoveRefusal, MoveRequest, SessionMove } from './move.ts'
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
  /**
   * Act `calendar.move-session`. Asks: a part of a session, its new days and the reason. Does: puts it on those days,
   * with one ledger entry; every date that counts from it follows. Who may: an officer. Refusals: no such session, days
   * that are none, those it has already, no reason.
   */
  moveSession(by: Visitor, request: MoveRequest): Promise<{ readonly move: SessionMove } | MoveRefusal>
  /** Whether a visitor may move sessions: asked before a form is shown. */
  mayMove(by: Visitor): boolean
  /** Moves of a session, or of all, the oldest first. */
  moves(body?: string, number?: number): Promise<readonly SessionMove[]>
  /** Heard in the transaction of the act, before anybody sees the new dates; one that throws takes the act with it. */
  onMove(listener: (transaction: Transaction, move: SessionMove) => Promise<void>): void
}

interface CalendarLoad {
  readonly state: 'loaded' | 'unchanged'
  readonly sessions: number
}
