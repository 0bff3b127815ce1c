import type { Database } from '#platform/database'
import type { CrossFault, Ledger } from './entry.ts'
import { allSeals, sealsOf } from './store-seals.ts'

/** Tables of a room that are only added to and whose rows the ledger seals, with the columns that go into the seal. */
export interface Sealed<Table extends string> {
  /** The schema of the room. */
  readonly room: string
  readonly columns: Readonly<Record<Table, readonly string[]>>
  /** Column that names a row where it is not `key`. */
  readonly keys?: Readonly<Partial<Record<Table, string>>>
}

/** A row and its fingerprint: any change to it gives another. */
export interface Seal<Table extends string = string> {
  readonly table: Table
  readonly key: string
  readonly seal: string
}

export const tablesOf = <Table extends string>({ columns }: Sealed<Table>): readonly Table[] =>
  Object.keys(columns) as Table[]

/** Every row that was written has its entry with its seal, every entry its rows (`data.rows`). */
export async function* sealFaults<Table extends string>(
  sealed: Sealed<Table>,
  acts: readonly string[],
  database: Database,
  ledger: Pick<Ledger, 'stream'>,
): AsyncGenerator<CrossFault> {
  const module = sealed.room
  const told = new Map<string, string>()
  for (const act of acts) {
    for await (const { data } of ledger.stream({ act })) {
      const rows = (data as { readonly rows?: readonly Seal[] } | null)?.rows ?? []
      for (const { table, key, seal } of rows) told.set(`${table} ${key}`, seal)
    }
  }
  for (const table of tablesOf(sealed)) {
    for await (const { key, seal } of allSeals(database, sealed, table)) {
      const known = told.get(`${table} ${key}`)
      if (known === undefined) yield { module, code: 'without-entry', facts: { table, key } }
      else if (known !== seal) yield { module, code: 'changed', facts: { table, key } }
      told.delete(`${table} ${key}`)
    }
  }
  for (const row of told.keys()) {
    const [table = '', key = ''] = row.split(' ')
    yield { module, code: 'missing', facts: { table, key } }
  }
}

export { sealsOf }
