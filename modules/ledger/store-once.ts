import { sql } from 'kysely'
import type { Transaction } from '#platform/database'

/** What was answered when this form was sent before, or null. Two at once wait for each other. */
export async function doneBefore(
  transaction: Transaction,
  room: string,
  id: string,
  who: string,
): Promise<object | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${room}.once ${id} ${who}`}, 0))`.execute(transaction)
  const { rows } = await sql<{ answer: object }>`
    select answer from ${sql.table(`${room}.once`)} where id = ${id} and who = ${who}`.execute(transaction)
  return rows[0]?.answer ?? null
}

export async function keepAnswer(
  transaction: Transaction,
  room: string,
  id: string,
  who: string,
  answer: object,
  at: Date,
): Promise<void> {
  await sql`insert into ${sql.table(`${room}.once`)} (id, who, answer, at)
    values (${id}, ${who}, ${JSON.stringify(answer)}::jsonb, ${at})`.execute(transaction)
}
