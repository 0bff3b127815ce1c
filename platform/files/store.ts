import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { KeptFile } from './file.ts'

type Tables = { 'files.files': { sha256: string; size: string; type: string; kept_at: Date } }

const lockOf = (sha256: string) => sql`hashtextextended(${`files:${sha256}`}, 0)`

/** Puts the bytes in their place with `settle`, then the row, while nobody sweeps the same file. */
export async function keepFile(
  database: Database,
  { sha256, size, type }: KeptFile,
  now: Date,
  settle: () => Promise<void>,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${lockOf(sha256)})`.execute(transaction)
    await settle()
    await transaction
      .withTables<Tables>()
      .insertInto('files.files')
      .values({ sha256, size: String(size), type, kept_at: now })
      .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ kept_at: now }))
      .execute()
  })
}

/** Drops the row unless something refers to it or it was put since `then`, and the bytes after it. */
export async function dropFile(
  database: Database,
  sha256: string,
  then: Date,
  dropBytes: () => Promise<void>,
): Promise<boolean> {
  return database.connection().execute(async (holder) => {
    await sql`select pg_advisory_lock(${lockOf(sha256)})`.execute(holder)
    try {
      const tables = holder.withTables<Tables>()
      await tables.deleteFrom('files.files').where('sha256', '=', sha256).where('kept_at', '<', then).execute()
      if (await tables.selectFrom('files.files').select('sha256').where('sha256', '=', sha256).executeTakeFirst()) {
        return false
      }
      await dropBytes()
      return true
    } catch (error) {
      if ((error as { code?: string }).code === FOREIGN_KEY) return false
      throw error
    } finally {
      await sql`select pg_advisory_unlock(${lockOf(sha256)})`.execute(holder)
    }
  })
}

const FOREIGN_KEY = '23503'

export async function fileBySha(database: Database, sha256: string): Promise<KeptFile | null> {
  const row = await database
    .withTables<Tables>()
    .selectFrom('files.files')
    .select(['sha256', 'size', 'type'])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row ? { ...row, size: Number(row.size) } : null
}

/** Every file by name, a thousand at a time. */
export async function* allFiles(database: Database): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const rows = await database
      .withTables<Tables>()
      .selectFrom('files.files')
      .select('sha256')
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(1000)
      .execute()
    yield* rows.map(({ sha256 }) => sha256)
    after = rows.at(-1)?.sha256 ?? ''
    if (rows.length < 1000) return
  }
}

/** Files put before `then` to which no table refers; which tables may, the database itself knows. */
export async function unreferredFiles(database: Database, then: Date): Promise<string[]> {
  const { rows: places } = await sql<{ schema: string; table: string; column: string }>`
    select n.nspname as schema, t.relname as table, a.attname as column
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_namespace n on n.oid = t.relnamespace
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'files.files'::regclass`.execute(database)
  const referred = places.map(
    ({ schema, table, column }) =>
      sql`and not exists (select from ${sql.id(schema, table)} r where r.${sql.id(column)} = f.sha256)`,
  )
  const { rows } = await sql<{ sha256: string }>`
    select f.sha256 from files.files f where f.kept_at < ${then} ${sql.join(referred, sql` `)}`.execute(database)
  return rows.map(({ sha256 }) => sha256)
}
