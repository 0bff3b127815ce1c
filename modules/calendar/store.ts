import type { LocalisedText, SessionPart, Span } from '@resolute/reader'
import type { Database, Transaction } from '#platform/database'
import type { CalendarRows, DeadlineRule, WindowRule } from './rows.ts'
import type { Body, DateMark, Deadline, PartDates, Period, Session } from './session.ts'

interface BodyRow extends Omit<Body, 'name'> {
  position: number
  name: LocalisedText & { readonly en: string }
}

interface SessionRow {
  body: string
  number: number
  place: string | null
  is_window: boolean
  note: string | null
}

interface PartRow {
  body: string
  number: number
  part: SessionPart
  position: number
  planned_from: string | null
  planned_to: string | null
  held_from: string | null
  held_to: string | null
  mark: DateMark
  note: string | null
}

interface WindowRow {
  body: string
  part: SessionPart
  first_number: number
  first_year: number
  every_years: number
  starts: string
  ends: string
  years_later: number
  note: string
}

interface DeadlineRow {
  position: number
  code: Deadline['code']
  body: string | null
  count: number
  unit: Span['unit']
  from_session: number | null
  source: string
}

type Tables = {
  'calendar.bodies': BodyRow
  'calendar.sessions': SessionRow
  'calendar.parts': PartRow
  'calendar.windows': WindowRow
  'calendar.deadlines': DeadlineRow
  'calendar.revision': { single: boolean; revision: number; sha256: string }
}

/** Which calendar the tables hold: it changes with every change of a row. */
export interface Revision {
  readonly revision: number
  readonly sha256: string
}

const revision = (database: Database) =>
  database.withTables<Tables>().selectFrom('calendar.revision').select(['revision', 'sha256'])

export async function revisionOf(database: Database): Promise<Revision> {
  return revision(database).executeTakeFirstOrThrow()
}

/** The same, held until the transaction ends: one change of the calendar at a time. */
export async function lockedRevision(transaction: Transaction): Promise<Revision> {
  return revision(transaction).forUpdate().executeTakeFirstOrThrow()
}

export async function setRevision(transaction: Transaction, to: Revision): Promise<void> {
  await transaction.withTables<Tables>().updateTable('calendar.revision').set(to).execute()
}

/** The calendar as it was loaded, without moves. Bodies and deadlines in the order of the files; sessions by body and number. */
export async function loadedRows(from: Database): Promise<CalendarRows> {
  const database = from.withTables<Tables>()
  const bodies = await database.selectFrom('calendar.bodies').selectAll().orderBy('position').execute()
  const sessions = await database
    .selectFrom('calendar.sessions')
    .selectAll()
    .orderBy('body')
    .orderBy('number')
    .execute()
  const parts = await database.selectFrom('calendar.parts').selectAll().orderBy('position').execute()
  const windows = await database
    .selectFrom('calendar.windows')
    .selectAll()
    .orderBy('body')
    .orderBy('part')
    .orderBy('first_number', 'desc')
    .execute()
  const deadlines = await database.selectFrom('calendar.deadlines').selectAll().orderBy('position').execute()
  const partsOf = Map.groupBy(parts, ({ body, number }) => `${body} ${number}`)
  return {
    bodies: bodies.map(({ position: _, ...body }) => body),
    sessions: sessions.map((row) => sessionOf(row, partsOf.get(`${row.body} ${row.number}`) ?? [])),
    windows: windows.map(windowOf),
    deadlines: deadlines.map(deadlineOf),
  }
}

function sessionOf({ is_window, ...session }: SessionRow, parts: readonly PartRow[]): Session {
  return { ...session, window: is_window, parts: parts.map(partOf) }
}

function partOf({ part, planned_from, planned_to, held_from, held_to, mark, note }: PartRow): PartDates {
  return { part, planned: periodOf(planned_from, planned_to), held: periodOf(held_from, held_to), mark, note }
}

function periodOf(from: string | null, to: string | null): Period | null {
  return from === null || to === null ? null : { from, to }
}

function windowOf(row: WindowRow): WindowRule {
  const { body, part, starts, ends, note } = row
  const numbers = { firstNumber: row.first_number, firstYear: row.first_year, everyYears: row.every_years }
  return { body, part, ...numbers, from: starts, to: ends, yearsLater: row.years_later, note }
}

function deadlineOf({ code, body, count, unit, from_session, source }: DeadlineRow): DeadlineRule {
  return { code, body, span: { count, unit }, fromSession: from_session, source }
}

/** Makes the tables hold exactly these rows. A body or session that is gone but still referred to makes the database refuse. */
export async function replaceRows(transaction: Transaction, rows: CalendarRows): Promise<void> {
  const database = transaction.withTables<Tables>()
  await database.deleteFrom('calendar.deadlines').execute()
  await database.deleteFrom('calendar.windows').execute()
  await database.deleteFrom('calendar.sessions').execute()
  const codes = rows.bodies.map(({ code }) => code)
  await database.deleteFrom('calendar.bodies').where('code', 'not in', codes).execute()
  await database
    .insertInto('calendar.bodies')
    .values(rows.bodies.map((body, position) => ({ ...body, position })))
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet(({ ref }) => ({
        position: ref('excluded.position'),
        slug: ref('excluded.slug'),
        name: ref('excluded.name'),
        actor: ref('excluded.actor'),
        aliases: ref('excluded.aliases'),
      })),
    )
    .execute()
  const add = async <T extends keyof Tables>(table: T, values: readonly Tables[T][]) => {
    if (values.length > 0)
      await database
        .insertInto(table)
        .values(values as never)
        .execute()
  }
  await add('calendar.sessions', rows.sessions.map(sessionRowOf))
  await add('calendar.parts', rows.sessions.flatMap(partRowsOf))
  await add('calendar.windows', rows.windows.map(windowRowOf))
  await add('calendar.deadlines', rows.deadlines.map(deadlineRowOf))
}

function sessionRowOf({ body, number, place, window, note }: Session): SessionRow {
  return { body, number, place, is_window: window, note }
}

function partRowsOf({ body, number, parts }: Session): PartRow[] {
  return parts.map(({ part, planned, held, mark, note }, position) => ({
    ...{ body, number, part, position, mark, note },
    planned_from: planned?.from ?? null,
    planned_to: planned?.to ?? null,
    held_from: held?.from ?? null,
    held_to: held?.to ?? null,
  }))
}

function windowRowOf(rule: WindowRule): WindowRow {
  const { body, part, from, to, note } = rule
  const numbers = { first_number: rule.firstNumber, first_year: rule.firstYear, every_years: rule.everyYears }
  return { body, part, ...numbers, starts: from, ends: to, years_later: rule.yearsLater, note }
}

function deadlineRowOf({ code, body, span, fromSession, source }: DeadlineRule, position: number): DeadlineRow {
  return { position, code, body, count: span.count, unit: span.unit, from_session: fromSession, source }
}
