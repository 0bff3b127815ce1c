import type { Language } from '@resolute/reader'
import { type Generated, sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { Way } from './session.ts'

interface SessionRow {
  id: Generated<string>
  sha256: Buffer
  before_sha256: Buffer | null
  person: string
  way: Way
  device: string
  created_at: Date
  turned_at: Date
  arrived_at: Date | null
  seen_at: Date
  expires_at: Date
}

interface LinkRow {
  sha256: Buffer
  person: string
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

type Tables = {
  'parties.sessions': SessionRow
  'parties.people': { id: string; name: string | null; language: Language; closed_at: Date | null }
  'parties.sign_in_links': LinkRow
  'parties.tries': { key: Buffer; window_at: Date; count: number }
}

/** The session a token belongs to, as its newest or as the one before, with its person if their account is open. */
export async function sessionOf(database: Database, sha256: Buffer) {
  return database
    .withTables<Tables>()
    .selectFrom('parties.sessions as s')
    .innerJoin('parties.people as p', 'p.id', 's.person')
    .select(['s.id', 's.sha256', 's.person', 's.turned_at', 's.arrived_at', 's.seen_at', 's.expires_at'])
    .select(['p.name', 'p.language'])
    .where((e) => e.or([e('s.sha256', '=', sha256), e('s.before_sha256', '=', sha256)]))
    .where('p.closed_at', 'is', null)
    .executeTakeFirst()
}

export async function insertSession(
  transaction: Transaction,
  row: Pick<SessionRow, 'sha256' | 'person' | 'way' | 'device' | 'expires_at'>,
  now: Date,
): Promise<string> {
  const times = { created_at: now, turned_at: now, arrived_at: now, seen_at: now }
  const { id } = await transaction
    .withTables<Tables>()
    .insertInto('parties.sessions')
    .values({ ...row, ...times, before_sha256: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Gives a session its next token. False where another request did so just before. */
export async function turnSession(
  database: Database,
  id: string,
  from: { readonly newest: Buffer; readonly given: Buffer; readonly to: Buffer },
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .withTables<Tables>()
    .updateTable('parties.sessions')
    .set({ sha256: from.to, before_sha256: from.given, turned_at: now, arrived_at: null, seen_at: now })
    .where('id', '=', id)
    .where('sha256', '=', from.newest)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function noteArrival(database: Database, id: string, newest: Buffer, now: Date): Promise<void> {
  await database
    .withTables<Tables>()
    .updateTable('parties.sessions')
    .set({ arrived_at: now, seen_at: now })
    .where('id', '=', id)
    .where('sha256', '=', newest)
    .where('arrived_at', 'is', null)
    .execute()
}

export async function noteSeen(database: Database, id: string, now: Date): Promise<void> {
  await database
    .withTables<Tables>()
    .updateTable('parties.sessions')
    .set({ seen_at: now })
    .where('id', '=', id)
    .execute()
}

/** Ends sessions: one of a person's, or all of them. Returns which were there. */
export async function deleteSessions(
  transaction: Transaction,
  which: { readonly person?: string; readonly id?: string },
): Promise<{ id: string; person: string }[]> {
  let query = transaction.withTables<Tables>().deleteFrom('parties.sessions').returning(['id', 'person'])
  if (which.person !== undefined) query = query.where('person', '=', which.person)
  if (which.id !== undefined) query = query.where('id', '=', which.id)
  return query.execute()
}

/** A session that ended by itself needs no entry: when it would end stood in the cookie from the start. */
export async function clearExpired(database: Database, now: Date, idleSince: Date): Promise<void> {
  await database
    .withTables<Tables>()
    .deleteFrom('parties.sessions')
    .where((e) => e.or([e('expires_at', '<=', now), e('seen_at', '<=', idleSince)]))
    .execute()
  await database.withTables<Tables>().deleteFrom('parties.sign_in_links').where('expires_at', '<', idleSince).execute()
}

export async function sessionsOf(database: Database, person: string, now: Date, idleSince: Date) {
  return database
    .withTables<Tables>()
    .selectFrom('parties.sessions')
    .select(['id', 'way', 'device', 'created_at', 'seen_at', 'expires_at'])
    .where('person', '=', person)
    .where('expires_at', '>', now)
    .where('seen_at', '>', idleSince)
    .orderBy('id', 'desc')
    .execute()
}

export async function insertLink(transaction: Transaction, row: Omit<LinkRow, 'used_at'>): Promise<void> {
  await transaction
    .withTables<Tables>()
    .insertInto('parties.sign_in_links')
    .values({ ...row, used_at: null })
    .execute()
}

const openLinks = (database: Database, sha256: Buffer, now: Date) =>
  database
    .withTables<Tables>()
    .selectFrom('parties.sign_in_links as l')
    .innerJoin('parties.people as p', 'p.id', 'l.person')
    .where('l.sha256', '=', sha256)
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', now)
    .where('p.closed_at', 'is', null)
    .select('l.person')

export async function isOpenLink(database: Database, sha256: Buffer, now: Date): Promise<boolean> {
  return (await openLinks(database, sha256, now).executeTakeFirst()) !== undefined
}

/** Uses a link up, with every other open one of its person. Null where it cannot be used: one of two at once wins. */
export async function spendLink(transaction: Transaction, sha256: Buffer, now: Date): Promise<string | null> {
  const found = await openLinks(transaction, sha256, now).forUpdate('l').executeTakeFirst()
  if (!found) return null
  await transaction
    .withTables<Tables>()
    .updateTable('parties.sign_in_links')
    .set({ used_at: now })
    .where('person', '=', found.person)
    .where('used_at', 'is', null)
    .execute()
  return found.person
}

/** Links of a person that nobody has used are good for nothing any more. */
export async function dropLinks(transaction: Transaction, person: string): Promise<void> {
  await transaction.withTables<Tables>().deleteFrom('parties.sign_in_links').where('person', '=', person).execute()
}

/** Counts one more try of a key in its window, which starts anew when it is over. Returns the count. */
export async function countTry(database: Database, key: Buffer, now: Date, window: number): Promise<number> {
  const over = new Date(now.getTime() - window)
  const { rows } = await sql<{ count: number }>`
    insert into parties.tries as t (key, window_at, count) values (${key}, ${now}, 1)
    on conflict (key) do update set
      count = case when t.window_at <= ${over} then 1 else t.count + 1 end,
      window_at = case when t.window_at <= ${over} then excluded.window_at else t.window_at end
    returning count`.execute(database)
  return rows[0]?.count ?? 0
}

/** Windows long over are forgotten. */
export async function clearTries(database: Database, before: Date): Promise<void> {
  await database.withTables<Tables>().deleteFrom('parties.tries').where('window_at', '<', before).execute()
}
