import type { Clause } from '@resolute/reader'
import { Facts, Tag, useWords } from '#web'
import type { Sureness } from '../sureness.ts'
import styles from './clause-reading.module.css'
import { isPerson } from './is-person.ts'

interface Props {
  readonly clause: Clause
  readonly sure: Sureness
  readonly number: number
  readonly of: number
}

/** One clause as written beside as understood, with the rule that decided and how sure it is. */
export function ClauseReading({ clause, sure, number, of }: Props) {
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
            isPerson(clause.by) ? (
              words('reading.a-person')
            ) : (
              <>
                <code>{clause.by}</code>{' '}
                {words('reading.certainty', {
                  sure: words(`mandates.sureness.${sure}`),
                  certainty: clause.certainty,
                })}
                {clause.doubts?.map((doubt) => (
                  <div key={doubt}>
                    <Tag tone="warn">{words(`mandates.doubt.${doubt}`)}</Tag>
                  </div>
                ))}
              </>
            ),
          ],
        ]}
      />
    </div>
  )
}
