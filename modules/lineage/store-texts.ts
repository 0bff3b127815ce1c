import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { DatedText, Kinship, TextKey } from './descent.ts'

/** A unit of a standing version, with what tracing found. */
export interface TextRow extends DatedText {
  readonly version: number
  readonly firstN: number
  readonly lastN: number
  readonly seq: string
  readonly traced: string | null
  readonly before: TextKey | null
  readonly share: number | null
  readonly why: readonly Kinship[]
  readonly same: number
  readonly edited: number
  readonly added: number
  readonly dropped: number
}

/** A unit as it comes in: not traced yet. */
export interface NewText extends DatedText {
  readonly version: number
  readonly firstN: number
  readonly lastN: number
  readonly titleKey: string
}

const columns = sql`
  t.document, t.unit, t.version, t.first_n as "firstN", t.last_n as "lastN", t.title, t.organ, t.body, t.day, t.language,
  case when t.session_body is not null
    then jsonb_build_object('body', t.session_body, 'number', t.session_number) end as session,
  t.seq::text as seq, t.traced::text as traced, t.share, t.why, t.same, t.edited, t.added, t.dropped,
  case when t.before_document is not null
    then jsonb_build_object('document', t.before_document, 'unit', t.before_unit) end as before`

/** Puts the units of a version in the place of those of the one before; what continued them is to be traced again. */
export async function replaceTexts(
  transaction: Transaction,
  document: string,
  texts: readonly NewText[],
): Promise<void> {
  // A first version takes no place of another, and nothing can have continued it.
  if (texts.some(({ version }) => version > 1) || texts.length === 0) {
    await sql`delete from lineage.texts where document = ${document}`.execute(transaction)
    await sql`update lineage.texts set traced = null where before_document = ${document}`.execute(transaction)
  }
  if (texts.length === 0) return
  const rows = texts.map(({ session, ...text }) => ({
    ...text,
    sessionBody: session?.body ?? null,
    sessionNumber: session?.number ?? null,
  }))
  await sql`
    insert into lineage.texts (document, unit, version, first_n, last_n, title, title_key, organ, body, session_body,
      session_number, day, language)
    select document, unit, version, "firstN", "lastN", title, "titleKey", organ, body, "sessionBody", "sessionNumber", day,
      language
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (document text, unit text, version int,
      "firstN" int, "lastN" int, title text, "titleKey" text, organ text, body text, "sessionBody" text,
      "sessionNumber" int, day date, language text)`.execute(transaction)
}

/** Documents whose standing version is not the one kept here: imported before this room was there. */
export async function documentsToFill(database: Database, after: string, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from documents.documents d
    where d.version > 0 and d.id > ${after}
      and not exists (select from lineage.texts t where t.document = d.id and t.version = d.version)
    order by d.id limit ${limit}`.execute(database)
  return rows.map(({ id }) => id)
}

/** Every text, or those of some documents. */
export async function allTexts(database: Database): Promise<readonly TextRow[]> {
  return (await sql<TextRow>`select ${columns} from lineage.texts t`.execute(database)).rows
}

export async function textsOf(database: Database, documents: readonly string[]): Promise<readonly TextRow[]> {
  const { rows } = await sql<TextRow>`
    select ${columns} from lineage.texts t where t.document = any(${documents}::text[])
    order by t.document, t.first_n`.execute(database)
  return rows
}

/** A text with all that it continues and all that continues it, in order of time: at most so many. */
export async function familyOf(
  database: Database,
  { document, unit }: TextKey,
  most: number,
): Promise<readonly TextRow[]> {
  const { rows } = await sql<TextRow>`
    with recursive up as (
      select t.document, t.unit, t.before_document, t.before_unit, 0 as step from lineage.texts t
      where t.document = ${document} and t.unit = ${unit}
      union all
      select t.document, t.unit, t.before_document, t.before_unit, up.step + 1 from up
      join lineage.texts t on t.document = up.before_document and t.unit = up.before_unit
      where up.step < ${most}
    ), root as (select document, unit from up order by step desc limit 1),
    family as (
      select document, unit, 0 as step from root
      union all
      select t.document, t.unit, f.step + 1 from family f
      join lineage.texts t on t.before_document = f.document and t.before_unit = f.unit
      where f.step < ${most}
    )
    select ${columns} from family f join lineage.texts t on t.document = f.document and t.unit = f.unit
    order by t.day nulls last, t.document, t.first_n limit ${most}`.execute(database)
  return rows
}

/** Documents with something to trace, oldest first. */
export async function documentsToTrace(database: Database, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ document: string }>`
    select document from lineage.texts where traced is null group by document
    order by min(day) nulls last, document limit ${limit}`.execute(database)
  return rows.map(({ document }) => document)
}

export interface Traced {
  readonly text: TextKey
  readonly before: TextKey | null
  readonly share: number | null
  readonly why: readonly Kinship[]
  readonly counts: Readonly<Record<'same' | 'edited' | 'added' | 'dropped', number>>
}

/** Keeps what tracing found; false where another version came meanwhile, which is traced by itself. */
export async function keepTraced(
  transaction: Transaction,
  { text, before, share, why, counts }: Traced,
  version: number,
  seen: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update lineage.texts set traced = ${seen}::bigint, before_document = ${before?.document ?? null},
      before_unit = ${before?.unit ?? null}, share = ${share}, why = ${why}::text[],
      same = ${counts.same}, edited = ${counts.edited}, added = ${counts.added}, dropped = ${counts.dropped}
    where document = ${text.document} and unit = ${text.unit} and version = ${version}`.execute(transaction)
  return numAffectedRows === 1n
}

/** Texts traced before another one had come, which may be what they continue: to be traced again. */
export async function traceAgain(transaction: Transaction, texts: readonly TextKey[], since: string): Promise<void> {
  await sql`
    update lineage.texts t set traced = null
    from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as given (document text, unit text)
    where t.document = given.document and t.unit = given.unit and t.traced < ${since}::bigint`.execute(transaction)
}

/** The last text that came. */
export async function lastSeq(database: Database): Promise<string> {
  const { rows } = await sql<{ seq: string }>`select coalesce(max(seq), 0)::text as seq from lineage.texts`.execute(
    database,
  )
  return rows[0]!.seq
}

/** How many texts there are, and how many of them are still to be traced. */
export async function tracing(database: Database): Promise<{ readonly texts: number; readonly waiting: number }> {
  const { rows } = await sql<{ texts: number; waiting: number }>`
    select count(*)::int as texts, (count(*) filter (where traced is null))::int as waiting from lineage.texts`.execute(
    database,
  )
  return rows[0]!
}
