import type { Force } from '@resolute/reader'
import type { ReactNode } from 'react'
import type { Obligation } from '#modules/mandates'
import { Citation, type ColumnOf, DataTable, mandateAddress, useWords } from '#web'
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

/** What may be left aside is folded, so that what is asked stands on one screen; it opens with a key or a tap. */
const folded: ReadonlySet<string> = new Set(['recommendation', 'recognition'])

/** What one actor is asked, by how strongly it is asked where that matters to the reader. */
export function AskTable({ rows, by }: { readonly rows: readonly AskRow[]; readonly by: boolean }) {
  const words = useWords()
  const force: ColumnOf<AskRow> = {
    key: 'force',
    title: words('register.column.force'),
    cell: (row) => words(`force.${row.force}`),
  }
  const groups = by
    ? strengths.map((forces) => ({ key: forces[0]!, rows: rows.filter((row) => forces.includes(row.force)) }))
    : [{ key: 'all', rows }]
  return groups
    .filter((group) => group.rows.length > 0)
    .map((group) => (
      <Group
        key={group.key}
        title={words(`actor.caption.${group.key}`, { count: group.rows.length })}
        folded={folded.has(group.key)}
      >
        <DataTable
          caption={words(`actor.caption.${group.key}`, { count: group.rows.length })}
          hideCaption={folded.has(group.key)}
          rows={group.rows}
          keyOf={(row) => row.id}
          columns={[
            {
              key: 'action',
              title: words('register.column.action'),
              wide: true,
              heads: true,
              cell: (row) => <a href={mandateAddress(row.mandate)}>{row.act}</a>,
            },
            ...(by ? [] : [force]),
            {
              key: 'conditions',
              title: words('register.column.conditions'),
              cell: (row) =>
                words.list(row.conditions.map(({ asWritten }) => words('reading.quoted', { text: asWritten }))) || '–',
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
      </Group>
    ))
}

function Group({ title, folded, children }: { title: string; folded: boolean; children: ReactNode }) {
  if (!folded) return <div className={styles.group}>{children}</div>
  return (
    <details className={styles.group}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
