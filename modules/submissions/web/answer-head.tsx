import { Citation, Day, directionOf, Facts, languageName, mandateAddress, Notice, PageHead, useWords } from '#web'
import styles from './answer.module.css'
import type { AnswerData } from './answer-loader.ts'
import { Said, saidIn } from './localised.tsx'

/** Who asks for what and why, for whom one answers, by when, and how far it is. */
export function AnswerHead({ data }: { readonly data: AnswerData }) {
  const words = useWords()
  const { call, invitation, name, form, progress, step } = data
  const said = saidIn(call.words.subject, words.language.slice(0, 2))
  const { anchor } = call.words
  return (
    <>
      <PageHead
        kicker={
          <a href={`/calls/${call.id}`}>{words.rich('answer.kicker', { call: <bdi key="call">{call.id}</bdi> })}</a>
        }
        title={words(step === 'check' ? 'answer.title-check' : 'answer.title', { subject: said?.words ?? call.id })}
      >
        <p>
          <Said text={call.words.introduction} />
        </p>
      </PageHead>
      <Facts
        rows={[
          [words('answer.fact.for'), <strong key="for">{name}</strong>],
          ...(call.caller ? [[words('answer.fact.by'), call.caller] as const] : []),
          ...(anchor
            ? [
                [
                  words('answer.fact.why'),
                  <a
                    key="why"
                    href={mandateAddress(
                      `${anchor.unit === anchor.document ? anchor.document : `${anchor.document}#${anchor.unit}`}#${anchor.path}`,
                    )}
                  >
                    <Citation place={anchor} />
                  </a>,
                ] as const,
              ]
            : []),
          [words('answer.fact.deadline'), <Deadline key="deadline" data={data} />],
          [
            words('answer.fact.progress'),
            <span key="progress" id="progress">
              {words('answer.progress', { answered: progress.answered, asked: progress.asked })}
              {progress.missing > 0 && <>. {words('answer.missing', { count: progress.missing })}</>}
            </span>,
          ],
          ...(call.words.contact
            ? [
                [
                  words('answer.fact.contact'),
                  <a key="contact" href={`mailto:${call.words.contact}`}>
                    {call.words.contact}
                  </a>,
                ] as const,
              ]
            : []),
        ]}
      />
      {call.paragraph && (
        <details className={styles.act}>
          <summary>{words('answer.paragraph-text')}</summary>
          <blockquote
            className={styles.quote}
            lang={call.paragraph.language}
            dir={directionOf(call.paragraph.language)}
            aria-label={languageName(call.paragraph.language)}
          >
            {call.paragraph.text}
          </blockquote>
        </details>
      )}
      {call.state === 'closed' && (
        <Notice title={words('answer.closed')}>
          <p>{words('answer.closed-try')}</p>
        </Notice>
      )}
      {!invitation.stands && <Notice>{words('answer.taken-back')}</Notice>}
      {Object.keys(form.introduction).length > 0 && step === 'write' && (
        <p className={styles.intro}>
          <Said text={form.introduction} />
        </p>
      )}
    </>
  )
}

/** The day in words, and how far off it is; a day gone by is said kindly, since a late answer is still taken. */
function Deadline({ data: { invitation, daysLeft, call } }: { readonly data: AnswerData }) {
  const words = useWords()
  if (invitation.deadline === null || daysLeft === null) return words('answer.no-deadline')
  const open = call.state === 'open'
  return (
    <>
      <Day date={invitation.deadline} />
      {open && <> ({daysLeft < 0 ? words('answer.days-over') : words('answer.days-left', { count: daysLeft })})</>}
      {invitation.extended && <> – {words('answer.extended')}</>}
    </>
  )
}
