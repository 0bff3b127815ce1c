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
              <Cell key={i} text={cell} heads="col" />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a text do not move
            <tr key={r}>
              {cells.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <Cell key={i} text={cell} heads={i === 0 ? 'row' : null} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A cell that heads a row or column says so; an empty one heads nothing. */
function Cell({ text, heads }: { readonly text: string; readonly heads: 'row' | 'col' | null }) {
  if (heads !== null && text.trim() !== '') return <th scope={heads}>{text}</th>
  return <td className={figure.test(text) ? styles.figure : undefined}>{text}</td>
}
