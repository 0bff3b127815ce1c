import { createHash } from 'node:crypto'
import type { Database } from '#platform/database'
import { type Limit, limits } from './session.ts'
import { clearTries, countTry } from './store-sessions.ts'

type Tried = keyof typeof limits

const keyOf = (what: Tried, by: string): Buffer => createHash('sha256').update(`${what}\n${by}`).digest()

/**
 * Counts a try and says whether it is still within its limit. Counted in the database, so that several servers count
 * together, and outside any transaction, so that a try that fails counts as well.
 */
export async function within(database: Database, what: Tried, by: string, now: Date): Promise<boolean> {
  const { count, window }: Limit = limits[what]
  const tries = await countTry(database, keyOf(what, by), now, window)
  // once a window of somebody's is enough to keep the table small
  if (tries === 1) await clearTries(database, new Date(now.getTime() - longestWindow))
  return tries <= count
}

const longestWindow = Math.max(...Object.values(limits).map(({ window }) => window))
