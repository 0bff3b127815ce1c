import { sql } from 'kysely'
import type { Database } from './types.ts'

/** Runs `work` while no other process on the same database runs work of the same key. Falls away with its holder. */
export function onlyOne<T>(database: Database, key: number, work: () => Promise<T>): Promise<T> {
  return database.connection().execute(async (holder) => {
    await sql`select pg_advisory_lock(${sql.lit(key)})`.execute(holder)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(key)})`.execute(holder)
    }
  })
}
