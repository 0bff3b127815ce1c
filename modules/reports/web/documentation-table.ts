import type { DocumentationEntry } from '#modules/reports'
import { type Cell, type Column, type Table, tableOf } from '#platform/tables'
import { speakFrom } from '#platform/words'
import messages from './messages/en.json' with { type: 'json' }

const say = speakFrom([messages])

const column = (
  key: string,
  value: (entry: DocumentationEntry) => Cell,
  width: number,
): Column<DocumentationEntry> => ({
  key,
  title: say(`documentation.table.${key}`),
  value,
  width,
})

/** What a session is to have before it, one row per document. */
export function documentationTable(entries: readonly DocumentationEntry[]): Table {
  return tableOf(
    'documentation',
    [
      column('item', (entry) => entry.agendaItem, 8),
      column('item_title', (entry) => entry.agendaTitle, 40),
      column('title', (entry) => entry.title, 60),
      column('genre', (entry) => entry.genre, 8),
      column('by', (entry) => entry.by, 24),
      column('rests_on', (entry) => entry.restsOn, 16),
      column('mandate', (entry) => entry.source?.mandate ?? null, 32),
    ],
    entries,
  )
}
