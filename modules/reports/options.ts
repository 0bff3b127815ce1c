import { parseArgs } from 'node:util'
import type { Body, Session, SessionTable } from '#modules/calendar'
import { sixLanguages } from '#platform/i18n'
import { CommandRefusal } from '#platform/manifest'
import { isDate } from './dates.ts'
import { sessionWithin } from './reach.ts'
import { type ReportFormat, reportFormats } from './report.ts'
import { inEnglish } from './words.ts'

export const reportUsage = `resolute report --body BODY --session N --format FORMAT [options]

The report on implementation for a session: every paragraph due there with its source, addressee, conditions, date and
status, the table in the form of E/CN.7/2008/CRP.13, and what had no date and why.

  --body BODY      body of the calendar: CCPCJ, CND, GA, ...
  --session N      number of the session; for bodies that count by year, the year
  --as-of DATE     leave out what was adopted after this day, YYYY-MM-DD (today)
  --format FORMAT  docx, html, md or json
  --of TEXT        on one text, all it asks: E/RES/2012/19, or "E/2011/30#D/Resolution 20/1" (on all that is due)
  --language CODE  ar, zh, en, fr, ru or es (en); texts are quoted as adopted
  --out FILE       write to a file; without it md, html and json go to standard output, and docx to a pipe
  --base URL       what links start with (RESOLUTE_ORIGIN, else http://localhost:8080; in HTML relative to the server)`

export const documentationUsage = `resolute documentation --body BODY --session N [options]

The provisional documentation of a session: the documents it is to have before it, by agenda item where a text of the
register lists them, each with the paragraph it rests on, and the deadlines of procedure.

  --body BODY      body of the calendar: CCPCJ, CND, GA, ...
  --session N      number of the session; for bodies that count by year, the year
  --as-of DATE     leave out what was adopted after this day, YYYY-MM-DD
  --json           JSON: {session, deadlines, list, entries: [{title, genre, by, agendaItem, source, restsOn, ...}]}`

const text = { type: 'string' } as const
const place = { body: text, session: text, 'as-of': text } as const

export function refuse(exitCode: 1 | 2, id: string, facts: Readonly<Record<string, string | number>> = {}): never {
  throw new CommandRefusal(inEnglish(`reports.refusal.${id}`, facts), exitCode)
}

/** Runs a parse of the command line; what it cannot use is refused together with the usage. */
function parsed<T>(usage: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2)
  }
}

export interface PlaceOptions {
  readonly body: string
  readonly session: number
  readonly asOf: string | undefined
}

function placeFrom(values: { body?: string; session?: string; 'as-of'?: string }): PlaceOptions {
  const { body, session, 'as-of': asOf } = values
  if (!body) refuse(2, 'no-body')
  if (!/^\d{1,4}$/.test(session ?? '')) refuse(2, 'no-session')
  if (asOf !== undefined && !isDate(asOf)) refuse(2, 'no-date', { given: asOf })
  return { body, session: Number(session), asOf }
}

export interface ReportOptions extends PlaceOptions {
  readonly format: ReportFormat
  readonly out: string | undefined
  readonly base: string | undefined
  readonly language: string
  readonly of: string | undefined
}

/** The command line of `resolute report`; refusals end with exit code 2. */
export function reportOptions(args: readonly string[]): ReportOptions {
  const options = { ...place, format: text, out: text, base: text, language: text, of: text }
  const { values } = parsed(reportUsage, () => parseArgs({ args: [...args], options }))
  const found = placeFrom(values)
  if (!values.format) refuse(2, 'no-format')
  const format = reportFormats.find((known) => known === values.format)
  if (!format) refuse(2, 'unknown-format', { given: values.format })
  if (values.out === '') refuse(2, 'no-out')
  const language = values.language ?? 'en'
  if (!sixLanguages.includes(language)) refuse(2, 'no-language', { given: language })
  return { ...found, format, out: values.out, base: values.base, language, of: values.of }
}

/** The command line of `resolute documentation`; refusals end with exit code 2. */
export function documentationOptions(args: readonly string[]): PlaceOptions & { readonly json: boolean } {
  const options = { ...place, json: { type: 'boolean' } } as const
  const { values } = parsed(documentationUsage, () => parseArgs({ args: [...args], options }))
  return { ...placeFrom(values), json: values.json === true }
}

/** The body and session meant, by the calendar; refused with what there is instead. */
export function sessionMeant({ body: given, session: number }: PlaceOptions, table: SessionTable): [Body, Session] {
  const body = table.body(given) ?? table.findBody(given)
  const bodies = table.bodies().map(({ code }) => code)
  if (!body) refuse(1, 'unknown-body', { given, bodies: bodies.join(', ') })
  const session = sessionWithin(table, body.code, number)
  if (session) return [body, session]
  const numbers = table.sessions(body.code).map((known) => known.number)
  if (numbers.length === 0) refuse(1, 'session-none', { body: body.code })
  return refuse(1, 'unknown-session', {
    body: body.code,
    number,
    first: `${Math.min(...numbers)}`,
    last: `${Math.max(...numbers)}`,
  })
}
