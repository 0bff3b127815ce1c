import { readFileSync } from 'node:fs'
import type { SessionPart, Span } from '@resolute/reader'
import { parse } from 'csv-parse/sync'
import { isDate } from './iso-date.ts'
import type { CalendarRows, DeadlineRule, WindowRule } from './rows.ts'
import type { Body, DateMark, Deadline, PartDates, Period, Session } from './session.ts'

type Cells = Readonly<Record<string, string>>

/**
 * The calendar that ships with the program, read from the reviewed files in `data/`. A file that breaks its own rules
 * (a day that does not exist, an unknown word, a body nobody listed) throws, naming the file and the row.
 */
export function shippedCalendar(): CalendarRows {
  const bodies: readonly Body[] = JSON.parse(textOf('bodies.json'))
  const codes = new Set(bodies.map((body) => body.code))
  return {
    bodies,
    sessions: sessionsFrom(tableOf('sessions.csv', codes)),
    windows: tableOf('windows.csv', codes).map(windowFrom),
    deadlines: tableOf('deadlines.csv', codes).map(deadlineFrom),
  }
}

function textOf(file: string): string {
  return readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')
}

function tableOf(file: string, codes: ReadonlySet<string>): readonly Cells[] {
  const rows: Cells[] = parse(textOf(file), { columns: true, skip_empty_lines: true })
  for (const row of rows) {
    if (row.body && !codes.has(row.body)) throw new Error(`${file}: no body "${row.body}": ${JSON.stringify(row)}`)
  }
  return rows
}

/** Rows are one part each; the parts of a session stand next to each other, in order of time. */
function sessionsFrom(rows: readonly Cells[]): readonly Session[] {
  const sessions = new Map<string, Session>()
  for (const row of rows) {
    const number = Number(row.number)
    const key = `${row.body} ${number}`
    const before = sessions.get(key)
    const part = partFrom(row)
    const parts = [...(before?.parts ?? []), part]
    const session = { body: row.body!, number, place: row.place || null, window: row.days === 'window' }
    sessions.set(key, { ...session, parts, note: part.part === 'regular' ? row.note || null : (before?.note ?? null) })
  }
  return [...sessions.values()]
}

const parts: readonly string[] = ['opening', 'regular', 'reconvened'] satisfies SessionPart[]
const marks: readonly string[] = ['verified', 'unverified', 'derived'] satisfies DateMark[]

function partFrom(row: Cells): PartDates {
  if (!parts.includes(row.part ?? '') || !marks.includes(row.mark ?? ''))
    throw new Error(`sessions.csv: ${JSON.stringify(row)}`)
  return {
    part: row.part as SessionPart,
    planned: periodFrom(row, 'planned'),
    held: periodFrom(row, 'held'),
    mark: row.mark as DateMark,
    note: row.note || null,
  }
}

function periodFrom(row: Cells, kind: 'planned' | 'held'): Period | null {
  const [from, to] = [row[`${kind}_from`] ?? '', row[`${kind}_to`] ?? '']
  if (from === '' && to === '') return null
  if (!isDate(from) || !isDate(to) || from > to) throw new Error(`sessions.csv: ${kind} dates: ${JSON.stringify(row)}`)
  return { from, to }
}

function windowFrom(row: Cells): WindowRule {
  return {
    body: row.body!,
    part: row.part as SessionPart,
    firstNumber: Number(row.first_number),
    firstYear: Number(row.first_year),
    everyYears: Number(row.every_years),
    from: row.from!,
    to: row.to!,
    yearsLater: Number(row.years_later),
    note: row.note!,
  }
}

function deadlineFrom(row: Cells): DeadlineRule {
  return {
    code: row.code as Deadline['code'],
    body: row.body || null,
    span: { count: Number(row.count), unit: row.unit as Span['unit'] },
    fromSession: row.from_session ? Number(row.from_session) : null,
    source: row.source!,
  }
}
