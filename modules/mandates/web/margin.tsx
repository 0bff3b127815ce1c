import { actorAddress, Tag, useWords } from '#web'
import { DueDates } from './due-dates.tsx'
import styles from './margin.module.css'
import type { Ask, Reading } from './reading-of.ts'

interface MarginProps {
  readonly reading: Reading
  readonly address: string
  /** Address of its line of descent. */
  readonly line: string
}

/** What was understood of a paragraph, beside it: who is asked what, on what conditions, by when and why then. */
export function Margin({ reading, address, line }: MarginProps) {
  const words = useWords()
  if (reading.clauses.length === 0 && reading.state !== 'no-mandate') return null
  const silent = reading.asks.length === 0
  return (
    <aside className={styles.margin} aria-label={words('reading.of', { path: reading.path })}>
      {silent ? (
        <p className={styles.silent}>
          {reading.state === 'no-mandate'
            ? words('reading.no-mandate')
            : words('reading.asks-nothing', { force: reading.clauses[0]?.force ?? 'recognition' })}
        </p>
      ) : (
        <ul className={styles.asks}>
          {reading.asks.map((ask) => (
            <li key={ask.id} className={styles.ask}>
              <AskLines ask={ask} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.more}>
        <a href={address}>{words(silent ? 'reading.look' : 'reading.open')}</a>{' '}
        <a href={line}>{words('mandate.line')}</a>
      </p>
    </aside>
  )
}

export function AskLines({ ask }: { readonly ask: Ask }) {
  const words = useWords()
  return (
    <>
      <p>
        {ask.actor ? (
          <a className={styles.actor} href={actorAddress(ask.actor)}>
            {ask.actorName}
          </a>
        ) : (
          <span className={styles.actor}>{ask.actorName}</span>
        )}{' '}
        <Tag tone="quiet">{words(`asked.${ask.force}`)}</Tag>
        {ask.kind !== 'other' && (
          <>
            {' '}
            <Tag>{words(`kind.${ask.kind}`)}</Tag>
          </>
        )}
        {ask.continuing && (
          <>
            {' '}
            <Tag tone="quiet">{words('reading.continuing')}</Tag>
          </>
        )}
      </p>
      {ask.toWhom.length > 0 && <p className={styles.line}>{words('reading.to', { names: words.list(ask.toWhom) })}</p>}
      {ask.conditions.length > 0 && (
        <p className={styles.line}>
          {words('reading.conditions', {
            conditions: words.list(ask.conditions.map((text) => words('reading.quoted', { text }))),
          })}
        </p>
      )}
      <div className={styles.line}>
        <DueDates dues={ask.dues} reasons={ask.reasons} open />
      </div>
      <p className={styles.rule}>
        {ask.person ? (
          words('reading.by-person')
        ) : (
          <>
            {ask.sure !== 'sure' && <Tag tone="warn">{words('reading.to-check')}</Tag>}{' '}
            {words('reading.by', {
              rule: ask.by,
              sure: words(`mandates.sureness.${ask.sure}`),
              certainty: ask.certainty,
            })}
          </>
        )}
      </p>
    </>
  )
}
