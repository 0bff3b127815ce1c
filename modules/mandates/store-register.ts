import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Due } from '#modules/calendar'
import type { Database } from '#platform/database'
import type { Cursor } from './cursor.ts'
import type { ObligationFilter } from './obligation.ts'
import type { MandateRow, ObligationRow, PersonReadingRow, Tables } from './store-rows.ts'

/** An obligation with the columns of its mandate, and its dues. */
export interface RegisterRow extends Omit<ObligationRow, 'mandate'> {
  readonly mandate: string
  readonly document: string
  readonly unit: string
  readonly unit_title: string | null
  readonly path: string
  readonly act: string
  readonly dues: readonly Due[]
}

type Joined = Tables & { o: Tables['mandates.obligations']; m: Tables['mandates.mandates'] }
type Builder = ExpressionBuilder<Joined, 'o' | 'm'>

/** Obligations that stand, beside their mandates. */
const standing = (database: Database) =>
  database
    .withTables<Tables>()
    .selectFrom('mandates.obligations as o')
    .innerJoin('mandates.mandates as m', 'm.key', 'o.mandate')
    .where('m.superseded_by', 'is', null)
    .where('o.stands', '=', true)

/** `%` and `_` mean themselves. */
const literally = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('%', '\\%').replaceAll('_', '\\_')

/** The words of a search: ten at most. */
const wordsOf = (text: string) => text.split(/\s+/u).filter(Boolean).slice(0, 10)

/** Which obligations a filter lets through. Body codes are those of the calendar. */
function passes(filter: ObligationFilter) {
  return (eb: Builder): Expression<SqlBool> => {
    const due = () =>
      eb.selectFrom('mandates.dues as d').whereRef('d.obligation', '=', 'o.key').select(sql`1`.as('one'))
    const { document, unit, actor, kind, force, money, life, body, session, dated, reason, text, asOf } = filter
    const given: Expression<SqlBool>[] = []
    if (document !== undefined) given.push(eb('m.document', '=', document))
    if (unit !== undefined) given.push(eb('m.unit', '=', unit))
    if (actor !== undefined) given.push(eb('o.actor', '=', actor))
    if (kind !== undefined) given.push(eb('o.kind', '=', kind))
    if (force !== undefined) given.push(eb('o.force', '=', force))
    if (money !== undefined) given.push(sql<SqlBool>`o.money @> ${JSON.stringify([{ kind: money }])}::jsonb`)
    if (life !== undefined) given.push(sql<SqlBool>`o.life ->> 'stage' = ${life}`)
    if (asOf !== undefined) given.push(eb.or([eb('m.adopted', 'is', null), eb('m.adopted', '<=', asOf)]))
    if (body !== undefined || session !== undefined) {
      let at = due()
      if (body !== undefined) at = at.where('d.body', '=', body)
      if (session !== undefined) at = at.where('d.session', '=', session)
      given.push(eb.exists(at))
    }
    if (dated !== undefined) {
      const exists = eb.exists(due().where('d.reason', 'is', null))
      given.push(dated ? exists : eb.not(exists))
    }
    if (reason !== undefined) given.push(eb.exists(due().where('d.n', '=', 0).where('d.reason', '=', reason)))
    for (const word of wordsOf(text ?? '')) given.push(eb('m.text', 'ilike', `%${literally(word)}%`))
    return eb.and(given)
  }
}

const columns = [
  'o.key',
  'o.n',
  'o.kind',
  'o.force',
  'o.actor',
  'o.actor_name',
  'o.actor_as_written',
  'o.action',
  'o.subject',
  'o.to_whom',
  'o.conditions',
  'o.timings',
  'o.continuing',
  'o.links',
  'o.by',
  'o.certainty',
  'o.first_due',
  'o.stands',
  'o.position',
  'o.restrictions',
  'o.money',
  'o.life',
  'm.id as mandate',
  'm.document',
  'm.unit',
  'm.unit_title',
  'm.path',
] as const

const act = sql<string>`mandates.act_for_people(m.text, o.action)`.as('act')

const dues = sql<Due[]>`(
  select coalesce(jsonb_agg(d.due order by d.n), '[]'::jsonb) from mandates.dues d where d.obligation = o.key)`.as(
  'dues',
)

/** Where in the order of the texts a cursor stands: its document, and the place of its obligation now. */
const placeOf = ({ value, key }: Cursor) => sql`
  ${value}::text, coalesce((select m.position from mandates.mandates m join mandates.obligations o on o.mandate = m.key
    where o.key = ${key}::bigint), 0),
  coalesce((select o.position from mandates.obligations o where o.key = ${key}::bigint), 0), ${key}::bigint`

/** One page, in the order asked for, and how many there are in all. */
export async function registerPage(
  database: Database,
  filter: ObligationFilter,
  after: Cursor | null,
  limit: number,
): Promise<{ rows: RegisterRow[]; total: number }> {
  const chosen = standing(database).where(passes(filter))
  const counted = await chosen.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  let page = chosen.select(columns).select([act, dues])
  switch (filter.sort ?? 'text') {
    case 'text':
      if (after) page = page.where(sql<SqlBool>`(m.document, m.position, o.position, o.key) > (${placeOf(after)})`)
      page = page.orderBy('m.document').orderBy('m.position').orderBy('o.position').orderBy('o.key')
      break
    case 'actor':
      if (after) page = page.where(sql<SqlBool>`(o.actor_name, o.key) > (${after.value}, ${after.key}::bigint)`)
      page = page.orderBy('o.actor_name').orderBy('o.key')
      break
    case 'due': {
      const day = sql<string>`coalesce(o.first_due, 'infinity'::date)`
      const from = after?.value || 'infinity'
      if (after) page = page.where(sql<SqlBool>`(${day}, o.key) > (${from}::date, ${after.key}::bigint)`)
      page = page.orderBy(day).orderBy('o.key')
      break
    }
  }
  return { rows: await page.limit(limit).execute(), total: counted.total }
}

/** All obligations of some mandates, in the order of the text. */
export function obligationsOf(database: Database, mandates: readonly string[]): Promise<RegisterRow[]> {
  if (mandates.length === 0) return Promise.resolve([])
  return standing(database)
    .where('m.id', 'in', mandates)
    .select(columns)
    .select([act, dues])
    .orderBy('m.document')
    .orderBy('m.position')
    .orderBy('o.position')
    .execute()
}

/** One obligation, whether it stands or not: the row of the newest version that had it. */
export async function obligationRow(database: Database, mandate: string, n: number): Promise<RegisterRow | null> {
  const row = await database
    .withTables<Tables>()
    .selectFrom('mandates.obligations as o')
    .innerJoin('mandates.mandates as m', 'm.key', 'o.mandate')
    .where('m.id', '=', mandate)
    .where('o.n', '=', n)
    .select(columns)
    .select([act, dues])
    .select(sql<boolean>`o.stands and m.superseded_by is null`.as('stands'))
    .orderBy('m.version', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** A mandate with the reading by a person that counts or was left behind. */
export interface MandateWithPerson extends MandateRow {
  readonly person: (Omit<PersonReadingRow, 'key' | 'at'> & { readonly key: number; readonly at: string }) | null
}

export const mandates = (database: Database) =>
  database
    .withTables<Tables>()
    .selectFrom('mandates.mandates as m')
    .selectAll('m')
    .select(
      sql<MandateWithPerson['person']>`(
        select to_jsonb(p) from mandates.person_readings p where p.key = m.person_reading)`.as('person'),
    )
    .where('m.superseded_by', 'is', null)

export async function mandateById(database: Database, id: string): Promise<MandateWithPerson | null> {
  return (await mandates(database).where('m.id', '=', id).executeTakeFirst()) ?? null
}

export function mandatesOfDocument(database: Database, document: string): Promise<MandateWithPerson[]> {
  return mandates(database).where('m.document', '=', document).orderBy('m.position').execute()
}

/** How often each value of a column occurs among what the filter lets through; most frequent first. */
export async function countBy(
  database: Database,
  column: 'o.actor' | 'o.kind' | 'o.force' | 'm.document',
  filter: ObligationFilter,
): Promise<{ value: string; name: string; count: number }[]> {
  const name = column === 'o.actor' ? sql<string>`min(o.actor_name)` : sql<string>`min(${sql.ref(column)})`
  const rows = await standing(database)
    .where(passes(filter))
    .where(column, 'is not', null)
    .groupBy(column)
    .select([sql<string>`${sql.ref(column)}`.as('value'), name.as('name'), sql<number>`count(*)::int`.as('count')])
    .orderBy('count', 'desc')
    .orderBy('value')
    .limit(200)
    .execute()
  return rows
}

/** How often each thing is said of money, and each stage of life, among what the filter lets through. */
export async function countByMeans(
  database: Database,
  what: 'money' | 'life',
  filter: ObligationFilter,
): Promise<{ value: string; count: number }[]> {
  const said = what === 'money' ? sql`jsonb_path_query(o.money, '$[*].kind') #>> '{}'` : sql`o.life ->> 'stage'`
  const values = standing(database)
    .where(passes(filter))
    .select(['o.key', sql<string>`${said}`.as('value')])
  return database
    .withTables<Tables>()
    .selectFrom(values.as('said'))
    .where('said.value', 'is not', null)
    .groupBy('said.value')
    .select(['said.value', sql<number>`count(distinct said.key)::int`.as('count')])
    .orderBy('count', 'desc')
    .orderBy('said.value')
    .execute()
}

export interface SessionCount {
  readonly body: string
  readonly session: number
  readonly part: string | null
  readonly from: string
  readonly to: string
  readonly count: number
}

/** Sessions at which something is due, with their days and how many obligations, in order of time. */
export function countBySession(database: Database, filter: ObligationFilter): Promise<SessionCount[]> {
  return standing(database)
    .where(passes(filter))
    .innerJoin('mandates.dues as d', 'd.obligation', 'o.key')
    .where('d.session', 'is not', null)
    .where('d.from_date', 'is not', null)
    .groupBy(['d.body', 'd.session', 'd.part'])
    .select([
      sql<string>`d.body`.as('body'),
      sql<number>`d.session`.as('session'),
      'd.part',
      sql<string>`min(d.from_date)`.as('from'),
      sql<string>`max(d.to_date)`.as('to'),
      sql<number>`count(distinct o.key)::int`.as('count'),
    ])
    .orderBy('from')
    .orderBy('body')
    .orderBy('part')
    .execute()
}

/** Obligations without any date, by the first reason given. */
export function countByReason(
  database: Database,
  filter: ObligationFilter,
): Promise<{ reason: string; count: number }[]> {
  return standing(database)
    .where(passes({ ...filter, dated: false }))
    .innerJoin('mandates.dues as d', (join) => join.onRef('d.obligation', '=', 'o.key').on('d.n', '=', 0))
    .groupBy('d.reason')
    .select([sql<string>`d.reason`.as('reason'), sql<number>`count(*)::int`.as('count')])
    .orderBy('count', 'desc')
    .execute()
}

/** What is due at a session: obligations in order of their day, then of the text. */
export function dueRows(
  database: Database,
  query: { body: string; session: number; part?: string; asOf?: string; kinds: readonly string[] },
): Promise<RegisterRow[]> {
  return standing(database)
    .where(passes({ asOf: query.asOf }))
    .where('o.kind', 'in', query.kinds as ObligationRow['kind'][])
    .where((eb) => {
      let at = eb.selectFrom('mandates.dues as d').whereRef('d.obligation', '=', 'o.key').select(sql`1`.as('one'))
      at = at.where('d.body', '=', query.body).where('d.session', '=', query.session)
      if (query.part !== undefined) at = at.where('d.part', '=', query.part)
      return eb.exists(at)
    })
    .select(columns)
    .select([act, dues])
    .orderBy('m.adopted')
    .orderBy('m.document')
    .orderBy('m.position')
    .orderBy('o.position')
    .execute()
}
