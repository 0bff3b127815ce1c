import { sql } from 'kysely'
import type { Due } from '#modules/calendar'
import type { Database, Transaction } from '#platform/database'
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

/** When an obligation is due, with its key. */
export interface Worked {
  readonly key: string
  readonly dues: readonly Due[]
}

/** The first day of dues, by which obligations are sorted; null where there is no date. */
export const firstDay = (dues: readonly Due[]): string | null => dues.find((due) => due.state === 'dated')?.from ?? null

/** Adds the dues of obligations that have none yet; their first day stands with the obligation. */
export async function insertDues(transaction: Transaction, worked: readonly Worked[]): Promise<void> {
  const rows = worked.flatMap(({ key, dues }) => dues.map((due, n) => ({ obligation: key, n, ...columnsOf(due), due })))
  if (rows.length === 0) return
  await sql`
    insert into mandates.dues (obligation, n, body, session, part, from_date, to_date, reason, due)
    select obligation, n, body, session, part, from_date, to_date, reason, due
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (obligation bigint, n int, body text, session int,
      part text, from_date date, to_date date, reason text, due jsonb)`.execute(transaction)
}

async function noteFirstDays(transaction: Transaction, worked: readonly Worked[]): Promise<void> {
  const firsts = worked.map(({ key, dues }) => ({ key, day: firstDay(dues) }))
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
    .where('o.stands', '=', true)
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
  worked: readonly Worked[],
  calendar: string,
): Promise<void> {
  const db = transaction.withTables<Tables>()
  await db.deleteFrom('mandates.dues').execute()
  for (let at = 0; at < worked.length; at += 5000) {
    const some = worked.slice(at, at + 5000)
    await insertDues(transaction, some)
    await noteFirstDays(transaction, some)
  }
  await db
    .insertInto('mandates.worked_out')
    .values({ only_row: true, calendar })
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ calendar }))
    .execute()
}
