import type { Database } from '#platform/database'
import type { CrossFault, Ledger } from './entry.ts'
import type { Seal, Sealed } from './sealed.ts'
import { allSeals } from './store-seals.ts'

const tablesOf = <Table extends string>({ columns }: Sealed<Table>): readonly Table[] => Object.keys(columns) as Table[]

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
