import type { SessionPart } from '@resolute/reader'
import type { Doer, NotAllowed } from '#platform/access'
import { addMonths, isDate } from './iso-date.ts'
import type { CalendarRows } from './rows.ts'
import type { PartDates, Period, Session } from './session.ts'

/** A part of a session that was put on other days, and why. */
export interface SessionMove {
  /** 1, 2, 3, ... over all sessions. */
  readonly n: number
  readonly body: string
  readonly number: number
  readonly part: SessionPart
  /** The dates that counted before; null where nobody had fixed days. */
  readonly from: Period | null
  readonly to: Period
  readonly reason: string
  readonly by: Doer
  /** ISO instant. */
  readonly at: string
}

/** What is asked by `calendar.move-session`. */
export interface MoveRequest {
  readonly body: string
  readonly number: number
  readonly part: SessionPart
  readonly to: Period
  readonly reason: string
}

/** Why a session was not moved. */
export type MoveRefusal =
  | NotAllowed
  | { readonly refused: 'no-such-session' | 'bad-dates' | 'same-dates' | 'no-reason' | 'long-reason' }

/** A reason is a sentence or two. */
export const longestReason = 1000

/** No part of a session lasts longer. */
const longestMonths = 6

export function moveFault({ to, reason }: MoveRequest): Exclude<MoveRefusal, NotAllowed> | null {
  if (!isDate(to.from) || !isDate(to.to) || to.to < to.from || to.to > addMonths(to.from, longestMonths)) {
    return { refused: 'bad-dates' }
  }
  if (reason.trim() === '') return { refused: 'no-reason' }
  return reason.length > longestReason ? { refused: 'long-reason' } : null
}

/** The dates that count: as held, else as planned. */
export const countingDates = (part: PartDates | undefined): Period | null => part?.held ?? part?.planned ?? null

const same = (a: Period | null, b: Period | null): boolean => a?.from === b?.from && a?.to === b?.to

/**
 * Lays moves over a calendar. A move counts as long as the calendar below still says what it said when somebody moved the
 * session away from it; one loaded since that knows better wins.
 */
export function withMoves(rows: CalendarRows, moves: readonly SessionMove[]): CalendarRows {
  if (moves.length === 0) return rows
  const bySession = Map.groupBy(moves, ({ body, number }) => `${body} ${number}`)
  const keyOf = ({ body, number }: Pick<Session, 'body' | 'number'>) => `${body} ${number}`
  const listed = new Set(rows.sessions.map(keyOf))
  const fixed = [...bySession].filter(([key]) => !listed.has(key)).map(([, [move]]) => emptySession(move!))
  const sessions = [...rows.sessions, ...fixed].map((session) => moved(session, bySession.get(keyOf(session)) ?? []))
  return { ...rows, sessions }
}

/** One that only a rule gave so far: somebody has fixed its days. */
function emptySession({ body, number }: SessionMove): Session {
  return { body, number, place: null, parts: [], window: false, note: null }
}

function moved(session: Session, moves: readonly SessionMove[]): Session {
  if (moves.length === 0) return session
  const parts = [...session.parts]
  for (const [part, ofPart] of Map.groupBy(moves, (move) => move.part)) {
    const at = parts.findIndex((known) => known.part === part)
    const below = session.window ? null : countingDates(parts[at])
    if (!ofPart.some(({ from }) => same(from, below))) continue
    const dates = movedPart(part, parts[at], below, ofPart.at(-1)!)
    if (at === -1) parts.push(dates)
    else parts[at] = dates
  }
  const start = (part: PartDates) => countingDates(part)?.from ?? ''
  return { ...session, window: false, parts: parts.sort((a, b) => (start(a) < start(b) ? -1 : 1)) }
}

function movedPart(
  part: SessionPart,
  known: PartDates | undefined,
  below: Period | null,
  last: SessionMove,
): PartDates {
  const back = same(below, last.to)
  return {
    part,
    planned: known?.held ? known.planned : last.to,
    held: known?.held ? last.to : null,
    mark: 'verified',
    note: last.reason,
    ...(!back && { movedFrom: below }),
  }
}
