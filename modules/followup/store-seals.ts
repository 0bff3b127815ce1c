import { sql } from 'kysely'
import type { Database } from '#platform/database'

/** The tables that are only added to and whose rows the ledger seals, with the columns that go into the seal. */
const sealed = {
  handovers: ['reply', 'act', 'from_person', 'to_person', 'reason', 'by', 'at'],
  updates: [
    'reply',
    'corrects',
    'status',
    'acceptance',
    'as_of',
    'narrative',
    'language',
    'reason',
    'on_behalf',
    'by',
    'at',
    'salt',
  ],
  clearances: ['update', 'by', 'at'],
  evidence: [
    'update',
    'title',
    'kind',
    'sha256',
    'file_name',
    'media_type',
    'size',
    'url',
    'document',
    'unit',
    'path',
    'by',
    'at',
    'salt',
  ],
  withdrawals: ['update', 'evidence', 'reason', 'by', 'at'],
  assessments: ['dossier', 'reply', 'replaces', 'finding', 'narrative', 'by', 'at'],
  notes: ['dossier', 'text', 'by', 'at', 'salt'],
  watches: ['dossier', 'person', 'watching', 'at'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type SealedTable = keyof typeof sealed

export const sealedTables = Object.keys(sealed) as readonly SealedTable[]

/** A row and its fingerprint: any change to it gives another. */
export interface Seal {
  readonly table: SealedTable
  readonly key: string
  readonly seal: string
}

const keyOf = (table: SealedTable) => sql.ref(table === 'clearances' ? 'update' : 'key')

/** Instants go in as UTC, whatever the time zone of the connection. */
const part = (column: string) =>
  column === 'at' ? sql`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : sql`${sql.ref(column)}::text`

const sealIn = (table: SealedTable) =>
  sql<string>`encode(sha256(convert_to(jsonb_build_array(${sql.join(sealed[table].map(part))})::text, 'UTF8')), 'hex')`

/** The seals of rows just written, in the order given. */
export async function sealsOf(
  database: Database,
  rows: readonly { readonly table: SealedTable; readonly key: string }[],
): Promise<readonly Seal[]> {
  const seals: Seal[] = []
  for (const { table, key } of rows) {
    const found = await sql<{ seal: string }>`
      select ${sealIn(table)} as seal from ${sql.table(`followup.${table}`)} where ${keyOf(table)} = ${key}`.execute(
      database,
    )
    seals.push({ table, key, seal: found.rows[0]!.seal })
  }
  return seals
}

/** Every row of a table with its seal, some thousands at a time. */
export async function* allSeals(database: Database, table: SealedTable): AsyncGenerator<Seal> {
  for (let after = '0'; ; ) {
    const { rows } = await sql<{ key: string; seal: string }>`
      select ${keyOf(table)}::text as key, ${sealIn(table)} as seal from ${sql.table(`followup.${table}`)}
      where ${keyOf(table)} > ${after}::bigint order by ${keyOf(table)} limit 5000`.execute(database)
    yield* rows.map(({ key, seal }) => ({ table, key, seal }))
    if (rows.length < 5000) return
    after = rows.at(-1)!.key
  }
}
