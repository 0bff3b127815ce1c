import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Implementation } from './dossier.ts'
import type { FollowableSource } from './followable.ts'
import type { DossierFilter } from './room.ts'
import { type FollowableRow, followableColumns } from './store-followables.ts'

/** One row of a list: what is asked, where it stands in the order, and what was said. */
export interface ListRow extends FollowableRow {
  readonly key: string
  /** The day it is ordered by, or `infinity`. */
  readonly day: string
  readonly status: Implementation
  readonly as_of: string | null
  readonly replies: number
  readonly holds: string | null
  readonly draft: boolean
}

export interface ListStart {
  readonly day: string
  /** Rows of the same day from after this key; null: all of them. */
  readonly key: string | null
}

export interface ListQuery extends Omit<DossierFilter, 'after' | 'kind' | 'limit' | 'perhaps'> {
  /** The actor and the groups it belongs to. */
  readonly asked?: readonly string[]
  /** Whether drafts are looked for: for those who may know of them alone. */
  readonly inside?: boolean
}

/**
 * The first rows of a list. Starts from the view of what is asked, so that a dossier nobody touched is listed without a
 * row of its own. In the order of the first due date; at a session, in the order of the days there.
 */
export async function listRows(
  database: Database,
  source: FollowableSource,
  filter: ListQuery,
  start: ListStart | null,
  limit: number,
): Promise<ListRow[]> {
  const { actor, asked, body, session } = filter
  const atSession = body !== undefined && session !== undefined
  const page = (where: RawBuilder<unknown>, front: RawBuilder<unknown> | null = null) =>
    rowsOf(source, filter, where, front, start, limit, atSession)
  // Each group by itself, since the index of one actor is in the right order and starts where the page before ended.
  const pages = asked
    ? sql`
        select own.* from unnest(${asked}::text[]) one (actor)
        cross join lateral ${page(sql`f.actor = one.actor`, sql`one.actor`)} own
        union all ${page(isGiven(asked))}`
    : page(sql`true`)
  const said = actor === undefined ? sql.ref('page.dossier_status') : sql.ref('page.reply_status')
  const { rows } = await sql<ListRow>`
    select ${followableColumns}, page.key, page.day, page.as_of, page.holds,
      coalesce(${said}, 'no_information') as status,
      (select count(*)::int from followup.replies s where s.dossier = page.dossier and s.status <> 'no_information') as replies,
      ${filter.inside ? isDrafted : sql`false`} as draft
    from (
      select * from (${pages}) every order by day, key limit ${limit}) page
    join ${sql.table(source.view)} f on f.key = page.key
    order by page.day, page.key`.execute(database)
  return rows
}

const isDrafted = sql`exists (select from followup.updates_now u where u.reply = page.reply and u.state = 'draft')`

/** Given to the actor by the office, though it was not asked by name. */
const isGiven = (asked: readonly string[]) => sql`r.given and (f.actor is null or f.actor <> all(${asked}::text[]))`

function rowsOf(
  { kind, view, dues }: FollowableSource,
  filter: ListQuery,
  where: RawBuilder<unknown>,
  front: RawBuilder<unknown> | null,
  start: ListStart | null,
  limit: number,
  atSession: boolean,
): RawBuilder<unknown> {
  const { actor, body, session } = filter
  const [day, key] = atSession ? [sql.ref('due.from_date'), sql.ref('due.key')] : [sql.ref('f.day'), sql.ref('f.key')]
  const conditions = [where, ...conditionsOf(filter, dues, atSession)]
  if (start) {
    // The actor stands in front on both sides, so that no index but that of actors can start here.
    const [left, right] = front && !atSession ? [sql`f.actor, `, sql`${front}, `] : [sql``, sql``]
    conditions.push(
      start.key === null
        ? sql`(${left}${day}) >= (${right}${start.day}::date)`
        : sql`(${left}${day}, ${key}) > (${right}${start.day}::date, ${start.key}::bigint)`,
    )
  }
  // The first of its dates there, where it has several.
  const at = atSession
    ? sql`join ${sql.table(dues)} due on due.key = f.key and due.body = ${body} and due.session = ${session}
        and not exists (select from ${sql.table(dues)} other where other.key = due.key and other.body = due.body
          and other.session = due.session and other.n < due.n)`
    : sql``
  return sql`(
    select f.key, ${day} as day, d.key as dossier, d.status as dossier_status, r.key as reply, r.status as reply_status,
      r.as_of, r.holds
    from ${sql.table(view)} f ${at}
    left join followup.dossiers d on d.kind = ${kind} and d.holder = f.holder and d.n = f.n
    left join followup.replies r on r.dossier = d.key and r.actor = ${actor ?? ''}
    where ${sql.join(conditions, sql` and `)} order by ${day}, ${key} limit ${limit})`
}

function conditionsOf(filter: ListQuery, dues: FollowableSource['dues'], atSession: boolean): RawBuilder<unknown>[] {
  const { actor, status, body, session, from, to, document, person } = filter
  const given: RawBuilder<unknown>[] = []
  if (status !== undefined) {
    const said = actor === undefined ? sql.ref('d.status') : sql.ref('r.status')
    given.push(
      status === 'no_information'
        ? sql<SqlBool>`(${said} is null or ${said} = ${status})`
        : sql<SqlBool>`${said} = ${status}`,
    )
  }
  if (document !== undefined) given.push(sql`f.document = ${document}`)
  const dated = [
    ...(!atSession && body !== undefined ? [sql`due.body = ${body}`] : []),
    ...(!atSession && session !== undefined ? [sql`due.session = ${session}`] : []),
    ...(from !== undefined ? [sql`due.to_date >= ${from}::date`] : []),
    ...(to !== undefined ? [sql`due.from_date <= ${to}::date`] : []),
  ]
  if (dated.length > 0) {
    given.push(
      sql`exists (select from ${sql.table(dues)} due where due.key = f.key and ${sql.join(dated, sql` and `)})`,
    )
  }
  if (person !== undefined) {
    given.push(sql`d.key in (
      select dossier from followup.replies where answers = ${person} or holds = ${person}
      union all
      select dossier from (select distinct on (dossier) dossier, watching from followup.watches
        where person = ${person} order by dossier, key desc) latest where watching)`)
  }
  return given
}
