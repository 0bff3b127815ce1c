import type { DueEntry } from '#modules/mandates'
import { actorAddress, Citation, DataTable, mandateAddress, paragraphAddress, useWords } from '#web'
import styles from './due-table.module.css'

export interface DueRow extends DueEntry {
  readonly actorId: string | null
  /** Title of the text it stands in: "the implementation of the present resolution" says nothing without. */
  readonly unitTitle: string | null
}

/** What is due at one session: reports first, then events, then everything else, each with its paragraph and why. */
export function DueTable({ entries }: { readonly entries: readonly DueRow[] }) {
  const words = useWords()
  const groups = (['report', 'event', 'other'] as const)
    .map((kind) => ({ kind, rows: entries.filter((entry) => entry.kind === kind) }))
    .filter(({ rows }) => rows.length > 0)
  return groups.map(({ kind, rows }) => (
    <div key={kind} className={styles.group}>
      <DataTable
        caption={words(`due.kind.${kind}`, { count: rows.length })}
        rows={rows}
        keyOf={(row) => row.obligation}
        columns={[
          {
            key: 'subject',
            title: words('due.column.subject'),
            heads: true,
            wide: true,
            cell: (row) => (
              <>
                <a className={styles.subject} href={mandateAddress(row.mandate)}>
                  {row.subject}
                </a>
                {row.unitTitle && <span className={styles.unit}>{row.unitTitle}</span>}
              </>
            ),
          },
          {
            key: 'actor',
            title: words('due.column.actor'),
            cell: (row) => (row.actorId ? <a href={actorAddress(row.actorId)}>{row.actor}</a> : row.actor),
          },
          { key: 'to', title: words('due.column.to'), cell: (row) => row.toWhom ?? '–' },
          {
            key: 'paragraph',
            title: words('due.column.paragraph'),
            cell: (row) => (
              <a href={paragraphAddress(row)}>
                <Citation place={row} />
              </a>
            ),
          },
          {
            key: 'why',
            title: words('due.column.why'),
            cell: (row) => <span className={styles.why}>{row.due.why}</span>,
          },
          { key: 'status', title: words('due.column.status'), cell: (row) => words(`status.${row.status}`) },
        ]}
      />
    </div>
  ))
}
