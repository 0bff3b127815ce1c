import { nameIn } from '#platform/i18n'
import {
  actorAddress,
  Citation,
  DataTable,
  Day,
  Downloads,
  documentAddress,
  type LoaderInput,
  mandateAddress,
  Notice,
  notFound,
  PageHead,
  type PageProps,
  Period,
  paragraphAddress,
  Section,
  sessionAddress,
  Tag,
  useSessionName,
  useWords,
  visitOf,
} from '#web'
import { DocumentationList } from './documentation-list.tsx'

export async function loader(input: LoaderInput) {
  const { rooms, reads, visitor } = visitOf(input)
  const [calendar, directory] = await Promise.all([rooms.calendar.table(), rooms.parties.directory()])
  const body = calendar.body(input.params.body ?? '')
  const session = body && calendar.session(body.code, Number(input.params.number))
  if (!body || !session) throw notFound('session', `${input.params.body} ${input.params.number}`)
  const query = { body: body.code, session: session.number, language: reads.language }
  const [entries, documentation, documents] = await Promise.all([
    rooms.mandates.due(query),
    rooms.reports.documentation({ body: body.code, session: session.number }),
    rooms.documents.list(),
  ])
  return {
    body: { code: body.code, name: nameIn(body.name, reads.language), actor: body.actor },
    session,
    mayMove: rooms.calendar.mayMove(visitor),
    entries: entries.map((entry) => {
      const actorId = directory.find(entry.actor)?.id ?? null
      return { ...entry, actorId, actor: directory.called(actorId, entry.actor, reads.language) }
    }),
    documentation,
    deadlines: calendar
      .deadlines(body.code, session.number)
      .map((deadline) => ({ ...deadline, said: calendar.explain(deadline.why, reads.language) })),
    adopted: documents.filter((d) => d.session?.body === body.code && d.session.number === session.number),
  }
}

export default function SessionPage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const nameOf = useSessionName()
  const { body, session, mayMove, entries, documentation, deadlines, adopted } = loaderData
  const address = sessionAddress(body.code, session.number)
  const query = `body=${body.code}&session=${session.number}`
  return (
    <>
      <PageHead kicker={<a href={actorAddress(body.actor)}>{body.code}</a>} title={nameOf(body.name, session.number)}>
        {session.place && <p>{session.place}</p>}
        <p>
          {words.rich('session.lede', {
            count: entries.length,
            due: (text) => <a href={`/?${query}`}>{text}</a>,
            report: (text) => <a href={`${address}/report`}>{text}</a>,
          })}
        </p>
      </PageHead>
      {session.note && (
        <Notice>
          <p>{session.note}</p>
        </Notice>
      )}
      <Section id="dates" title={words('session.dates')}>
        <DataTable
          caption={words('session.dates-caption')}
          rows={session.parts}
          keyOf={(part) => `${part.part}-${part.planned?.from ?? part.held?.from}`}
          columns={[
            {
              key: 'part',
              title: words('session.column.part'),
              heads: true,
              cell: (part) => words(`part.${part.part}`),
            },
            {
              key: 'planned',
              title: words('sessions.column.planned'),
              cell: (part) =>
                part.planned ? <Period from={part.planned.from} to={part.planned.to} /> : words('sessions.not-kept'),
            },
            {
              key: 'held',
              title: words('sessions.column.held'),
              cell: (part) =>
                part.held ? <Period from={part.held.from} to={part.held.to} /> : words('sessions.not-known'),
            },
            {
              key: 'mark',
              title: words('sessions.column.mark'),
              cell: (part) => (
                <Tag tone={part.mark === 'verified' ? 'quiet' : 'plain'}>{words(`mark.${part.mark}`)}</Tag>
              ),
            },
            {
              key: 'note',
              title: words('session.column.note'),
              wide: true,
              cell: ({ movedFrom, note }) =>
                movedFrom
                  ? words.rich('session.moved', {
                      from: <Period key="from" from={movedFrom.from} to={movedFrom.to} />,
                      reason: note ?? '–',
                    })
                  : (note ?? '–'),
            },
          ]}
        />
        {session.window && <p>{words('sessions.window')}</p>}
        {mayMove && (
          <p>
            <a href={`${address}/move`}>{words('move-session.link')}</a>
          </p>
        )}
        <Downloads
          label={words('letters.subscribe')}
          links={[
            { href: `/calendar.ics?${query}`, text: 'iCalendar' },
            { href: `/feed.atom?${query}`, text: 'Atom' },
          ]}
        />
      </Section>
      {deadlines.length > 0 && (
        <Section id="deadlines" title={words('session.deadlines')}>
          <DataTable
            caption={words('session.deadlines-caption')}
            rows={deadlines}
            keyOf={(deadline) => deadline.code}
            columns={[
              {
                key: 'what',
                title: words('session.column.deadline'),
                heads: true,
                cell: (deadline) => words(`deadline.${deadline.code}`),
              },
              { key: 'on', title: words('session.column.on'), cell: (deadline) => <Day date={deadline.on} /> },
              { key: 'why', title: words('due.column.why'), wide: true, cell: (deadline) => deadline.said },
            ]}
          />
          <Downloads
            label={words('shell.download')}
            links={[
              { href: `${address}/deadlines.csv`, text: 'CSV' },
              { href: `${address}/deadlines.xlsx`, text: 'XLSX' },
            ]}
          />
        </Section>
      )}
      <Section
        id="due"
        title={words('session.due')}
        aside={<a href={`/?${query}`}>{words('due.count', { count: entries.length })}</a>}
      >
        {entries.length === 0 ? (
          <p>{words('session.nothing-due')}</p>
        ) : (
          <DataTable
            caption={words('session.due-caption')}
            rows={entries}
            keyOf={(entry) => entry.obligation}
            columns={[
              {
                key: 'subject',
                title: words('due.column.subject'),
                heads: true,
                wide: true,
                cell: (entry) => <a href={mandateAddress(entry.mandate)}>{entry.subject}</a>,
              },
              { key: 'kind', title: words('session.column.kind'), cell: (entry) => words(`kind.${entry.kind}`) },
              {
                key: 'actor',
                title: words('due.column.actor'),
                cell: (entry) =>
                  entry.actorId ? <a href={actorAddress(entry.actorId)}>{entry.actor}</a> : entry.actor,
              },
              {
                key: 'paragraph',
                title: words('due.column.paragraph'),
                cell: (entry) => (
                  <a href={paragraphAddress(entry)}>
                    <Citation place={entry} />
                  </a>
                ),
              },
              {
                key: 'part',
                title: words('session.column.part'),
                cell: (entry) => (entry.due.part ? words(`part.${entry.due.part}`) : words('part.regular')),
              },
            ]}
          />
        )}
        <Downloads
          label={words('shell.download')}
          links={[
            { href: `/due.csv?${query}`, text: 'CSV' },
            { href: `/due.xlsx?${query}`, text: 'XLSX' },
          ]}
        />
      </Section>
      {documentation && <DocumentationList documentation={documentation} address={address} />}
      {adopted.length > 0 && (
        <Section id="adopted" title={words('session.adopted')}>
          <ul>
            {adopted.map((document) => (
              <li key={document.id}>
                <a href={documentAddress(document.id)}>{document.title}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
