import type { Language, Outline } from '@resolute/reader'
import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'

interface DocumentRow {
  id: string
  version: number
}

interface VersionRow {
  document: string
  version: number
  file_name: string
  bytes: Buffer
  sha256: string
  language: Language
  title: string
  adopted: string | null
  session_body: string | null
  session_number: number | null
  outline: Outline
  units: number
  paragraphs: number
  imported_at: Date
  imported_by: string
}

interface ItemRow {
  document: string
  version: number
  n: number
  unit: string
  kind: string
  number: string | null
  path: string | null
  line: number
  text: string
}

interface LanguageVersionRow {
  document: string
  language: Language
  version: number
}

interface StandingRow {
  document: string
  version: number
  leads: boolean
}

type Tables = {
  'documents.documents': DocumentRow
  'documents.versions': VersionRow
  'documents.items': ItemRow
  'documents.language_versions': LanguageVersionRow
  'documents.standing': StandingRow
}

export type NewVersion = Omit<VersionRow, 'bytes'> & { readonly bytes: Uint8Array }

const summary = [
  'v.document',
  'v.version',
  'v.file_name',
  'v.sha256',
  'v.language',
  'v.title',
  'v.adopted',
  'v.session_body',
  'v.session_number',
  'v.units',
  'v.paragraphs',
  'v.imported_at',
  'v.imported_by',
] as const

export type VersionSummary = Omit<VersionRow, 'bytes' | 'outline'>

/** Versions that stand and lead: one of each document. */
const standing = (database: Database) => everyStanding(database).where('s.leads', '=', true)

/** Versions that stand: of each document one in each of its languages. */
const everyStanding = (database: Database) =>
  database
    .withTables<Tables>()
    .selectFrom('documents.standing as s')
    .innerJoin('documents.versions as v', (join) =>
      join.onRef('v.document', '=', 's.document').onRef('v.version', '=', 's.version'),
    )

/** The standing version with these bytes: of one document, or of any, the first in order of its id. */
export async function standingWithBytes(
  database: Database,
  sha256: string,
  id: string | null,
): Promise<VersionSummary | null> {
  const alike = everyStanding(database).select(summary).where('v.sha256', '=', sha256)
  const row = await (id === null ? alike.orderBy('v.document') : alike.where('v.document', '=', id))
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** A document held by an import: what stands of it, the leading one first, and the number its next version has. */
export interface Held {
  readonly standing: readonly VersionSummary[]
  readonly next: number
}

/**
 * Holds a document, new or known, to the end of the transaction: whoever imports it at the same time waits here, and
 * then sees what this transaction did.
 */
export async function holdDocument(transaction: Transaction, id: string): Promise<Held> {
  const db = transaction.withTables<Tables>()
  await db
    .insertInto('documents.documents')
    .values({ id, version: 0 })
    .onConflict((c) => c.doNothing())
    .execute()
  await db.selectFrom('documents.documents').select('id').where('id', '=', id).forUpdate().execute()
  const { newest } = await versions(transaction)
    .select((e) => e.fn.max('v.version').as('newest'))
    .where('v.document', '=', id)
    .executeTakeFirstOrThrow()
  return { standing: await standingOf(transaction, id), next: (newest ?? 0) + 1 }
}

/** What stands of a document, the leading one first. */
export function standingOf(database: Database, id: string): Promise<VersionSummary[]> {
  return everyStanding(database)
    .select(summary)
    .where('v.document', '=', id)
    .orderBy('s.leads', 'desc')
    .orderBy('v.language')
    .execute()
}

/** Keeps a version, which stands from now on: as the leading one, or beside it in its own language. */
export async function insertVersion(transaction: Transaction, version: NewVersion, leads: boolean): Promise<void> {
  const db = transaction.withTables<Tables>()
  const { bytes, outline, document: id } = version
  await db
    .insertInto('documents.versions')
    .values({ ...version, bytes: Buffer.from(bytes), outline: sql<Outline>`${JSON.stringify(outline)}::jsonb` })
    .execute()
  const items = outline.units.flatMap((unit) => unit.items.map((item) => ({ ...item, unit: unit.id })))
  const rows = items.map(({ unit, kind, number, path, line, text }, n) => ({ n, unit, kind, number, path, line, text }))
  await sql`
    insert into documents.items (document, version, n, unit, kind, number, path, line, text)
    select ${id}, ${version.version}, n, unit, kind, number, path, line, text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as item (n int, unit text, kind text, number text, path text, line int, text text)`.execute(transaction)
  const stands = { version: version.version }
  if (leads) {
    await db.updateTable('documents.documents').set(stands).where('id', '=', id).execute()
    return
  }
  await db
    .insertInto('documents.language_versions')
    .values({ document: id, language: version.language, ...stands })
    .onConflict((c) => c.columns(['document', 'language']).doUpdateSet(stands))
    .execute()
}

export function standingSummaries(database: Database): Promise<VersionSummary[]> {
  return standing(database).select(summary).orderBy('v.adopted', 'desc').orderBy('v.document').execute()
}

export async function standingVersion(
  database: Database,
  id: string,
  language?: Language,
): Promise<(VersionSummary & { outline: Outline }) | null> {
  const whole = [...summary, 'v.outline'] as const
  const query = language
    ? everyStanding(database).select(whole).where('v.language', '=', language)
    : standing(database).select(whole)
  return (await query.where('v.document', '=', id).executeTakeFirst()) ?? null
}

const versions = (database: Database) => database.withTables<Tables>().selectFrom('documents.versions as v')

export function versionsOf(database: Database, id: string): Promise<VersionSummary[]> {
  return versions(database).select(summary).where('v.document', '=', id).orderBy('v.version', 'desc').execute()
}

export async function bytesOf(
  database: Database,
  id: string,
  version: number | undefined,
): Promise<{ file_name: string; bytes: Buffer } | null> {
  const bytes = ['v.file_name', 'v.bytes'] as const
  const query =
    version === undefined
      ? standing(database).select(bytes)
      : versions(database).select(bytes).where('v.version', '=', version)
  return (await query.where('v.document', '=', id).executeTakeFirst()) ?? null
}

/** Every version with the fingerprint it was given and the one its bytes have now. */
export async function fingerprints(
  database: Database,
): Promise<{ document: string; version: number; sha256: string; now: string }[]> {
  return versions(database)
    .select(['v.document', 'v.version', 'v.sha256', sql<string>`encode(sha256(v.bytes), 'hex')`.as('now')])
    .orderBy('v.document')
    .orderBy('v.version')
    .execute()
}
