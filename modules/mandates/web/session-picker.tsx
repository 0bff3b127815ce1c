import { Period, useWords } from '#web'
import styles from './session-picker.module.css'

export interface DueSession {
  readonly body: string
  readonly session: number
  readonly part: string | null
  readonly from: string
  readonly to: string
  readonly count: number
}

interface Props {
  readonly sessions: readonly DueSession[]
  readonly chosen: DueSession
  readonly asOf: string
  readonly today: string
}

export function dueAddress(session: DueSession, asOf: string, today: string): string {
  const query = new URLSearchParams({ body: session.body, session: String(session.session) })
  if (session.part) query.set('part', session.part)
  if (asOf !== today) query.set('as-of', asOf)
  return `/?${query}`
}

/** The sessions at which anything is due, in order of time, with what lies behind the as-of date apart; and that date. */
export function SessionPicker({ sessions, chosen, asOf, today }: Props) {
  const words = useWords()
  const groups = [
    { id: 'past', rows: sessions.filter((session) => session.to < asOf) },
    { id: 'ahead', rows: sessions.filter((session) => session.to >= asOf) },
  ].filter((group) => group.rows.length > 0)
  return (
    <div className={styles.picker}>
      <form method="get" action="/" className={styles.clock}>
        <label htmlFor="as-of">{words('due.as-of')}</label>
        <input id="as-of" type="date" name="as-of" defaultValue={asOf} required />
        <input type="hidden" name="body" value={chosen.body} />
        <input type="hidden" name="session" value={chosen.session} />
        {chosen.part && <input type="hidden" name="part" value={chosen.part} />}
        <button type="submit">{words('shell.show')}</button>
      </form>
      <nav aria-label={words('due.sessions')} className={styles.groups}>
        {groups.map((group) => (
          <div key={group.id}>
            <h2 className={styles.title}>{words(`due.${group.id}`)}</h2>
            <ul className={styles.list}>
              {group.rows.map((session) => {
                const current =
                  session.body === chosen.body && session.session === chosen.session && session.part === chosen.part
                return (
                  <li key={`${session.body}-${session.session}-${session.part}`}>
                    <a href={dueAddress(session, asOf, today)} aria-current={current ? 'true' : undefined}>
                      <span className={styles.name}>
                        {words('session.short', {
                          body: session.body,
                          number: String(session.session),
                          part: session.part ?? 'regular',
                        })}
                      </span>
                      <span className={styles.dates}>
                        <Period from={session.from} to={session.to} />
                      </span>
                      <span className={styles.count}>{words('due.count', { count: session.count })}</span>
                    </a>
                  </li>
                )
              })}
            </ul>
          </div>
        ))}
      </nav>
    </div>
  )
}
