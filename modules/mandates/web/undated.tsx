import { Section, useWords } from '#web'
import styles from './undated.module.css'

interface Props {
  readonly counts: readonly { readonly reason: string; readonly count: number }[]
  readonly asOf: string
}

/** What has no date, counted by the reason; each figure leads to its list. */
export function Undated({ counts, asOf }: Props) {
  const words = useWords()
  if (counts.length === 0) return null
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <Section
      id="undated"
      title={words('due.undated.title')}
      aside={<a href={`/register?dated=no&as-of=${asOf}`}>{words('due.undated.all', { count: total })}</a>}
    >
      <p className={styles.lede}>{words('due.undated.lede')}</p>
      <ul className={styles.list}>
        {counts.map(({ reason, count }) => (
          <li key={reason}>
            <a
              className={styles.count}
              href={`/register?reason=${reason}&as-of=${asOf}`}
              aria-label={words('due.undated.one', { count, reason: words(`undated.${reason}`) })}
            >
              {count}
            </a>{' '}
            {words(`undated.${reason}`)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
