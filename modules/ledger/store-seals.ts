import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Seal, Sealed } from './sealed.ts'

const keyOf = <T extends string>({ keys }: Sealed<T>, table: T) => sql.ref(keys?.[table] ?? 'key')

/** Instants go in as UTC, whatever the time zone of the connection. */
const part = (column: string) =>
  column === 'at' ? sql`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : sql`${sql.ref(column)}::text`

const sealIn = <T extends string>({ columns }: Sealed<T>, table: T) =>
  sql<string>`encode(sha256(convert_to(jsonb_build_array(${sql.join(columns[table].map(part))})::text, 'UTF8')), 'hex')`

/** The seals of rows just written, in the order given. */
export async function sealsOf<Table extends string>(
  database: Database,
  sealed: Sealed<Table>,
  rows: readonly { readonly table: Table; readonly key: string }[],
): Promise<readonly Seal<Table>[]> {
  const found = new Map<string, string>()
  for (const table of new Set(rows.map((row) => row.table))) {
    const keys = rows.filter((row) => row.table === table).map(({ key }) => key)
    const seals = await sql<{ key: string; seal: string }>`
      select ${keyOf(sealed, table)}::text as key, ${sealIn(sealed, table)} as seal
      from ${sql.table(`${sealed.room}.${table}`)} where ${keyOf(sealed, table)} = any(${keys}::bigint[])`.execute(
      database,
    )
    for (const { key, seal } of seals.rows) found.set(`${table} ${key}`, seal)
  }
  return rows.map(({ table, key }) => {
    const seal = found.get(`${table} ${key}`)
    if (seal === undefined) throw new Error(`${sealed.room}.${table} has no row ${key} to seal`)
    return { table, key, seal }
  })
}

/** Every row of a table with its seal, some thousands at a time. */
export async function* allSeals<Table extends string>(
  database: Database,
  sealed: Sealed<Table>,
  table: Table,
): AsyncGenerator<Seal<Table>> {
  for (let after = '0'; ; ) {
    const { rows } = await sql<{ key: string; seal: string }>`
      select ${keyOf(sealed, table)}::text as key, ${sealIn(sealed, table)} as seal
      from ${sql.table(`${sealed.room}.${table}`)}
      where ${keyOf(sealed, table)} > ${after}::bigint order by ${keyOf(sealed, table)} limit 5000`.execute(database)
    yield* rows.map(({ key, seal }) => ({ table, key, seal }))
    if (rows.length < 5000) return
    after = rows.at(-1)!.key
  }
}
