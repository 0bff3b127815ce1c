import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { Edit, RenderedReport, Report, ReportFormat } from './report.ts'

/** Which report: of a body's session, on all that is due or on one text, in a language. */
export interface ReportKey {
  readonly body: string
  readonly session: number
  readonly scope: string
  readonly language: string
}

interface IssuedRow extends ReportKey {
  key: string
  number: number
  as_of: string
  title: string
  word_count: number
  report: Report
  by: string
  at: Date
}

interface FileRow {
  issued: string
  format: ReportFormat
  file_name: string
  media_type: string
  bytes: Buffer
  sha256: string
}

type Tables = {
  'reports.edits': Omit<Edit, 'words' | 'at'> & ReportKey & { key: string; words: string | null; at: Date }
  'reports.issued': IssuedRow
  'reports.files': FileRow
}

const tablesOf = (database: Database) => database.withTables<Tables>()

/** The newest words of each place that has any, in the order they were written. */
export async function standingEdits(database: Database, of: ReportKey): Promise<readonly Edit[]> {
  const rows = await tablesOf(database)
    .selectFrom('reports.edits')
    .select(['place', 'generated', 'words', 'by', 'at'])
    .distinctOn('place')
    .where('body', '=', of.body)
    .where('session', '=', of.session)
    .where('scope', '=', of.scope)
    .where('language', '=', of.language)
    .orderBy('place')
    .orderBy('key', 'desc')
    .execute()
  return rows.flatMap(({ words, at, ...row }) => (words === null ? [] : [{ ...row, words, at: at.toISOString() }]))
}

export async function insertEdit(
  transaction: Transaction,
  of: ReportKey,
  edit: Omit<Edit, 'words' | 'at'> & { readonly words: string | null; readonly at: Date },
): Promise<void> {
  await sql`insert into reports.edits (body, session, scope, language, place, generated, words, by, at) values
    (${of.body}, ${of.session}, ${of.scope}, ${of.language}, ${edit.place}, ${edit.generated}, ${edit.words}, ${edit.by},
    ${edit.at})`.execute(transaction)
}

export interface NewIssue extends ReportKey {
  readonly report: Report
  readonly by: string
  readonly at: Date
}

/** Keeps a report as the next issue of its kind; two at once are numbered one after the other. */
export async function insertIssue(
  transaction: Transaction,
  { body, session, scope, language, report, by, at }: NewIssue,
): Promise<{ readonly key: string; readonly number: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reports/${body}/${session}/${scope}/${language}`}, 0))`.execute(
    transaction,
  )
  const { rows } = await sql<{ key: string; number: number }>`
    insert into reports.issued (body, session, scope, language, number, as_of, title, word_count, report, by, at)
    select ${body}, ${session}, ${scope}, ${language}, coalesce(max(number), 0) + 1, ${report.asOf}::date, ${report.title},
      ${report.words.count}::int, ${JSON.stringify(report)}::jsonb, ${by}, ${at}::timestamptz
    from reports.issued
    where body = ${body} and session = ${session} and scope = ${scope} and language = ${language}
    returning key, number`.execute(transaction)
  return rows[0]!
}

export async function insertFile(
  transaction: Transaction,
  issued: string,
  format: ReportFormat,
  { bytes, fileName, mediaType, sha256 }: RenderedReport & { readonly sha256: string },
): Promise<void> {
  await sql`insert into reports.files (issued, format, file_name, media_type, bytes, sha256) values
    (${issued}, ${format}, ${fileName}, ${mediaType}, ${Buffer.from(bytes)}, ${sha256})`.execute(transaction)
}

const heads = [
  'key',
  'body',
  'session',
  'scope',
  'language',
  'number',
  'as_of',
  'title',
  'word_count',
  'by',
  'at',
] as const

export type IssueHead = Pick<IssuedRow, (typeof heads)[number]>

/** Issued reports, newest first. */
export function selectIssues(
  database: Database,
  of: { readonly body?: string | undefined; readonly session?: number | undefined },
): Promise<readonly IssueHead[]> {
  let query = tablesOf(database).selectFrom('reports.issued').select(heads)
  if (of.body !== undefined) query = query.where('body', '=', of.body)
  if (of.session !== undefined) query = query.where('session', '=', of.session)
  return query.orderBy('key', 'desc').limit(500).execute()
}

export async function selectIssue(
  database: Database,
  key: string,
): Promise<(IssueHead & { report: Report; files: readonly Pick<FileRow, 'format' | 'sha256'>[] }) | null> {
  const row = await tablesOf(database)
    .selectFrom('reports.issued')
    .select([...heads, 'report'])
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return null
  const files = await tablesOf(database)
    .selectFrom('reports.files')
    .select(['format', 'sha256'])
    .where('issued', '=', key)
    .execute()
  return { ...row, files }
}

export async function selectFile(database: Database, key: string, format: ReportFormat): Promise<FileRow | null> {
  const row = await tablesOf(database)
    .selectFrom('reports.files')
    .selectAll()
    .where('issued', '=', key)
    .where('format', '=', format)
    .executeTakeFirst()
  return row ?? null
}

/** What was issued and what the files hold now, fingerprinted by the database. */
export async function fingerprints(
  database: Database,
): Promise<
  readonly { readonly issued: string; readonly seal: string; readonly files: Readonly<Record<string, string>> }[]
> {
  const { rows } = await sql<{ issued: string; seal: string; files: Record<string, string> }>`
    select i.key as issued, encode(sha256(convert_to(i.report::text, 'UTF8')), 'hex') as seal,
      jsonb_object_agg(f.format, encode(sha256(f.bytes), 'hex')) as files
    from reports.issued i join reports.files f on f.issued = i.key group by i.key, i.report order by i.key`.execute(
    database,
  )
  return rows
}

/** The fingerprint of one issue as it was just written. */
export async function sealOf(transaction: Transaction, key: string): Promise<string> {
  const { rows } = await sql<{ seal: string }>`
    select encode(sha256(convert_to(report::text, 'UTF8')), 'hex') as seal from reports.issued where key = ${key}`.execute(
    transaction,
  )
  return rows[0]!.seal
}
