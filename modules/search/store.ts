import type { ItemKind, Language, UnitType } from '@resolute/reader'
import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { Source } from './building.ts'
import { dayNumber } from './columns.ts'

/** One unit of a document, as it is kept for titles and for what people type. */
export interface UnitRow {
  readonly unit: string
  readonly type: UnitType
  readonly number: string | null
  readonly title: string | null
  readonly body: string | null
  readonly adopted: string | null
  readonly symbol: string
  readonly short: string | null
}

export interface EntryRow {
  readonly document: string
  readonly version: number
  readonly language: Language
  readonly title: string
  readonly adopted: string | null
  readonly symbol: string
  readonly units: readonly UnitRow[]
}

/** What is asked, by the id of the mandate: of the version that stands in this transaction. */
export async function askedIn(
  transaction: Transaction,
  document: string,
): Promise<readonly { readonly unit: string; readonly path: string; readonly actors: readonly string[] }[]> {
  const { rows } = await sql<{ unit: string; path: string; actors: string[] }>`
    select unit, path, coalesce(array_agg(distinct actor) filter (where actor is not null), '{}') as actors
    from mandates.followables where document = ${document} group by unit, path`.execute(transaction)
  return rows
}

/** Gives the standing version of a document a new entry; the one before counts no more. */
export async function keepEntry(
  transaction: Transaction,
  entry: EntryRow,
  asked: Readonly<Record<number, readonly string[]>>,
): Promise<void> {
  const { document, version, language, title, adopted, symbol, units } = entry
  const before = await sql<{ entry: string }>`
    select entry from search.documents where document = ${document} for update`.execute(transaction)
  for (const row of before.rows) await sql`insert into search.gone values (${row.entry})`.execute(transaction)
  await sql`
    with kept as (
      insert into search.documents as d (document, entry, version, language, title, adopted, symbol)
      values (${document}, nextval('search.entries'), ${version}, ${language}, ${title}, ${adopted}::date, ${symbol})
      on conflict (document) do update set entry = excluded.entry, version = excluded.version,
        language = excluded.language, title = excluded.title, adopted = excluded.adopted, symbol = excluded.symbol
      returning d.entry)
    insert into search.pending (entry, document, version, asked)
    select entry, ${document}, ${version}, ${JSON.stringify(asked)}::jsonb from kept`.execute(transaction)
  await sql`delete from search.units where document = ${document}`.execute(transaction)
  await sql`
    insert into search.units (document, n, unit, type, number, title, body, adopted, symbol, short)
    select ${document}, n - 1, unit, type, number, title, body, adopted, symbol, short
    from rows from (jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as (
      unit text, type text, number text, title text, body text, adopted date, symbol text, short text))
      with ordinality as unit (unit, type, number, title, body, adopted, symbol, short, n)`.execute(transaction)
}

/** What stands in the index now: one look at all of it. */
export interface State {
  readonly segments: readonly number[]
  readonly pending: readonly number[]
  readonly gone: readonly number[]
}

/** As text, the same as long as nothing changed: to be compared, and to be read with `readState`. */
export async function stateText(database: Database): Promise<string> {
  const { rows } = await sql<{ state: string }>`select search.state() as state`.execute(database)
  return rows[0]!.state
}

export const readState = (text: string): State => JSON.parse(text) as State

export const stateOf = async (database: Database): Promise<State> => readState(await stateText(database))

/** The paragraphs of entries that stand in no segment yet. */
export async function pendingSources(database: Database, entries: readonly number[]): Promise<Source[]> {
  const { rows } = await sql<{
    entry: string
    document: string
    version: number
    language: Language
    n: number
    kind: ItemKind
    text: string
    type: UnitType | null
    body: string | null
    day: string | null
    asked: string[] | null
  }>`
    select p.entry, p.document, p.version, v.language, i.n, i.kind, i.text, u.type, u.body,
      to_char(coalesce(u.adopted, v.adopted), 'YYYY-MM-DD') as day, p.asked -> i.n::text as asked
    from search.pending p
    join documents.versions v on v.document = p.document and v.version = p.version
    join documents.items i on i.document = p.document and i.version = p.version
    left join search.units u on u.document = p.document and u.unit = i.unit
    where p.entry = any(${entries}) order by p.entry, i.n`.execute(database)
  return rows.map(({ entry, day, asked, ...row }) => {
    return { ...row, entry: Number(entry), day: dayNumber(day), asked: asked ?? [] }
  })
}

/** Documents whose standing version has no entry: those that were there before there was an index. */
export async function withoutEntry(database: Database, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from documents.documents d
    where d.version > 0 and not exists (select from search.documents s where s.document = d.id)
    order by d.id limit ${limit}`.execute(database)
  return rows.map(({ id }) => id)
}

export async function countWithoutEntry(database: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from documents.documents where version > 0)::int
      - (select count(*) from search.documents)::int as n`.execute(database)
  return Math.max(0, rows[0]!.n)
}

/** Holds a document to the end of the transaction, as its import does; true where it still has no entry. */
export async function holdWithoutEntry(transaction: Transaction, document: string): Promise<boolean> {
  await sql`select from documents.documents where id = ${document} for update`.execute(transaction)
  const { rows } = await sql`select from search.documents where document = ${document}`.execute(transaction)
  return rows.length === 0
}
