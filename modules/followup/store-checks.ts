import { sql } from 'kysely'
import type { Database } from '#platform/database'

/** Replies whose kept status, acceptance, day or holder is not what their rows give. */
export async function repliesAmiss(database: Database): Promise<{ id: string; actor: string }[]> {
  const { rows } = await sql<{ id: string; actor: string }>`
    select d.holder || '/' || d.n as id, r.actor
    from followup.replies r
    join followup.dossiers d on d.key = r.dossier
    left join followup.said on said.reply = r.key
    left join lateral (
      select h.to_person from followup.handovers h where h.reply = r.key order by h.key desc limit 1) last on true
    where (r.status, r.acceptance, r.as_of)
        is distinct from (coalesce(said.status, 'no_information'), said.acceptance, said.as_of)
      or r.holds is distinct from last.to_person`.execute(database)
  return rows
}

/** Files evidence refers to, with a name each is known by. */
export async function referredFiles(database: Database): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ sha256: string; name: string }>`
    select sha256, min(file_name) as name from followup.evidence where sha256 is not null group by sha256`.execute(
    database,
  )
  return new Map(rows.map(({ sha256, name }) => [sha256, name]))
}
