import { join } from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import type { DatabaseRefusal } from '../refusal.ts'
import { alone } from './lock.ts'
import { findPlace, type Place } from './place.ts'
import { isServing, readPostmaster } from './postmaster.ts'
import { diskFull, logSize, ROLE, ranFull, startServer, stopServer } from './server.ts'

export interface EmbeddedOptions {
  /** The checkout; the data go to its `.resolute` unless `dataFolder` names another place. */
  readonly root: string
  /** RESOLUTE_DATA. */
  readonly dataFolder?: string | undefined
  /** Progress, one line at a time. */
  say(text: string): void
  /** Further settings, `name=value`, for a server started here. */
  readonly settings?: readonly string[]
}

/** Our share in the embedded server. Several processes may hold one; the last to leave stops the server. */
export interface Share {
  /** For `openDatabase`; another database of the same server with `urlOf`. */
  readonly url: string
  urlOf(database: string): string
  readonly place: Place
  /** True when the server was running already. */
  readonly adopted: boolean
  leave(): Promise<void>
  /** Why the server fell over since we joined, where its log says something that can be mended; else null. */
  trouble(): DatabaseRefusal | null
}

/** Who uses the server holds this advisory lock in shared mode; a killed process loses it with its connection. */
const IN_USE = 20_121_219

const urlOf = (socket: string, database: string): string =>
  `postgres://${ROLE}@localhost/${database}?host=${encodeURIComponent(socket)}&port=5432&sslmode=disable`

async function connected(socket: string, database: string): Promise<Client> {
  const client = new Client({ connectionString: urlOf(socket, database) })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function ensureDatabase(holder: Client, name: string): Promise<void> {
  const { rowCount } = await holder.query('select from pg_database where datname = $1', [name])
  if (rowCount === 0) await holder.query(`create database ${escapeIdentifier(name)}`)
}

/**
 * Starts the embedded server, or joins the one that runs on the same data, whoever started it and even if that process
 * was killed since.
 *
 * @throws DatabaseRefusal when it cannot be started.
 */
export async function joinEmbedded(options: EmbeddedOptions): Promise<Share> {
  const { say, settings = [] } = options
  const place = findPlace(options.root, options.dataFolder)
  const waiting = () => say('Waiting for another Resolute process that is starting or stopping the database')
  let holder: Client | null = null
  let left = false

  const hold = () =>
    alone(
      place.lock,
      async () => {
        const { socket, adopted } = await startServer(place, say, settings)
        const client = await connected(socket, 'postgres')
        await client.query('select pg_advisory_lock_shared($1)', [IN_USE])
        await ensureDatabase(client, ROLE)
        // Where the server breaks under us, it is started again: the pool finds it at the same address.
        client.once('end', () => void rejoin())
        holder = client
        return { socket, adopted }
      },
      waiting,
    )
  const rejoin = async () => {
    for (let pause = 100; !left; pause = Math.min(pause * 2, 10_000)) {
      try {
        await hold()
        return
      } catch (error) {
        say(`The database stopped and could not be started again: ${(error as Error).message}`)
        await new Promise((done) => setTimeout(done, pause).unref())
      }
    }
  }

  const { socket, adopted } = await hold()
  const joinedAt = logSize(place)
  return {
    trouble: () => (ranFull(place, joinedAt) ? diskFull(place, 'The database had to stop') : null),
    url: urlOf(socket, ROLE),
    urlOf: (database) => urlOf(socket, database),
    place,
    adopted,
    async leave() {
      if (left) return
      left = true
      try {
        await alone(
          place.lock,
          async () => {
            const last = await isLast(holder, place)
            await holder?.end().catch(() => {})
            if (last) await stopServer(place)
          },
          waiting,
        )
      } finally {
        await holder?.end().catch(() => {}) // an open connection would keep the process from ending
      }
    },
  }
}

/** Gives our share back and says whether nobody else holds one. */
async function isLast(holder: Client | null, place: Place): Promise<boolean> {
  const found = readPostmaster(place.data)
  if (!found || !isServing(found.pid, place.data)) return false
  try {
    return await giveBack(holder ?? (await connected(found.socketFolder, 'postgres')))
  } catch {
    // Our connection broke with a server that fell over. Asked anew; one that takes nobody in is of use to nobody.
    return connected(found.socketFolder, 'postgres').then(
      (client) => giveBack(client).finally(() => client.end()),
      (error: { code?: string }) => error.code !== TOO_MANY_CONNECTIONS,
    )
  }
}

const TOO_MANY_CONNECTIONS = '53300'

async function giveBack(client: Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [IN_USE])
  const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [IN_USE])
  return rows[0]?.last === true
}

/** Ends the server on a data folder at once, whoever uses it: for a process that has no time left to wait. */
export function endEmbedded(dataFolder: string): void {
  const data = join(dataFolder, 'data')
  const found = readPostmaster(data)
  if (found && isServing(found.pid, data)) process.kill(found.pid, 'SIGQUIT')
}
