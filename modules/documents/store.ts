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

type Tables = {
  'documents.documents': DocumentRow
  'documents.versions': VersionRow
  'documents.items': ItemRow
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

/** Versions that stand. */
const standing = (database: Database) =>
  database
    .withTables<Tables>()
    .selectFrom('documents.documents as d')
    .innerJoin('documents.versions as v', (join) =>
      join.onRef('v.document', '=', 'd.id').onRef('v.version', '=', 'd.version'),
    )

/** The standing version with these bytes: of one document, or of any, the first in order of its id. */
export async function standingWithBytes(
  database: Database,
  sha256: string,
  id: string | null,
): Promise<VersionSummary | null> {
  const alike = standing(database).select(summary).where('v.sha256', '=', sha256)
  const row = await (id === null ? alike.orderBy('d.id') : alike.where('d.id', '=', id)).limit(1).executeTakeFirst()
  return row ?? null
}

/**
 * Holds a document, new or known, to the end of the transaction: whoever imports it at the same time waits here, and
 * then sees what this transaction did.
 */
export async function holdDocument(transaction: Transaction, id: string): Promise<VersionSummary | null> {
  const db = transaction.withTables<Tables>()
  await db
    .insertInto('documents.documents')
    .values({ id, version: 0 })
    .onConflict((c) => c.doNothing())
    .execute()
  await db.selectFrom('documents.documents').select('id').where('id', '=', id).forUpdate().execute()
  return (await standing(transaction).select(summary).where('d.id', '=', id).executeTakeFirst()) ?? null
}

export async function insertVersion(transaction: Transaction, version: NewVersion): Promise<void> {
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
  await db.updateTable('documents.documents').set({ version: version.version }).where('id', '=', id).execute()
}

export function standingSummaries(database: Database): Promise<VersionSummary[]> {
  return standing(database).select(summary).orderBy('v.adopted', 'desc').orderBy('d.id').execute()
}

export async function standingVersion(
  database: Database,
  id: string,
): Promise<(VersionSummary & { outline: Outline }) | null> {
  const query = standing(database)
    .select([...summary, 'v.outline'])
    .where('d.id', '=', id)
  return (await query.executeTakeFirst()) ?? null
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
  const query = versions(database).select(['v.file_name', 'v.bytes']).where('v.document', '=', id)
  const named = version === undefined ? query.orderBy('v.version', 'desc') : query.where('v.version', '=', version)
  return (await named.limit(1).executeTakeFirst()) ?? null
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
