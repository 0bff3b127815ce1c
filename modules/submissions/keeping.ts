import { isDeepStrictEqual } from 'node:util'
import type { Language } from '@resolute/reader'
import type { Transaction } from '#platform/database'
import type { Answer, Answers, GivenAnswer } from './answer.ts'
import { type HowGiven, questionsOf, readAnswer } from './answers.ts'
import type { Offers } from './filling.ts'
import type { Form, Question } from './form.ts'
import type { Desk } from './hands.ts'
import type { FieldError } from './refusal.ts'
import { type DraftChange, type DraftRow, draftRows, filesKept, keepFiles, writeDrafts } from './store-answers.ts'

/** What one who writes has before them, read in the transaction that changes it. */
export interface Written {
  readonly drafts: ReadonlyMap<string, DraftRow>
  /** What was sent last: it stands where nothing was written since. */
  readonly sent: Answers
  readonly offers: Offers
}

export interface Writing extends Written {
  readonly invitation: string
  readonly desk: Desk
  /** Settled: see `settledForm`. */
  readonly form: Form
  readonly by: string
  readonly at: Date
}

export interface Kept {
  /** Ids of the questions whose answers stand as they were given. */
  readonly saved: readonly string[]
  readonly errors: readonly FieldError[]
  /** Of these, the ones that were something else before. */
  readonly changed: readonly string[]
}

/** What stands for a question: what is being written, else what was sent. */
export function standsNow({ drafts, sent }: Pick<Written, 'drafts' | 'sent'>, question: string): Answer | null {
  const draft = drafts.get(question)
  return draft ? draft.answer : (sent[question] ?? null)
}

/** Words alike, whatever language they are said to be in. */
function alike(one: Answer | null, other: Answer | null): boolean {
  if (one && other && 'language' in one && 'language' in other) {
    return isDeepStrictEqual({ ...one, language: null }, { ...other, language: null })
  }
  return isDeepStrictEqual(one, other)
}

/**
 * Reads what was given by the one rule and keeps what was taken, in one statement; what was not leaves what stood. An
 * answer filled in from earlier is one's own only where it was changed or confirmed: a form that comes back as it was
 * shown confirms nothing. The invitation is held by whoever calls.
 */
export async function keepAnswers(
  transaction: Transaction,
  writing: Writing,
  given: Readonly<Record<string, GivenAnswer>>,
  how: HowGiven & {
    readonly language: Language
    readonly confirm?: readonly string[]
    /** Where one answer is not taken, none is kept. */
    readonly strict?: boolean
  },
): Promise<Kept> {
  const { form, drafts, offers, by } = writing
  const questions = new Map<string, Question>(questionsOf(form).map((question) => [question.id, question]))
  const confirmed = new Set(how.confirm)
  const files = await filesKept(transaction, writing.invitation)
  const saved: string[] = []
  const errors: FieldError[] = []
  const changes: DraftChange[] = []
  const change = (question: string, answer: Answer | null, from: DraftChange['from'] = null): void => {
    const draft = drafts.get(question)
    changes.push({ question, answer, from, hand: draft ? draft.hand + (draft.by === by ? 0 : 1) : 1 })
  }
  for (const id of new Set([...Object.keys(given), ...confirmed])) {
    const question = questions.get(id)
    const offer = offers.get(id)
    if (!question) {
      errors.push({ field: id.slice(0, 100), code: 'no-such-question' })
      continue
    }
    const stands = standsNow(writing, id)
    const shown = stands ?? offer?.answer ?? null
    const said = given[id]
    const read = said ? readAnswer(question, said, how.language, { ...how, stands: shown }) : { answer: shown }
    if ('errors' in read) {
      errors.push(...read.errors)
      continue
    }
    const settled = withFiles(id, read.answer, files, shown)
    if ('code' in settled) {
      errors.push(settled)
      continue
    }
    saved.push(id)
    const { answer } = settled
    const own = drafts.get(id)
    if (offer && !own && alike(answer, offer.answer)) {
      if (confirmed.has(id)) change(id, offer.answer, offer.from)
    } else if (!alike(answer, stands) || (answer === null && offer && !own)) {
      change(id, answer)
    } else if (own?.by === by && !isDeepStrictEqual(answer, stands)) {
      // The same words, said by the same hands to be in another language.
      change(id, answer)
    }
  }
  if (how.strict && errors.length > 0) return { saved: [], errors, changed: [] }
  if (changes.length > 0) {
    const named = changes.flatMap(({ answer }) => (answer?.kind === 'file' ? answer.files : []))
    await keepFiles(
      transaction,
      writing.invitation,
      named.map(({ sha256 }) => sha256).filter((sha256) => !files.has(sha256)),
    )
    await writeDrafts(transaction, writing.invitation, writing.desk, changes, writing)
  }
  return { saved, errors, changed: changes.map(({ question }) => question) }
}

/** Files as they are kept; one that was neither brought for this invitation nor stands there is not taken. */
function withFiles(
  field: string,
  answer: Answer | null,
  kept: Awaited<ReturnType<typeof filesKept>>,
  shown: Answer | null,
): { readonly answer: Answer | null } | FieldError {
  if (answer?.kind !== 'file') return { answer }
  const before = new Map(shown?.kind === 'file' ? shown.files.map((file) => [file.sha256, file]) : [])
  const files = answer.files.map((file) => {
    const known = before.get(file.sha256)
    const found = kept.get(file.sha256)
    return known ?? (found ? { ...file, name: file.name.slice(0, 200), ...found } : null)
  })
  if (files.includes(null)) return { field, code: 'no-such-file' }
  return { answer: { kind: 'file', files: files.filter((file) => file !== null) } }
}

/** Everything one who writes has before them, in the act's transaction. */
export async function writtenOn(
  transaction: Transaction,
  invitation: string,
  desk: Desk,
  sent: Answers | null,
  offers: () => Promise<Offers>,
): Promise<Written> {
  // Offers are for who has not answered yet: a correction starts from what was sent.
  const [drafts, found] = [await draftRows(transaction, invitation, desk), sent === null ? await offers() : new Map()]
  return { drafts, sent: sent ?? {}, offers: new Map([...found].filter(([question]) => !drafts.has(question))) }
}
