import type { Language } from '@resolute/reader'
import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import { type Columns, type Holds, readColumns, writeColumns } from './columns.ts'
import type { StoredList } from './postings.ts'

/** A word of a segment with its places, as a row. */
export interface TermRow extends StoredList {
  readonly language: Language
  readonly stem: string
  readonly segment: number
}

/** True for the one who may change segments, to the end of the transaction; whoever else asks meanwhile need not wait. */
export async function mayChangeSegments(transaction: Transaction): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(20121231) as mine`.execute(transaction)
  return rows[0]!.mine
}

export async function insertSegment(
  transaction: Transaction,
  segment: { readonly columns: Columns; readonly holds: Holds; readonly size: number },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    insert into search.segments (paragraphs, holds, columns)
    values (${segment.size}, ${JSON.stringify(segment.holds)}::jsonb, ${writeColumns(segment.columns)})
    returning id`.execute(transaction)
  return Number(rows[0]!.id)
}

const rowsAtOnce = 5000

export async function insertTerms(transaction: Transaction, terms: readonly TermRow[]): Promise<void> {
  for (let from = 0; from < terms.length; from += rowsAtOnce) {
    const rows = terms.slice(from, from + rowsAtOnce)
    const all = <Key extends keyof TermRow>(key: Key) => rows.map((row) => row[key])
    await sql`
      insert into search.terms (language, stem, segment, forms, count, paragraphs, places)
      select * from unnest(${all('language')}::text[], ${all('stem')}::text[], ${all('segment')}::bigint[],
        ${all('forms')}::text[], ${all('count')}::int[], ${all('paragraphs')}::bytea[], ${all('places')}::bytea[])`.execute(
      transaction,
    )
  }
}

/** Adds words with their stems; those that are there already are passed over. */
export async function insertVocabulary(
  transaction: Transaction,
  words: readonly { readonly language: Language; readonly form: string; readonly stem: string }[],
): Promise<void> {
  await sql`
    insert into search.vocabulary (language, form, stem)
    select * from unnest(${words.map(({ language }) => language)}::text[], ${words.map(({ form }) => form)}::text[],
      ${words.map(({ stem }) => stem)}::text[])
    on conflict do nothing`.execute(transaction)
}

/** Takes away what a new segment stands for. */
export async function removeReplaced(
  transaction: Transaction,
  what: {
    readonly segments?: readonly number[]
    readonly pending?: readonly number[]
    readonly gone: readonly number[]
  },
): Promise<void> {
  const { segments = [], pending = [], gone } = what
  if (segments.length > 0) {
    await sql`delete from search.segments where id = any(${segments})`.execute(transaction)
    await sql`delete from search.terms where segment = any(${segments})`.execute(transaction)
  }
  if (pending.length > 0) await sql`delete from search.pending where entry = any(${pending})`.execute(transaction)
  if (gone.length > 0) await sql`delete from search.gone where entry = any(${gone})`.execute(transaction)
}

export interface StoredSegment {
  readonly id: number
  readonly size: number
  readonly holds: Holds
  readonly columns: Columns
}

export async function segmentsById(database: Database, ids: readonly number[]): Promise<StoredSegment[]> {
  const { rows } = await sql<{ id: string; paragraphs: number; holds: Holds; columns: Buffer }>`
    select id, paragraphs, holds, columns from search.segments where id = any(${ids}) order by id`.execute(database)
  return rows.map(({ id, paragraphs, holds, columns }) => {
    return { id: Number(id), size: paragraphs, holds, columns: readColumns(columns, paragraphs) }
  })
}

export async function segmentSizes(database: Database): Promise<{ id: number; size: number }[]> {
  const { rows } = await sql<{ id: string; size: number }>`
    select id, paragraphs as size from search.segments order by paragraphs, id`.execute(database)
  return rows.map(({ id, size }) => ({ id: Number(id), size }))
}

/** The rows of these words, in these segments. Fewer segments than asked for may be there by now: see `stillThere`. */
export async function termsOf(
  database: Database,
  segments: readonly number[],
  words: readonly { readonly language: Language; readonly stem: string }[],
): Promise<TermRow[]> {
  const { rows } = await sql<Omit<TermRow, 'segment'> & { segment: string }>`
    select t.language, t.stem, t.segment, t.forms, t.count, t.paragraphs, t.places
    from unnest(${words.map(({ language }) => language)}::text[], ${words.map(({ stem }) => stem)}::text[])
      as asked (language, stem)
    join search.terms t on t.language = asked.language and t.stem = asked.stem
    where t.segment = any(${segments})`.execute(database)
  return rows.map((row) => ({ ...row, segment: Number(row.segment) }))
}

/** Whether none of these segments has been replaced yet, so that what was read of them before is whole. */
export async function stillThere(database: Database, segments: readonly number[]): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from search.segments where id = any(${segments})`.execute(database)
  return rows[0]!.n === segments.length
}

/** Rows of several segments in the order of their words, from behind a word on. */
export async function termsAfter(
  database: Database,
  segments: readonly number[],
  after: { readonly language: string; readonly stem: string },
  limit: number,
): Promise<TermRow[]> {
  const { rows } = await sql<Omit<TermRow, 'segment'> & { segment: string }>`
    select language, stem, segment, forms, count, paragraphs, places from search.terms
    where (language, stem) > (${after.language}, ${after.stem}) and segment = any(${segments})
    order by language, stem, segment limit ${limit}`.execute(database)
  return rows.map((row) => ({ ...row, segment: Number(row.segment) }))
}

/** What forms of words are filed under, in every language. */
export async function stemsOfForms(
  database: Database,
  forms: readonly string[],
): Promise<{ language: Language; form: string; stem: string }[]> {
  const { rows } = await sql<{ language: Language; form: string; stem: string }>`
    select v.language, v.form, v.stem from unnest(${forms}::text[]) as asked (form)
    join search.vocabulary v on v.form = asked.form`.execute(database)
  return rows
}
