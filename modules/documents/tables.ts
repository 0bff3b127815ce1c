import { type Column, type Table, tableOf } from '#platform/tables'
import { speakFrom } from '#platform/words'
import type { Document } from './document.ts'
import english from './messages/en.json' with { type: 'json' }

const say = speakFrom([english])

/** The documents as a table for CSV and XLSX. */
export function documentsTable(documents: readonly Document[]): Table {
  const titled = (column: Omit<Column<Document>, 'title'>) => ({
    ...column,
    title: say(`documents.column.${column.key}`),
  })
  const columns: readonly Column<Document>[] = [
    titled({ key: 'id', value: (row) => row.id, width: 24 }),
    titled({ key: 'title', value: (row) => row.title, width: 60 }),
    titled({ key: 'adopted', value: (row) => row.adopted, width: 12 }),
    titled({ key: 'session', value: ({ session }) => session && `${session.body}/${session.number}` }),
    titled({ key: 'units', value: (row) => row.units, width: 8 }),
    titled({ key: 'paragraphs', value: (row) => row.paragraphs, width: 12 }),
    titled({ key: 'version', value: (row) => row.version, width: 8 }),
    titled({ key: 'importedAt', value: (row) => row.importedAt, width: 24 }),
  ]
  return tableOf('documents', columns, documents)
}
