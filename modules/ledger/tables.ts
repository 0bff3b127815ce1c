import { type Table, tableOf } from '#platform/tables'
import { speakFrom } from '#platform/words'
import { canonicalJson } from './canonical.ts'
import type { LedgerEntry } from './entry.ts'
import english from './messages/en.json' with { type: 'json' }

const say = speakFrom([english])

/** The ledger as a table for CSV, XLSX and the terminal. */
export function entriesTable(entries: readonly LedgerEntry[]): Table {
  const titled = <T>(column: T & { key: string }) => ({ ...column, title: say(`ledger.column.${column.key}`) })
  return tableOf(
    'ledger',
    [
      titled({ key: 'seq', value: (entry: LedgerEntry) => entry.seq, width: 8 }),
      titled({ key: 'at', value: (entry: LedgerEntry) => entry.at, width: 24 }),
      titled({ key: 'who', value: (entry: LedgerEntry) => entry.who, width: 20 }),
      titled({ key: 'act', value: (entry: LedgerEntry) => entry.act, width: 24 }),
      titled({ key: 'on', value: (entry: LedgerEntry) => entry.on, width: 28 }),
      titled({ key: 'data', value: (entry: LedgerEntry) => canonicalJson(entry.data), width: 60 }),
      titled({ key: 'hash', value: (entry: LedgerEntry) => entry.hash, width: 64 }),
    ],
    entries,
  )
}
