import { keyOf } from '#platform/forms'
import { fieldOf, type LoaderInput, redirectTo, turnedAway, unknownAct, visitOf } from '#web'
import { spanOf, textsIn } from '../quoting.ts'
import type { Outcome } from '../refusal.ts'
import { writingIn } from './call-words-reading.ts'

/** What the page of replies asks for. */
export const replyActs = ['submissions.mark-passage', 'submissions.unmark-passage', 'submissions.make-finding'] as const

type Rooms = ReturnType<typeof visitOf>['rooms']

/** Marks words for a finding, one there is or one made on the spot, or takes a mark away; back to the reply. */
export async function actOnReplies(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const form = await input.request.formData()
  const { pathname, searchParams } = new URL(input.request.url)
  const act = fieldOf(form, 'act')
  if (!rooms.submissions.may(visitor, act)) {
    throw turnedAway(input, { refused: 'not-allowed', act, signIn: visitor.person === null })
  }
  const done = await doneIn(rooms, input, form)
  const reply = fieldOf(form, 'submission').split('/')[1] ?? ''
  if ('refused' in done) {
    if (done.refused === 'not-allowed') throw turnedAway(input, done)
    const written = ['quote', 'finding', 'statement', 'submission', 'part'].map((name) => [name, fieldOf(form, name)])
    const errors = done.refused === 'invalid' ? done.errors : []
    return { refused: done.refused, errors, written: Object.fromEntries(written) as Readonly<Record<string, string>> }
  }
  searchParams.set('said', act.replace('submissions.', ''))
  return redirectTo(`${pathname}?${searchParams}${/^\d{1,6}$/.test(reply) ? `#reply-${reply}` : ''}`)

  function doneIn(rooms: Rooms, { params }: LoaderInput, form: FormData): Promise<Outcome<object>> {
    const once = keyOf(form)
    if (act === 'submissions.unmark-passage') {
      return rooms.submissions.unmarkPassage(visitor, { passage: fieldOf(form, 'passage'), once })
    }
    if (act !== 'submissions.mark-passage') throw unknownAct()
    return mark(rooms, input, form, { call: params.call ?? '', question: params.question ?? '', once })
  }
}

interface Where {
  readonly call: string
  readonly question: string
  readonly once: string
}

async function mark(
  { submissions }: Rooms,
  input: LoaderInput,
  form: FormData,
  { call, question, once }: Where,
): Promise<Outcome<object>> {
  const { visitor, reads } = visitOf(input)
  const start = /^\d{1,7}$/.test(fieldOf(form, 'start')) ? { start: Number(fieldOf(form, 'start')) } : {}
  const quote = fieldOf(form, 'quote').replace(/\r\n?/g, '\n')
  const part = fieldOf(form, 'part') || null
  const submission = fieldOf(form, 'submission')
  const statement = fieldOf(form, 'statement').trim()
  const given = { submission, question, part, quote, ...start, once }
  if (statement === '') return submissions.markPassage(visitor, { ...given, finding: fieldOf(form, 'finding') })
  // A finding nobody could mark anything for would be left behind: the words are looked for first.
  const [, invitation, number] = submission.split('/').map(Number)
  const found = await submissions.submission(call, invitation || 0, visitor, number || 0)
  const answer = found?.answers[question]
  const text = answer && textsIn(answer).find((one) => one.part === part)?.text
  if (text === undefined || !spanOf(text, quote, start.start)) return { refused: 'no-such-passage' }
  const said = { [writingIn(reads.language)]: statement }
  const made = await submissions.makeFinding(visitor, { call, statement: said, theme: {}, once })
  if ('refused' in made) return made
  return submissions.markPassage(visitor, { ...given, finding: made.finding, once: `${once.slice(0, 56)}-marked` })
}
