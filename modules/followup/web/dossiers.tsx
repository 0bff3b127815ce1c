import type { Due } from '#modules/calendar'
import type { DossierLine } from '#modules/followup'
import { nameIn } from '#platform/i18n'
import {
  actorAddress,
  Button,
  Citation,
  DataTable,
  Downloads,
  dossierAddress,
  type LoaderInput,
  Notice,
  PageHead,
  PageLinks,
  type PageProps,
  Period,
  SelectField,
  TextField,
  useWords,
  visitOf,
  withFilters,
} from '#web'
import { callPage } from './answer-page.ts'
import { dossierFilterFrom, statuses } from './dossier-filter.ts'
import styles from './dossiers.module.css'

export async function loader(input: LoaderInput) {
  const { rooms, visitor, reads } = visitOf(input)
  const asked = new URL(input.request.url).searchParams
  const filter = dossierFilterFrom(asked, visitor.person)
  const [page, directory] = await Promise.all([rooms.followup.dossiers(filter, visitor), rooms.parties.directory()])
  const actor = filter.actor === undefined ? null : directory.actor(filter.actor)
  return {
    rows: page.rows.map(({ asked: one, ...row }) => ({
      ...row,
      asked: {
        ...one,
        actorName: directory.called(one.actor, one.actorName, reads.language),
        dues: one.dues.slice(0, 1),
      },
    })),
    next: page.next,
    query: asked.toString(),
    actorName: actor ? nameIn(actor.name, reads.language) : null,
    signedIn: visitor.person !== null,
  }
}

/** Every dossier, in the order of due dates; every filter stands in the address. */
export default function Dossiers({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { rows, next, query, actorName, signedIn } = loaderData
  const asked = new URLSearchParams(query)
  return (
    <>
      <PageHead title={words('dossiers.title')}>
        <p>{words('dossiers.lede')}</p>
      </PageHead>
      <Filters asked={asked} signedIn={signedIn} />
      <Downloads
        label={words('shell.download')}
        links={[
          { href: withFilters('/dossiers.csv', asked, {}), text: 'CSV' },
          { href: withFilters('/dossiers.xlsx', asked, {}), text: 'XLSX' },
        ]}
      />
      {rows.length === 0 ? (
        <Notice>
          <p>{words('dossiers.none')}</p>
        </Notice>
      ) : (
        <Table rows={rows} actorName={actorName} />
      )}
      <PageLinks at="/dossiers" asked={asked} next={next} />
    </>
  )
}

function Filters({ asked, signedIn }: { readonly asked: URLSearchParams; readonly signedIn: boolean }) {
  const words = useWords()
  return (
    <search aria-label={words('dossiers.narrow')}>
      <form method="get" action="/dossiers" className={styles.filters}>
        <TextField
          name="actor"
          label={words('dossiers.actor')}
          defaultValue={asked.get('actor') ?? ''}
          placeholder="cl"
        />
        <SelectField
          name="status"
          label={words('dossiers.status')}
          defaultValue={asked.get('status') ?? ''}
          options={[
            { value: '', text: words('dossiers.any') },
            ...statuses.map((value) => ({ value, text: words(`status.${value}`) })),
          ]}
        />
        <TextField
          name="session"
          label={words('dossiers.session')}
          defaultValue={asked.get('session') ?? ''}
          placeholder="CCPCJ/22"
        />
        <TextField name="from" type="date" label={words('dossiers.from')} defaultValue={asked.get('from') ?? ''} />
        <TextField name="to" type="date" label={words('dossiers.to')} defaultValue={asked.get('to') ?? ''} />
        {signedIn && (
          <SelectField
            name="mine"
            label={words('dossiers.mine')}
            defaultValue={asked.get('mine') ?? ''}
            options={[
              { value: '', text: words('dossiers.everybody') },
              { value: 'yes', text: words('dossiers.me') },
            ]}
          />
        )}
        <Button quiet>{words('dossiers.show')}</Button>
        {[...asked.keys()].length > 0 && <a href="/dossiers">{words('dossiers.all')}</a>}
      </form>
    </search>
  )
}

function Table({ rows, actorName }: { readonly rows: readonly DossierLine[]; readonly actorName: string | null }) {
  const words = useWords()
  return (
    <DataTable
      caption={actorName === null ? words('dossiers.caption') : words('dossiers.caption-actor', { actor: actorName })}
      rows={rows}
      keyOf={({ asked }) => asked.id}
      columns={[
        {
          key: 'title',
          title: words('dossiers.column.asked'),
          heads: true,
          wide: true,
          cell: ({ asked }) => <a href={dossierAddress(asked.id)}>{asked.title}</a>,
        },
        {
          key: 'who',
          title: words('dossiers.column.who'),
          cell: ({ asked: { actor, actorName: name } }) => (actor ? <a href={actorAddress(actor)}>{name}</a> : name),
        },
        { key: 'due', title: words('dossiers.column.due'), cell: ({ asked }) => <FirstDue dues={asked.dues} /> },
        { key: 'where', title: words('dossiers.column.where'), cell: ({ asked }) => <Where asked={asked} /> },
        {
          key: 'status',
          title: words('dossiers.column.status'),
          cell: ({ status, draft }) => (
            <>
              {words(`status.${status}`)}
              {draft && <> · {words('dossier.state.draft')}</>}
            </>
          ),
        },
        {
          key: 'replies',
          title: words('dossiers.column.replies'),
          numeric: true,
          cell: ({ replies }) => replies,
        },
      ]}
    />
  )
}

/** The paragraph it was asked in, or the call. */
function Where({ asked: { anchor, holder } }: Pick<DossierLine, 'asked'>) {
  const words = useWords()
  if (anchor) return <Citation place={anchor} />
  return <a href={callPage(holder)}>{words('dossiers.call', { call: holder })}</a>
}

/** The first date, or in a word why there is none. */
export function FirstDue({ dues }: { readonly dues: readonly Due[] }) {
  const words = useWords()
  const [due] = dues
  if (due === undefined) return <>–</>
  if (due.state === 'undated') return <>{words(`undated.short.${due.reason}`)}</>
  const session = due.body !== null && due.session !== null
  return (
    <>
      {session && (
        <>
          {words('session.short', { body: due.body, number: String(due.session), part: due.part ?? 'regular' })}
          <br />
        </>
      )}
      <Period from={due.from} to={due.to} />
    </>
  )
}
