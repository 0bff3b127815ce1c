import type { Language } from '@resolute/reader'
import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { TypedPlace } from './place.ts'
import type { DirectHit } from './search.ts'

type PlaceRow = Omit<DirectHit, 'missingPath'>

const most = 5

/** Texts by symbol or number, the newest first, with the paragraph where one was named and is there. */
export async function placesOf(database: Database, place: TypedPlace): Promise<readonly PlaceRow[]> {
  const { symbol, number, path, parts } = place
  const { rows } = await sql<PlaceRow>`
    select d.document, d.title as "documentTitle", u.unit, u.title as "unitTitle", d.language,
      to_char(coalesce(u.adopted, d.adopted), 'YYYY-MM-DD') as adopted, i.path, i.text
    from search.units u join search.documents d on d.document = u.document
    left join lateral (select path, text from documents.items i
      where i.document = d.document and i.version = d.version and i.unit = u.unit
        and (i.path = ${path} or i.path like ${path === null ? null : `%/${escaped(path)}`})
      order by length(i.path), i.n limit 1) i on true
    where u.type <> 'report' and ${
      symbol === null
        ? sql`(u.short = ${number} or u.short like ${`${escaped(number)}(%`})
            and string_to_array(u.symbol, '/') @> ${parts}::text[]`
        : sql`(u.symbol = ${symbol} or u.symbol like ${`${escaped(symbol)}(%`} or (d.symbol = ${symbol} and u.n = 0))`
    }
    order by (i.path is null), coalesce(u.adopted, d.adopted) desc nulls last, d.document, u.n limit ${most}`.execute(
    database,
  )
  return rows
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

export interface BegunRow {
  readonly kind: 'symbol' | 'title'
  readonly text: string
  readonly document: string
  readonly unit: string
}

/** Symbols that begin so, then titles in which it stands. */
export async function begunWith(
  database: Database,
  begun: string,
  symbol: string,
  limit: number,
): Promise<readonly BegunRow[]> {
  const { rows } = await sql<BegunRow>`
    (select 'symbol' as kind, case when u.symbol like ${`${escaped(symbol)}%`} then u.unit else u.number end as text,
       u.document, u.unit
     from search.units u where u.symbol like ${`${escaped(symbol)}%`} or u.short like ${`${escaped(symbol)}%`}
     order by length(u.unit), u.adopted desc nulls last, u.unit limit ${limit})
    union all
    (select 'title', u.title, u.document, u.unit from search.units u
     where length(${begun}) > 2 and u.title ilike ${`%${escaped(begun)}%`}
     order by u.title not ilike ${`${escaped(begun)}%`}, u.adopted desc nulls last, u.unit limit ${limit})`.execute(
    database,
  )
  return rows
}

/** How many paragraphs have a word in any of its forms, by language and stem. */
export async function usesOf(
  database: Database,
  words: readonly { readonly language: Language; readonly stem: string }[],
): Promise<readonly { readonly language: Language; readonly stem: string; readonly uses: number }[]> {
  const { rows } = await sql<{ language: Language; stem: string; uses: number }>`
    select t.language, t.stem, sum(t.count)::int as uses
    from unnest(${words.map(({ language }) => language)}::text[], ${words.map(({ stem }) => stem)}::text[])
      as asked (language, stem)
    join search.terms t on t.language = asked.language and t.stem = asked.stem
    group by t.language, t.stem`.execute(database)
  return rows
}
