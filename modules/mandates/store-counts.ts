import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { sealsOf } from './store-seals.ts'

export interface Counts {
  readonly document: string
  readonly version: number
  readonly mandates: number
  readonly obligations: number
}

/** Per version: how many mandates ask or decide something, and how many obligations stand, or stood at the end. */
export async function countsByVersion(
  database: Database,
  one?: Pick<Counts, 'document' | 'version'>,
): Promise<readonly Counts[]> {
  const { rows } = await sql<Counts>`
    select m.document, m.version,
      count(distinct m.key) filter (where jsonb_array_length(m.clauses) > 0 or o.key is not null)::int as mandates,
      count(o.key)::int as obligations
    from mandates.mandates m left join mandates.obligations o on o.mandate = m.key and o.stands
    where ${one ? sql<boolean>`m.document = ${one.document} and m.version = ${one.version}` : sql<boolean>`true`}
    group by m.document, m.version`.execute(database)
  return rows
}

/** What the ledger is told of a version whenever its mandates change. */
export async function figuresOf(database: Database, version: Pick<Counts, 'document' | 'version'>) {
  const [counted] = await countsByVersion(database, version)
  const [sealed] = await sealsOf(database, version)
  return {
    mandates: counted?.mandates ?? 0,
    obligations: counted?.obligations ?? 0,
    mandatesSeal: sealed?.seal ?? '',
  }
}
