import {
  type ActionProps,
  Downloads,
  type LoaderInput,
  Notice,
  PageHead,
  PageLinks,
  type PageProps,
  Section,
  useWords,
} from '#web'
import { Said, saidIn } from './localised.tsx'
import marking from './marking/start.ts?worker&url'
import styles from './replies.module.css'
import { actOnReplies, replyActs } from './replies-action.ts'
import { Counted, Named } from './replies-counted.tsx'
import { loadReplies, type RepliesData } from './replies-loader.ts'
import { Reply } from './reply.tsx'

export const handle = { acts: replyActs }

export const loader = (input: LoaderInput) => loadReplies(input)

export const action = (input: LoaderInput) => actOnReplies(input)

const saids: readonly string[] = ['mark-passage', 'unmark-passage']

/** What was answered to one question, side by side. */
export default function RepliesPage({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { call, question, number, of, replies, noted, silent, said, mayMark, query, nextPage } = loaderData
  const label = saidIn(question.label, words.language.slice(0, 2))
  return (
    <article>
      <PageHead
        kicker={
          <>
            <a href={`/calls/${call.id}`}>
              <Said text={call.subject} />
            </a>{' '}
            {number !== null && <>· {words('replies.number', { number, of })}</>}
          </>
        }
        title={label?.words ?? question.id}
      />
      <Neighbours data={loaderData} keys />
      {mayMark && (
        <p className={styles.quiet} data-keys hidden>
          <label>
            <input type="checkbox" /> {words('replies.keys')}
          </label>
        </p>
      )}
      {said !== null && saids.includes(said) && <Notice>{words(`replies.said.${said}`)}</Notice>}
      <Counted data={loaderData} />
      {replies.length > 0 && (
        <Section id="replies" title={words('replies.replies')} aside={<FindingsLink data={loaderData} />}>
          <ul className={styles.columns}>
            {replies.map((reply) => (
              <Reply key={reply.submission} reply={reply} data={loaderData} refused={actionData ?? null} />
            ))}
          </ul>
        </Section>
      )}
      {noted.length > 0 && (
        <Section id="noted" title={words('replies.noted')}>
          <p>{words('replies.noted-note')}</p>
          {(['no_information', 'not_applicable'] as const).map((note) => {
            const own = noted.filter(({ answer }) => answer?.kind === 'note' && answer.note === note)
            return (
              own.length > 0 && (
                <p key={note}>
                  {words(`answer.note.${note}`)}: <Named call={call.id} question={question.id} rows={own} />
                </p>
              )
            )
          })}
        </Section>
      )}
      {silent.length > 0 && (
        <Section id="silent" title={words('replies.silent')}>
          <p>{words('replies.silent-note')}</p>
          <p>
            <Named call={call.id} question={question.id} rows={silent} />
          </p>
        </Section>
      )}
      <PageLinks at={`/calls/${call.id}/replies/${question.id}`} asked={new URLSearchParams(query)} next={nextPage} />
      <Neighbours data={loaderData} />
      <Downloads
        label={words('shell.download')}
        links={[
          { href: `/api/v1/calls/${call.id}/questions/${question.id}/replies?limit=500`, text: 'JSON' },
          {
            href: `/api/v1/calls/${call.id}/table?format=csv&language=${loaderData.language}`,
            text: words('replies.all', { format: 'CSV' }),
          },
          {
            href: `/api/v1/calls/${call.id}/table?format=xlsx&language=${loaderData.language}`,
            text: words('replies.all', { format: 'XLSX' }),
          },
        ]}
      />
      {mayMark && <script type="module" src={marking} />}
    </article>
  )
}

function FindingsLink({ data: { call } }: { readonly data: RepliesData }) {
  const words = useWords()
  return <a href={`/calls/${call.id}/findings`}>{words('findings.title')}</a>
}

/** The questions before and after, by link, and by the keys K and J where scripts run. */
function Neighbours({
  data: { call, before, next },
  keys = false,
}: {
  readonly data: RepliesData
  readonly keys?: boolean
}) {
  const words = useWords()
  const links = (
    <>
      {before && (
        <a rel="prev" data-key={keys ? 'k' : undefined} href={`/calls/${call.id}/replies/${before.question}`}>
          {words('replies.before', { label: before.label })}
        </a>
      )}
      {next && (
        <a rel="next" data-key={keys ? 'j' : undefined} href={`/calls/${call.id}/replies/${next.question}`}>
          {words('replies.next', { label: next.label })}
        </a>
      )}
    </>
  )
  if (!keys) return <p className={styles.neighbours}>{links}</p>
  return (
    <nav className={styles.neighbours} aria-label={words('replies.neighbours')}>
      {links}
    </nav>
  )
}
