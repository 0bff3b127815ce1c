import type { Kept } from './decided.ts'
import type { PersonReading } from './reading.ts'
import type { PersonReadingRow } from './store-rows.ts'

/** A row as the database gives it, or as JSON inside another row. */
type Row = Omit<PersonReadingRow, 'key' | 'at'> & { readonly key: string | number; readonly at: Date | string }

export const personReadingOf = (row: Row): PersonReading => ({
  key: String(row.key),
  document: row.document,
  unit: row.unit,
  path: row.path,
  text: row.text,
  context: row.context,
  kind: row.kind,
  clauses: row.clauses,
  ruleClauses: row.rule_clauses,
  note: row.note,
  by: row.by,
  at: new Date(row.at).toISOString(),
})

export const keptOf = (row: Row): Kept => ({ ...personReadingOf(row), textHash: row.text_hash })
