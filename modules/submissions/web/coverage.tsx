import {
  DataTable,
  Downloads,
  type LoaderInput,
  notFound,
  PageHead,
  type PageProps,
  Section,
  useWords,
  visitOf,
} from '#web'
import type { Coverage } from '../finding.ts'
import { writingIn } from './call-words-reading.ts'
import { Said } from './localised.tsx'
import styles from './replies.module.css'

export async function loader(input: LoaderInput) {
  const { rooms, visitor, reads } = visitOf(input)
  const id = input.params.call ?? ''
  const language = writingIn(reads.language)
  const [call, coverage, directory] = await Promise.all([
    rooms.submissions.call(id, visitor),
    rooms.submissions.coverage(id, visitor, language),
    rooms.parties.directory(),
  ])
  if (!call) throw notFound('page', id)
  const groups = coverage?.groups ?? []
  const states = groups
    .flatMap(({ members }) => members)
    .filter(({ actor }) => actor !== null && directory.actor(actor)?.kind === 'state')
  return { call: { id, subject: call.words.subject }, groups, states: totalOf(states), language }
}

type Members = Coverage['groups'][number]['members']

const totalOf = (members: Members) => {
  const count = (state: Members[number]['state']) => members.filter((one) => one.state === state).length
  return {
    invited: members.length,
    submitted: count('submitted') + count('late'),
    late: count('late'),
    withdrawn: count('withdrawn'),
    silent: count('no_information'),
  }
}

/** Who was asked and from whom something stands, by regional group: a map, and the table behind it. */
export default function CoveragePage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { call, groups, states, language } = loaderData
  const totals = groups.map(({ group, members }) => ({ group, ...totalOf(members) }))
  const all = { group: 'all', ...totalOf(groups.flatMap(({ members }) => members)) }
  const rows = [...totals, ...(totals.length > 1 ? [all] : [])]
  const count = (key: 'invited' | 'submitted' | 'late' | 'withdrawn' | 'silent') => ({
    key,
    title: words(`coverage.column.${key}`),
    numeric: true,
    cell: (row: (typeof rows)[number]) => row[key],
  })
  return (
    <article>
      <PageHead
        kicker={
          <a href={`/calls/${call.id}`}>
            <Said text={call.subject} />
          </a>
        }
        title={words('coverage.title')}
      >
        <p>{words('coverage.lede')}</p>
      </PageHead>
      {states.invited > 0 && (
        <figure className={styles.map}>
          <a href={`/calls/${call.id}/coverage.svg?lang=${language}`}>
            <img
              src={`/calls/${call.id}/coverage.svg?lang=${language}`}
              width={960}
              height={474}
              alt={words('coverage.map-alt', { ...states })}
            />
          </a>
          <figcaption>
            <Legend />
            <p>{words('coverage.marks')}</p>
            <p>{words('coverage.boundaries')}</p>
          </figcaption>
        </figure>
      )}
      <Section id="groups" title={words('coverage.by-group')}>
        <DataTable
          caption={words('coverage.by-group')}
          hideCaption
          rows={rows}
          keyOf={({ group }) => group}
          columns={[
            {
              key: 'group',
              title: words('coverage.column.group'),
              heads: true,
              cell: ({ group }) =>
                group === 'all' ? (
                  words('coverage.all')
                ) : (
                  <a href={`#group-${group}`}>{words(`coverage.group.${group}`)}</a>
                ),
            },
            count('invited'),
            count('submitted'),
            count('late'),
            count('withdrawn'),
            count('silent'),
          ]}
        />
      </Section>
      {groups.map(({ group, invited, submitted, members }) => (
        <Section
          key={group}
          id={`group-${group}`}
          title={words(`coverage.group.${group}`)}
          aside={words('coverage.of', { submitted, invited })}
        >
          <DataTable
            caption={words(`coverage.group.${group}`)}
            hideCaption
            rows={members}
            keyOf={({ invitation }) => String(invitation)}
            columns={[
              { key: 'name', title: words('coverage.column.name'), heads: true, cell: ({ name }) => name },
              {
                key: 'state',
                title: words('coverage.column.state'),
                cell: ({ state, address, name }) =>
                  address === null ? (
                    words(`coverage.state.${state}`)
                  ) : (
                    <a href={address} aria-label={`${words(`coverage.state.${state}`)}: ${name}`}>
                      {words(`coverage.state.${state}`)}
                    </a>
                  ),
              },
            ]}
          />
        </Section>
      ))}
      <Downloads
        label={words('shell.download')}
        links={[
          { href: `/calls/${call.id}/coverage.csv`, text: 'CSV' },
          { href: `/calls/${call.id}/coverage.xlsx`, text: 'XLSX' },
          { href: `/api/v1/calls/${call.id}/coverage?language=${language}`, text: 'JSON' },
          { href: `/calls/${call.id}/coverage.svg?lang=${language}`, text: words('coverage.map-file') },
        ]}
      />
    </article>
  )
}

/** What the marks of the map stand for, drawn as they are drawn there. */
function Legend() {
  const words = useWords()
  return (
    <ul className={styles.legend}>
      <li>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <circle cx="6" cy="6" r="5" fill="#00618c" />
        </svg>{' '}
        {words('coverage.legend.submitted')}
      </li>
      <li>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <circle cx="6" cy="6" r="5" fill="#fff" stroke="#4b565d" strokeWidth="1.5" />
          <path d="M1.5 6h9" stroke="#4b565d" strokeWidth="1.5" />
        </svg>{' '}
        {words('coverage.state.withdrawn')}
      </li>
      <li>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <circle cx="6" cy="6" r="5" fill="#fff" stroke="#4b565d" strokeWidth="1.5" />
        </svg>{' '}
        {words('coverage.state.no_information')}
      </li>
    </ul>
  )
}
