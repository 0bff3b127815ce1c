import type { Condition } from '@resolute/reader'
import { type Cell, type Column, type Table, tableOf } from '#platform/tables'
import { speakFrom } from '#platform/words'
import english from './messages/en.json' with { type: 'json' }
import type { DueEntry, Obligation } from './obligation.ts'

const say = speakFrom([english])

const column = <Row>(key: string, value: (row: Row) => Cell, width?: number): Column<Row> => ({
  key,
  title: say(`mandates.column.${key}`),
  value,
  width,
})

/** Parts of one cell. */
const joined = (parts: readonly string[]): string | null => (parts.length > 0 ? parts.join('; ') : null)

const conditionsOf = (conditions: readonly Condition[]) => joined(conditions.map(({ asWritten }) => asWritten))

/** The register as a table for CSV and XLSX: one row per obligation. `why` says a date in words. */
export function obligationsTable(
  obligations: readonly Obligation[],
  why: (due: Obligation['dues'][number]) => string,
): Table {
  const dated = ({ dues }: Obligation) => dues.find((due) => due.state === 'dated')
  const columns: readonly Column<Obligation>[] = [
    column('document', (o) => o.document),
    column('unit', (o) => o.unit, 24),
    column('path', (o) => o.path, 8),
    column('kind', (o) => o.kind, 8),
    column('force', (o) => o.force, 14),
    column('actor', (o) => o.actorName, 32),
    column('action', (o) => o.action, 60),
    column('subject', (o) => o.subject, 40),
    column('toWhom', (o) => joined(o.toWhom), 32),
    column('conditions', (o) => conditionsOf(o.conditions), 32),
    column('restrictions', (o) => joined(o.restrictions.map(({ asWritten }) => asWritten)), 32),
    column('money', (o) => joined(o.money.map(({ asWritten }) => asWritten)), 24),
    column('life', (o) => o.life?.stage ?? null, 12),
    column('from', (o) => dated(o)?.from ?? null, 12),
    column('to', (o) => dated(o)?.to ?? null, 12),
    column('why', (o) => joined(o.dues.map(why)), 48),
    column('continuing', (o) => o.continuing, 10),
    column('status', (o) => o.status, 16),
    column('certainty', (o) => o.certainty, 10),
    column('id', (o) => o.id, 32),
  ]
  return tableOf('obligations', columns, obligations)
}

/** What is due at a session as a table: the columns of `resolute due`. */
export function dueTable(entries: readonly DueEntry[]): Table {
  const columns: readonly Column<DueEntry>[] = [
    column('unit', (e) => e.unit, 24),
    column('path', (e) => e.path, 8),
    column('kind', (e) => e.kind, 8),
    column('actor', (e) => e.actor, 32),
    column('subject', (e) => e.subject, 48),
    column('toWhom', (e) => e.toWhom, 32),
    column('from', (e) => e.due.from, 10),
    column('to', (e) => e.due.to, 10),
    column('why', (e) => e.due.why, 60),
    column('status', (e) => e.status, 16),
    column('mandate', (e) => e.mandate, 32),
  ]
  return tableOf('due', columns, entries)
}

/** The same for a terminal: unit, paragraph, who, what, to whom, when. */
export function shortDueTable(entries: readonly DueEntry[]): Table {
  const when = ({ from, to }: DueEntry['due']) =>
    say(from === to ? 'mandates.days.one' : 'mandates.days.several', { from: Date.parse(from), to: Date.parse(to) })
  const columns: readonly Column<DueEntry>[] = [
    column('unit', (e) => e.unit, 24),
    column('path', (e) => e.path, 8),
    column('actor', (e) => e.actor, 30),
    column('subject', (e) => e.subject, 44),
    column('toWhom', (e) => e.toWhom, 30),
    column('when', (e) => when(e.due), 30),
  ]
  return tableOf('due', columns, entries)
}
