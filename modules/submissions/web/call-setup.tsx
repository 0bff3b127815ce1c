import { keyOf } from '#platform/forms'
import {
  ActForm,
  type ActionProps,
  Button,
  FormFault,
  fieldOf,
  type LoaderInput,
  notFound,
  PageHead,
  type PageProps,
  redirectTo,
  turnedAway,
  unknownAct,
  useWords,
  visitOf,
} from '#web'
import { CallWordsFields } from './call-words-fields.tsx'
import { callersIn, callWordsIn, writingIn } from './call-words-reading.ts'
import styles from './calls.module.css'
import { saidIn } from './localised.tsx'

const act = 'submissions.change-call'
export const handle = { opens: act, acts: [act] }

async function callIn(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  if (!rooms.submissions.may(visitor, act)) {
    throw turnedAway(input, { refused: 'not-allowed', act, signIn: visitor.person === null })
  }
  const id = input.params.call ?? ''
  const call = await rooms.submissions.call(id, visitor)
  if (!call || call.state === 'dropped') throw notFound('page', id)
  return call
}

export async function loader(input: LoaderInput) {
  const call = await callIn(input)
  const { rooms, reads } = visitOf(input)
  const directory = await rooms.parties.directory()
  return {
    call,
    callers: callersIn(directory, reads.language),
    language: writingIn(reads.language),
    once: crypto.randomUUID(),
  }
}

export async function action(input: LoaderInput) {
  const call = await callIn(input)
  const { rooms, visitor } = visitOf(input)
  const form = await input.request.formData()
  if (fieldOf(form, 'act') !== act) throw unknownAct()
  const words = callWordsIn(form, call.words)
  const seen = Number(fieldOf(form, 'seen')) || 0
  const result = await rooms.submissions.changeCall(visitor, { call: call.id, words, seen, once: keyOf(form) })
  if (!('refused' in result)) return redirectTo(`/calls/${call.id}?said=change-call`)
  if (result.refused === 'not-allowed') throw turnedAway(input, result)
  return { refused: result.refused, errors: result.refused === 'invalid' ? result.errors : [], words }
}

/** What is said of a call: subject and introduction in six languages, deadline, report, reminders. */
export default function CallSetup({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { call, callers, language, once } = loaderData
  const fixed = call.state !== 'draft'
  return (
    <>
      <PageHead
        kicker={<a href={`/calls/${call.id}`}>{saidIn(call.words.subject, language)?.words ?? call.id}</a>}
        title={words('calls.setup')}
      >
        {fixed && <p>{words('calls.setup-fixed')}</p>}
      </PageHead>
      {actionData && <FormFault>{words(`submissions.refusal.${actionData.refused}`)}</FormFault>}
      <ActForm act={act} hidden={{ once, seen: String(call.acts) }} wide>
        <div className={styles.measure}>
          <CallWordsFields
            given={actionData?.words ?? call.words}
            callers={callers}
            errors={actionData?.errors ?? []}
            language={language}
            fixed={fixed}
          />
          <Button>{words('calls.save')}</Button>
        </div>
      </ActForm>
    </>
  )
}
