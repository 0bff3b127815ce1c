import { keyOf } from '#platform/forms'
import {
  ActForm,
  type ActionProps,
  Button,
  Citation,
  Day,
  FormFault,
  fieldOf,
  type LoaderInput,
  mandateAddress,
  Notice,
  PageHead,
  type PageProps,
  redirectTo,
  Section,
  SelectField,
  TextField,
  turnedAway,
  unknownAct,
  useSessionName,
  useWords,
  visitOf,
} from '#web'
import type { CallProposal, CallWords } from '../call.ts'
import { CallWordsFields } from './call-words-fields.tsx'
import { callersIn, callWordsIn, writingIn } from './call-words-reading.ts'
import styles from './calls.module.css'
import { saidIn } from './localised.tsx'

const act = 'submissions.make-call'
export const handle = { opens: act, acts: [act] }

const nothing: CallWords = {
  subject: {},
  introduction: {},
  anchor: null,
  caller: null,
  report: null,
  deadline: null,
  visibility: 'public',
  reminders: [14, 3],
  contact: null,
}

/** What the paragraph in the address gives, with as many weeks for the office as the address asks for. */
async function proposedBy(input: LoaderInput): Promise<{ from: string; weeks: number; proposal: CallProposal | null }> {
  const { rooms, visitor } = visitOf(input)
  if (!rooms.submissions.may(visitor, act)) {
    throw turnedAway(input, { refused: 'not-allowed', act, signIn: visitor.person === null })
  }
  const asked = new URL(input.request.url).searchParams
  const from = asked.get('from') ?? ''
  const weeks = Math.min(Math.max(Number.parseInt(asked.get('weeks') ?? '4', 10) || 0, 0), 26)
  return { from, weeks, proposal: from === '' ? null : await rooms.submissions.propose(from, visitor, weeks) }
}

export async function loader(input: LoaderInput) {
  const { rooms, visitor, reads } = visitOf(input)
  const { from, weeks, proposal } = await proposedBy(input)
  const [directory, library] = await Promise.all([rooms.parties.directory(), rooms.submissions.library(visitor)])
  return {
    from,
    weeks,
    proposal,
    addressees: (proposal?.addressees ?? []).map(({ actor, asWritten }) =>
      directory.called(actor, asWritten, reads.language),
    ),
    callers: callersIn(directory, reads.language),
    library: library.map(({ call, title, questions }) => ({
      call,
      title: saidIn(title, reads.language)?.words ?? call,
      questions,
    })),
    language: writingIn(reads.language),
    once: crypto.randomUUID(),
  }
}

export async function action(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const { proposal } = await proposedBy(input)
  const form = await input.request.formData()
  if (fieldOf(form, 'act') !== act) throw unknownAct()
  const words = callWordsIn(form, proposal?.words ?? nothing)
  const text = fieldOf(form, 'text') === 'yes' ? (proposal?.text ?? null) : null
  const formOf = fieldOf(form, 'form-of') || null
  const result = await rooms.submissions.makeCall(visitor, { words, formOf, text, once: keyOf(form) })
  if (!('refused' in result)) return redirectTo(`/calls/${result.call}/form`)
  if (result.refused === 'not-allowed') throw turnedAway(input, result)
  return { refused: result.refused, errors: result.refused === 'invalid' ? result.errors : [], words, formOf }
}

/** A call is made: from the paragraph that orders it, or freely. */
export default function NewCall({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const sessionName = useSessionName()
  const { from, weeks, proposal, addressees, callers, library, language, once } = loaderData
  const given = actionData?.words ?? proposal?.words ?? nothing
  const counted = proposal?.counted
  const why = counted
    ? words.rich(counted.reportBy === null ? 'calls.counted' : 'calls.counted-by-rule', {
        session: sessionName(counted.body, counted.session),
        starts: <Day key="s" date={counted.starts} />,
        by: <Day key="b" date={counted.reportBy ?? counted.starts} />,
        weeks: counted.weeks,
      })
    : proposal?.words.report
      ? words('calls.not-counted')
      : undefined
  return (
    <>
      <PageHead kicker={<a href="/calls">{words('calls.title')}</a>} title={words('calls.new')}>
        <p>{words('calls.new-lede')}</p>
      </PageHead>
      {proposal?.words.anchor ? (
        <Notice title={words('calls.from-paragraph')}>
          <p>
            <a href={mandateAddress(from)}>
              <Citation place={proposal.words.anchor} />
            </a>
          </p>
          {addressees.length > 0 && <p>{words('calls.asks', { who: words.list(addressees) })}</p>}
          {counted && (
            <form method="get" className={styles.inline}>
              <input type="hidden" name="from" value={from} />
              <TextField
                name="weeks"
                type="number"
                min={0}
                max={26}
                label={words('calls.field.weeks')}
                defaultValue={String(weeks)}
              />
              <Button quiet>{words('calls.count-anew')}</Button>
            </form>
          )}
        </Notice>
      ) : (
        <Notice>
          <p>{words(from === '' ? 'calls.made-freely' : 'calls.no-such-paragraph', { from })}</p>
        </Notice>
      )}
      <Section id="words" title={words('calls.what-it-says')}>
        {actionData && <FormFault>{words(`submissions.refusal.${actionData.refused}`)}</FormFault>}
        <ActForm act={act} hidden={{ once }} wide>
          <div className={styles.measure}>
            <CallWordsFields
              given={given}
              callers={callers}
              errors={actionData?.errors ?? []}
              language={language}
              why={why}
            />
            {proposal?.text && (
              <p>
                <label>
                  <input type="checkbox" name="text" value="yes" defaultChecked />{' '}
                  {words('calls.comments-on', { document: proposal.text.document })}
                </label>
              </p>
            )}
            {library.length > 0 && (
              <SelectField
                name="form-of"
                label={words('calls.field.form-of')}
                help={words('calls.help.form-of')}
                defaultValue={actionData?.formOf ?? ''}
                options={[
                  { value: '', text: words('calls.empty-form') },
                  ...library.map(({ call, title, questions }) => ({
                    value: call,
                    text: words('calls.library-line', { call, title, questions }),
                  })),
                ]}
              />
            )}
            <Button>{words('calls.make')}</Button>
          </div>
        </ActForm>
      </Section>
    </>
  )
}
