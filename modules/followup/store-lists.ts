import { type SqlBool, sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Implementation } from './dossier.ts'
import type { FollowableProvider } from './followable.ts'
import type { DossierFilter } from './room.ts'
import type { Tables } from './store-rows.ts'

/** One row of a list: where it stands in the order, and what was said. */
export interface ListRow {
  readonly key: string
  readonly holder: string
  readonly n: number
  /** First due date, or `infinity`. */
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
  /** Replies given to the actor although it was not asked by name, instead of those it was asked. */
  readonly given?: boolean
}

/**
 * The first rows of a list in the order of their first due dates. Starts from the view of what is asked, so that a
 * dossier nobody touched is listed without a row of its own.
 */
export async function listRows(
  database: Database,
  { view, dues }: Pick<FollowableProvider, 'view' | 'dues'>,
  filter: ListQuery,
  start: ListStart | null,
  limit: number,
): Promise<ListRow[]> {
  const { actor, asked, given, status, body, session, from, to, document, person } = filter
  let query = database
    .withTables<Tables>()
    .selectFrom(`${view} as f`)
    .leftJoin('followup.dossiers as d', (join) => join.onRef('d.holder', '=', 'f.holder').onRef('d.n', '=', 'f.n'))
    .leftJoin('followup.replies as r', (join) => join.onRef('r.dossier', '=', 'd.key').on('r.actor', '=', actor ?? ''))
    .select(['f.key', 'f.holder', 'f.n', 'f.day'])
  if (asked !== undefined) {
    query = given
      ? query.where('r.key', 'is not', null).where((eb) => {
          const notByName = asked.length === 0 ? eb.lit(true) : eb('f.actor', 'not in', [...asked])
          return eb.or([eb('f.actor', 'is', null), notByName])
        })
      : asked.length === 0
        ? query.where(sql<SqlBool>`false`)
        : query.where('f.actor', 'in', [...asked])
  }
  if (status !== undefined) {
    const said = actor === undefined ? sql.ref('d.status') : sql.ref('r.status')
    query = query.where(
      status === 'no_information'
        ? sql<SqlBool>`(${said} is null or ${said} = ${status})`
        : sql<SqlBool>`${said} = ${status}`,
    )
  }
  if (document !== undefined) query = query.where('f.document', '=', document)
  if (body !== undefined || session !== undefined || from !== undefined || to !== undefined) {
    query = query.where((eb) => {
      let due = eb.selectFrom(`${dues} as due`).whereRef('due.key', '=', 'f.key').select(sql`1`.as('one'))
      if (body !== undefined) due = due.where('due.body', '=', body)
      if (session !== undefined) due = due.where('due.session', '=', session)
      if (from !== undefined) due = due.where('due.to_date', '>=', from)
      if (to !== undefined) due = due.where('due.from_date', '<=', to)
      return eb.exists(due)
    })
  }
  if (person !== undefined) {
    query = query.where(sql<SqlBool>`d.key in (
      select dossier from followup.replies where answers = ${person} or holds = ${person}
      union all
      select dossier from (select distinct on (dossier) dossier, watching from followup.watches
        where person = ${person} order by dossier, key desc) latest where watching)`)
  }
  if (start) {
    query = query.where(
      start.key === null
        ? sql<SqlBool>`f.day >= ${start.day}::date`
        : sql<SqlBool>`(f.day, f.key) > (${start.day}::date, ${start.key}::bigint)`,
    )
  }
  // Counted for the rows of the page alone, after they were found.
  const page = query
    .select([
      'd.key as dossier',
      'r.key as reply',
      sql<Implementation>`coalesce(${actor === undefined ? sql.ref('d.status') : sql.ref('r.status')}, 'no_information')`.as(
        'status',
      ),
      'r.as_of',
      'r.holds',
    ])
    .orderBy('f.day')
    .orderBy('f.key')
    .limit(limit)
  const { rows } = await sql<ListRow>`
    select page.key, page.holder, page.n, page.day, page.status, page.as_of, page.holds,
      (select count(*)::int from followup.replies s where s.dossier = page.dossier and s.status <> 'no_information') as replies,
      exists (select from followup.updates_now u where u.reply = page.reply and u.state = 'draft') as draft
    from ${page} page order by page.day, page.key`.execute(database)
  return rows
}
