import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseRefusal } from '../refusal.ts'
import { binaries } from './binaries.ts'
import { dropSocketFolder, giveTo, type Place, socketFolder } from './place.ts'
import { isServing, isTaken, readPostmaster } from './postmaster.ts'

/** The one role of the embedded server; who may reach the socket may do everything, so its folder is closed. */
export const ROLE = 'resolute'

/** Settings beside PostgreSQL's own defaults (which fsync every commit). */
const settings: readonly string[] = [
  'listen_addresses=', // no TCP port: no clash, no password
  'unix_socket_permissions=0700',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_min_messages=warning',
  'log_checkpoints=off',
  'jit=off',
]

const LOG_LIMIT = 5_000_000

const environment = (): NodeJS.ProcessEnv => ({
  PATH: '/usr/bin:/bin',
  // pg_trgm asks the system's character classes: under plain C no Russian, Arabic or Chinese letter would count.
  LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
})

/** Ends with the exit code; what the program says goes to the log. */
function run(program: string, args: readonly string[], place: Place): Promise<number> {
  const log = openSync(place.log, 'a', 0o600)
  return new Promise<number>((done, fail) => {
    const child = spawn(program, args, { ...place.account, cwd: '/', env: environment(), stdio: ['ignore', log, log] })
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  }).finally(() => closeSync(log))
}

const logSince = (place: Place, from: number): string =>
  existsSync(place.log) ? readFileSync(place.log).subarray(from).toString('utf8').trim() : ''

export const ranFull = (place: Place, from: number): boolean =>
  /No space left on device|ENOSPC|Disk quota exceeded/.test(logSince(place, from))

export const diskFull = (place: Place, doing: string): DatabaseRefusal =>
  new DatabaseRefusal(
    `${doing}: the disk is full. Free some space in ${place.folder} and start again; what was finished before is kept, nothing is half there.`,
  )

/** What the log says since `from`, put into words that name a remedy where we know one. */
function because(place: Place, from: number, doing: string): DatabaseRefusal {
  const said = logSince(place, from)
  if (ranFull(place, from)) return diskFull(place, doing)
  if (/has wrong ownership/.test(said)) {
    return new DatabaseRefusal(
      `${doing}: the data in ${place.data} belongs to another account. Start Resolute as the account that made it, or name another folder with RESOLUTE_DATA.`,
    )
  }
  if (/Permission denied/.test(said)) {
    return new DatabaseRefusal(
      `${doing}: permission denied in ${place.folder}. Give this account the right to read and write there, or name another folder with RESOLUTE_DATA.`,
    )
  }
  const last = said.split('\n').slice(-4).join('\n')
  return new DatabaseRefusal(`${doing}. PostgreSQL says (${place.log}):\n${last}`)
}

/** Removes what a start broken off half-way left. Its initdb may have outlived it, and writes on for a second or two. */
function sweepDrafts(place: Place): void {
  for (const left of readdirSync(place.folder).filter((name) => name.startsWith('data.new-'))) {
    rmSync(join(place.folder, left), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

/** Makes the data folder aside and renames it, so that one broken off half-way is never taken for a whole one. */
async function initialise(place: Place, initdb: string): Promise<void> {
  sweepDrafts(place)
  const draft = join(place.folder, `data.new-${process.pid}`)
  mkdirSync(draft, { mode: 0o700 })
  giveTo(draft, place.account)
  const from = logSize(place)
  const code = await run(
    initdb,
    [
      '-D',
      draft,
      '-U',
      ROLE,
      '--auth=trust',
      '--encoding=UTF8',
      `--locale=${environment().LC_ALL}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    place,
  )
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw because(place, from, 'The data folder could not be made')
  }
  renameSync(draft, place.data)
  // an initdb that only began after the sweep above has made its folder anew
  sweepDrafts(place)
}

export const logSize = (place: Place): number => statSync(place.log, { throwIfNoEntry: false })?.size ?? 0

/**
 * Starts the server, or adopts one already running on these data, and waits until it answers. Call it under the lock.
 * Returns the folder of its socket.
 *
 * @throws DatabaseRefusal when it cannot be started: disk full, no permission, data of another version.
 */
export async function startServer(
  place: Place,
  say: (text: string) => void,
  extra: readonly string[] = [],
): Promise<{ readonly socket: string; readonly adopted: boolean }> {
  const known = readPostmaster(place.data)
  if (known) {
    if (isServing(known.pid, place.data)) return { socket: await untilReady(place, say, () => null), adopted: true }
    // Left by a server that was killed. PostgreSQL clears it itself, unless the number is another process's by now.
    if (isTaken(known.pid)) rmSync(join(place.data, 'postmaster.pid'), { force: true })
    dropSocketFolder(known.socketFolder)
  }
  if (logSize(place) > LOG_LIMIT) renameSync(place.log, `${place.log}.1`)
  const { initdb, postgres } = binaries(place.account)
  if (!existsSync(join(place.data, 'PG_VERSION'))) {
    say('Making the database (first start)')
    await initialise(place, initdb)
  }
  const socket = socketFolder(place)
  // PostgreSQL takes the number in a socket's lock file for a live server even when it is a dead one nobody buried.
  for (const left of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(socket, left), { force: true })
  for (let attempt = 1; ; attempt++) {
    const from = logSize(place)
    try {
      return { socket: await launch(place, postgres, socket, say, extra), adopted: false }
    } catch (error) {
      // Backends of a killed server may take a moment to notice; until then the shared memory counts as in use.
      if (attempt === 20 || !logSince(place, from).includes('still in use')) throw error
      await sleep(250)
    }
  }
}

async function launch(
  place: Place,
  postgres: string,
  socket: string,
  say: (text: string) => void,
  extra: readonly string[],
): Promise<string> {
  const from = logSize(place)
  const log = openSync(place.log, 'a', 0o600)
  const options = [...settings, `unix_socket_directories=${socket}`, ...extra].flatMap((setting) => ['-c', setting])
  // A session of its own: Ctrl-C in the terminal is ours to answer, and ends the server only after everything else.
  const child = spawn(postgres, ['-D', place.data, ...options], {
    ...place.account,
    cwd: '/',
    env: environment(),
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  let ended: DatabaseRefusal | null = null
  child.once('error', (error) => {
    ended = new DatabaseRefusal(`PostgreSQL could not be started: ${error.message}`)
  })
  child.once('exit', () => {
    ended = because(place, from, 'PostgreSQL could not be started')
  })
  child.unref()
  return untilReady(place, say, () => ended)
}

/** Waits for the line `ready` in postmaster.pid; recovery after a crash may take its time. */
async function untilReady(place: Place, say: (text: string) => void, ended: () => Error | null): Promise<string> {
  const start = Date.now()
  let told = false
  for (;;) {
    const failed = ended()
    if (failed) throw failed
    const found = readPostmaster(place.data)
    if (found?.ready && isServing(found.pid, place.data)) return found.socketFolder
    if (!told && Date.now() - start > 3_000) {
      told = true
      say('Waiting for PostgreSQL to be ready (after a crash it first recovers what was written)')
    }
    if (Date.now() - start > 10 * 60_000) throw because(place, 0, 'PostgreSQL was not ready within ten minutes')
    await sleep(15)
  }
}

/** Stops the server, cutting connections politely at first; returns when it has ended. Call it under the lock. */
export async function stopServer(place: Place): Promise<void> {
  const found = readPostmaster(place.data)
  if (!found) return
  // SIGINT: fast shutdown with a checkpoint; SIGQUIT: at once, recovery at the next start; both lose nothing committed.
  const steps: readonly (readonly [NodeJS.Signals, number])[] = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]
  for (const [signal, patience] of steps) {
    const start = Date.now()
    if (isServing(found.pid, place.data)) process.kill(found.pid, signal)
    while (isServing(found.pid, place.data)) {
      if (Date.now() - start > patience) break
      await sleep(15)
    }
    if (!isServing(found.pid, place.data)) break
  }
  dropSocketFolder(found.socketFolder)
}
