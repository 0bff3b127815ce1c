import { type LoaderInput, notFound, visitOf } from '#web'
import type { Form } from '../form.ts'
import { shownIn } from '../shown.ts'
import { writingIn } from './call-words-reading.ts'

/**
 * One submission as it was sent. Whoever may not see its words is told that it was sent, and no more; an address under
 * which nothing ever stood, or nobody was asked, names nothing.
 */
export async function loadSubmission(input: LoaderInput) {
  const { rooms, visitor, reads, origin } = visitOf(input)
  const { call: id = '', n: written = '' } = input.params
  const n = /^[1-9]\d{0,5}$/.test(written) ? Number(written) : 0
  const asked = new URL(input.request.url).searchParams.get('number') ?? ''
  const number = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined
  const call = n === 0 ? null : await rooms.submissions.call(id, visitor)
  if (!call) throw notFound('page', `${id}/${written}`)
  const language = writingIn(reads.language)
  const [directory, coverage, found] = await Promise.all([
    rooms.parties.directory(),
    rooms.submissions.coverage(id, visitor, language),
    rooms.submissions.submission(id, n, visitor, number),
  ])
  const member = coverage?.groups.flatMap(({ members }) => members).find(({ invitation }) => invitation === n)
  const numbers = (form: Form | undefined): Readonly<Record<string, number>> =>
    Object.fromEntries(
      (form?.sections ?? []).flatMap(({ questions }) => questions).map((question, at) => [question.id, at + 1]),
    )
  const head = {
    call: { id, subject: call.words.subject },
    n,
    address: `${origin}/calls/${id}/submissions/${n}`,
    signedIn: visitor.person !== null,
  }
  if (!found) {
    if (!member || member.state === 'no_information') throw notFound('page', `${id}/${n}`)
    return {
      ...head,
      actor: member.actor,
      name: member.name,
      hidden: member.state,
      submission: null,
      ...nothing,
      numbers: numbers(undefined),
    }
  }
  const [issued, newest] = await Promise.all([
    rooms.submissions.form(id, visitor, found.version),
    number === undefined ? found : rooms.submissions.submission(id, n, visitor),
  ])
  const earlier = await Promise.all(
    Array.from({ length: (newest?.number ?? found.number) - 1 }, (_, at) =>
      rooms.submissions.submission(id, n, visitor, at + 1),
    ),
  )
  const actor = found.actor === null ? null : directory.actor(found.actor)
  const shown = issued ? shownIn(issued.form, found.answers) : new Set<string>()
  const sections = (issued?.form.sections ?? []).map((section) => ({
    ...section,
    questions: section.questions.filter((question) => shown.has(question.id) || found.answers[question.id]),
  }))
  const { by: _, ...submission } = found
  return {
    ...head,
    actor: actor?.id ?? null,
    name: directory.called(found.actor, found.name, reads.language),
    hidden: null,
    submission,
    sections: sections.filter(({ questions }) => questions.length > 0),
    numbers: numbers(issued?.form),
    /** Those before it the visitor may see: the office and whoever sent them. */
    history: [...earlier, newest].flatMap((one) => (one ? [{ number: one.number, at: one.at, state: one.state }] : [])),
  }
}

const nothing = { sections: [], history: [] } as const

export type SubmissionData = Awaited<ReturnType<typeof loadSubmission>>
