import {
  type ActionProps,
  Button,
  DataTable,
  Day,
  Downloads,
  type LoaderInput,
  languageName,
  Notice,
  PageHead,
  PageLinks,
  type PageProps,
  redirectTo,
  Section,
  SelectField,
  Tag,
  turnedAway,
  useWords,
  visitOf,
  withFilters,
} from '#web'
import { coverageGroups } from '../coverage.ts'
import { invitationStates } from '../invitation.ts'
import styles from './calls.module.css'
import { type InvitationsData, type InvitedLine, loadInvitations } from './invitations-loader.ts'
import { actOnInvitations, invitationsActs, refusedIn } from './inviting-action.ts'
import { InviteForms, LetterForms } from './inviting-forms.tsx'
import { saidIn } from './localised.tsx'

export const handle = { acts: invitationsActs }

export const loader = (input: LoaderInput) => loadInvitations(input)

export async function action(input: LoaderInput) {
  const { rooms, visitor, origin } = visitOf(input)
  const call = input.params.call ?? ''
  const form = await input.request.formData()
  const directory = await rooms.parties.directory()
  const done = await actOnInvitations({ submissions: rooms.submissions, visitor, directory, call, origin }, form)
  if (!('refused' in done)) {
    const said = { said: done.said, count: String(done.count), others: String(done.others) }
    return redirectTo(`/calls/${call}/invitations?${new URLSearchParams(said)}`)
  }
  if (done.refused === 'not-allowed') throw turnedAway(input, done)
  return refusedIn(form, done)
}

/** Who is invited to a call and where each stands; for the office, how they are invited, written to and reminded. */
export default function Invitations({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { call, rows, next, query, counts, office, said } = loaderData
  const asked = new URLSearchParams(query)
  const at = `/calls/${call.id}/invitations`
  const subject = saidIn(call.words.subject, words.language.slice(0, 2))?.words ?? call.id
  const refused = actionData ?? null
  const forms = office && (call.state === 'draft' || call.state === 'open')
  return (
    <article>
      <PageHead kicker={<a href={`/calls/${call.id}`}>{subject}</a>} title={words('inviting.title')}>
        <p>{words('inviting.lede', { sent: counts.states.sent, total: counts.total })}</p>
      </PageHead>
      {said && <Notice>{words(`inviting.said.${said.act}`, said.facts)}</Notice>}
      {office && call.state === 'draft' && <Notice>{words('inviting.draft')}</Notice>}
      {forms && <InviteForms data={loaderData} office={office} refused={refused} />}
      {office && call.state === 'open' && <LetterForms data={loaderData} office={office} refused={refused} />}
      <Section id="table" title={words('inviting.table')} aside={words('inviting.shown', { count: rows.length })}>
        <Filters asked={asked} at={at} isOffice={office !== null} />
        {office && (
          <Downloads
            label={words('shell.download')}
            links={[
              { href: withFilters(`${at}.csv`, asked, {}), text: 'CSV' },
              { href: withFilters(`${at}.xlsx`, asked, {}), text: 'XLSX' },
            ]}
          />
        )}
        {rows.length === 0 ? (
          <Notice>{words('inviting.none')}</Notice>
        ) : (
          <Table rows={rows} at={at} isOffice={office !== null} />
        )}
        <PageLinks at={at} asked={asked} next={next === null ? null : String(next)} />
      </Section>
    </article>
  )
}

interface FiltersProps {
  readonly asked: URLSearchParams
  readonly at: string
  readonly isOffice: boolean
}

function Filters({ asked, at, isOffice }: FiltersProps) {
  const words = useWords()
  const any = { value: '', text: words('inviting.any') }
  const states = isOffice ? invitationStates : (['invited', 'sent'] as const)
  return (
    <search aria-label={words('inviting.narrow')}>
      <form method="get" action={at} className={styles.inline}>
        <SelectField
          name="state"
          label={words('inviting.column.state')}
          defaultValue={asked.get('state') ?? ''}
          options={[any, ...states.map((value) => ({ value, text: words(stateWords(value, isOffice)) }))]}
        />
        <SelectField
          name="group"
          label={words('inviting.column.group')}
          defaultValue={asked.get('group') ?? ''}
          options={[
            any,
            ...coverageGroups.map((value) => ({ value, text: words(`submissions.section.group.${value}`) })),
          ]}
        />
        {isOffice && (
          <SelectField
            name="not-reached"
            label={words('inviting.column.reached')}
            defaultValue={asked.get('not-reached') ?? ''}
            options={[any, { value: 'yes', text: words('inviting.not-reached') }]}
          />
        )}
        <Button quiet>{words('inviting.show')}</Button>
      </form>
    </search>
  )
}

/** To everybody but the office, who has not sent has given no information. */
const stateWords = (state: string, isOffice: boolean): string =>
  !isOffice && state !== 'sent' ? 'submissions.state.no-information' : `submissions.state.${state}`

interface TableProps {
  readonly rows: InvitationsData['rows']
  readonly at: string
  readonly isOffice: boolean
}

function Table({ rows, at, isOffice }: TableProps) {
  const words = useWords()
  const state = (row: InvitedLine) => (
    <>
      {words(stateWords(row.state, isOffice))}
      {row.late && (
        <>
          {' '}
          <Tag tone="quiet">{words('inviting.late')}</Tag>
        </>
      )}
    </>
  )
  return (
    <DataTable
      caption={words('inviting.table')}
      hideCaption
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: words('inviting.column.name'),
          heads: true,
          wide: true,
          cell: ({ n, name }) => (
            <a href={`${at}/${n}`} dir="auto">
              {name}
            </a>
          ),
        },
        { key: 'state', title: words('inviting.column.state'), cell: state },
        {
          key: 'group',
          title: words('inviting.column.group'),
          cell: ({ group }) => words(`submissions.section.group.${group}`),
        },
        {
          key: 'deadline',
          title: words('inviting.column.deadline'),
          cell: ({ deadline, extended }) => (
            <>
              {deadline === null ? '–' : <Day date={deadline} />}
              {extended && (
                <>
                  {' '}
                  <Tag tone="quiet">{words('inviting.extended')}</Tag>
                </>
              )}
            </>
          ),
        },
        ...(isOffice
          ? [
              {
                key: 'language',
                title: words('inviting.column.language'),
                cell: ({ language }: InvitedLine) => <span lang={language}>{languageName(language)}</span>,
              },
              {
                key: 'reached',
                title: words('inviting.column.reached'),
                cell: ({ notReached }: InvitedLine) =>
                  notReached === null ? '' : <Tag tone="warn">{words(`submissions.not-reached.${notReached}`)}</Tag>,
              },
            ]
          : []),
      ]}
    />
  )
}
