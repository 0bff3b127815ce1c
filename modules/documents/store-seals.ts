import { sql } from 'kysely'
import type { Database } from '#platform/database'

/** Fingerprint of all that was read from a version: a change to any of it, in its row or its items, gives another. */
export interface Seal {
  readonly document: string
  readonly version: number
  readonly seal: string
}

/** The seals of all versions as they are now, or of one. */
export async function sealsOf(database: Database, one?: Omit<Seal, 'seal'>): Promise<readonly Seal[]> {
  const { rows } = await sql<Seal>`
    select v.document, v.version, encode(sha256(convert_to(jsonb_build_array(
      v.file_name, v.language, v.title, v.adopted, v.session_body, v.session_number, v.outline, v.units, v.paragraphs,
      (select jsonb_agg(jsonb_build_array(i.unit, i.kind, i.number, i.path, i.line, i.text) order by i.n)
       from documents.items i where i.document = v.document and i.version = v.version)
    )::text, 'UTF8')), 'hex') as seal
    from documents.versions v
    where ${one ? sql<boolean>`v.document = ${one.document} and v.version = ${one.version}` : sql<boolean>`true`}`.execute(
    database,
  )
  return rows
}

/** Which version of each document stands in each language, by `<document> <language>`. */
export async function standingVersions(database: Database): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; language: string; version: number }>`
    select s.document as id, v.language, s.version from documents.standing s
    join documents.versions v on v.document = s.document and v.version = s.version`.execute(database)
  return new Map(rows.map(({ id, language, version }) => [`${id} ${language}`, version]))
}
