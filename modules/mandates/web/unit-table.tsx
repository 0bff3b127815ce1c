import type { OutlineTable } from '@resolute/reader'
import { useWords } from '#web'
import styles from './unit-table.module.css'

const figure = /^[\s(–-]*[\d  ,.]+\)?$/

/** A table of the text. Its cells are as written; cells that are figures stand under each other. */
export function UnitTable({ table }: { readonly table: OutlineTable }) {
  const words = useWords()
  const [head = [], ...rows] = table.rows
  const title = table.title ?? words('document.table')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section className={styles.frame} tabIndex={0} aria-label={title}>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {head.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of a text do not move
              <th key={i} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a text do not move
            <tr key={r}>
              {cells.map((cell, i) =>
                i === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <th key={i} scope="row">
                    {cell}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <td key={i} className={figure.test(cell) ? styles.figure : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
