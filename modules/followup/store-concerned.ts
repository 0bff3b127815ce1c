import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Implementation } from './dossier.ts'
import type { FollowableSource, Places } from './followable.ts'
import type { Tables } from './store-rows.ts'

const given = ({ holders, ns }: Places) => sql`unnest(${holders}::text[], ${ns}::int[]) as given (holder, n)`

/** What was reported on each that has a dossier and any information. */
export async function statusesAt(
  database: Database,
  places: Places,
): Promise<{ holder: string; n: number; status: Implementation }[]> {
  const { rows } = await sql<{ holder: string; n: number; status: Implementation }>`
    select d.holder, d.n, d.status from ${given(places)}
    join followup.dossiers d on d.holder = given.holder and d.n = given.n
    where d.status <> 'no_information'`.execute(database)
  return rows
}

/** People named in the dossiers of each place: who answers, who holds, who watches. */
export async function namedAt(
  database: Database,
  places: Places,
): Promise<
  { holder: string; n: number; person: string; why: 'answers' | 'holds' | 'watches'; actor: string | null }[]
> {
  const { rows } = await sql<{
    holder: string
    n: number
    person: string
    why: 'answers' | 'holds' | 'watches'
    actor: string | null
  }>`
    with dossiers as (
      select d.key, d.holder, d.n from ${given(places)}
      join followup.dossiers d on d.holder = given.holder and d.n = given.n)
    select d.holder, d.n, r.answers::text as person, 'answers' as why, r.actor
    from dossiers d join followup.replies r on r.dossier = d.key where r.answers is not null
    union all
    select d.holder, d.n, r.holds::text, 'holds', r.actor
    from dossiers d join followup.replies r on r.dossier = d.key where r.holds is not null and r.holds <> r.answers
    union all
    select holder, n, person::text, 'watches', null from (
      select distinct on (d.key, w.person) d.holder, d.n, w.person, w.watching
      from dossiers d join followup.watches w on w.dossier = d.key order by d.key, w.person, w.key desc) latest
    where watching`.execute(database)
  return rows
}

/** Dates within some days, one row each, in the order of the day and then of the register. */
export async function datesWithin(
  database: Database,
  provider: Pick<FollowableSource, 'view' | 'dues'>,
  days: { readonly from: string; readonly to: string },
  after: { readonly day: string; readonly key: string; readonly from: string } | null,
  limit: number,
): Promise<{ key: string; holder: string; n: number; from_date: string; to_date: string }[]> {
  let query = database
    .withTables<Tables>()
    .selectFrom(`${provider.dues} as due`)
    .innerJoin(`${provider.view} as f`, 'f.key', 'due.key')
    .where('due.to_date', '>=', days.from)
    .where('due.to_date', '<=', days.to)
    .select(['f.key', 'f.holder', 'f.n', 'due.from_date', 'due.to_date'])
  if (after) {
    query = query.where(
      sql<boolean>`(due.to_date, due.key, due.from_date) > (${after.day}::date, ${after.key}::bigint, ${after.from}::date)`,
    )
  }
  return query.orderBy('due.to_date').orderBy('due.key').orderBy('due.from_date').limit(limit).execute()
}
