import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { StoredEntry } from './chain.ts'
import type { EntryFilter } from './entry.ts'

interface Row {
  seq: string
  at: Date
  who: string
  act: string
  on: string
  data: string
  previous: string
  hash: string
}

type Tables = {
  'ledger.entries': Row
}

const stored = (row: Row): StoredEntry => ({ ...row, seq: Number(row.seq), at: row.at.toISOString() })

/** Any number, used for nothing else: one append at a time, until the transaction ends. */
const appendLock = 7_236_001

export async function lockedHead(transaction: Transaction): Promise<{ seq: number; hash: string } | null> {
  // Two statements on purpose: the second must take its snapshot after the lock is held.
  await sql`select pg_advisory_xact_lock(${appendLock})`.execute(transaction)
  const row = await transaction
    .withTables<Tables>()
    .selectFrom('ledger.entries')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { seq: Number(row.seq), hash: row.hash } : null
}

export async function insertEntry(transaction: Transaction, entry: StoredEntry): Promise<void> {
  const row = { ...entry, seq: String(entry.seq), at: new Date(entry.at) }
  await transaction.withTables<Tables>().insertInto('ledger.entries').values(row).execute()
}

function filtered(database: Database, { on, act }: EntryFilter) {
  let query = database.withTables<Tables>().selectFrom('ledger.entries').selectAll()
  if (on !== undefined) query = query.where('on', '=', on)
  if (act !== undefined) query = query.where('act', '=', act)
  return query
}

export async function newestEntries(
  database: Database,
  filter: EntryFilter,
  before: number | undefined,
  limit: number,
): Promise<StoredEntry[]> {
  let query = filtered(database, filter).orderBy('seq', 'desc').limit(limit)
  if (before !== undefined) query = query.where('seq', '<', String(before))
  return (await query.execute()).map(stored)
}

export async function entryBySeq(database: Database, seq: number): Promise<StoredEntry | null> {
  const row = await filtered(database, {}).where('seq', '=', String(seq)).executeTakeFirst()
  return row ? stored(row) : null
}

/** Oldest first, `size` at a time, so that a ledger of any length fits into memory. */
export async function* batches(database: Database, filter: EntryFilter, size = 1000): AsyncGenerator<StoredEntry[]> {
  let after = '0'
  for (;;) {
    const rows = await filtered(database, filter).where('seq', '>', after).orderBy('seq').limit(size).execute()
    if (rows.length > 0) yield rows.map(stored)
    if (rows.length < size) return
    after = rows.at(-1)?.seq ?? after
  }
}
