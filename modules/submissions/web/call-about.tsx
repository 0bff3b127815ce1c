import {
  actorAddress,
  Citation,
  Day,
  directionOf,
  Facts,
  mandateAddress,
  Notice,
  Period,
  Section,
  SessionName,
  sessionAddress,
  useWords,
} from '#web'
import type { CallData } from './call-loader.ts'
import styles from './calls.module.css'
import { Said, saidIn } from './localised.tsx'

/** What is asked, by whom, ordered by which paragraph, by when and what for. */
export function CallAbout({ data }: { readonly data: CallData }) {
  const words = useWords()
  const { call, caller, mandate, moved, due, today } = data
  const { introduction, anchor, report, deadline, contact } = call.words
  const passed = deadline !== null && deadline < today
  // What a call is introduced with may hold the paragraph already.
  const said = saidIn(introduction, words.language.slice(0, 2))?.words ?? ''
  const quoted = mandate !== null && said.includes(mandate.text.slice(0, 120))
  return (
    <Section id="about" title={words('calls.about')}>
      <p className={styles.said}>
        <Said text={introduction} />
      </p>
      {mandate && anchor && !quoted && (
        <blockquote className={styles.quote} lang={mandate.language} dir={directionOf(mandate.language)}>
          <p>{mandate.text}</p>
        </blockquote>
      )}
      <Facts
        rows={[
          ...(caller
            ? [
                [
                  words('calls.fact.caller'),
                  <a key="c" href={actorAddress(caller.id)}>
                    {caller.name}
                  </a>,
                ] as const,
              ]
            : []),
          [
            words('calls.fact.ordered'),
            anchor === null ? (
              words('calls.freely')
            ) : mandate ? (
              <a key="o" href={mandateAddress(mandate.id)}>
                <Citation place={anchor} />
              </a>
            ) : (
              <Citation key="o" place={anchor} />
            ),
          ],
          ...(deadline
            ? [
                [
                  words('calls.fact.deadline'),
                  <>
                    <strong key="d">
                      <Day date={deadline} />
                    </strong>
                    {due && (
                      <p className={styles.about}>
                        {words.rich('calls.report-due', {
                          by: <Day key="b" date={due.reportBy} />,
                          starts: <Day key="s" date={due.starts} />,
                        })}
                      </p>
                    )}
                    {call.state === 'open' && passed && <p className={styles.about}>{words('calls.late-taken')}</p>}
                    {call.state === 'closed' && <p className={styles.about}>{words('calls.closed-note')}</p>}
                  </>,
                ] as const,
              ]
            : []),
          ...(report
            ? [
                [
                  words('calls.fact.report'),
                  <a key="r" href={sessionAddress(report.body, report.session)}>
                    <SessionName body={report.body} number={report.session} />
                  </a>,
                ] as const,
              ]
            : []),
          ...(contact
            ? [
                [
                  words('calls.fact.contact'),
                  <a key="m" href={`mailto:${contact}`}>
                    {contact}
                  </a>,
                ] as const,
              ]
            : []),
        ]}
      />
      {moved && (
        <Notice title={words('calls.session-moved')}>
          <p>{words.rich('calls.moved-to', { days: <Period key="p" from={moved.to.from} to={moved.to.to} /> })}</p>
          {moved.later && data.office && (
            <p>
              {words.rich('calls.may-extend', {
                day: <Day key="d" date={moved.later} />,
                link: (text) => <a href={`/calls/${call.id}/invitations`}>{text}</a>,
              })}
            </p>
          )}
        </Notice>
      )}
    </Section>
  )
}
