import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CitationPlace, CitedKind, ListedPlace, ListedText, ListOrder, TextList } from './citation.ts'
import { type FoundRow, foundBy, naming, targetOf } from './store-read.ts'

/** Places named with a listed text; the number of all of them stands beside. */
export const mostPlaces = 12

interface ListRow extends FoundRow {
  readonly kind: CitedKind
  readonly key: string | null
  readonly label: string
  readonly act: 'resolution' | 'decision' | null
  readonly number: string | null
  readonly body: string | null
  readonly year: number | null
  readonly times: number
  readonly places: readonly (CitationPlace & { readonly asWritten: string; readonly locator: string | null })[]
  readonly texts: number
  readonly all_places: number
  readonly of_body: number
}

const place = sql`jsonb_build_object('document', c.document, 'unit', c.unit, 'n', c.item, 'path', c.path,
  'recital', c.recital, 'footnote', c.footnote, 'line', c.line, 'start', c.start_at, 'end', c.end_at,
  'asWritten', c.as_written, 'locator', c.locator)`

const totals = sql`count(*) over ()::int as texts, (sum(times) over ())::int as all_places,
  (sum(times) over (partition by body))::int as of_body`

/** By body: the body cited most comes first, in it the newest, texts of no body last. */
function ordered(order: ListOrder, byPlace: ReturnType<typeof sql>) {
  switch (order) {
    case 'body':
      return sql`body is null, of_body desc, body, year desc nulls last, times desc, label`
    case 'times':
      return sql`key is null, times desc, year desc nulls last, label`
    case 'place':
      return byPlace
  }
}

export interface ListPage {
  readonly unit: string | undefined
  readonly order: ListOrder
  readonly limit: number
  readonly offset: number
}

/** The texts that a document cites, each once. What is not settled is told apart by its words. */
export async function citedTexts(database: Database, document: string, query: ListPage): Promise<TextList> {
  const { unit, order, limit, offset } = query
  const { rows } = await sql<ListRow>`
    with grouped as (
      select coalesce(c.key, 'unsettled ' || c.label) as id, c.key,
        (array_agg(c.kind order by c.n))[1] as kind, (array_agg(c.label order by c.n))[1] as label,
        min(c.act) as act, min(c.number) as number, min(c.body) as body,
        mode() within group (order by c.year) as year, count(*)::int as times, min(c.n) as first,
        (array_agg(c.part order by c.n))[1] as part, to_jsonb((array_agg(${place} order by c.n))[1:${mostPlaces}]) as places
      from citations.citations c
      where c.document = ${document} and c.k = 0 ${unit === undefined ? sql`` : sql`and c.holder = ${unit}`}
      group by 1, 2),
    counted as (select *, ${totals} from grouped),
    page as (
      select *, row_number() over (order by ${ordered(order, sql`first, part`)}) as position from counted
      order by position limit ${limit} offset ${offset})
    select page.*, found.* from page
    ${foundBy(
      sql`array(select o.key from citations.citations o where o.document = ${document} and o.n = page.first
        and o.part = page.part)`,
      sql`page.key`,
    )}
    order by position`.execute(database)
  return listOf(rows)
}

/** The texts that cite a document or a unit of it, each once. */
export async function citingTexts(database: Database, document: string, query: ListPage): Promise<TextList> {
  const { unit, order, limit, offset } = query
  const { rows } = await sql<ListRow>`
    with hits as (select distinct c.document, c.n, c.holder ${naming(document, unit)}),
    grouped as (
      select h.document, h.holder, count(*)::int as times, min(h.n) as first,
        (array_agg(h.n order by h.n))[1:${mostPlaces}] as ns
      from hits h group by 1, 2),
    named as (
      select g.*, case when t.act is null then 'document' else 'act' end as kind, t.label, t.act, t.number, t.body, t.year,
        t.document || t.unit as key, t.document as found_document, t.unit as found_unit, t.title as found_title,
        t.adopted::text as found_adopted, t.language as found_language
      from grouped g join citations.texts t on t.document = g.document and t.unit = g.holder),
    counted as (select *, ${totals} from named),
    numbered as (
      select *, row_number() over (order by ${ordered(
        order,
        sql`found_adopted desc nulls last, year desc nulls last, label`,
      )}) as position from counted order by position limit ${limit} offset ${offset})
    select numbered.*, (
      select to_jsonb(array_agg(one.place order by one.n)) from (
        select distinct on (c.n) c.n, ${place} as place from citations.citations c
        where c.document = numbered.document and c.n = any(numbered.ns) order by c.n, c.part, c.k) one) as places
    from numbered order by position`.execute(database)
  return listOf(rows.map((row) => ({ ...row, key: null })))
}

function listOf(rows: readonly ListRow[]): TextList {
  return { rows: rows.map(listedOf), texts: rows[0]?.texts ?? 0, places: rows[0]?.all_places ?? 0 }
}

function listedOf(row: ListRow): ListedText {
  const { times, places, texts: _texts, all_places: _all, of_body: _body, ...named } = row
  return { target: targetOf(named), times, places: places.map(placeOf) }
}

const placeOf = ({ asWritten, locator, ...place }: ListRow['places'][number]): ListedPlace => ({
  place,
  asWritten,
  locator,
})
