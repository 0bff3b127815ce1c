import type { Due } from '#modules/calendar'
import { Period, useWords } from '#web'
import styles from './due-dates.module.css'

interface Props {
  readonly dues: readonly Due[]
  /** The explanation of each date, in the same order. */
  readonly reasons: readonly string[]
  /** Whether the reasons stand open; else they are a tap or a key away. */
  readonly open?: boolean
  /** How many dates are shown before the rest is folded. */
  readonly most?: number
}

/** When something is due, or why it has no date. */
export function DueDates({ dues, reasons, open = false, most = 3 }: Props) {
  const words = useWords()
  const shown = dues.slice(0, most)
  return (
    <>
      <ul className={styles.list}>
        {shown.map((due, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a rendered page do not move
          <li key={i}>
            {due.state === 'dated' ? (
              <>
                {due.body && due.session !== null && (
                  <a
                    className={styles.session}
                    href={`/?body=${due.body}&session=${due.session}${due.part && due.part !== 'regular' ? `&part=${due.part}` : ''}`}
                  >
                    {words('session.short', {
                      body: due.body,
                      number: String(due.session),
                      part: due.part ?? 'regular',
                    })}
                  </a>
                )}{' '}
                <span className={styles.dates}>
                  <Period from={due.from} to={due.to} />
                </span>
              </>
            ) : (
              <span className={styles.none}>
                {open ? words('due.none', { why: reasons[i] }) : words(`undated.short.${due.reason}`)}
              </span>
            )}
            {open && due.state === 'dated' && <span className={styles.why}>{reasons[i]}</span>}
          </li>
        ))}
      </ul>
      {dues.length > most && <span className={styles.none}>{words('due.more', { count: dues.length - most })}</span>}
    </>
  )
}
