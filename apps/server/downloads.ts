import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { documentsTable } from '#modules/documents'
import { type DossierLine, dossiersTable } from '#modules/followup'
import { entriesTable, type LedgerEntry } from '#modules/ledger'
import { dueTable, type Obligation, obligationsTable } from '#modules/mandates'
import { actorsTable } from '#modules/parties'
import { invitationsTable } from '#modules/submissions'
import type { Visitor } from '#platform/access'
import { problem, problemOf, visitorOf } from '#platform/http'
import { chooseLanguage, sixLanguages } from '#platform/i18n'
import { type Table, toCsv, toXlsx } from '#platform/tables'
import { deadlinesTable } from '../../modules/calendar/web/deadlines-table.ts'
import { sessionsTable } from '../../modules/calendar/web/sessions-table.ts'
import { dossierFilterFrom } from '../../modules/followup/web/dossier-filter.ts'
import { filterFrom } from '../../modules/mandates/web/register-filter.ts'
import type { Rooms } from '../../modules/modules.ts'
import { documentationTable } from '../../modules/reports/web/documentation-table.ts'
import { coverageTable } from '../../modules/submissions/web/coverage-table.ts'
import { filterIn } from '../../modules/submissions/web/invitations-filter.ts'
import { mountAnswerFiles, mountTyping } from './answer-files.ts'
import { allInvitations, mountCallFiles } from './call-files.ts'
import { mountComparisonFiles } from './comparison-files.ts'
import { coverageFor, mountCoverageMap } from './coverage-files.ts'
import { file, mountIssuedFiles, mountReportFiles } from './report-files.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The most a room gives at once; a file is read page by page. */
const atOnce = 1000

/** Files of what the pages show: `/register.csv` and `/register.xlsx` take the same filters as `/register`. */
export function mountDownloads(app: OpenAPIHono, rooms: Rooms, options: { readonly origin: string }): void {
  const table = (path: string, read: (context: Context) => Promise<Table | null>): void => {
    app.get(`${path}.csv`, async (context) => {
      const found = await read(context)
      if (!found) return problem(context, problemOf(404))
      return file(context, toCsv(found), 'text/csv; charset=utf-8', `${found.name}.csv`)
    })
    app.get(`${path}.xlsx`, async (context) => {
      const found = await read(context)
      if (!found) return problem(context, problemOf(404))
      return file(context, await toXlsx(found), spreadsheet, `${found.name}.xlsx`)
    })
  }
  table('/ledger', async (context) => entriesTable(await allEntries(rooms, context.req.query('on'))))
  table('/documents', async () => documentsTable(await rooms.documents.list()))
  table('/actors', async () => actorsTable((await rooms.parties.directory()).actors()))
  table('/sessions', async () => {
    const calendar = await rooms.calendar.table()
    return sessionsTable(calendar.bodies().flatMap((body) => calendar.sessions(body.code)))
  })
  table('/register', async (context) => {
    const calendar = await rooms.calendar.table()
    const rows = await allObligations(rooms, new URL(context.req.url).searchParams)
    return obligationsTable(rows, (due) => calendar.explain(due.why))
  })
  table('/dossiers', async (context) => {
    const calendar = await rooms.calendar.table()
    const rows = await allDossiers(rooms, new URL(context.req.url).searchParams, visitorOf(context))
    return dossiersTable(rows, (due) => calendar.explain(due.why))
  })
  table('/due', async (context) => {
    const { body = '', session = '', part, 'as-of': asOf } = context.req.query()
    const known = (await rooms.calendar.table()).session(body, Number(session))
    if (!known) return null
    const due = { body: known.body, session: known.number, ...(asOf && { asOf }), ...(isPart(part) && { part }) }
    return dueTable(await rooms.mandates.due(due))
  })
  table('/sessions/:body/:number/documentation', async (context) => {
    const { body = '', number } = context.req.param()
    const known = (await rooms.calendar.table()).session(body, Number(number))
    const found = known && (await rooms.reports.documentation({ body: known.body, session: known.number }))
    return found && documentationTable(found.entries)
  })
  table('/sessions/:body/:number/deadlines', async (context) => {
    const { body = '', number } = context.req.param()
    const calendar = await rooms.calendar.table()
    const session = calendar.session(body, Number(number))
    return session && deadlinesTable(session, calendar.deadlines(session.body, session.number), calendar.explain)
  })
  table('/calls/:call/invitations', async (context) => {
    const { call = '' } = context.req.param()
    const visitor = visitorOf(context)
    if (!(await rooms.submissions.call(call, visitor))) return null
    const { after: _, ...filter } = filterIn(new URL(context.req.url).searchParams)
    const rows = await allInvitations(rooms, call, filter, visitor)
    const { language } = chooseLanguage(context.req.raw, sixLanguages)
    return invitationsTable(call, rows, await rooms.parties.directory(), language)
  })
  table('/calls/:call/coverage', async (context) => {
    const found = await coverageFor(rooms, context)
    return found && coverageTable(found.call, found.coverage, found.language, options.origin)
  })
  mountCoverageMap(app, rooms)
  mountCallFiles(app, rooms, options.origin)
  mountAnswerFiles(app, rooms)
  mountTyping(app, rooms)
  mountComparisonFiles(app, rooms)
  mountReportFiles(app, rooms, process.env.RESOLUTE_ORIGIN ?? options.origin)
  mountIssuedFiles(app, rooms)
}

type Part = 'opening' | 'regular' | 'reconvened'
const isPart = (part: string | undefined): part is Part => ['opening', 'regular', 'reconvened'].includes(part ?? '')

async function allEntries({ ledger }: Rooms, on: string | undefined): Promise<readonly LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for (;;) {
    const before = entries.at(-1)?.seq
    const page = await ledger.entries({ limit: atOnce, ...(on && { on }), ...(before && { before }) })
    if (page.length === 0) return entries
    entries.push(...page)
  }
}

async function allDossiers({ followup }: Rooms, asked: URLSearchParams, by: Visitor): Promise<readonly DossierLine[]> {
  const { after: _, ...filter } = dossierFilterFrom(asked, by.person)
  const rows: DossierLine[] = []
  let after: string | null = null
  do {
    const page = await followup.dossiers({ ...filter, limit: atOnce, ...(after !== null && { after }) }, by)
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}

async function allObligations({ mandates }: Rooms, asked: URLSearchParams): Promise<readonly Obligation[]> {
  const { after: _, ...filter } = filterFrom(asked)
  const rows: Obligation[] = []
  let after: string | null = null
  do {
    const page = await mandates.obligations({ ...filter, limit: atOnce, ...(after !== null && { after }) })
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}
