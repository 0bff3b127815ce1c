import type { ReportEntry } from '#modules/reports'
import { Facts, useWords } from '#web'
import styles from './report.module.css'

/** One entry per paragraph due, by the text that asks for it, numbered on from the introduction. */
export function ReportEntries({ entries }: { readonly entries: readonly ReportEntry[] }) {
  const words = useWords()
  const units = [...new Map(entries.map((entry) => [`${entry.document} ${entry.unit}`, entry])).entries()]
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{words('report.entries')}</h2>
      {units.map(([key, first]) => (
        <section key={key} className={styles.unit}>
          <h3>{first.unitTitle ? `${first.unit}: ${first.unitTitle}` : first.unit}</h3>
          {entries
            .filter((entry) => `${entry.document} ${entry.unit}` === key)
            .map((entry) => (
              <div key={entry.mandate} className={styles.entry} id={`entry-${entry.number}`}>
                <p className={styles.numbered}>
                  <span>{entry.number}.</span>
                  <span>
                    <a href={entry.address}>{entry.citation}</a>
                    {': '}
                    {entry.text}
                  </span>
                </p>
                <Facts
                  rows={[
                    [words('report.column.action'), entry.actionRequired],
                    [words('report.column.addressees'), entry.addressees.join('; ')],
                    ...(entry.conditions.length > 0
                      ? [[words('report.column.conditions'), entry.conditions.join('; ')] as const]
                      : []),
                    [words('report.column.due'), entry.due],
                    [words('report.column.status'), entry.status],
                    ...(entry.resources ? [[words('report.column.resources'), entry.resources] as const] : []),
                  ]}
                />
              </div>
            ))}
        </section>
      ))}
    </section>
  )
}
