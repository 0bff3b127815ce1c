import type { Force } from '@resolute/reader'
import type { Obligation } from '#modules/mandates'
import { Citation, DataTable, mandateAddress, useWords } from '#web'
import styles from './ask-table.module.css'
import { DueDates } from './due-dates.tsx'

export type AskRow = Obligation & { readonly reasons: readonly string[] }

/** From what binds or presses most to what may be left aside. */
const strengths: readonly (readonly Force[])[] = [
  ['decision', 'request'],
  ['call'],
  ['recommendation'],
  ['recognition'],
]

/** What one actor is asked, by how strongly it is asked where that matters to the reader. */
export function AskTable({ rows, by }: { readonly rows: readonly AskRow[]; readonly by: boolean }) {
  const words = useWords()
  const groups = by
    ? strengths.map((forces) => ({ key: forces[0]!, rows: rows.filter((row) => forces.includes(row.force)) }))
    : [{ key: 'all', rows }]
  return groups
    .filter((group) => group.rows.length > 0)
    .map((group) => (
      <div key={group.key} className={styles.group}>
        <DataTable
          caption={words(`actor.caption.${group.key}`, { count: group.rows.length })}
          rows={group.rows}
          keyOf={(row) => row.id}
          columns={[
            {
              key: 'action',
              title: words('register.column.action'),
              wide: true,
              heads: true,
              cell: (row) => <a href={mandateAddress(row.mandate)}>{row.action}</a>,
            },
            { key: 'force', title: words('register.column.force'), cell: (row) => words(`force.${row.force}`) },
            {
              key: 'conditions',
              title: words('register.column.conditions'),
              cell: (row) => row.conditions.map((condition) => condition.asWritten).join('; ') || '–',
            },
            {
              key: 'due',
              title: words('register.column.due'),
              cell: (row) => <DueDates dues={row.dues} reasons={row.reasons} />,
            },
            { key: 'paragraph', title: words('register.column.paragraph'), cell: (row) => <Citation place={row} /> },
            { key: 'status', title: words('due.column.status'), cell: (row) => words(`status.${row.status}`) },
          ]}
        />
      </div>
    ))
}
