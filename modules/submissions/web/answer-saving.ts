import { type Language, languages } from '@resolute/reader'
import { bytesOf } from '#platform/forms'
import type { Answer, GivenAnswer } from '../answer.ts'
import type { FieldError, Outcome } from '../refusal.ts'
import type { Submissions } from '../room.ts'
import type { Answering } from '../submission.ts'
import type { Refused } from './answer-acts.ts'
import { type Given, givenIn, givenOf, markOf, toGiven } from './answer-names.ts'
import type { Answerer } from './answer-who.ts'

const fieldOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export const languageIn = (form: FormData): Language =>
  languages.find((one) => one === fieldOf(form, 'language')) ?? 'en'

/** What stands in an answer now: what is being written, else what was sent. */
export function answerNow({ drafts, sent }: Pick<Answering, 'drafts' | 'sent'>, question: string): Answer | null {
  const draft = drafts[question]
  return draft ? draft.answer : (sent?.answers[question] ?? null)
}

/**
 * Keeps what was changed on the page, question by question: what somebody else changed meanwhile stays as they wrote it,
 * and both wordings are shown. One who comes second into the same moment looks again, and once more at most.
 */
export async function saveIn(
  submissions: Submissions,
  who: Answerer,
  form: FormData,
): Promise<Outcome<Pick<Refused, 'errors' | 'typed' | 'conflicts'>>> {
  const { visitor, invitation } = who
  const language = languageIn(form)
  const given = givenIn(form)
  const take = fieldOf(form, 'take')
  given.delete(take)
  const uploads = await filesIn(submissions, who, form)
  for (let again = 0; ; again++) {
    const found = await submissions.answering(invitation, visitor)
    if (!found?.may.write) {
      // the act itself says why: not theirs, not there, or with somebody else
      const why = await submissions.save(visitor, { invitation, answers: {}, language })
      return 'refused' in why ? why : { refused: 'no-such-invitation' }
    }
    const answers: Record<string, GivenAnswer> = {}
    const typed: Record<string, Given> = {}
    const conflicts: string[] = []
    for (const [question, own] of given) {
      const fresh = uploads.files.get(question) ?? []
      const mine = { ...own, files: [...own.files, ...fresh] }
      const was = fieldOf(form, `was ${question}`)
      const mark = markOf(mine)
      const stands = markOf(givenOf(answerNow(found, question)))
      if (mark === was || mark === stands) continue
      if (was !== '' && was !== stands) {
        conflicts.push(question)
        typed[question] = mine
      } else answers[question] = toGiven(mine)
    }
    const confirm = confirmedIn(form, Object.keys(found.drafts))
    if (Object.keys(answers).length === 0 && confirm.length === 0) {
      return { errors: uploads.errors, typed, conflicts }
    }
    const seen = found.invitation.acts
    const kept = await submissions.save(visitor, { invitation, seen, answers, confirm, language })
    if ('refused' in kept) {
      if (kept.refused === 'changed-since' && again < 2) continue
      return kept
    }
    const errors = [...kept.errors, ...uploads.errors]
    for (const { field } of errors) {
      const question = field.split('.')[0] ?? ''
      const mine = given.get(question)
      if (mine) typed[question] = mine
    }
    return { errors, typed, conflicts }
  }
}

/** What the script of the page is told: marks of what stands now, and fields and questions it is to look at. */
export interface SavedAnswers {
  readonly marks: Readonly<Record<string, string>>
  readonly errors: readonly string[]
  readonly conflicts: readonly string[]
}

/** The same for the script of the page, which asks for it a moment after typing stops. */
export async function saveTyped(
  submissions: Submissions,
  who: Answerer,
  form: FormData,
): Promise<Outcome<SavedAnswers>> {
  const kept = await saveIn(submissions, who, form)
  if ('refused' in kept) return kept
  const found = await submissions.answering(who.invitation, who.visitor)
  if (!found) return { refused: 'no-such-invitation' }
  const marks = [...givenIn(form).keys()].map((question) => [question, markOf(givenOf(answerNow(found, question)))])
  return { marks: Object.fromEntries(marks), errors: kept.errors.map(({ field }) => field), conflicts: kept.conflicts }
}

function confirmedIn(form: FormData, drafts: readonly string[]): readonly string[] {
  const confirmed = form.getAll('confirm').filter((one) => typeof one === 'string')
  return confirmed.includes('all') ? drafts : confirmed
}

/** New files, each kept by its content before it is named in an answer. */
async function filesIn(submissions: Submissions, { visitor, invitation }: Answerer, form: FormData) {
  const files = new Map<string, Given['files']>()
  const errors: FieldError[] = []
  for (const [name, value] of form) {
    const [part, question = ''] = name.split(' ')
    if (part !== 'file' || typeof value === 'string' || value.name === '') continue
    const kept = await submissions.keepFile(visitor, {
      invitation,
      question,
      name: value.name,
      bytes: bytesOf(value),
    })
    if ('file' in kept) files.set(question, [...(files.get(question) ?? []), kept.file])
    else if (kept.refused === 'invalid') errors.push(...kept.errors)
    else errors.push({ field: question, code: 'unreadable' })
  }
  return { files, errors }
}
