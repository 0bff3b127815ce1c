import type { Language } from '@resolute/reader'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CitationCounts, CitationOf, CitationPage, CitedKind, Found, Target } from './citation.ts'
import type { CitationRow } from './kept.ts'

/** The text of the register a name stands for, as columns. */
export interface FoundRow {
  readonly found_document: string | null
  readonly found_unit: string | null
  readonly found_title: string | null
  readonly found_adopted: string | null
  readonly found_language: Language | null
}

/** A whole document is found before a unit of another: a sheet before the report that prints the same resolution. */
export const foundBy = (keys: RawBuilder<unknown>, first: RawBuilder<unknown>) => sql`
  left join lateral (
    select t.document as found_document, t.unit as found_unit, t.title as found_title, t.adopted::text as found_adopted,
      t.language as found_language
    from citations.names m join citations.texts t on t.document = m.document and t.unit = m.unit
    where m.key = any(${keys})
    order by m.key <> ${first}, m.unit <> '', m.document limit 1) found on true`

export function foundOf(row: FoundRow): Found | null {
  if (row.found_document === null) return null
  const { found_document: document, found_unit: unit, found_title: title, found_adopted: adopted } = row
  return { document, unit: unit || null, title: title ?? '', adopted, language: row.found_language ?? 'en' }
}

interface NamedRow extends FoundRow {
  readonly kind: CitedKind
  readonly key: string | null
  readonly label: string
  readonly act: 'resolution' | 'decision' | null
  readonly number: string | null
  readonly body: string | null
  readonly year: number | null
}

export function targetOf({ kind, key, label, act, number, body, year, ...row }: NamedRow): Target {
  return { kind, key, label, act, number, body, year, found: foundOf(row) }
}

type Row = CitationRow & FoundRow & { readonly document: string }

/** Rows of one citation stand together. */
function citationsIn(rows: readonly Row[]): readonly CitationOf[] {
  const groups = Map.groupBy(rows, ({ document, n }) => `${n} ${document}`)
  return [...groups.values()].map((same) => {
    const first = same[0]!
    return {
      place: {
        document: first.document,
        unit: first.unit,
        n: first.item,
        path: first.path,
        recital: first.recital,
        footnote: first.footnote,
        line: first.line,
        start: first.start_at,
        end: first.end_at,
      },
      asWritten: first.as_written,
      targets: same.map(targetOf),
      locator: first.locator,
      paragraphs: first.paragraphs,
      by: first.by,
      rule: first.rule,
    }
  })
}

const columns = sql`c.document, c.n, c.part, c.k, c.holder, c.unit, c.item, c.path, c.recital, c.footnote, c.line,
  c.start_at, c.end_at, c.as_written, c.kind, c.key, c.label, c.act, c.number, c.body, c.year, c.locator, c.paragraphs,
  c.by, c.rule`

export interface PageQuery {
  readonly unit: string | undefined
  readonly paragraph: string | undefined
  readonly limit: number
  readonly offset: number
}

export async function citingPage(database: Database, document: string, query: PageQuery): Promise<CitationPage> {
  const { unit, paragraph, limit, offset } = query
  const ofUnit = unit === undefined ? sql`` : sql`and c.unit = ${unit}`
  const ofPath =
    paragraph === undefined ? sql`` : sql`and (c.path = ${paragraph} or starts_with(c.path, ${`${paragraph}(`}))`
  const where = sql`c.document = ${document} ${ofUnit} ${ofPath}`
  const [page, { rows: counted }] = await Promise.all([
    sql<Row>`
      select ${columns}, found.*
      from citations.citations c ${foundBy(sql`array[c.key]`, sql`c.key`)}
      where c.document = ${document} and c.n in (
        select distinct c.n from citations.citations c where ${where} order by c.n limit ${limit} offset ${offset})
      order by c.n, c.part, c.k`.execute(database),
    sql<{ total: number }>`
      select count(distinct c.n)::int as total from citations.citations c where ${where}`.execute(database),
  ])
  return { rows: citationsIn(page.rows), total: counted[0]?.total ?? 0 }
}

/** Rows that name a document or a unit of it; what it says of itself is no citation of it. */
export function naming(document: string, unit: string | undefined) {
  return unit === undefined
    ? sql`from citations.names mine join citations.citations c on c.key = mine.key
        where mine.document = ${document} and c.document <> ${document}`
    : sql`from citations.names mine join citations.citations c on c.key = mine.key
        where mine.document = ${document} and mine.unit = ${unit}
          and (c.document <> ${document} or c.holder <> ${unit})`
}

export async function citedByPage(database: Database, document: string, query: PageQuery): Promise<CitationPage> {
  const { unit, paragraph, limit, offset } = query
  const ofPath =
    paragraph === undefined
      ? sql``
      : sql`and exists (select from unnest(c.paragraphs) p where p = ${paragraph} or starts_with(p, ${`${paragraph}(`}))`
  const hits = sql`select distinct c.document, c.n, c.part, c.k, c.holder ${naming(document, unit)} ${ofPath}`
  const [page, { rows: counted }] = await Promise.all([
    sql<Row>`
      with hits as (${hits}),
      chosen as (
        select h.document, h.n, t.year from (select distinct document, n, holder from hits) h
        join citations.texts t on t.document = h.document and t.unit = h.holder
        order by t.year desc nulls last, h.document, h.n limit ${limit} offset ${offset})
      select ${columns}, found.*
      from chosen join hits h on h.document = chosen.document and h.n = chosen.n
      join citations.citations c on c.document = h.document and c.n = h.n and c.part = h.part and c.k = h.k
      ${foundBy(sql`array[c.key]`, sql`c.key`)}
      order by chosen.year desc nulls last, c.document, c.n, c.part, c.k`.execute(database),
    sql<{ total: number }>`
      with hits as (${hits})
      select count(distinct (document, n))::int as total from hits`.execute(database),
  ])
  return { rows: citationsIn(page.rows), total: counted[0]?.total ?? 0 }
}

export async function countsOf(
  database: Database,
  documents: readonly string[],
): Promise<ReadonlyMap<string, CitationCounts>> {
  const { rows } = await sql<{ id: string; cites: number; texts: number; at: number; by: number }>`
    select asked.id, own.cites, own.texts, others.at, others.by
    from unnest(${documents}::text[]) asked (id)
    cross join lateral (
      select count(distinct n)::int as cites, count(distinct key) filter (where k = 0)::int as texts
      from citations.citations c where c.document = asked.id) own
    cross join lateral (
      select count(distinct (c.document, c.n))::int as at, count(distinct (c.document, c.holder))::int as by
      from citations.names mine join citations.citations c on c.key = mine.key
      where mine.document = asked.id and c.document <> asked.id) others`.execute(database)
  return new Map(
    rows.map(({ id, cites, texts, at, by }) => [id, { cites, citesTexts: texts, citedAt: at, citedBy: by }]),
  )
}
