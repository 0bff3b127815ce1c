import type { UndatedEntry } from '#modules/reports'
import { useWords } from '#web'
import styles from './report.module.css'

/** What had no date, by the reason why; folded, since it is long and nobody reads it first. */
export function ReportAnnex({ undated }: { readonly undated: readonly UndatedEntry[] }) {
  const words = useWords()
  if (undated.length === 0) return null
  const reasons = [...new Set(undated.map((entry) => entry.reason))]
  return (
    <section aria-labelledby="annex">
      <h2 id="annex">{words('report.annex')}</h2>
      {reasons.map((reason) => {
        const rows = undated.filter((entry) => entry.reason === reason)
        return (
          <details key={reason} className={styles.annex}>
            <summary>
              {words('report.annex-reason', { reason: words(`undated.${reason}`), count: rows.length })}
            </summary>
            <ul>
              {rows.map((entry) => (
                <li key={`${entry.mandate}-${entry.actor}-${entry.action}`}>
                  <a href={entry.address}>{words('shell.paragraph', { unit: entry.unit, path: entry.path })}</a>{' '}
                  {entry.actor}: {entry.action}
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </section>
  )
}
