import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { LetterState } from './message.ts'

export interface LetterRow {
  id: string
  key: string
  recipient: string
  language: string
  subject: string
  text: string | null
  html: string | null
  unsubscribe: string | null
  secret: boolean
  posted_at: Date
  until: Date
  next_at: Date
  attempts: number
  trouble: string | null
  sent_at: Date | null
  failed_at: Date | null
}

type Tables = { 'mail.outbox': LetterRow }

export type NewRow = Pick<
  LetterRow,
  'key' | 'recipient' | 'language' | 'subject' | 'text' | 'html' | 'unsubscribe' | 'secret' | 'posted_at' | 'until'
>

/** The id, and whether the row is new. */
export async function insertLetter(transaction: Transaction, row: NewRow): Promise<{ id: string; fresh: boolean }> {
  const tables = transaction.withTables<Tables>()
  const inserted = await tables
    .insertInto('mail.outbox')
    .values({ ...row, next_at: row.posted_at } as never)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return { id: inserted.id, fresh: true }
  const known = await tables.selectFrom('mail.outbox').select('id').where('key', '=', row.key).executeTakeFirstOrThrow()
  return { id: known.id, fresh: false }
}

export async function newestLetters(
  database: Database,
  { state, before, limit }: { state: LetterState | undefined; before: string | undefined; limit: number },
): Promise<LetterRow[]> {
  let query = database.withTables<Tables>().selectFrom('mail.outbox').selectAll().orderBy('id', 'desc').limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  if (state === 'sent') query = query.where('sent_at', 'is not', null)
  if (state === 'failed') query = query.where('failed_at', 'is not', null)
  if (state === 'waiting') query = query.where('sent_at', 'is', null).where('failed_at', 'is', null)
  return query.execute()
}

export async function statesOf(database: Database, keys: readonly string[]): Promise<Map<string, LetterState>> {
  const { rows } = await sql<{ key: string; state: LetterState }>`
    select key, case when sent_at is not null then 'sent' when failed_at is not null then 'failed' else 'waiting' end
      as state from mail.outbox where key = any(${keys})`.execute(database)
  return new Map(rows.map(({ key, state }) => [key, state]))
}

export async function letterById(database: Database, id: string): Promise<LetterRow | null> {
  const row = await database
    .withTables<Tables>()
    .selectFrom('mail.outbox')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/**
 * The next letter to deliver, held until the transaction ends, so that nobody else delivers it meanwhile: a process that
 * is killed lets go of it with its connection.
 */
export async function claimLetter(transaction: Transaction, now: Date): Promise<LetterRow | null> {
  const row = await transaction
    .withTables<Tables>()
    .selectFrom('mail.outbox')
    .selectAll()
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('next_at', '<=', now)
    .orderBy('secret', 'desc')
    .orderBy('next_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row ?? null
}

export async function updateLetter(
  transaction: Transaction,
  id: string,
  to: Partial<Pick<LetterRow, 'attempts' | 'trouble' | 'next_at' | 'sent_at' | 'failed_at' | 'text' | 'html'>>,
): Promise<void> {
  await transaction.withTables<Tables>().updateTable('mail.outbox').set(to).where('id', '=', id).execute()
}

/** Gives up what could not be delivered in time, and erases the secrets among it. */
export async function giveUp(database: Database, now: Date): Promise<void> {
  await database
    .withTables<Tables>()
    .updateTable('mail.outbox')
    .set({
      failed_at: now,
      trouble: sql`coalesce(trouble, 'over')`,
      text: sql`case when secret then null else text end`,
      html: sql`case when secret then null else html end`,
    })
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('until', '<=', now)
    .execute()
}

/** Takes words and recipient from letters that were done with before `then`; that they were written stays. */
export async function eraseOld(database: Database, then: Date): Promise<void> {
  await sql`
    update mail.outbox set recipient = '', text = null, html = null, unsubscribe = null
    where recipient <> '' and coalesce(sent_at, failed_at) < ${then}`.execute(database)
}
