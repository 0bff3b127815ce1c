import { readdir, readFile } from 'node:fs/promises'
import { type Migration, Migrator, sql } from 'kysely'
import type { Database } from './types.ts'

/** A module's numbered `.sql` files: `001-create.sql`, `002-...`. Forward only; each runs once, in its own transaction. */
export interface MigrationSource {
  readonly module: string
  readonly folder: URL
}

/** Brings the database to the newest version. Safe to run from several processes at once. Returns the names applied. */
export async function migrate(database: Database, sources: readonly MigrationSource[]): Promise<string[]> {
  const migrations: Record<string, Migration> = {}
  for (const [position, { module, folder }] of sources.entries()) {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
    for (const file of files) {
      const text = await readFile(new URL(file, folder), 'utf8')
      const name = `${String(position + 1).padStart(2, '0')}-${module}/${file.slice(0, -4)}`
      migrations[name] = { up: async (db) => void (await sql.raw(text).execute(db)) }
    }
  }
  await sql`create schema if not exists platform`.execute(database)
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'platform',
    allowUnorderedMigrations: true,
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName)
}
