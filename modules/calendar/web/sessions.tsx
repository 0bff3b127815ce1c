import { nameIn } from '#platform/i18n'
import {
  DataTable,
  Downloads,
  type LoaderInput,
  PageHead,
  type PageProps,
  Period,
  Section,
  sessionAddress,
  Tag,
  useWords,
  visitOf,
} from '#web'

export async function loader(input: LoaderInput) {
  const { rooms, reads } = visitOf(input)
  const table = await rooms.calendar.table()
  return {
    bodies: table
      .bodies()
      .map((body) => ({
        code: body.code,
        name: nameIn(body.name, reads.language),
        sessions: table.sessions(body.code),
      }))
      .filter((body) => body.sessions.length > 0),
  }
}

export default function Sessions({ loaderData: { bodies } }: PageProps<typeof loader>) {
  const words = useWords()
  return (
    <>
      <PageHead title={words('sessions.title')}>
        <p>{words('sessions.lede')}</p>
      </PageHead>
      <nav aria-label={words('sessions.bodies')}>
        <ul>
          {bodies.map((body) => (
            <li key={body.code}>
              <a href={`#${body.code}`}>{body.name}</a>
            </li>
          ))}
        </ul>
      </nav>
      {bodies.map((body) => (
        <Section key={body.code} id={body.code} title={body.name} aside={body.code}>
          {body.sessions.some((session) => session.window) && <p>{words('sessions.windows')}</p>}
          <DataTable
            caption={words('sessions.caption', { body: body.name })}
            hideCaption
            rows={body.sessions.flatMap((session) => session.parts.map((part) => ({ session, part })))}
            keyOf={({ session, part }) => `${session.number}-${part.part}-${part.planned?.from ?? part.held?.from}`}
            columns={[
              {
                key: 'session',
                title: words('sessions.column.session'),
                heads: true,
                cell: ({ session, part }) => (
                  <a href={sessionAddress(body.code, session.number)}>
                    {words('session.short', { body: body.code, number: String(session.number), part: part.part })}
                  </a>
                ),
              },
              {
                key: 'planned',
                title: words('sessions.column.planned'),
                cell: ({ part }) =>
                  part.planned ? <Period from={part.planned.from} to={part.planned.to} /> : words('sessions.not-kept'),
              },
              {
                key: 'held',
                title: words('sessions.column.held'),
                cell: ({ part }) =>
                  part.held ? <Period from={part.held.from} to={part.held.to} /> : words('sessions.not-known'),
              },
              {
                key: 'mark',
                title: words('sessions.column.mark'),
                cell: ({ part }) => (
                  <Tag tone={part.mark === 'verified' ? 'quiet' : 'plain'}>{words(`mark.${part.mark}`)}</Tag>
                ),
              },
              { key: 'place', title: words('sessions.column.place'), cell: ({ session }) => session.place ?? '–' },
            ]}
          />
        </Section>
      ))}
      <Downloads
        label={words('shell.download')}
        links={[
          { href: '/sessions.csv', text: 'CSV' },
          { href: '/sessions.xlsx', text: 'XLSX' },
          { href: '/calendar.ics', text: 'iCalendar' },
          { href: '/feed.atom', text: 'Atom' },
        ]}
      />
    </>
  )
}
