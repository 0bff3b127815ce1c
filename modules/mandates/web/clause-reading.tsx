import type { Clause } from '@resolute/reader'
import { Facts, Tag, useWords } from '#web'
import styles from './clause-reading.module.css'
import { certain } from './reading-of.ts'

interface Props {
  readonly clause: Clause
  readonly number: number
  readonly of: number
}

/** One clause as written beside as understood, with the rule that decided and how sure it is. */
export function ClauseReading({ clause, number, of }: Props) {
  const words = useWords()
  const quoted = (text: string | null) => (text === null ? words('reading.implied') : words('reading.quoted', { text }))
  return (
    <div className={styles.clause}>
      {of > 1 && <h3>{words('reading.clause', { number, of })}</h3>}
      <Facts
        rows={[
          [
            words('reading.verb'),
            <>
              {quoted(clause.verb)} → {words(`force.${clause.force}`)}
              {clause.inherited && ` (${words('reading.inherited')})`}
            </>,
          ],
          [
            words('reading.addressees'),
            clause.addressees.length === 0
              ? words('reading.nobody')
              : clause.addressees.map((addressee) => (
                  <div key={`${addressee.name}-${addressee.asWritten}`}>
                    {quoted(addressee.asWritten)} → {addressee.name} ({words(`class.${addressee.class}`)})
                  </div>
                )),
          ],
          [words('reading.action'), quoted(clause.action)],
          [
            words('reading.condition-list'),
            clause.conditions.length === 0
              ? words('reading.none')
              : clause.conditions.map((condition) => (
                  <div key={condition.asWritten}>
                    {quoted(condition.asWritten)} → {words(`condition.${condition.class}`)}
                  </div>
                )),
          ],
          [
            words('reading.time'),
            clause.due.kind === 'none' ? (
              words('reading.none')
            ) : (
              <>
                {quoted(clause.due.asWritten)} → {words(`time.${clause.due.kind}`)}
                {clause.due.body && `, ${clause.due.body}`}
                {clause.due.session !== null && ` ${clause.due.session}`}
                {clause.due.date && `, ${clause.due.date}`}
              </>
            ),
          ],
          [
            words('reading.report'),
            clause.reporting.is_report
              ? words('reading.report-line', {
                  who: clause.reporting.who ?? words('reading.unnamed'),
                  to: clause.reporting.to_whom ?? words('reading.unnamed'),
                  on: clause.reporting.on_what ?? words('reading.unnamed'),
                })
              : words('reading.no'),
          ],
          [
            words('reading.decided'),
            <>
              <code>{clause.by}</code> {words('reading.certainty', { certainty: clause.certainty })}{' '}
              {clause.certainty < certain && <Tag tone="warn">{words('reading.to-check')}</Tag>}
            </>,
          ],
        ]}
      />
    </div>
  )
}
