import { sql } from 'kysely'
import type { Database } from '#platform/database'

/** Fingerprint of the mandates and obligations read from a version: a change to any of them gives another. */
export interface Seal {
  readonly document: string
  readonly version: number
  readonly seal: string
}

/**
 * The seals of all versions as they are now, or of one. Left out is what changes by right: which version stands, and the
 * dates, which are worked out from timings and calendar. A row written before readings by persons were kept has none of
 * what came with them, and seals as it did then.
 */
export async function sealsOf(database: Database, one?: Omit<Seal, 'seal'>): Promise<readonly Seal[]> {
  const { rows } = await sql<Seal>`
    select m.document, m.version, encode(sha256(convert_to(jsonb_agg(jsonb_build_array(
      m.id, m.unit, m.unit_title, m.path, m.text, m.context, m.organ, m.adopted, m.session_body, m.session_number,
      m.clauses,
      (select jsonb_agg(jsonb_build_array(
         o.kind, o.force, o.actor, o.actor_name, o.actor_as_written, o.action, o.subject, o.to_whom, o.conditions,
         o.timings, o.continuing, o.links, o.by, o.certainty)
         || case when o.restrictions is null then '[]'::jsonb
            else jsonb_build_array(o.n, o.stands, o.restrictions, o.money, o.life) end order by o.n)
       from mandates.obligations o where o.mandate = m.key))
      || case when m.rule_clauses is null then '[]'::jsonb
         else jsonb_build_array(m.rule_clauses, m.text_hash, m.certainty, m.doubts, m.state, m.look, m.person_reading) end
      order by m.id)::text, 'UTF8')), 'hex') as seal
    from mandates.mandates m
    where ${one ? sql<boolean>`m.document = ${one.document} and m.version = ${one.version}` : sql<boolean>`true`}
    group by m.document, m.version`.execute(database)
  return rows
}

/** Fingerprints of what persons decided, by key. */
export async function personSealsOf(
  database: Database,
  key?: string,
): Promise<readonly { readonly key: string; readonly seal: string }[]> {
  const { rows } = await sql<{ key: string; seal: string }>`
    select p.key::text as key, encode(sha256(convert_to(jsonb_build_array(p.document, p.unit, p.path, p.text_hash, p.text,
      p.context, p.kind, p.clauses, p.rule_clauses, p.rules, p.note, p.by,
      to_char(p.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS'))::text, 'UTF8')), 'hex') as seal
    from mandates.person_readings p
    where ${key === undefined ? sql<boolean>`true` : sql<boolean>`p.key = ${key}`}
    order by p.key`.execute(database)
  return rows
}
