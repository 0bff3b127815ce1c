import { keyOf } from '#platform/forms'
import { fieldOf, type LoaderInput, redirectTo, turnedAway, unknownAct, visitOf } from '#web'
import type { Visibility } from '../call.ts'
import type { FieldError, Outcome } from '../refusal.ts'
import type { Submissions } from '../room.ts'
import type { Refused } from './answer-acts.ts'
import { givenIn } from './answer-names.ts'
import { languageIn, saveIn } from './answer-saving.ts'
import { type Answerer, answererOf } from './answer-who.ts'

const shown: readonly string[] = ['reason', 'person', 'visibility', 'language']

export async function actOnAnswer(input: LoaderInput): Promise<Response | Refused> {
  const { rooms } = visitOf(input)
  const who = await answererOf(input)
  const form = await input.request.formData()
  const act = fieldOf(form, 'act')
  const fields = Object.fromEntries(shown.map((name) => [name, fieldOf(form, name)]))
  const none: Refused = { act, refused: null, errors: [], typed: {}, conflicts: [], fields }
  if (act === 'submissions.save') {
    const kept = await saveIn(rooms.submissions, who, form)
    if (!('refused' in kept)) {
      if (kept.errors.length === 0 && kept.conflicts.length === 0) return redirectTo(onward(who, form))
      return { ...none, ...kept }
    }
    if (kept.refused === 'not-allowed') throw turnedAway(input, kept)
    return { ...none, refused: kept.refused, errors: errorsOf(kept), typed: Object.fromEntries(givenIn(form)) }
  }
  const done = await actIn(rooms.submissions, who, form)
  if (!('refused' in done)) {
    const brought = 'brought' in done ? `&brought=${done.brought}` : ''
    return redirectTo(`${who.address}?said=${act.replace('submissions.', '')}${brought}`)
  }
  if (done.refused === 'not-allowed') throw turnedAway(input, done)
  return { ...none, refused: done.refused, errors: errorsOf(done) }
}

const errorsOf = (refusal: { readonly refused: string }): readonly FieldError[] =>
  'errors' in refusal ? (refusal.errors as readonly FieldError[]) : []

/** On to where the button led: another section, the check, or back to the question it stands beside. */
function onward({ address }: Answerer, form: FormData): string {
  const section = fieldOf(form, 'section')
  const to = fieldOf(form, 'onward')
  if (to === 'check') return `${address}?step=check`
  const at = new URLSearchParams({ ...(section !== '' && { section }), said: 'saved' })
  if (to.startsWith('section ')) at.set('section', to.slice(8))
  const [, question = ''] = to.split(' ')
  const place = to.startsWith('at ') && /^[\w-]{1,64}$/.test(question) ? `#at-${question}` : ''
  return `${address}?${at}${place}`
}

/** The acts that go on the record, each by the button of its own form. */
async function actIn(submissions: Submissions, who: Answerer, form: FormData): Promise<Outcome<object>> {
  const { visitor, invitation } = who
  const seen = /^\d{1,9}$/.test(fieldOf(form, 'seen')) ? { seen: Number(fieldOf(form, 'seen')) } : {}
  const on = { invitation, once: keyOf(form), ...seen }
  const reason = fieldOf(form, 'reason').trim() || null
  const visibility = fieldOf(form, 'visibility') as Visibility
  switch (fieldOf(form, 'act')) {
    case 'submissions.send':
      return submissions.send(visitor, { ...on, visibility, language: languageIn(form) })
    case 'submissions.withdraw':
      return submissions.withdraw(visitor, { ...on, reason })
    case 'submissions.show':
      return submissions.show(visitor, { ...on, visibility })
    case 'submissions.hand-on':
      return submissions.handOn(visitor, { ...on, person: fieldOf(form, 'person'), reason })
    case 'submissions.take-back':
      return submissions.takeBack(visitor, { ...on, person: fieldOf(form, 'person') || null, reason })
    case 'submissions.assign':
      return submissions.assign(visitor, { ...on, person: fieldOf(form, 'person') || null })
    case 'submissions.bring-file': {
      const file = form.get('file')
      const given = file instanceof File && file.name !== '' ? file : null
      if (given === null) return { refused: 'invalid', errors: [{ field: 'file', code: 'missing' }] }
      const bytes = new Uint8Array(await given.arrayBuffer())
      return submissions.bringFile(visitor, { ...on, file: { name: given.name, bytes } })
    }
    default:
      throw unknownAct()
  }
}
