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
  /** Whether the office gave the actor what it was not asked by name. */
  readonly given?: boolean
  /** Whether drafts are looked for: for those who may know of them alone. */
  readonly inside?: boolean
}

/**
 * The first rows of a list. Starts from the view of what is asked, so that a dossier nobody touched is listed without a
 * row of its own; of what somebody said with one status, from what was said. In the order of the first due date; at a
 * session, in the order of the days there.
 */
export async function listRows(
  database: Database,
  source: FollowableSource,
  filter: ListQuery,
  start: ListStart | null,
  limit: number,
): Promise<ListRow[]> {
  const { actor, asked, given, status } = filter
  const said = fromSaid(source, filter)
  const told = status !== undefined && status !== 'no_information' && !isAtSession(filter)
  const all = told ? said : fromAsked(source, filter)
  const page = (from: From, where: RawBuilder<unknown>, group: RawBuilder<unknown> | null = null) =>
    keysOf(source, filter, from, where, group, start, limit)
  const pages = asked
    ? sql`${ofGroups(asked, (group) => page(all, sql`${all.asked} = ${group}`, group))}
        ${given ? sql`union all ${page(said, isGiven(source, asked))}` : sql``}`
    : page(all, sql`true`)
  const [state, answer] =
    actor === undefined
      ? [sql`d.status`, sql`null::date as as_of, null::bigint as holds`]
      : [sql`r.status`, sql`r.as_of, r.holds`]
  const { rows } = await sql<ListRow>`
    select ${followableColumns}, page.key, page.day, ${answer}, coalesce(${state}, 'no_information') as status,
      (select count(*)::int from followup.replies s where s.dossier = d.key and s.status <> 'no_information') as replies,
      ${filter.inside ? isDrafted : sql`false`} as draft
    from (
      select * from (${pages}) every order by day, key limit ${limit}) page
    join ${sql.table(source.view)} f on f.key = page.key
    ${dossierOf(source, filter)}
    order by page.day, page.key`.execute(database)
  return rows
}

/** Each group by itself, since the index of one actor is in the right order and starts where the page before ended. */
function ofGroups(
  asked: readonly string[],
  page: (group: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (asked.length === 1) return page(sql`${asked[0]}::text`)
  return sql`select own.* from unnest(${asked}::text[]) one (actor) cross join lateral ${page(sql`one.actor`)} own`
}

/** Whether the office gave an actor anything it was not asked by name: most it did not, and their lists are simpler. */
export async function hasGiven(database: Database, actor: string): Promise<boolean> {
  const { rows } = await sql<{ given: boolean }>`
    select exists (select from followup.replies where actor = ${actor} and given) as given`.execute(database)
  return rows[0]!.given
}

const isDrafted = sql`exists (select from followup.updates_now u where u.reply = r.key and u.state = 'draft')`

/** What a list is taken from, and the columns that give its order there. */
interface From {
  readonly tables: RawBuilder<unknown>
  readonly asked: RawBuilder<unknown>
  readonly day: RawBuilder<unknown>
  readonly key: RawBuilder<unknown>
}

/** Everything that is asked, touched or not. */
function fromAsked(source: FollowableSource, filter: ListQuery): From {
  const said = filter.status !== undefined || filter.person !== undefined
  return {
    asked: sql.ref('f.actor'),
    day: sql.ref('f.day'),
    key: sql.ref('f.key'),
    tables: sql`${sql.table(source.view)} f ${said ? dossierOf(source, filter) : sql``}`,
  }
}

/** What was said about, by the actor or by anybody: the place in the order of lists stands beside the status. */
function fromSaid(source: FollowableSource, { actor, document }: ListQuery): From {
  const said = actor === undefined ? 'd' : 'r'
  const key = sql.ref(`${said}.place`)
  const reply = actor === undefined ? sql`` : sql`join followup.replies r on r.dossier = d.key and r.actor = ${actor}`
  const view = document === undefined ? sql`` : sql`join ${sql.table(source.view)} f on f.key = ${key}`
  return {
    asked: sql.ref(`${said}.asked`),
    day: sql.ref(`${said}.day`),
    key,
    tables: sql`followup.dossiers d ${reply} ${view}`,
  }
}

/** Given to the actor by the office, though it was not asked by name. */
const isGiven = ({ kind }: FollowableSource, asked: readonly string[]) =>
  sql`r.given and r.place is not null and d.kind = ${kind} and (r.asked is null or r.asked <> all(${asked}::text[]))`

/** The dossier on what is asked, and in it what the actor answers. */
function dossierOf({ kind }: FollowableSource, { actor }: ListQuery): RawBuilder<unknown> {
  const reply =
    actor === undefined ? sql`` : sql`left join followup.replies r on r.dossier = d.key and r.actor = ${actor}`
  return sql`left join followup.dossiers d on d.kind = ${kind} and d.holder = f.holder and d.n = f.n ${reply}`
}

const isAtSession = ({ body, session }: ListQuery): boolean => body !== undefined && session !== undefined

/** The keys of all of a list, or with `group` of what one actor is asked. */
function keysOf(
  source: FollowableSource,
  filter: ListQuery,
  from: From,
  where: RawBuilder<unknown>,
  group: RawBuilder<unknown> | null,
  start: ListStart | null,
  limit: number,
): RawBuilder<unknown> {
  const { dues } = source
  const { body, session } = filter
  const atSession = isAtSession(filter)
  const [day, key] = atSession ? [sql.ref('due.from_date'), sql.ref('due.key')] : [from.day, from.key]
  const conditions = [where, ...conditionsOf(source, filter, from.key)]
  if (start) {
    // The actor stands in front on both sides, so that no index but that of actors can start here.
    const [left, right] = group && !atSession ? [sql`${from.asked}, `, sql`${group}, `] : [sql``, sql``]
    conditions.push(
      start.key === null
        ? sql`(${left}${day}) >= (${right}${start.day}::date)`
        : sql`(${left}${day}, ${key}) > (${right}${start.day}::date, ${start.key}::bigint)`,
    )
  }
  // The first of its dates there, where it has several.
  const at = atSession
    ? sql`join ${sql.table(dues)} due on due.key = ${from.key} and due.body = ${body} and due.session = ${session}
        and not exists (select from ${sql.table(dues)} other where other.key = due.key and other.body = due.body
          and other.session = due.session and other.n < due.n)`
    : sql``
  return sql`(
    select ${key} as key, ${day} as day from ${from.tables} ${at}
    where ${sql.join(conditions, sql` and `)} order by ${day}, ${key} limit ${limit})`
}

function conditionsOf(
  { kind, dues }: FollowableSource,
  filter: ListQuery,
  key: RawBuilder<unknown>,
): RawBuilder<unknown>[] {
  const { actor, status, body, session, from, to, document, person } = filter
  const atSession = isAtSession(filter)
  const given: RawBuilder<unknown>[] = []
  if (status !== undefined) {
    const said = actor === undefined ? sql.ref('d.status') : sql.ref('r.status')
    given.push(
      status === 'no_information'
        ? sql<SqlBool>`(${said} is null or ${said} = ${status})`
        : sql<SqlBool>`${said} = ${status} and ${key} is not null and d.kind = ${kind}`,
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
      sql`exists (select from ${sql.table(dues)} due where due.key = ${key} and ${sql.join(dated, sql` and `)})`,
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
