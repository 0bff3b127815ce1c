import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { RecurringFigures, RecurringFilter } from './overlap.ts'

/** Works out anew which mandates renew others, and how many. */
export async function settleRecurring(transaction: Transaction, traced: string): Promise<void> {
  await sql`delete from lineage.recurring`.execute(transaction)
  await sql`
    create temporary table asking on commit drop as select distinct document, unit, path from mandates.followables`.execute(
    transaction,
  )
  await sql`
    create temporary table renewals on commit drop as
    -- Of what was split, the piece most like the whole renews it; the others are mandates of their own.
    select distinct on (l.document, l.unit, l.before_document, l.before_n)
      l.document, l.unit, l.path, l.n, l.before_document, l.before_n
    from lineage.links l
    join asking a on a.document = l.document and a.unit = l.unit and a.path = l.path
    join documents.documents d on d.id = l.before_document
    join documents.items i on i.document = d.id and i.version = d.version and i.n = l.before_n
    join asking b on b.document = i.document and b.unit = i.unit and b.path = i.path
    where l.how in ('same', 'edited')
    order by l.document, l.unit, l.before_document, l.before_n, l.similarity desc, l.n`.execute(transaction)
  await sql`analyze renewals`.execute(transaction)
  await sql`
    insert into lineage.recurring (document, unit, path, n, first_document, first_n)
    with recursive firsts as (
      select distinct r.before_document as document, r.before_n as n from renewals r
      where not exists (select from renewals b where b.document = r.before_document and b.n = r.before_n)
    ), down as (
      select f.document, f.n, f.document as first_document, f.n as first_n from firsts f
      union all
      select r.document, r.n, down.first_document, down.first_n from down
      join renewals r on r.before_document = down.document and r.before_n = down.n
    )
    select i.document, i.unit, i.path, i.n, down.first_document, down.first_n from down
    join documents.documents d on d.id = down.document
    join documents.items i on i.document = d.id and i.version = d.version and i.n = down.n
    on conflict do nothing`.execute(transaction)
  await sql`
    insert into lineage.figures (only_row, mandates, renewals, recurring, traced)
    select true, (select count(*) from asking), (select count(*) from renewals),
      (select count(distinct (first_document, first_n)) from lineage.recurring), ${traced}::bigint
    on conflict (only_row) do update set mandates = excluded.mandates, renewals = excluded.renewals,
      recurring = excluded.recurring, traced = excluded.traced`.execute(transaction)
}

/** Null where nothing was counted yet. */
export async function figuresOf(database: Database): Promise<(RecurringFigures & { readonly traced: string }) | null> {
  const { rows } = await sql<RecurringFigures & { traced: string }>`
    select mandates, renewals, recurring, traced::text as traced from lineage.figures`.execute(database)
  return rows[0] ?? null
}

export interface RecurringRow {
  readonly firstDocument: string
  readonly firstN: number
  readonly instances: readonly { readonly document: string; readonly n: number }[]
}

/** Those said most often first, of as many the latest. */
export async function recurringPage(
  database: Database,
  { body, times }: RecurringFilter,
  limit: number,
  offset: number,
): Promise<{ readonly rows: readonly RecurringRow[]; readonly total: number }> {
  const { rows } = await sql<RecurringRow & { total: number }>`
    select r.first_document as "firstDocument", r.first_n as "firstN", count(*) over ()::int as total,
      jsonb_agg(jsonb_build_object('document', r.document, 'n', r.n) order by t.day, r.document, r.n) as instances
    from lineage.recurring r join lineage.texts t on t.document = r.document and t.unit = r.unit
    group by r.first_document, r.first_n
    having count(*) >= ${Math.max(2, times ?? 2)}
      and ${body === undefined ? sql<boolean>`true` : sql<boolean>`bool_or(t.body = ${body})`}
    order by count(*) desc, max(t.day) desc nulls last, r.first_document, r.first_n
    limit ${limit} offset ${offset}`.execute(database)
  return { rows, total: rows[0]?.total ?? 0 }
}
