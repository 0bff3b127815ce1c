import type { SessionPart, Span } from '@resolute/reader'
import type { Body, Deadline, Session } from './session.ts'

/**
 * A rule that gives a window, not days, for sessions nobody listed: session `firstNumber` falls into `firstYear`, each
 * further one `everyYears` later. `from` and `to` are month and day; `to` lies `yearsLater` years after `from`.
 */
export interface WindowRule {
  readonly body: string
  readonly part: SessionPart
  readonly firstNumber: number
  readonly firstYear: number
  readonly everyYears: number
  readonly from: string
  readonly to: string
  readonly yearsLater: number
  readonly note: string
}

/** A deadline of procedure: `span` before the start of the regular part, from the session with which it took effect. */
export interface DeadlineRule {
  readonly code: Deadline['code']
  /** Null: for every body. */
  readonly body: string | null
  readonly span: Span
  readonly fromSession: number | null
  /** Where the rule is laid down. */
  readonly source: string
}

/** Everything the calendar knows, as it stands in the tables. */
export interface CalendarRows {
  readonly bodies: readonly Body[]
  readonly sessions: readonly Session[]
  readonly windows: readonly WindowRule[]
  readonly deadlines: readonly DeadlineRule[]
}
