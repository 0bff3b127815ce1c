import {
  actorAddress,
  Day,
  Downloads,
  Facts,
  Instant,
  type LoaderInput,
  languageName,
  Notice,
  PageHead,
  type PageProps,
  Section,
  useWords,
} from '#web'
import { AnswerWords } from './answer-words.tsx'
import { Said, saidIn } from './localised.tsx'
import styles from './replies.module.css'
import { loadSubmission, type SubmissionData } from './submission-loader.ts'

export const loader = (input: LoaderInput) => loadSubmission(input)

/** What one of those invited sent, question by question as it was said. */
export default function SubmissionPage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { call, name, hidden, submission, signedIn } = loaderData
  return (
    <article className={styles.page}>
      <PageHead
        kicker={
          <>
            <a href={`/calls/${call.id}`}>
              <Said text={call.subject} />
            </a>{' '}
            · <a href={`/calls/${call.id}/coverage`}>{words('coverage.short')}</a>
          </>
        }
        title={words('submission.title', { name })}
      />
      {hidden !== null && (
        <Notice title={words(hidden === 'withdrawn' ? 'submission.withdrawn' : 'submission.hidden')}>
          <p>{words(hidden === 'withdrawn' ? 'submission.withdrawn-note' : 'submission.hidden-note')}</p>
          {!signedIn && hidden !== 'withdrawn' && <p>{words('submission.hidden-sign-in')}</p>}
        </Notice>
      )}
      {submission && <Sent data={loaderData} submission={submission} />}
    </article>
  )
}

type Shown = NonNullable<SubmissionData['submission']>

function Sent({ data, submission }: { readonly data: SubmissionData; readonly submission: Shown }) {
  const words = useWords()
  const { call, n, sections, numbers, history } = data
  const files = `/api/v1/calls/${call.id}/submissions/${n}/files`
  return (
    <>
      {submission.state !== 'standing' && (
        <Notice title={words(`submission.state.${submission.state}`)}>
          {submission.state === 'replaced' && (
            <p>
              <a href={`/calls/${call.id}/submissions/${n}`}>{words('submission.newest')}</a>
            </p>
          )}
          {submission.withdrawn && (
            <p>
              <Instant at={submission.withdrawn.at} />
              {submission.withdrawn.reason && <>: {submission.withdrawn.reason}</>}
            </p>
          )}
        </Notice>
      )}
      <About data={data} submission={submission} />
      {sections.map((section) => (
        <Section key={section.id} id={section.id} title={<Said text={section.title} />}>
          {section.questions.map((question) => (
            <section key={question.id} id={question.id} className={styles.said} aria-labelledby={`l-${question.id}`}>
              <h3 id={`l-${question.id}`}>
                <span className={styles.number}>{numbers[question.id]}.</span> <Said text={question.label} />
              </h3>
              <AnswerWords question={question} answer={submission.answers[question.id] ?? null} files={files} />
              <p className={styles.quiet}>
                <a href={`/calls/${call.id}/replies/${question.id}`}>
                  {words('submission.others')}
                  <span className={styles.unseen}> {saidIn(question.label, words.language.slice(0, 2))?.words}</span>
                </a>
              </p>
            </section>
          ))}
        </Section>
      ))}
      {submission.original && (
        <Section id="original" title={words('submission.original')}>
          <p>
            <a href={`${files}/${submission.original.sha256}`} download>
              <bdi>{submission.original.name}</bdi>
            </a>{' '}
            <span className={styles.quiet}>{words('answer.size', { size: sizeOf(submission.original.size) })}</span>
          </p>
        </Section>
      )}
      {history.length > 1 && (
        <Section id="history" title={words('submission.history')}>
          <ol>
            {history.map(({ number, at, state }) => (
              <li key={number}>
                <a
                  href={`/calls/${call.id}/submissions/${n}?number=${number}`}
                  aria-current={number === submission.number ? 'page' : undefined}
                >
                  {words('submission.number', { number })}
                </a>
                , <Instant at={at} />: {words(`submission.state.${state}`)}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Downloads
        label={words('shell.download')}
        links={[{ href: `/api/v1/calls/${call.id}/submissions/${n}?number=${submission.number}`, text: 'JSON' }]}
      />
    </>
  )
}

const sizeOf = (bytes: number): number => Math.max(1, Math.round(bytes / 1000))

/** Who sent it, when, in which language, for whom, and how to cite it. */
function About({ data, submission }: { readonly data: SubmissionData; readonly submission: Shown }) {
  const words = useWords()
  const { call, name, actor, address } = data
  const subject = saidIn(call.subject, words.language.slice(0, 2))?.words ?? call.id
  const facts = { name, subject, call: <bdi key="c">{call.id}</bdi>, number: <bdi key="n">{submission.id}</bdi> }
  return (
    <Facts
      rows={[
        [
          words('submission.fact.by'),
          actor === null ? (
            name
          ) : (
            <a key="by" href={actorAddress(actor)}>
              {name}
            </a>
          ),
        ],
        [
          words('submission.fact.at'),
          <>
            <Instant at={submission.at} />
            {submission.late && <> · {words('submission.late')}</>}
          </>,
        ],
        [words('submission.fact.language'), languageName(submission.language)],
        [words('submission.fact.visibility'), words(`submissions.visibility.${submission.visibility}`)],
        [
          words('submission.fact.channel'),
          <>
            {words(`submissions.receipt.channel.${submission.channel}`)}
            {submission.onBehalf && submission.channel !== 'office' && <> · {words('submission.on-behalf')}</>}
          </>,
        ],
        [
          words('submission.fact.number'),
          <>
            <bdi>{submission.id}</bdi>
            {submission.number > 1 && <> · {words('submission.corrects', { number: submission.number })}</>}
          </>,
        ],
        [
          words('submission.fact.cite'),
          words.rich('submission.cite', {
            ...facts,
            day: <Day key="d" date={submission.at} />,
            address: <bdi key="a">{address}</bdi>,
          }),
        ],
      ]}
    />
  )
}
