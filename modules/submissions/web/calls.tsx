import {
  Citation,
  DataTable,
  Day,
  Downloads,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  Section,
  useWords,
  visitOf,
} from '#web'
import type { CallLine, CallState } from '../call.ts'
import { Said } from './localised.tsx'

export async function loader(input: LoaderInput) {
  const { rooms, visitor, now } = visitOf(input)
  return {
    calls: await rooms.submissions.calls({}, visitor),
    mayMake: rooms.submissions.may(visitor, 'submissions.make-call'),
    today: now().toISOString().slice(0, 10),
  }
}

const order: readonly CallState[] = ['draft', 'open', 'closed']

/** Every call for views: those that can be answered, those that are over, and for the office what is being prepared. */
export default function Calls({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { calls, mayMake, today } = loaderData
  return (
    <>
      <PageHead title={words('calls.title')}>
        <p>{words('calls.lede')}</p>
        {mayMake && (
          <p>
            <a href="/calls/new">{words('calls.make-freely')}</a>
          </p>
        )}
      </PageHead>
      {calls.length === 0 && (
        <Notice>
          <p>{words('calls.none')}</p>
          {mayMake && <p>{words.rich('calls.how', { register: (text) => <a href="/register">{text}</a> })}</p>}
        </Notice>
      )}
      {order.map((state) => {
        const rows = calls.filter((call) => call.state === state)
        return (
          rows.length > 0 && (
            <Section
              key={state}
              id={state}
              title={words(`calls.state.${state}`)}
              aside={words('calls.count', { count: rows.length })}
            >
              <Table rows={rows} state={state} today={today} />
            </Section>
          )
        )
      })}
      <Downloads label={words('shell.download')} links={[{ href: '/api/v1/calls', text: 'JSON' }]} />
    </>
  )
}

interface TableProps {
  readonly rows: readonly CallLine[]
  readonly state: CallState
  readonly today: string
}

function Table({ rows, state, today }: TableProps) {
  const words = useWords()
  return (
    <DataTable
      caption={words(`calls.state.${state}`)}
      hideCaption
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'subject',
          title: words('calls.column.subject'),
          heads: true,
          wide: true,
          cell: ({ id, words: { subject } }) => (
            <a href={`/calls/${id}`}>
              <Said text={subject} />
            </a>
          ),
        },
        {
          key: 'ordered',
          title: words('calls.column.ordered'),
          cell: ({ words: { anchor } }) => (anchor ? <Citation place={anchor} /> : words('calls.freely')),
        },
        {
          key: 'deadline',
          title: words('calls.column.deadline'),
          cell: ({ words: { deadline } }) =>
            deadline === null ? (
              '–'
            ) : (
              <>
                <Day date={deadline} />
                {state === 'open' && deadline < today && <> · {words('calls.passed')}</>}
              </>
            ),
        },
        {
          key: 'answered',
          title: words('calls.column.answered'),
          numeric: true,
          cell: ({ answered, invited }) => words('calls.of', { answered, invited }),
        },
      ]}
    />
  )
}
