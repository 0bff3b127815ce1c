import { keyOf } from '#platform/forms'
import {
  type ActionProps,
  DataTable,
  Downloads,
  FormFault,
  fieldOf,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  redirectTo,
  Section,
  turnedAway,
  unknownAct,
  useWords,
  visitOf,
} from '#web'
import { questionsOf } from '../shown.ts'
import { CallAbout } from './call-about.tsx'
import { type CallData, loadCall } from './call-loader.ts'
import { CallOffice } from './call-office.tsx'
import styles from './calls.module.css'
import { FormPreview } from './form-preview.tsx'
import { saidIn } from './localised.tsx'

const acts = [
  'submissions.open-call',
  'submissions.issue-form',
  'submissions.close-call',
  'submissions.drop-call',
] as const
export const handle = { acts }

/** What was just done, said at the top of the page that follows. */
const saids: readonly string[] = [...acts.map((act) => act.replace('submissions.', '')), 'change-call']

export const loader = (input: LoaderInput) => loadCall(input)

export async function action(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const call = input.params.call ?? ''
  const form = await input.request.formData()
  const act = acts.find((one) => one === fieldOf(form, 'act'))
  const given = { call, once: keyOf(form), seen: Number(fieldOf(form, 'seen')) || 0 }
  const doing = {
    'submissions.open-call': rooms.submissions.openCall,
    'submissions.issue-form': rooms.submissions.issueForm,
    'submissions.close-call': rooms.submissions.closeCall,
    'submissions.drop-call': rooms.submissions.dropCall,
  } as const
  if (act === undefined) throw unknownAct()
  const result = await doing[act](visitor, given)
  if (!('refused' in result)) {
    return redirectTo(
      act === 'submissions.drop-call' ? '/calls' : `/calls/${call}?said=${act.replace('submissions.', '')}`,
    )
  }
  if (result.refused === 'not-allowed') throw turnedAway(input, result)
  return { refused: result.refused }
}

/** One call: what is asked and why, by when, of whom, and what came. */
export default function CallPage({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { call, issued, said, own, office } = loaderData
  const title = saidIn(call.words.subject, words.language.slice(0, 2))
  return (
    <article>
      <PageHead
        kicker={
          <>
            <a href="/calls">{words('calls.title')}</a> · <bdi>{call.id}</bdi> · {words(`calls.state.${call.state}`)}
          </>
        }
        title={title?.words ?? call.id}
      />
      {said !== null && saids.includes(said) && <Notice>{words(`calls.said.${said}`)}</Notice>}
      {actionData && <FormFault>{words(`submissions.refusal.${actionData.refused}`)}</FormFault>}
      {own.length > 0 && (
        <Notice title={words('calls.you-are-asked')}>
          <ul className={styles.links}>
            {own.map(({ id, n, name }) => (
              <li key={id}>
                <a href={`/calls/${call.id}/answer/${n}`}>{words('calls.answer-for', { name })}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <CallAbout data={loaderData} />
      {office && <CallOffice data={loaderData} />}
      <Invited data={loaderData} />
      {issued && (
        <Section
          id="form"
          title={words('calls.form')}
          aside={issued.version > 1 ? words('calls.version', { version: issued.version }) : undefined}
        >
          <details className={styles.texts}>
            <summary>
              {words('calls.show-form', { count: issued.form.sections.flatMap((one) => one.questions).length })}
            </summary>
            <FormPreview form={issued.form} commented={loaderData.commented} />
          </details>
        </Section>
      )}
      <Downloads
        label={words('shell.download')}
        links={[
          { href: `/api/v1/calls/${call.id}`, text: words('calls.file-call') },
          ...(issued ? [{ href: `/api/v1/calls/${call.id}/form`, text: words('calls.file-form') }] : []),
          ...(loaderData.counts.states.sent > 0
            ? [
                { href: `/api/v1/calls/${call.id}/table?format=csv`, text: 'CSV' },
                { href: `/api/v1/calls/${call.id}/table?format=xlsx`, text: 'XLSX' },
                { href: `/api/v1/calls/${call.id}/archive`, text: words('calls.file-archive') },
              ]
            : []),
        ]}
      />
    </article>
  )
}

/** Who is invited, by group, in numbers; silence is no information. */
function Invited({ data }: { readonly data: CallData }) {
  const words = useWords()
  const { counts, groups, call, issued } = data
  const first = issued && questionsOf(issued.form)[0]?.id
  const came = [
    ['coverage', 'coverage'],
    ...(first ? [[`replies/${first}`, 'replies'] as const] : []),
    ['findings', 'findings'],
    ['section', 'section'],
  ] as const
  if (call.state === 'draft' && counts.total === 0) return null
  return (
    <Section
      id="invited"
      title={words('calls.invited')}
      aside={words('calls.of', { answered: counts.states.sent, invited: counts.total })}
    >
      <p className={styles.about}>{words('calls.silence')}</p>
      {call.state !== 'draft' && (
        <ul className={styles.links}>
          {came.map(([to, name]) => (
            <li key={to}>
              <a href={`/calls/${call.id}/${to}`}>{words(`calls.came.${name}`)}</a>
            </li>
          ))}
        </ul>
      )}
      {groups.length > 0 && (
        <DataTable
          caption={words('calls.by-group')}
          hideCaption
          rows={groups}
          keyOf={({ group }) => group}
          columns={[
            {
              key: 'group',
              title: words('calls.column.group'),
              heads: true,
              cell: ({ group }) => words(words.has(`region.${group}`) ? `region.${group}` : `calls.group.${group}`),
            },
            { key: 'invited', title: words('calls.column.invited'), numeric: true, cell: ({ invited }) => invited },
            {
              key: 'answered',
              title: words('calls.column.submitted'),
              numeric: true,
              cell: ({ submitted }) => submitted,
            },
          ]}
        />
      )}
    </Section>
  )
}
