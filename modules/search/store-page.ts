import type { Language } from '@resolute/reader'
import { sql } from 'kysely'
import type { Database } from '#platform/database'

export interface PageRow {
  readonly documentTitle: string
  readonly unit: string
  readonly unitTitle: string | null
  readonly number: string | null
  readonly path: string | null
  readonly mandate: string | null
  readonly text: string
}

/**
 * The paragraphs of a page, in the order asked for. Where something is known to stand in the index and stands no more,
 * what stands instead and no paragraphs: from one snapshot.
 */
export async function pageRows(
  database: Database,
  known: string | null,
  places: readonly { readonly document: string; readonly version: number; readonly n: number }[],
): Promise<{ readonly changed: string | null; readonly rows: readonly PageRow[] }> {
  const { rows } = await sql<PageRow & { changed: string | null }>`
    select * from search.page(${known}::text, ${places.map(({ document }) => document)}::text[],
      ${places.map(({ version }) => version)}::int[], ${places.map(({ n }) => n)}::int[])`.execute(database)
  const changed = rows[0]?.changed ?? null
  return { changed, rows: changed === null && places.length > 0 ? rows.map(({ changed: _, ...row }) => row) : [] }
}

/** Words alike to one typed that nothing has, the likest first. */
export async function alike(database: Database, form: string, languages: readonly Language[]): Promise<string[]> {
  const { rows } = await sql<{ form: string }>`
    select form, max(similarity(form, ${form})) as alike from search.vocabulary
    where form % ${form} and language = any(${languages}) and abs(length(form) - length(${form})) <= 3
    group by form order by alike desc limit 40`.execute(database)
  return rows.map((row) => row.form)
}
