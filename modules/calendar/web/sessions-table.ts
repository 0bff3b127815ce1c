import type { PartDates, Session } from '#modules/calendar'
import { type Cell, type Column, type Table, tableOf } from '#platform/tables'
import { speakFrom } from '#platform/words'
import messages from './messages/en.json' with { type: 'json' }

const say = speakFrom([messages])

interface Row {
  readonly session: Session
  readonly part: PartDates
}

const column = (key: string, value: (row: Row) => Cell, width = 14): Column<Row> => ({
  key,
  title: say(`sessions.table.${key}`),
  value,
  width,
})

/** The calendar as a table: one row per part of a session, planned dates beside held ones. */
export function sessionsTable(sessions: readonly Session[]): Table {
  return tableOf(
    'sessions',
    [
      column('body', ({ session }) => session.body),
      column('session', ({ session }) => session.number, 8),
      column('part', ({ part }) => part.part, 12),
      column('planned_from', ({ part }) => part.planned?.from ?? null),
      column('planned_to', ({ part }) => part.planned?.to ?? null),
      column('held_from', ({ part }) => part.held?.from ?? null),
      column('held_to', ({ part }) => part.held?.to ?? null),
      column('mark', ({ part }) => part.mark, 12),
      column('window', ({ session }) => session.window, 8),
      column('place', ({ session }) => session.place, 16),
      column('note', ({ part, session }) => part.note ?? session.note, 40),
    ],
    sessions.flatMap((session) => session.parts.map((part) => ({ session, part }))),
  )
}
