import type { ReactNode } from 'react'
import styles from './data-table.module.css'

export interface ColumnOf<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** The cell that names the row for a screen reader. */
  readonly heads?: boolean
  readonly numeric?: boolean
  readonly wide?: boolean
  /** Address that sorts by this column. */
  readonly sortBy?: string
  readonly sorted?: boolean
}

interface Props<Row> {
  /** Words only: a link in a caption is lost to some screen readers. */
  readonly caption: string
  /** Said to screen readers only, where a heading above says the same to the eye. */
  readonly hideCaption?: boolean
  readonly columns: readonly ColumnOf<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

/**
 * A table people compare in. On a narrow screen each row becomes a block with its column names beside the values;
 * the roles are spelled out, because a changed `display` takes them away in some browsers.
 */
export function DataTable<Row>({ caption, hideCaption = false, columns, rows, keyOf }: Props<Row>) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table className={styles.table} role="table">
      <caption className={hideCaption ? styles.unseen : styles.caption}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              className={column.numeric ? styles.numeric : undefined}
              aria-sort={column.sorted ? 'ascending' : undefined}
            >
              {column.sortBy && !column.sorted ? <a href={column.sortBy}>{column.title}</a> : column.title}
              {column.sorted && <span aria-hidden="true"> ↓</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => {
              const className = [column.numeric && styles.numeric, column.wide && styles.wide].filter(Boolean).join(' ')
              const content = (
                <>
                  <span className={styles.label} aria-hidden="true">
                    {column.title}
                  </span>
                  <span className={styles.value}>{column.cell(row)}</span>
                </>
              )
              return column.heads ? (
                <th key={column.key} scope="row" role="rowheader" className={className || undefined}>
                  {content}
                </th>
              ) : (
                <td key={column.key} role="cell" className={className || undefined}>
                  {content}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}
