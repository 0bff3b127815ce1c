import { languages } from '@resolute/reader'
import { keyOf } from '#platform/forms'
import {
  ActForm,
  type ActionProps,
  Button,
  FormFault,
  fieldOf,
  Instant,
  type LoaderInput,
  languageName,
  Notice,
  notFound,
  PageHead,
  type PageProps,
  redirectTo,
  Section,
  turnedAway,
  unknownAct,
  useWords,
  visitOf,
} from '#web'
import type { Form } from '../form.ts'
import { writingIn } from './call-words-reading.ts'
import styles from './calls.module.css'
import { commentedIn } from './commented.ts'
import { edited } from './form-edits.ts'
import { editIn } from './form-fields.ts'
import { NoteLine } from './form-notes.tsx'
import { FormOutline } from './form-outline.tsx'
import { FormPreview } from './form-preview.tsx'
import { saidIn } from './localised.tsx'

const act = 'submissions.change-form'
export const handle = { opens: act, acts: [act] }

async function draftIn(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  if (!rooms.submissions.may(visitor, act)) {
    throw turnedAway(input, { refused: 'not-allowed', act, signIn: visitor.person === null })
  }
  const id = input.params.call ?? ''
  const asked = new URL(input.request.url).searchParams
  const [call, draft] = await Promise.all([
    rooms.submissions.call(id, visitor),
    rooms.submissions.draftForm(id, visitor, asked.get('draft') ?? undefined),
  ])
  if (!call || !draft || call.state === 'dropped') throw notFound('page', id)
  return { call, draft, asked }
}

export async function loader(input: LoaderInput) {
  const { call, draft, asked } = await draftIn(input)
  const { rooms, visitor, reads } = visitOf(input)
  const [drafts, library, documents] = await Promise.all([
    rooms.submissions.drafts(call.id, visitor),
    rooms.submissions.library(visitor),
    rooms.documents.list(),
  ])
  const people = drafts.flatMap(({ by }) => /^person:(\d+)$/.exec(by)?.[1] ?? [])
  return {
    call,
    draft,
    drafts: drafts.slice(0, 20),
    names: Object.fromEntries(await rooms.parties.names([...new Set(people)])),
    library: library.filter((one) => one.call !== call.id),
    documents: documents.slice(0, 500).map(({ id, title }) => ({ id, title })),
    writing: writingIn(asked.get('in') ?? reads.language),
    editing: asked.get('edit') ?? '',
    adding: asked.get('add') ?? '',
    shown: asked.get('draft'),
    preview: asked.has('preview'),
    commented: asked.has('preview') || asked.has('draft') ? await commentedIn(rooms, draft.form) : {},
    once: crypto.randomUUID(),
  }
}

/** The form an action puts in the place of the draft: an earlier draft, the form of an earlier call, or the draft changed. */
async function formAsked(
  input: LoaderInput,
  form: FormData,
): Promise<{ readonly form: Form; readonly next: string | null } | null> {
  const { rooms, visitor } = visitOf(input)
  const id = input.params.call ?? ''
  const from = fieldOf(form, 'from')
  if (fieldOf(form, 'do') === 'copy') {
    const issued = await rooms.submissions.form(from, visitor)
    return issued && { form: issued.form, next: null }
  }
  if (fieldOf(form, 'do') === 'go-back') {
    const earlier = await rooms.submissions.draftForm(id, visitor, from)
    return earlier && { form: earlier.form, next: null }
  }
  const draft = await rooms.submissions.draftForm(id, visitor)
  const edit = draft && editIn(form, draft.form, writingIn(fieldOf(form, 'in')))
  if (!draft || !edit) return null
  const next = edit.do === 'add-section' ? `s${draft.free.section}` : edit.do === 'add-question' ? edit.section : null
  return { form: edited(draft.form, edit, draft.free), next }
}

export async function action(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const call = input.params.call ?? ''
  const sent = await input.request.formData()
  if (fieldOf(sent, 'act') !== act) throw unknownAct()
  if (!rooms.submissions.may(visitor, act)) {
    throw turnedAway(input, { refused: 'not-allowed', act, signIn: visitor.person === null })
  }
  const asked = await formAsked(input, sent)
  if (!asked) throw notFound('page', call)
  const seen = Number(fieldOf(sent, 'seen')) || 0
  const result = await rooms.submissions.changeForm(visitor, { call, form: asked.form, seen, once: keyOf(sent) })
  if ('refused' in result) {
    if (result.refused === 'not-allowed') throw turnedAway(input, result)
    return { refused: result.refused, errors: result.refused === 'invalid' ? result.errors : [] }
  }
  const language = writingIn(fieldOf(sent, 'in'))
  // What was added to is open for the next question.
  if (asked.next) return redirectTo(`/calls/${call}/form?in=${language}&add=${asked.next}#add-${asked.next}`)
  return redirectTo(`/calls/${call}/form?in=${language}#${fieldOf(sent, 'place-of') || 'main'}`)
}

/** The form of a call is written: sections, questions, conditions, texts in six languages; earlier drafts are kept. */
export default function FormPage({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { call, draft, library, documents, writing, editing, adding, shown, preview, once } = loaderData
  const address = `/calls/${call.id}/form`
  const sent = { once, seen: String(call.acts), in: writing }
  const blocking = draft.notes.filter(({ severity }) => severity === 'blocks')
  const questions = draft.form.sections.reduce((sum, section) => sum + section.questions.length, 0)
  return (
    <>
      <PageHead
        kicker={<a href={`/calls/${call.id}`}>{saidIn(call.words.subject, writing)?.words ?? call.id}</a>}
        title={words('calls.form')}
      >
        <p>{words('calls.questions', { count: questions })}</p>
      </PageHead>
      {actionData && <FormFault>{words(`submissions.refusal.${actionData.refused}`)}</FormFault>}
      {call.state === 'open' && (
        <Notice>
          <p>{words(draft.isOut ? 'calls.form-of.is-out' : 'calls.form-of.not-out', { version: call.version })}</p>
        </Notice>
      )}
      <Languages data={loaderData} address={address} />
      {blocking.length > 0 && (
        <Notice title={words('calls.not-ready')}>
          <ul className={styles.notes}>
            {blocking.map((note, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: notes do not move on a rendered page
              <NoteLine key={i} note={note} address={address} />
            ))}
          </ul>
        </Notice>
      )}
      <datalist id="documents">
        {documents.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </datalist>
      <Section
        id="parts"
        title={words(preview || shown ? 'calls.preview' : 'calls.form-of.parts')}
        aside={
          preview || shown ? (
            <a href={`${address}?in=${writing}`}>{words('calls.form-of.write-on')}</a>
          ) : (
            <a href={`${address}?in=${writing}&preview=yes`}>{words('calls.preview')}</a>
          )
        }
      >
        {shown !== null && (
          <ActForm act={act} inline hidden={{ ...sent, do: 'go-back', from: shown }}>
            <Button>{words('calls.form-of.go-back')}</Button>
          </ActForm>
        )}
        {preview || shown !== null ? (
          <FormPreview form={draft.form} commented={loaderData.commented} />
        ) : (
          <FormOutline form={draft.form} notes={draft.notes} editing={editing} adding={adding} sent={sent} />
        )}
      </Section>
      {questions === 0 && library.length > 0 && (
        <Section id="library" title={words('calls.form-of.library')}>
          <ul className={styles.outline}>
            {library.map((one) => (
              <li key={one.call}>
                <ActForm act={act} inline hidden={{ ...sent, do: 'copy', from: one.call }}>
                  <span>
                    {words('calls.library-line', {
                      call: one.call,
                      title: saidIn(one.title, writing)?.words ?? one.call,
                      questions: one.questions,
                    })}
                  </span>
                  <Button quiet>{words('calls.form-of.start-from')}</Button>
                </ActForm>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Drafts data={loaderData} address={address} />
    </>
  )
}

type Data = PageProps<typeof loader>['loaderData']

/** In which language is written, and how many texts each of the others lacks. */
function Languages({ data, address }: { readonly data: Data; readonly address: string }) {
  const words = useWords()
  const { draft, writing } = data
  const lacking = (language: string) => draft.missing.filter((one) => one.languages.some((l) => l === language)).length
  return (
    <nav aria-label={words('calls.form-of.languages')}>
      <ul className={styles.links}>
        {languages.map((language) => (
          <li key={language}>
            <a
              href={`${address}?in=${language}${data.editing ? `&edit=${data.editing}` : ''}`}
              aria-current={language === writing ? 'true' : undefined}
            >
              <bdi lang={language}>{languageName(language)}</bdi>
            </a>{' '}
            {lacking(language) > 0 && (
              <span className={styles.about}>{words('calls.missing-texts', { count: lacking(language) })}</span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What the form was before, to look at and to go back to. */
function Drafts({ data, address }: { readonly data: Data; readonly address: string }) {
  const words = useWords()
  const { drafts, names, call, writing, once } = data
  const [, before] = drafts
  if (!before) return null
  const sent = { once, seen: String(call.acts), in: writing }
  return (
    <Section id="drafts" title={words('calls.form-of.drafts')}>
      <ActForm act={act} inline hidden={{ ...sent, do: 'go-back', from: before.draft }}>
        <Button quiet>{words('calls.form-of.undo')}</Button>
      </ActForm>
      <details>
        <summary>{words('calls.form-of.earlier', { count: drafts.length - 1 })}</summary>
        <ol className={styles.outline}>
          {drafts.slice(1).map(({ draft, by, at, questions }) => (
            <li key={draft}>
              <a href={`${address}?in=${writing}&draft=${draft}`}>
                <Instant at={at} />
              </a>{' '}
              <span className={styles.about}>
                {words('calls.questions', { count: questions })} · <bdi>{names[by.replace('person:', '')] ?? by}</bdi>
              </span>
            </li>
          ))}
        </ol>
      </details>
    </Section>
  )
}
