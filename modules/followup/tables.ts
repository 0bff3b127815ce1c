import { type Column, type Table, tableOf } from '#platform/tables'
import { speakFrom } from '#platform/words'
import english from './messages/en.json' with { type: 'json' }
import type { DossierLine } from './room.ts'

const say = speakFrom([english])

const column = <Row>(key: string, value: Column<Row>['value'], width?: number): Column<Row> => ({
  key,
  title: say(`followup.column.${key}`),
  value,
  width,
})

/** Dossiers as a table for CSV and XLSX: one row each. `why` says a date in words. */
export function dossiersTable(
  lines: readonly DossierLine[],
  why: (due: DossierLine['asked']['dues'][number]) => string,
): Table {
  const dated = ({ asked }: DossierLine) => asked.dues.find((due) => due.state === 'dated')
  const columns: readonly Column<DossierLine>[] = [
    column('document', ({ asked }) => asked.anchor?.document ?? null),
    column('unit', ({ asked }) => asked.anchor?.unit ?? null, 24),
    column('path', ({ asked }) => asked.anchor?.path ?? null, 8),
    column('actor', ({ asked }) => asked.actorName, 32),
    column('asked', ({ asked }) => asked.title, 60),
    column('from', (line) => dated(line)?.from ?? null, 12),
    column('to', (line) => dated(line)?.to ?? null, 12),
    column('why', ({ asked }) => asked.dues.slice(0, 3).map(why).join('; ') || null, 48),
    column('continuing', ({ asked }) => asked.continuing, 10),
    column('status', ({ status }) => status, 16),
    column('asOf', ({ asOf }) => asOf, 12),
    column('replies', ({ replies }) => replies, 8),
    column('id', ({ asked }) => asked.id, 32),
  ]
  return tableOf('dossiers', columns, lines)
}
