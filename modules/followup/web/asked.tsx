import { keyOf } from '#platform/forms'
import {
  ActForm,
  type ActionProps,
  actorAddress,
  Button,
  Citation,
  dossierAddress,
  FormFault,
  fieldOf,
  type LoaderInput,
  languageName,
  Notice,
  PageHead,
  type PageProps,
  redirectTo,
  Section,
  SelectField,
  sixLanguages,
  TextField,
  turnedAway,
  useWords,
  visitOf,
} from '#web'
import { callPage } from './answer-page.ts'
import styles from './asked.module.css'
import { type AskedData, type AskedGroup, type AskedLine, answersIn, loadAsked } from './asked-loader.ts'
import { FirstDue } from './dossiers.tsx'
import { type Refused, type Typed, typedIn } from './update-fields.ts'
import { useFaults } from './update-form.tsx'

const act = 'followup.answer-several'
export const handle = { acts: [act] }

export const loader = (input: LoaderInput) => loadAsked(input)

export async function action(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const actor = (input.params.actor ?? '').toLowerCase()
  const form = await input.request.formData()
  const answers = answersIn(form, fieldOf)
  const send = fieldOf(form, 'send') === 'yes'
  const result = await rooms.followup.answerSeveral(visitor, { actor, once: keyOf(form), answers, send })
  if (!('refused' in result)) return redirectTo(`${actorAddress(actor)}/asked?said=answered`)
  if (result.refused === 'not-allowed') throw turnedAway(input, result)
  const errors = result.refused === 'invalid' ? result.errors : []
  const refused: Refused = { act, actor, refused: result.refused, errors, typed: typedIn(form) }
  return refused
}

/** "What is asked of my country", on one page: asked, invited, may be left aside, answered; several answered at once. */
export default function Asked({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { actor, groups, acts, once, said } = loaderData
  const count = (group: AskedGroup) => groups[group].length
  const refused = actionData ?? null
  const open = acts && [...groups.asked, ...groups.invited].some((line) => line.open)
  const lists = (
    <>
      <Lines group="asked" data={loaderData} refused={refused} />
      <Lines group="invited" data={loaderData} refused={refused} />
    </>
  )
  return (
    <>
      <PageHead
        kicker={<a href={actorAddress(actor.id)}>{actor.name}</a>}
        title={words('asked-of.title', { actor: actor.name })}
      >
        <p>
          {words('asked-of.lede', {
            asked: count('asked'),
            invited: count('invited'),
            ignore: count('ignore'),
            answered: count('answered'),
          })}
        </p>
      </PageHead>
      {said && <Notice>{words('asked-of.said')}</Notice>}
      {open ? (
        <ActForm act={act} hidden={{ once }} wide>
          <Several data={loaderData} refused={refused} />
          {lists}
          <p className={styles.buttons}>
            <Button name="send" value="yes">
              {words('asked-of.send')}
            </Button>
            <Button quiet>{words('asked-of.keep')}</Button>
          </p>
        </ActForm>
      ) : (
        lists
      )}
      <Lines group="ignore" data={loaderData} refused={null} />
      <Lines group="answered" data={loaderData} refused={null} />
    </>
  )
}

/** What holds for all short answers together. */
function Several({ data, refused }: { readonly data: AskedData; readonly refused: Refused | null }) {
  const words = useWords()
  const faults = useFaults(refused)
  const typed: Typed = refused?.typed ?? {}
  const first = (field: string) => refused?.errors.find((error) => error.field.endsWith(` ${field}`))
  return (
    <>
      {faults.whole && <FormFault>{faults.whole}</FormFault>}
      {faults.of('answers') && <FormFault>{words('asked-of.none-chosen')}</FormFault>}
      <p>{words('asked-of.several')}</p>
      <div className={styles.shared}>
        <TextField
          name="as-of"
          type="date"
          label={words('dossier.field.as-of')}
          fault={first('as-of') && words(`dossier.invalid.${first('as-of')?.code}`)}
          defaultValue={typed['as-of'] ?? data.today}
        />
        <SelectField
          name="language"
          label={words('dossier.field.language')}
          defaultValue={typed.language ?? data.language}
          options={sixLanguages.map((value) => ({ value, text: languageName(value), lang: value }))}
        />
      </div>
    </>
  )
}

interface LinesProps {
  readonly group: AskedGroup
  readonly data: AskedData
  readonly refused: Refused | null
}

function Lines({ group, data, refused }: LinesProps) {
  const words = useWords()
  const lines = data.groups[group]
  const list = (
    <ol className={styles.lines}>
      {lines.map((line) => (
        <Line key={line.id} line={line} group={group} refused={refused} />
      ))}
    </ol>
  )
  return (
    <Section
      id={group}
      title={words(`asked-of.group.${group}`)}
      aside={words('asked-of.count', { count: lines.length })}
    >
      {lines.length > 0 && <p className={styles.note}>{words(`asked-of.note.${group}`)}</p>}
      {group === 'ignore' && lines.length > 0 ? (
        <details>
          <summary>{words('asked-of.open', { count: lines.length })}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </Section>
  )
}

function Line({ line, group, refused }: { readonly line: AskedLine } & Omit<LinesProps, 'data'>) {
  const words = useWords()
  const { due, status, draft } = line
  return (
    <li className={styles.line}>
      <a href={dossierAddress(line.id)}>{line.title}</a>
      <p className={styles.facts}>
        {line.place && <Citation place={line.place} />}
        {line.place && line.call !== null && ' · '}
        {line.call !== null && <a href={callPage(line.call)}>{words('dossiers.call', { call: line.call })}</a>}
        {due && (
          <>
            {' · '}
            <FirstDue dues={[due]} />
          </>
        )}
        {(group === 'answered' || draft) && (
          <>
            {' · '}
            <strong>{words(draft ? 'dossier.state.draft' : `status.${status}`)}</strong>
          </>
        )}
      </p>
      {line.answer !== null && group !== 'answered' && <a href={line.answer}>{words('asked-of.answer-call')}</a>}
      {line.open && (group === 'asked' || group === 'invited') && <ShortAnswer line={line} refused={refused} />}
    </li>
  )
}

const offered = ['not_started', 'in_progress', 'implemented'] as const

/** A status and a sentence; left empty it says nothing. What needs more is said in the dossier. */
function ShortAnswer({ line: { id, title }, refused }: { readonly line: AskedLine; readonly refused: Refused | null }) {
  const words = useWords()
  const faults = useFaults(refused)
  const fault = faults.of(`${id} status`) ?? faults.of(`${id} narrative`)
  const typed: Typed = refused?.typed ?? {}
  const about = fault ? `fault ${id}`.replaceAll(' ', '-') : undefined
  return (
    <div className={styles.short}>
      <input type="hidden" name="id" value={id} />
      <select
        name={`status ${id}`}
        aria-label={words('asked-of.status', { title })}
        aria-describedby={about}
        defaultValue={typed[`status ${id}`] ?? ''}
      >
        <option value="">–</option>
        {offered.map((value) => (
          <option key={value} value={value}>
            {words(`status.${value}`)}
          </option>
        ))}
      </select>
      <input
        name={`narrative ${id}`}
        dir="auto"
        aria-label={words('asked-of.narrative', { title })}
        aria-invalid={fault ? true : undefined}
        aria-describedby={about}
        defaultValue={typed[`narrative ${id}`] ?? ''}
      />
      {fault && (
        <p id={about} className={styles.fault}>
          {fault}
        </p>
      )}
    </div>
  )
}
