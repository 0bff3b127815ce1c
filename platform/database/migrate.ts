import { readdir, readFile } from 'node:fs/promises'
import { type Migration, Migrator, sql } from 'kysely'
import { DatabaseRefusal } from './refusal.ts'
import type { Database } from './types.ts'

/** A module's numbered `.sql` files: `001-create.sql`, `002-...`. Forward only; each runs once. */
export interface MigrationSource {
  readonly module: string
  readonly folder: URL
}

/** The platform's own tables; they come before every module's. */
const own: readonly MigrationSource[] = [
  { module: 'platform', folder: new URL('./migrations/', import.meta.url) },
  { module: 'files', folder: new URL('../files/migrations/', import.meta.url) },
  { module: 'mail', folder: new URL('../mail/migrations/', import.meta.url) },
]

/**
 * Brings the database to the newest version: the sources in their order, each in one transaction, its files by number.
 * Each source keeps its own record, so a module may be put between two others later. Safe to run from several processes
 * at once. Returns what was applied, as `module/001-create`.
 */
export async function migrate(database: Database, sources: readonly MigrationSource[]): Promise<string[]> {
  await sql`do $$ begin
    perform pg_advisory_xact_lock(20121221);
    create schema if not exists platform;
  end $$`.execute(database)
  const applied: string[] = []
  for (const source of [...own, ...sources]) applied.push(...(await migrateOne(database, source)))
  return applied
}

async function migrateOne(database: Database, { module, folder }: MigrationSource): Promise<string[]> {
  const migrations = await read(folder)
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'platform',
    migrationTableName: `${module}_migrations`,
    migrationLockTableName: 'migration_lock',
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) {
    const failed = results.find((result) => result.status === 'Error')
    if (!failed && error instanceof Error && error.message.startsWith('corrupted migrations')) {
      throw new DatabaseRefusal(
        `The data were written by another, probably newer, version of Resolute (${module}). Start that version, or name another folder with RESOLUTE_DATA.`,
      )
    }
    throw new Error(`Migration ${module}/${failed?.migrationName ?? ''} failed`, { cause: error })
  }
  return results.map((result) => `${module}/${result.migrationName}`)
}

async function read(folder: URL): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {}
  for (const file of (await namesIn(folder)).filter((name) => name.endsWith('.sql'))) {
    const text = await readFile(new URL(file, folder), 'utf8')
    migrations[file.slice(0, -'.sql'.length)] = { up: async (db) => void (await sql.raw(text).execute(db)) }
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
