import type { CrossCheck, CrossFault } from '#modules/ledger'
import type { Files } from '#platform/files'
import english from './messages/en.json' with { type: 'json' }
import { acts } from './permissions.ts'
import { referredFiles, repliesAmiss } from './store-checks.ts'
import { allSeals, type Seal, sealedTables } from './store-seals.ts'

/**
 * Every row that was written has its entry with its seal, every entry its rows; what is kept of where a reply stands is
 * what those rows give; every file of evidence is there, byte for byte.
 */
export function crossCheck(files: Files): CrossCheck {
  return {
    messages: english,
    async *faults(database, ledger): AsyncGenerator<CrossFault> {
      const told = new Map<string, string>()
      for (const act of acts) {
        for await (const { data } of ledger.stream({ act })) {
          const rows = (data as { readonly rows?: readonly Seal[] } | null)?.rows ?? []
          for (const { table, key, seal } of rows) told.set(`${table} ${key}`, seal)
        }
      }
      for (const table of sealedTables) {
        for await (const { key, seal } of allSeals(database, table)) {
          const known = told.get(`${table} ${key}`)
          if (known === undefined) yield { module: 'followup', code: 'without-entry', facts: { table, key } }
          else if (known !== seal) yield { module: 'followup', code: 'changed', facts: { table, key } }
          told.delete(`${table} ${key}`)
        }
      }
      for (const row of told.keys()) {
        const [table = '', key = ''] = row.split(' ')
        yield { module: 'followup', code: 'missing', facts: { table, key } }
      }
      for (const { id, actor } of await repliesAmiss(database)) {
        yield { module: 'followup', code: 'status-differs', facts: { id, actor } }
      }
      const referred = await referredFiles(database)
      if (referred.size === 0) return
      for await (const { sha256, code } of files.verify()) {
        const name = referred.get(sha256)
        if (name !== undefined) yield { module: 'followup', code: `file-${code}`, facts: { name, sha256 } }
      }
    },
  }
}
