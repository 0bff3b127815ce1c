import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { TextKey } from './descent.ts'
import type { JudgementKind, OverlapFilter, OverlapPair } from './overlap.ts'

/** Paths of a document's paragraphs that ask somebody for something, by unit. */
export async function askingPaths(
  database: Database,
  document: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ unit: string; path: string }>`
    select distinct unit, path from mandates.followables where document = ${document}`.execute(database)
  const byUnit = Map.groupBy(rows, ({ unit }) => unit)
  return new Map([...byUnit].map(([unit, same]) => [unit, new Set(same.map(({ path }) => path))]))
}

export interface FoundOverlap {
  readonly n: number
  readonly path: string
  readonly otherDocument: string
  readonly otherN: number
  readonly similarity: number
}

/** Puts the possible overlaps of a text in the place of those it had; those with what asks nothing are left out. */
export async function replaceOverlaps(
  transaction: Transaction,
  { document, unit }: TextKey,
  found: readonly FoundOverlap[],
): Promise<void> {
  await sql`delete from lineage.overlaps where document = ${document} and unit = ${unit}`.execute(transaction)
  if (found.length === 0) return
  await sql`
    insert into lineage.overlaps (document, unit, n, path, mandate, other_document, other_unit, other_n, other_path,
      other_mandate, similarity)
    select ${document}, ${unit}, given.n, given.path, own.holder, i.document, i.unit, i.n, i.path, other.holder,
      given.similarity
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      as given (n int, path text, "otherDocument" text, "otherN" int, similarity real)
    join documents.documents d on d.id = given."otherDocument"
    join documents.items i on i.document = d.id and i.version = d.version and i.n = given."otherN"
    join lateral (select f.holder from mandates.followables f
      where f.document = i.document and f.unit = i.unit and f.path = i.path limit 1) other on true
    join lateral (select f.holder from mandates.followables f
      where f.document = ${document} and f.unit = ${unit} and f.path = given.path limit 1) own on true
    on conflict do nothing`.execute(transaction)
}

interface AskedRow {
  readonly actor: string | null
  readonly name: string
}

/** A possible overlap with what a list shows of it. */
export interface OverlapRow {
  readonly document: string
  readonly n: number
  readonly mandate: string
  readonly asked: readonly AskedRow[]
  readonly otherDocument: string
  readonly otherN: number
  readonly otherMandate: string
  readonly otherAsked: readonly AskedRow[]
  readonly similarity: number
  readonly kind: JudgementKind | null
  readonly note: string | null
  readonly by: string | null
  readonly at: string | null
}

/** Pairs as they stand, with the session of the newer. */
const pairs = sql`
  lineage.overlaps o join lineage.texts t on t.document = o.document and t.unit = o.unit`

/** The latest that was said of a pair's words; to be joined to `pairs`. */
const said = sql`
  join documents.items i on i.document = t.document and i.version = t.version and i.n = o.n
  join lineage.texts u on u.document = o.other_document and u.unit = o.other_unit
  join documents.items j on j.document = u.document and j.version = u.version and j.n = o.other_n
  left join lateral (
    select g.kind, g.note, g.by, g.at from lineage.judgements g
    where g.document = o.document and g.unit = o.unit and g.path = o.path and g.other_document = o.other_document
      and g.other_unit = o.other_unit and g.other_path = o.other_path and g.text = i.text and g.other_text = j.text
    order by g.key desc limit 1
  ) g on true`

const state = sql`case when g.kind is null or g.kind = 'withdrawn' then 'open' else g.kind end`

/** Pairs to choose among: with what was said only where it is asked for, since that looks at the words of all of them. */
const among = ({ state }: OverlapFilter) => (state === undefined ? pairs : sql`${pairs} ${said}`)

const bothAsk = (actor: string) => sql<boolean>`
  exists (select from mandates.followables f where f.holder = o.mandate and f.actor = ${actor})
  and exists (select from mandates.followables f where f.holder = o.other_mandate and f.actor = ${actor})`

function passes(filter: OverlapFilter) {
  const given = [sql<boolean>`true`]
  if (filter.document !== undefined) given.push(sql`o.document = ${filter.document}`)
  if (filter.body !== undefined) given.push(sql`t.session_body = ${filter.body}`)
  if (filter.session !== undefined) given.push(sql`t.session_number = ${filter.session}`)
  if (filter.actor !== undefined) given.push(bothAsk(filter.actor))
  if (filter.state !== undefined) given.push(sql`${state} = ${filter.state}`)
  return sql<boolean>`${sql.join(given, sql` and `)}`
}

const askedOf = (mandate: string) => sql`(
  select coalesce(jsonb_agg(distinct jsonb_build_object('actor', f.actor, 'name', f.actor_name)), '[]'::jsonb)
  from mandates.followables f where f.holder = ${sql.ref(mandate)})`

const place = sql`o.document, o.n, o.other_document, o.other_n`

/** Chosen pairs with all that is shown of them, most similar first. */
const shown = (chosen: ReturnType<typeof sql>) => sql<OverlapRow>`
  select o.document, o.n, o.mandate, o.other_document as "otherDocument", o.other_n as "otherN",
    o.other_mandate as "otherMandate", o.similarity, g.kind, g.note, g.by,
    to_char(g.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
    ${askedOf('o.mandate')} as asked, ${askedOf('o.other_mandate')} as "otherAsked"
  from (${chosen}) c
  join lineage.overlaps o on o.document = c.document and o.n = c.n and o.other_document = c.other_document
    and o.other_n = c.other_n
  join lineage.texts t on t.document = o.document and t.unit = o.unit
  ${said}
  order by o.similarity desc, ${place}`

/** Most similar first. */
export async function overlapPage(
  database: Database,
  filter: OverlapFilter,
  limit: number,
  offset: number,
): Promise<{ readonly rows: readonly OverlapRow[]; readonly total: number }> {
  const chosen = sql`select ${place} from ${among(filter)} where ${passes(filter)}`
  const [{ rows: counted }, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from (${chosen}) c`.execute(database),
    shown(sql`${chosen} order by o.similarity desc, ${place} limit ${limit} offset ${offset}`).execute(database),
  ])
  return { rows, total: counted[0]!.total }
}

export async function overlapOf(database: Database, { newer, older }: OverlapPair): Promise<OverlapRow | null> {
  const { rows } = await shown(sql`
    select ${place} from lineage.overlaps o where o.document = ${newer.document} and o.n = ${newer.n}
      and o.other_document = ${older.document} and o.other_n = ${older.n}`).execute(database)
  return rows[0] ?? null
}

export async function countOverlapSessions(
  database: Database,
  filter: OverlapFilter,
): Promise<readonly { body: string; session: number; count: number }[]> {
  const { rows } = await sql<{ body: string; session: number; count: number }>`
    select t.session_body as body, t.session_number as session, count(*)::int as count from ${among(filter)}
    where t.session_body is not null and ${passes(filter)}
    group by 1, 2 order by max(t.day) desc nulls last, 1, 2 desc limit 200`.execute(database)
  return rows
}

export async function countOverlapActors(
  database: Database,
  filter: OverlapFilter,
): Promise<readonly { actor: string; name: string; count: number }[]> {
  const { rows } = await sql<{ actor: string; name: string; count: number }>`
    select f.actor, min(f.actor_name) as name, count(distinct (o.document, o.n, o.other_document, o.other_n))::int as count
    from ${among(filter)}
    join mandates.followables f on f.holder = o.mandate
    join mandates.followables h on h.holder = o.other_mandate and h.actor = f.actor
    where ${passes(filter)} group by f.actor order by count desc, f.actor limit 100`.execute(database)
  return rows
}

export async function countOverlapStates(
  database: Database,
  filter: OverlapFilter,
): Promise<readonly { state: NonNullable<OverlapFilter['state']>; count: number }[]> {
  const { rows } = await sql<{ state: NonNullable<OverlapFilter['state']>; count: number }>`
    select ${state} as state, count(*)::int as count from ${pairs} ${said} where ${passes(filter)}
    group by 1 order by 1`.execute(database)
  return rows
}
