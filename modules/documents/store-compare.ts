import type { Language, Outline } from '@resolute/reader'
import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { NearDocument } from './compare.ts'

interface OutlineRow {
  readonly document: string
  readonly version: number
  readonly title: string
  readonly language: Language
  readonly outline: Outline
}

/** A version with its text: the one that stands where none is named. */
export async function outlineOfVersion(
  database: Database,
  id: string,
  version: number | undefined,
): Promise<OutlineRow | null> {
  const { rows } = await sql<OutlineRow>`
    select v.document, v.version, v.title, v.language, v.outline
    from documents.documents d
    join documents.versions v on v.document = d.id and v.version = coalesce(${version ?? null}::int, d.version)
    where d.id = ${id}`.execute(database)
  return rows[0] ?? null
}

/** The symbol as it is kept, where it was typed in other capitals. */
export async function symbolAsKept(database: Database, typed: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from documents.documents where lower(id) = lower(${typed}) order by id limit 1`.execute(database)
  return rows[0]?.id ?? null
}

const standing = sql`documents.documents d join documents.versions v on v.document = d.id and v.version = d.version`

/** Documents whose symbol is most like what was typed, else those whose title is. */
export async function nearestDocuments(
  database: Database,
  typed: string,
  most: number,
): Promise<readonly NearDocument[]> {
  const { rows } = await sql<NearDocument>`
    select d.id, v.title from ${standing}
    where similarity(d.id, ${typed}) > 0 or word_similarity(${typed}, v.title) > 0.3
    order by greatest(similarity(d.id, ${typed}), word_similarity(${typed}, v.title)) desc, d.id
    limit ${most}`.execute(database)
  return rows
}

/** Other documents with the title most like that of one: those before and after it in its series, as a rule. */
export async function alikeByTitle(database: Database, id: string, most: number): Promise<readonly NearDocument[]> {
  const { rows } = await sql<NearDocument>`
    with one as (
      select v.title, v.language from ${standing} where d.id = ${id}
    )
    select d.id, v.title from ${standing}, one
    where d.id <> ${id} and v.language = one.language and similarity(v.title, one.title) > 0.3
    order by similarity(v.title, one.title) desc, v.adopted desc nulls last, d.id
    limit ${most}`.execute(database)
  return rows
}
