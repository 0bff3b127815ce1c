import {
  DataTable,
  Facts,
  Instant,
  type LoaderInput,
  Notice,
  notFound,
  PageHead,
  type PageProps,
  Section,
  Tag,
  turnedAway,
  useWords,
  visitOf,
  withFilters,
} from '#web'
import styles from './outbox.module.css'

export const handle = { opens: 'mail.read-outbox' }

const states = ['waiting', 'sent', 'failed'] as const
const pageLength = 100

export async function loader(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const asked = new URL(input.request.url).searchParams
  const state = states.find((one) => one === asked.get('state')) ?? null
  const before = asked.get('before')
  const entries = await rooms.mail.outbox(visitor, {
    ...(state && { state }),
    ...(before && { before }),
    limit: pageLength,
  })
  if ('refused' in entries) throw turnedAway(input, entries)
  const id = asked.get('letter')
  const letter = id === null ? null : await rooms.mail.letter(visitor, id)
  if (letter && 'refused' in letter) throw turnedAway(input, letter)
  if (id !== null && !letter) throw notFound('page', id)
  return { entries, state, letter, next: entries.length === pageLength ? entries.at(-1)!.id : null, query: `${asked}` }
}

/** Letters the program wrote: what waits, what went, what could not be delivered, and the words of each. */
export default function Outbox({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { entries, state, letter, next, query } = loaderData
  const asked = new URLSearchParams(query)
  const tone = { waiting: 'plain', sent: 'quiet', failed: 'warn' } as const
  return (
    <>
      <PageHead title={words('outbox.title')}>
        <p>{words('outbox.lede')}</p>
      </PageHead>
      {letter && (
        <Section id="letter" title={letter.subject} aside={<a href="/outbox">{words('outbox.close')}</a>}>
          <Facts
            rows={[
              [words('outbox.column.to'), letter.to],
              [words('outbox.column.posted'), <Instant key="at" at={letter.postedAt} />],
              [words('outbox.column.state'), words(`outbox.state.${letter.state}`)],
            ]}
          />
          {letter.text === null ? (
            <Notice>{words('outbox.erased')}</Notice>
          ) : (
            <pre lang={letter.language} dir="auto" className={styles.letter}>
              {letter.text}
            </pre>
          )}
        </Section>
      )}
      <nav className={styles.states} aria-label={words('outbox.show.label')}>
        {[null, ...states].map((one) => (
          <a
            key={one ?? 'all'}
            href={one ? `/outbox?state=${one}` : '/outbox'}
            aria-current={one === state ? 'page' : undefined}
          >
            {words(`outbox.show.${one ?? 'all'}`)}
          </a>
        ))}
      </nav>
      {entries.length === 0 ? (
        <p>{words('outbox.empty')}</p>
      ) : (
        <DataTable
          caption={words('outbox.caption')}
          rows={entries}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'subject',
              title: words('outbox.column.subject'),
              heads: true,
              wide: true,
              cell: ({ id, subject, language }) => (
                <a href={withFilters('/outbox', asked, { letter: id })} lang={language} dir="auto">
                  {subject}
                </a>
              ),
            },
            { key: 'to', title: words('outbox.column.to'), cell: ({ to }) => to },
            { key: 'posted', title: words('outbox.column.posted'), cell: ({ postedAt }) => <Instant at={postedAt} /> },
            {
              key: 'state',
              title: words('outbox.column.state'),
              cell: (entry) => <Tag tone={tone[entry.state]}>{words(`outbox.state.${entry.state}`)}</Tag>,
            },
            {
              key: 'attempts',
              title: words('outbox.column.attempts'),
              numeric: true,
              cell: ({ attempts }) => attempts,
            },
            { key: 'trouble', title: words('outbox.column.trouble'), cell: ({ trouble }) => trouble ?? '–' },
          ]}
        />
      )}
      {next !== null && (
        <p>
          <a rel="next" href={withFilters('/outbox', asked, { before: next, letter: null })}>
            {words('outbox.older')}
          </a>
        </p>
      )}
    </>
  )
}
