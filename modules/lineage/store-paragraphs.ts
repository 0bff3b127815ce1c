import type { Language } from '@resolute/reader'
import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { ParagraphKind } from './agreed.ts'

/** The version of a document that stands. */
export interface StandingRow {
  readonly document: string
  readonly version: number
  readonly language: Language
  readonly title: string
  /** ISO date. */
  readonly adopted: string | null
}

/** A paragraph, or the organ that speaks in the unit. */
export interface WordsRow {
  readonly document: string
  readonly unit: string
  readonly n: number
  readonly kind: ParagraphKind | 'organ'
  readonly text: string
}

export interface ParagraphRow {
  readonly document: string
  readonly version: number
  readonly n: number
  readonly kind: ParagraphKind
  readonly number: string | null
  readonly path: string | null
  readonly text: string
}

/** Documents with a standing version: all of them, or those of some ids. */
export async function standingRows(database: Database, ids: readonly string[] | null): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select document, version, language, title, adopted from lineage.standing
    where ${ids}::text[] is null or document = any(${ids}::text[])
    order by document`.execute(database)
  return rows
}

/** The words of some documents in the order of their texts. */
export async function wordsRows(database: Database, of: readonly StandingRow[]): Promise<WordsRow[]> {
  const { rows } = await sql<WordsRow>`
    select p.document, p.unit, p.n, p.kind, p.text
    from unnest(${of.map(({ document }) => document)}::text[], ${of.map(({ version }) => version)}::int[])
      as s (document, version)
    join lineage.paragraphs p on p.document = s.document and p.version = s.version
    order by p.document, p.n`.execute(database)
  return rows
}

/** Some paragraphs of some versions, be they standing or not. */
export async function paragraphRows(
  database: Database,
  of: readonly { readonly document: string; readonly version: number; readonly n: number }[],
): Promise<ParagraphRow[]> {
  const { rows } = await sql<ParagraphRow>`
    select p.document, p.version, p.n, p.kind, p.number, p.path, p.text
    from unnest(${of.map(({ document }) => document)}::text[], ${of.map(({ version }) => version)}::int[],
      ${of.map(({ n }) => n)}::int[]) as k (document, version, n)
    join lineage.paragraphs p on p.document = k.document and p.version = k.version and p.n = k.n`.execute(database)
  return rows
}

/** All paragraphs of a document's standing version; null where there is no such document. */
export async function documentRows(
  database: Database,
  document: string,
): Promise<{ readonly of: StandingRow; readonly words: readonly (ParagraphRow & { readonly unit: string })[] } | null> {
  const [of] = await standingRows(database, [document])
  if (!of) return null
  const { rows } = await sql<ParagraphRow & { readonly unit: string }>`
    select document, version, n, unit, kind, number, path, text from lineage.paragraphs
    where document = ${document} and version = ${of.version} and kind <> 'organ'
    order by n`.execute(database)
  return { of, words: rows }
}

/** The last entry of the ledger, and the documents that the entries after another one are about. */
export async function arrivedSince(
  database: Database,
  mark: number,
): Promise<{ readonly mark: number; readonly documents: readonly string[] }> {
  const { rows } = await sql<{ mark: string; documents: string[] | null }>`
    select max(seq)::text as mark, array_agg(distinct document) filter (where document is not null) as documents
    from lineage.arrivals
    where seq > ${mark}`.execute(database)
  const { mark: last, documents } = rows[0] ?? { mark: null, documents: null }
  return { mark: last ? Number(last) : mark, documents: documents ?? [] }
}

/** The last entry of the ledger; 0 where there is none. */
export async function lastMark(database: Database): Promise<number> {
  const { rows } = await sql<{ mark: string | null }>`select max(seq)::text as mark from lineage.arrivals`.execute(
    database,
  )
  return Number(rows[0]?.mark ?? 0)
}

/** Reads at one moment, whatever is imported meanwhile. */
export function atOneMoment<T>(database: Database, read: (at: Transaction) => Promise<T>): Promise<T> {
  return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
}

/** How many documents there are. */
export async function countedDocuments(database: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from lineage.standing`.execute(database)
  return rows[0]?.count ?? 0
}

/** How many paragraphs there are to take in, for a progress. */
export async function countedParagraphs(database: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from lineage.standing s
    join lineage.paragraphs p on p.document = s.document and p.version = s.version
    where p.kind <> 'organ'`.execute(database)
  return rows[0]?.count ?? 0
}
