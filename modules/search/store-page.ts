import type { ItemKind, Language } from '@resolute/reader'
import { sql } from 'kysely'
import type { Database } from '#platform/database'

export interface PageRow {
  readonly document: string
  readonly version: number
  readonly n: number
  readonly documentTitle: string
  readonly unit: string
  readonly unitTitle: string | null
  readonly kind: ItemKind
  readonly number: string | null
  readonly path: string | null
  readonly mandate: string | null
  readonly language: Language
  readonly text: string
}

/** The paragraphs of a page, in the order asked for. */
export async function pageRows(
  database: Database,
  places: readonly { readonly document: string; readonly version: number; readonly n: number }[],
): Promise<PageRow[]> {
  const { rows } = await sql<PageRow>`
    select i.document, i.version, i.n, v.title as "documentTitle", i.unit, u.title as "unitTitle", i.kind, i.number,
      i.path, v.language, i.text, (select f.holder from mandates.followables f
        where i.path is not null and f.document = i.document and f.unit = i.unit and f.path = i.path limit 1) as mandate
    from unnest(${places.map(({ document }) => document)}::text[], ${places.map(({ version }) => version)}::int[],
      ${places.map(({ n }) => n)}::int[]) with ordinality as asked (document, version, n, at)
    join documents.items i on i.document = asked.document and i.version = asked.version and i.n = asked.n
    join documents.versions v on v.document = i.document and v.version = i.version
    left join search.units u on u.document = i.document and u.unit = i.unit
    order by asked.at`.execute(database)
  return rows
}

/** Words alike to one typed that nothing has, the likest first. */
export async function alike(database: Database, form: string, languages: readonly Language[]): Promise<string[]> {
  const { rows } = await sql<{ form: string }>`
    select form, max(similarity(form, ${form})) as alike from search.vocabulary
    where form % ${form} and language = any(${languages}) and abs(length(form) - length(${form})) <= 3
    group by form order by alike desc limit 40`.execute(database)
  return rows.map((row) => row.form)
}
