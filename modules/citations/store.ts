import type { Note } from '@resolute/reader'
import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { CitationRow, Kept } from './kept.ts'

interface ReadWith {
  readonly version: number
  readonly rules: string
}

/** Holds what is kept of a document to the end of the transaction, and tells which version it is of; 0 where none is. */
export async function holdKept(transaction: Transaction, document: string): Promise<ReadWith> {
  const { rows } = await sql<ReadWith>`
    insert into citations.read_with as kept (document, version, rules) values (${document}, 0, '')
    on conflict (document) do update set version = kept.version
    returning version, rules`.execute(transaction)
  return rows[0]!
}

/** Rows sent at once: some megabytes. */
const atOnce = 5000

const inserted = (document: string, rows: readonly CitationRow[]) => sql`
  insert into citations.citations (document, n, part, k, holder, unit, item, path, recital, footnote, line, start_at,
    end_at, as_written, kind, key, label, act, number, body, year, locator, paragraphs, by, rule)
  select ${document}, n, part, k, holder, unit, item, path, recital, footnote, line, start_at,
    end_at, as_written, kind, key, label, act, number, body, year, locator, paragraphs, by, rule
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (n int, part int,
    k int, holder text, unit text, item int, path text, recital int, footnote text, line int, start_at int, end_at int,
    as_written text, kind text, key text, label text, act text, number text, body text, year int, locator text,
    paragraphs text[], by text, rule text)`

/** Puts what a version cites in the place of what was kept of the document before; of a new document in one request. */
export async function replaceKept(
  transaction: Transaction,
  document: string,
  before: ReadWith,
  { version, rules }: ReadWith,
  { texts, names, citations, slips }: Kept,
): Promise<void> {
  if (before.version > 0) {
    await sql`delete from citations.citations where document = ${document}`.execute(transaction)
    await sql`delete from citations.texts where document = ${document}`.execute(transaction)
  }
  await sql`
    with the_texts as (
      insert into citations.texts (document, unit, label, title, adopted, act, number, body, year, language)
      select ${document}, unit, label, title, adopted, act, number, body, year, language
      from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as given (unit text, label text, title text, adopted date,
        act text, number text, body text, year int, language text)),
    the_names as (
      insert into citations.names (key, document, unit)
      select key, ${document}, unit
      from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as given (key text, unit text)),
    the_citations as (${inserted(document, citations.slice(0, atOnce))})
    update citations.read_with set version = ${version}, rules = ${rules}, slips = ${JSON.stringify(slips)}::jsonb
    where document = ${document}`.execute(transaction)
  for (let from = atOnce; from < citations.length; from += atOnce) {
    await inserted(document, citations.slice(from, from + atOnce)).execute(transaction)
  }
}

/** Documents whose standing version was read with other rules, or not at all yet. */
export async function keptOtherwise(database: Database, rules: string): Promise<readonly string[]> {
  const { rows } = await sql<{ document: string }>`
    select document from citations.read_with where rules <> ${rules} and version > 0 order by document`.execute(
    database,
  )
  return rows.map(({ document }) => document)
}

/** Every document with the version and the rules its rows are of. */
export async function allKept(
  database: Database,
): Promise<readonly (ReadWith & { readonly document: string; readonly slips: readonly Note[] })[]> {
  const { rows } = await sql<ReadWith & { document: string; slips: readonly Note[] }>`
    select document, version, rules, slips from citations.read_with where version > 0 order by document`.execute(
    database,
  )
  return rows
}

/** All rows of a document, as they were given. */
export async function keptOfDocument(database: Database, document: string): Promise<Omit<Kept, 'slips'>> {
  const [texts, names, citations] = await Promise.all([
    sql<Kept['texts'][number]>`
      select unit, label, title, adopted::text as adopted, act, number, body, year, language
      from citations.texts
      where document = ${document} order by unit`.execute(database),
    sql<Kept['names'][number]>`
      select key, unit from citations.names where document = ${document} order by unit, key`.execute(database),
    sql<CitationRow>`
      select n, part, k, holder, unit, item, path, recital, footnote, line, start_at, end_at, as_written, kind, key, label,
        act, number, body, year, locator, paragraphs, by, rule
      from citations.citations where document = ${document} order by n, part, k`.execute(database),
  ])
  return { texts: texts.rows, names: names.rows, citations: citations.rows }
}

/** What contradicts itself in the standing version of a document, as notes of the reader. */
export async function slipsOf(database: Database, document: string): Promise<readonly Note[]> {
  const { rows } = await sql<{ slips: readonly Note[] }>`
    select slips from citations.read_with where document = ${document}`.execute(database)
  return rows[0]?.slips ?? []
}
