import { sql } from 'kysely'
import type { Due } from '#modules/calendar'
import type { Database, Transaction } from '#platform/database'
import type { MandateRecord, ObligationRecord } from './register.ts'
import type { Tables } from './store-rows.ts'
import type { Duty } from './working-out.ts'

/** An obligation with what its dates are worked out from. */
export interface Dated extends Duty {
  readonly key: string
}

/** Any number, used for nothing else: imports share it, working out all dues anew excludes them. */
const duesLock = 7_236_002

export async function holdDues(transaction: Transaction, how: 'with others' | 'alone'): Promise<void> {
  if (how === 'alone') await sql`select pg_advisory_xact_lock(${duesLock})`.execute(transaction)
  else await sql`select pg_advisory_xact_lock_shared(${duesLock})`.execute(transaction)
}

/** What stood of a document stands no more; it stays as history, without dues. */
export async function supersede(transaction: Transaction, document: string, version: number): Promise<void> {
  const db = transaction.withTables<Tables>()
  await sql`
    delete from mandates.dues using mandates.obligations o join mandates.mandates m on m.key = o.mandate
    where dues.obligation = o.key and m.document = ${document} and m.superseded_by is null`.execute(transaction)
  await db
    .updateTable('mandates.mandates')
    .set({ superseded_by: version })
    .where('document', '=', document)
    .where('superseded_by', 'is', null)
    .execute()
}

/** Adds the mandates and obligations of one version, in the order given. Returns the obligations, in that order. */
export async function insertMandates(
  transaction: Transaction,
  document: string,
  version: number,
  records: readonly MandateRecord[],
  actorOf: (name: string) => string | null,
): Promise<Dated[]> {
  const mandates = records.map((record, position) => ({ position, ...mandateValues(record) }))
  const { rows } = await sql<{ key: string; id: string }>`
    insert into mandates.mandates (document, version, id, unit, unit_title, path, text, context, organ, adopted,
      session_body, session_number, clauses)
    select ${document}, ${version}, id, unit, unit_title, path, text, context, organ, adopted, session_body,
      session_number, clauses
    from jsonb_to_recordset(${JSON.stringify(mandates)}::jsonb) as given (position int, id text, unit text,
      unit_title text, path text, text text, context jsonb, organ text, adopted date, session_body text,
      session_number int, clauses jsonb)
    order by position returning key, id`.execute(transaction)
  const keys = new Map(rows.map(({ id, key }) => [id, key]))
  const asked = records.flatMap((record) =>
    record.obligations.map((obligation) => ({ obligation, context: record.context, mandate: keys.get(record.id)! })),
  )
  const values = asked.map(({ obligation, mandate }) => obligationValues(obligation, mandate, actorOf))
  const inserted = await sql<{ key: string; mandate: string; n: number }>`
    insert into mandates.obligations (mandate, n, kind, force, actor, actor_name, actor_as_written, action, subject,
      to_whom, conditions, timings, continuing, links, by, certainty)
    select mandate, n, kind, force, actor, actor_name, actor_as_written, action, subject, to_whom, conditions, timings,
      continuing, links, by, certainty
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as given (mandate bigint, n int,
      kind text, force text, actor text, actor_name text, actor_as_written text, action text, subject text,
      to_whom jsonb, conditions jsonb, timings jsonb, continuing boolean, links jsonb, by text,
      certainty double precision)
    order by mandate, n returning key, mandate, n`.execute(transaction)
  const key = new Map(inserted.rows.map((row) => [`${row.mandate}/${row.n}`, row.key]))
  return asked.map(({ obligation: { n, timings, actor, toWhom }, context, mandate }) => ({
    key: key.get(`${mandate}/${n}`)!,
    timings,
    context,
    concerned: [actor.name, ...toWhom],
  }))
}

function mandateValues({ id, unit, unitTitle, organ, context, reading }: MandateRecord) {
  return {
    id,
    unit,
    unit_title: unitTitle,
    path: reading.path,
    text: reading.text,
    context: reading.context,
    organ,
    adopted: context.adopted,
    session_body: context.session?.body ?? null,
    session_number: context.session?.number ?? null,
    clauses: reading.clauses,
  }
}

function obligationValues(record: ObligationRecord, mandate: string, actorOf: (name: string) => string | null) {
  const { n, kind, force, actor, action, subject, toWhom, conditions, timings, continuing, links, by, certainty } =
    record
  return {
    mandate,
    n,
    kind,
    force,
    actor: actorOf(actor.name),
    actor_name: actor.name,
    actor_as_written: actor.asWritten,
    action,
    subject,
    to_whom: toWhom,
    conditions,
    timings,
    continuing,
    links,
    by,
    certainty,
  }
}

/** Adds the dues of obligations that have none yet. */
export async function insertDues(
  transaction: Transaction,
  worked: readonly { readonly key: string; readonly dues: readonly Due[] }[],
): Promise<void> {
  const rows = worked.flatMap(({ key, dues }) => dues.map((due, n) => ({ obligation: key, n, ...columnsOf(due), due })))
  await sql`
    insert into mandates.dues (obligation, n, body, session, part, from_date, to_date, reason, due)
    select obligation, n, body, session, part, from_date, to_date, reason, due
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (obligation bigint, n int, body text, session int,
      part text, from_date date, to_date date, reason text, due jsonb)`.execute(transaction)
  const firsts = worked.map(({ key, dues }) => ({
    key,
    day: dues.map(columnsOf).find((d) => d.from_date)?.from_date ?? null,
  }))
  await sql`
    update mandates.obligations o set first_due = given.day
    from jsonb_to_recordset(${JSON.stringify(firsts)}::jsonb) as given (key bigint, day date)
    where o.key = given.key and o.first_due is distinct from given.day`.execute(transaction)
}

function columnsOf(due: Due) {
  if (due.state === 'undated') return { from_date: null, to_date: null, reason: due.reason }
  const { body, session, part, from, to } = due
  return { body, session, part, from_date: from, to_date: to, reason: null }
}

/** What every standing obligation's dates are worked out from. */
export async function standingTimings(transaction: Transaction): Promise<Dated[]> {
  const rows = await transaction
    .withTables<Tables>()
    .selectFrom('mandates.obligations as o')
    .innerJoin('mandates.mandates as m', 'm.key', 'o.mandate')
    .where('m.superseded_by', 'is', null)
    .select(['o.key', 'o.timings', 'o.actor_name', 'o.to_whom', 'm.adopted', 'm.session_body', 'm.session_number'])
    .execute()
  return rows.map(({ key, timings, actor_name, to_whom, adopted, session_body: body, session_number: number }) => ({
    key,
    timings,
    concerned: [actor_name, ...to_whom],
    context: { adopted, session: body !== null && number !== null ? { body, number } : null },
  }))
}

/** Fingerprint of the calendar the dues were worked out from; null when that never happened. */
export async function workedOutFrom(database: Database): Promise<string | null> {
  const row = await database
    .withTables<Tables>()
    .selectFrom('mandates.worked_out')
    .select('calendar')
    .executeTakeFirst()
  return row?.calendar ?? null
}

export async function replaceDues(
  transaction: Transaction,
  worked: readonly { readonly key: string; readonly dues: readonly Due[] }[],
  calendar: string,
): Promise<void> {
  const db = transaction.withTables<Tables>()
  await db.deleteFrom('mandates.dues').execute()
  for (let at = 0; at < worked.length; at += 5000) await insertDues(transaction, worked.slice(at, at + 5000))
  await db
    .insertInto('mandates.worked_out')
    .values({ only_row: true, calendar })
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ calendar }))
    .execute()
}

/** Per version: how many mandates and obligations it has, for the cross-check with the ledger. */
export async function countsByVersion(
  database: Database,
): Promise<{ document: string; version: number; mandates: number; obligations: number }[]> {
  const { rows } = await sql<{ document: string; version: number; mandates: number; obligations: number }>`
    select m.document, m.version, count(distinct m.key)::int as mandates, count(o.key)::int as obligations
    from mandates.mandates m left join mandates.obligations o on o.mandate = m.key
    group by m.document, m.version`.execute(database)
  return rows
}
