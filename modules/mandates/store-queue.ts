import { type Expression, type ExpressionBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Database } from '#platform/database'
import type { ReadingLook, ReadingState, ReasonOfDoubt } from './reading.ts'
import type { ReadingFilter } from './readings.ts'
import { type MandateWithPerson, mandates } from './store-register.ts'
import type { PersonReadingRow, Tables } from './store-rows.ts'

/** Standing mandates, for figures. */
const standing = (database: Database) =>
  database.withTables<Tables>().selectFrom('mandates.mandates as m').where('m.superseded_by', 'is', null)

type Builder = ExpressionBuilder<Tables & { m: Tables['mandates.mandates'] }, 'm'>

/** Which mandates a filter lets through. Without a state: those that wait for a person. */
function passes(filter: ReadingFilter) {
  return (eb: Builder): Expression<SqlBool> => {
    const { state } = filter
    if (state === undefined) {
      return eb.and([eb.or([eb('m.state', '=', 'open'), eb('m.look', 'is not', null)]), inAnyState(filter)(eb)])
    }
    const own =
      state === 'rules-differ' || state === 'text-changed' ? eb('m.look', '=', state) : eb('m.state', '=', state)
    return eb.and([own, inAnyState(filter)(eb)])
  }
}

/** The same, whatever the state. */
function inAnyState({ document, body, actor, doubt }: ReadingFilter) {
  return (eb: Builder): Expression<SqlBool> => {
    const asked = () =>
      eb
        .selectFrom('mandates.obligations as o')
        .whereRef('o.mandate', '=', 'm.key')
        .where('o.stands', '=', true)
        .select(sql`1`.as('one'))
    const given: Expression<SqlBool>[] = []
    if (document !== undefined) given.push(eb('m.document', '=', document))
    if (doubt !== undefined) given.push(sql<SqlBool>`${doubt} = any(m.doubts)`)
    if (actor !== undefined) given.push(eb.exists(asked().where('o.actor', '=', actor)))
    if (body !== undefined) {
      const due = asked().innerJoin('mandates.dues as d', 'd.obligation', 'o.key').where('d.body', '=', body)
      given.push(eb.exists(due))
    }
    return eb.and(given)
  }
}

/** Most doubtful first; where nothing was read, last. */
const place = sql`coalesce(m.certainty, 2), m.document, m.position`
const placeOf = (mandate: string) => sql`
  (select coalesce(at.certainty, 2), at.document, at.position from mandates.mandates at
   where at.id = ${mandate} and at.superseded_by is null)`

export async function queuePage(
  database: Database,
  filter: ReadingFilter,
  after: string | null,
  limit: number,
): Promise<{ rows: MandateWithPerson[]; total: number }> {
  const { total } = await standing(database)
    .where(passes(filter))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  let page = mandates(database).where(passes(filter))
  if (after !== null) page = page.where(sql<SqlBool>`(${place}) > ${placeOf(after)}`)
  const rows = await page
    .orderBy(sql`coalesce(m.certainty, 2)`)
    .orderBy('m.document')
    .orderBy('m.position')
    .limit(limit)
    .execute()
  return { rows, total }
}

/** The nearest in the queue before and after a mandate, which need not be in it. */
export async function neighboursOf(
  database: Database,
  mandate: string,
  filter: ReadingFilter,
): Promise<{ before: string | null; after: string | null }> {
  const near = (way: 'before' | 'after') => {
    const sign = way === 'after' ? sql`>` : sql`<`
    const order = way === 'after' ? 'asc' : 'desc'
    return standing(database)
      .where(passes(filter))
      .where(sql<SqlBool>`(${place}) ${sign} ${placeOf(mandate)}`)
      .select('m.id')
      .orderBy(sql`coalesce(m.certainty, 2)`, order)
      .orderBy('m.document', order)
      .orderBy('m.position', order)
      .executeTakeFirst()
  }
  const [before, after] = await Promise.all([near('before'), near('after')])
  return { before: before?.id ?? null, after: after?.id ?? null }
}

type Counted<Value> = { value: Value; count: number }

export async function countByState(
  database: Database,
  filter: ReadingFilter,
): Promise<Counted<ReadingState | ReadingLook>[]> {
  const states = await standing(database)
    .where(inAnyState(filter))
    .groupBy('m.state')
    .select(['m.state as value', sql<number>`count(*)::int`.as('count')])
    .execute()
  const looks = await standing(database)
    .where(inAnyState(filter))
    .where('m.look', 'is not', null)
    .groupBy('m.look')
    .select([sql<ReadingLook>`m.look`.as('value'), sql<number>`count(*)::int`.as('count')])
    .execute()
  return [...states, ...looks]
}

/** What the queue can be narrowed down by, each with the rest of the filter in force. */
export async function countByDoubt(database: Database, filter: ReadingFilter): Promise<Counted<ReasonOfDoubt>[]> {
  const doubts = standing(database)
    .where(passes({ ...filter, doubt: undefined }))
    .select(sql<ReasonOfDoubt>`unnest(m.doubts)`.as('value'))
  return counted(database, doubts)
}

export async function countByDocument(database: Database, filter: ReadingFilter): Promise<Counted<string>[]> {
  return counted(
    database,
    standing(database)
      .where(passes({ ...filter, document: undefined }))
      .select('m.document as value'),
  )
}

/** Actors asked, and bodies at whose sessions something is due, by mandates. */
export async function countByAsked(
  database: Database,
  what: 'actor' | 'body',
  filter: ReadingFilter,
): Promise<Counted<string>[]> {
  const chosen = standing(database)
    .where(passes({ ...filter, [what]: undefined }))
    .innerJoin('mandates.obligations as o', (join) => join.onRef('o.mandate', '=', 'm.key').on('o.stands', '=', true))
  const values =
    what === 'actor'
      ? chosen.where('o.actor', 'is not', null).select(['m.key', sql<string>`o.actor`.as('value')])
      : chosen
          .innerJoin('mandates.dues as d', 'd.obligation', 'o.key')
          .where('d.body', 'is not', null)
          .select(['m.key', sql<string>`d.body`.as('value')])
  return counted(database, values.distinct())
}

async function counted<Value extends string>(
  database: Database,
  values: Expression<{ value: Value }>,
): Promise<Counted<Value>[]> {
  const { rows } = await sql<Counted<Value>>`
    select chosen.value, count(*)::int as count from (${values}) as chosen
    group by chosen.value order by count desc, chosen.value limit 200`.execute(database)
  return rows
}

/** All that persons decided about a paragraph, the latest first. */
export function personReadingsAt(
  database: Database,
  { document, unit, path }: { readonly document: string; readonly unit: string; readonly path: string },
): Promise<readonly Selectable<PersonReadingRow>[]> {
  return database
    .withTables<Tables>()
    .selectFrom('mandates.person_readings as p')
    .selectAll('p')
    .where('p.document', '=', document)
    .where('p.unit', '=', unit)
    .where('p.path', '=', path)
    .orderBy('p.key', 'desc')
    .execute()
}

/** Names of who is asked by some mandates. */
export async function actorsAsked(
  database: Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (keys.length === 0) return new Map()
  const rows = await database
    .withTables<Tables>()
    .selectFrom('mandates.obligations as o')
    .where('o.mandate', 'in', keys)
    .where('o.stands', '=', true)
    .select(['o.mandate', 'o.actor_name'])
    .orderBy('o.mandate')
    .orderBy('o.position')
    .execute()
  const byMandate = Map.groupBy(rows, ({ mandate }) => mandate)
  return new Map([...byMandate].map(([key, asked]) => [key, [...new Set(asked.map(({ actor_name }) => actor_name))]]))
}

/** Standing mandates with a reading by a person that counts, in the order of the texts. */
export function decidedMandates(database: Database): Promise<MandateWithPerson[]> {
  return mandates(database)
    .where('m.state', 'in', ['accepted', 'corrected', 'no-mandate'])
    .orderBy('m.document')
    .orderBy('m.position')
    .execute()
}
