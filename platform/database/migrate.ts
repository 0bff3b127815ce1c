import { readdir, readFile } from 'node:fs/promises'
import { type Migration, Migrator, sql } from 'kysely'
import { DatabaseRefusal } from './refusal.ts'
import type { Database } from './types.ts'

/** A module's numbered `.sql` files: `001-create.sql`, `002-...`. Forward only; each runs once, all of one start in one transaction. */
export interface MigrationSource {
  readonly module: string
  readonly folder: URL
}

/** The platform's own tables; they come before every module's. */
const own: MigrationSource = { module: 'platform', folder: new URL('./migrations/', import.meta.url) }

/**
 * Brings the database to the newest version, the sources in their order and each source's files by number. A name says
 * nothing of the place in the order, so a module may be put between two others later. Safe to run from several processes
 * at once. Returns the names applied.
 */
export async function migrate(database: Database, sources: readonly MigrationSource[]): Promise<string[]> {
  const migrations = await read([own, ...sources])
  await sql`do $$ begin
    perform pg_advisory_xact_lock(20121221);
    create schema if not exists platform;
  end $$`.execute(database)
  const order = new Map([...migrations.keys()].map((name, position) => [name, position]))
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => Object.fromEntries(migrations) },
    migrationTableSchema: 'platform',
    allowUnorderedMigrations: true,
    nameComparator: (one, two) => (order.get(one) ?? 0) - (order.get(two) ?? 0),
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error instanceof Error && /previously executed migration .+ is missing/.test(error.message)) {
    throw new DatabaseRefusal(
      'The data were written by another, probably newer, version of Resolute. Start that version, or name another folder with RESOLUTE_DATA.',
    )
  }
  if (error) throw error
  return (results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName)
}

async function read(sources: readonly MigrationSource[]): Promise<ReadonlyMap<string, Migration>> {
  const migrations = new Map<string, Migration>()
  for (const { module, folder } of sources) {
    const files = (await namesIn(folder)).filter((name) => name.endsWith('.sql')).sort()
    for (const file of files) {
      const text = await readFile(new URL(file, folder), 'utf8')
      migrations.set(`${module}/${file.slice(0, -'.sql'.length)}`, {
        up: async (db) => void (await sql.raw(text).execute(db)),
      })
    }
  }
  return migrations
}

/** A module with no table of its own has no such folder. */
async function namesIn(folder: URL): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
