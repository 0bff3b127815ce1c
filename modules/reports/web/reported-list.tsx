import type { Reported } from '#modules/reports'
import { Day, directionOf, useWords } from '#web'
import styles from './report.module.css'

/** What each actor reported, in its own words and language, with its evidence. */
export function ReportedList({ reported }: { readonly reported: readonly Reported[] }) {
  const words = useWords()
  if (reported.length === 0) return null
  return (
    <ul className={styles.reported}>
      {reported.map((said) => (
        <li key={`${said.obligation} ${said.actor}`}>
          <p>
            <a href={said.address}>{said.actorName}</a>{' '}
            <span className={styles.said}>
              {words(`status.${said.status}`)}, <Day date={said.asOf} />
              {said.onBehalf && ` ${words('report.on-behalf')}`}
            </span>
          </p>
          <p lang={said.language} dir={directionOf(said.language)}>
            {said.narrative}
          </p>
          {said.reason && (
            <p>
              {words('report.reason')}{' '}
              <span lang={said.language} dir={directionOf(said.language)}>
                {said.reason}
              </span>
            </p>
          )}
          {said.evidence.length > 0 && (
            <p>
              {words('report.evidence')}{' '}
              {said.evidence.map(({ title, address }, i) => (
                <span key={address}>
                  {i > 0 && words('report.separator')}
                  <a href={address}>{title}</a>
                </span>
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
