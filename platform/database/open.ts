import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import type { Database } from './types.ts'

export interface Connection {
  readonly database: Database
  /** Ends the pool, and leaves the embedded server, which stops when nobody else uses it. */
  close(): Promise<void>
}

const addresses = new WeakMap<Database, string>()

/** Where the server of a pool is, for a thread of this process, which needs a connection of its own. */
export function addressOf(database: Database): string {
  const address = addresses.get(database)
  if (address === undefined) throw new Error('Only a pool has an address, not a transaction of it')
  return address
}

// 1082 = date: kept as an ISO string, since a JavaScript Date would shift it by the time zone.
types.setTypeParser(1082, (value) => value)

/** Opens a pool on the server a URL names, for example `postgres://user@/resolute?host=/run/dir`. */
export function openDatabase(url: string): Connection {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 30_000 })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at the next query, which reports it
  // One that breaks between two queries of a transaction tells the next of them; it must not end the process.
  pool.on('connect', (client) => void client.on('error', () => {}))
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  addresses.set(database, url)
  return { database, close: () => database.destroy() }
}
