/** The door of testing: a real PostgreSQL for every test, a fresh copy of the migrated database each time. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import {
  type Connection,
  type Database,
  endEmbedded,
  joinEmbedded,
  type MigrationSource,
  migrate,
  openDatabase,
} from '#platform/database'

export { testPlatform } from './platform.ts'

export interface TestDatabase {
  readonly database: Database
  /** The same database for another process: give it as DATABASE_URL. */
  readonly url: string
  /** Ends the connections and drops the database. */
  close(): Promise<void>
}

const TEMPLATE = 'resolute_template'
const ADDRESS = 'RESOLUTE_TEST_SERVER'
const PREFIX = 'resolute-test-'

const urlOf = (server: string, database: string): string => server.replace(/\/[^/?]*\?/, `/${database}?`)

async function command(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

/** A database of one's own with every module's tables, empty. Close it when the test ends. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env[ADDRESS]
  if (!server) throw new Error('No test server: this test belongs to a project of vitest.config.ts that starts one')
  const name = `test_${randomBytes(8).toString('hex')}`
  await command(server, `create database ${name} template ${TEMPLATE}`)
  const url = urlOf(server, name)
  const connection: Connection = openDatabase(url)
  return {
    database: connection.database,
    url,
    async close() {
      await connection.close()
      await command(server, `drop database if exists ${name} with (force)`)
    },
  }
}

/** A folder whose process is gone was left by a run that was killed: its server is ended, its files removed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name)
    try {
      process.kill(Number(readFileSync(join(folder, 'owner'), 'utf8')), 0)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') continue // just being made, or somebody else's
      endEmbedded(folder)
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/**
 * Starts the test server with the migrated template in it, for vitest's global set-up. Returns what stops it; a run
 * that ends without calling that stops it too, and what a killed run leaves is cleared by the next one.
 */
export async function serveTests(root: string, sources: readonly MigrationSource[]): Promise<() => Promise<void>> {
  if (process.env[ADDRESS]) return async () => {} // another suite of this run has started it
  sweep()
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  if (process.getuid?.() === 0) chmodSync(folder, 0o711) // the server's account must enter
  writeFileSync(join(folder, 'owner'), String(process.pid))
  // Speed over safety: what a test writes need not survive the machine.
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=300',
    'log_min_messages=fatal',
  ]
  const share = await joinEmbedded({ root, dataFolder: folder, say: () => {}, settings })
  const lastResort = () => endEmbedded(folder)
  process.once('exit', lastResort)
  const stop = async () => {
    process.off('exit', lastResort)
    await share.leave()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await command(share.url, `create database ${TEMPLATE}`)
    const connection = openDatabase(share.urlOf(TEMPLATE))
    await migrate(connection.database, sources).finally(connection.close)
  } catch (error) {
    await stop()
    throw error
  }
  process.env[ADDRESS] = share.url
  return stop
}
