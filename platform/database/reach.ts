import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { joinEmbedded } from './embedded/index.ts'
import { type Connection, openDatabase } from './open.ts'
import { DatabaseRefusal } from './refusal.ts'

export interface Whereabouts {
  /** The checkout. */
  readonly root: string
  /** DATABASE_URL: a server of the user's own; the embedded one when it is not set. */
  readonly url?: string | undefined
  /** RESOLUTE_DATA: the data folder of the embedded server, when it is not `.resolute` of the checkout. */
  readonly dataFolder?: string | undefined
  /** Progress, one line at a time. */
  say(text: string): void
  /** Milliseconds to wait for a server of the user's own that does not answer yet. */
  readonly patience?: number
}

export interface Reached extends Connection {
  readonly url: string
  /** Where what does not stand in the database is kept: the folder of the embedded server, else RESOLUTE_DATA or `.resolute`. */
  readonly folder: string
  /** Why an embedded server fell over, where that can be mended: asked after a query failed. */
  trouble(): DatabaseRefusal | null
}

const PATIENCE = 30_000

/** Codes of a server that may still come: not there yet, starting up, shutting down, out of connections. */
const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  '57P03',
  '53300',
])

/**
 * Connects to the database, starting the embedded server or joining it where no other is named. Closing the connection
 * leaves the embedded server, and stops it when nobody else uses it.
 *
 * @throws DatabaseRefusal or the error of the server, once there is no hope in waiting.
 */
export async function reachDatabase(where: Whereabouts): Promise<Reached> {
  if (where.url) {
    await untilThere(where.url, where)
    const folder = resolve(where.dataFolder || join(where.root, '.resolute'))
    return { ...openDatabase(where.url), url: where.url, folder, trouble: () => null }
  }
  const share = await joinEmbedded(where)
  if (share.place.elsewhere) say(where, share.place.folder)
  const { database, close } = openDatabase(share.url)
  return {
    database,
    url: share.url,
    folder: share.place.folder,
    trouble: share.trouble,
    async close() {
      await close()
      await share.leave()
    },
  }
}

const say = (where: Whereabouts, folder: string) =>
  where.say(`Data in ${folder}, because PostgreSQL does not run as root and may not enter this folder`)

async function untilThere(url: string, { say, patience = PATIENCE }: Whereabouts): Promise<void> {
  const start = Date.now()
  let told = false
  for (;;) {
    try {
      return await ask(url, say)
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      if (!passing.has(code)) throw error
      if (Date.now() - start > patience) {
        throw new DatabaseRefusal(
          `The database named by DATABASE_URL (${placeOf(url)}) does not answer (${code}). Start that server or correct the address; without DATABASE_URL Resolute brings its own.`,
        )
      }
      if (!told) say(`Waiting for the database at ${placeOf(url)}`)
      told = true
      await sleep(500)
    }
  }
}

async function ask(url: string, say: (text: string) => void): Promise<void> {
  const client = clientFor(url)
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ number: number; version: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
    )
    const found = rows[0]
    if (found && found.number < 180_000) {
      say(
        `The database is PostgreSQL ${found.version}; Resolute is made for PostgreSQL 18 and tested with nothing older`,
      )
    }
  } finally {
    await client.end().catch(() => {})
  }
}

/** A connection not yet made. An address the driver would stumble over is refused, without repeating its password. */
function clientFor(url: string): Client {
  try {
    if (/^(?:postgres(?:ql)?|socket):|^\//.test(url)) {
      return new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    }
  } catch {
    // said below: the driver's own words quote the address
  }
  throw new DatabaseRefusal(
    'DATABASE_URL is no address of a database. Write it as postgres://user:password@host:5432/database, with signs such as % and @ in a password percent-encoded; without DATABASE_URL Resolute brings its own.',
  )
}

/** Host and database of a URL, without the user's name and password. */
function placeOf(url: string): string {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url)
    return `${searchParams.get('host') ?? hostname}${port ? `:${port}` : ''}${pathname}`
  } catch {
    return 'an address that cannot be read'
  }
}
