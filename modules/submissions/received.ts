import type { Language } from '@resolute/reader'
import type { CallWords } from './call.ts'
import type { IssuedForm, Question } from './form.ts'
import type { InviteeGiven } from './invitation.ts'
import type { FindingWords } from './store-findings.ts'
import type { Submission } from './submission.ts'

/** One who was invited by then. */
export interface Invited {
  readonly n: number
  readonly kind: InviteeGiven['kind']
  readonly actor: string | null
  /** In English, or as given. */
  readonly name: string
  readonly extended: boolean
  /** What stood of it: a submission, one withdrawn, or nothing. Not what the words were. */
  readonly sent: { readonly state: 'standing' | 'withdrawn'; readonly late: boolean; readonly seen: boolean } | null
}

/** What a finding rests on, where it stood and may be shown. */
export interface Rested {
  readonly finding: number
  readonly invitation: number
  readonly number: number
  readonly question: string
}

/**
 * What had come in answer to a call by an instant, as far as somebody may see it. Figures, coverage and the section of
 * the report are made of this and nothing else: the same instant, the same figures.
 */
export interface Received {
  readonly call: string
  readonly words: CallWords
  readonly openedAt: string
  /** Forms that had gone out, newest first. */
  readonly forms: readonly IssuedForm[]
  readonly invited: readonly Invited[]
  /** Those that stood and may be seen. */
  readonly submissions: readonly Submission[]
  readonly findings: readonly { readonly n: number; readonly words: FindingWords }[]
  readonly passages: readonly Rested[]
}

/** Every question of the forms that went out, as the newest form that has it puts it; dropped ones come last. */
export function questionsAsked({ forms }: Pick<Received, 'forms'>): readonly Question[] {
  const questions = new Map<string, Question>()
  for (const { form } of forms) {
    for (const question of form.sections.flatMap((section) => section.questions)) {
      if (!questions.has(question.id)) questions.set(question.id, question)
    }
  }
  return [...questions.values()]
}

/** Where a submission stands in the application, and the answer to a question in it. */
export const submissionAddress = (
  { call, invitation }: { readonly call: string; readonly invitation: number },
  question?: string,
): string => `/calls/${call}/submissions/${invitation}${question === undefined ? '' : `#${question}`}`

/** Names actors are known by in a language; whoever the directory does not hold keeps the name given. */
export type Named = (of: { readonly actor: string | null; readonly name: string }) => string

/** In the order of names of a language, by number where two are called alike. */
export function inOrderOfNames<Of extends { readonly actor: string | null; readonly name: string }>(
  all: readonly Of[],
  named: Named,
  language: Language,
): readonly Of[] {
  const { compare } = new Intl.Collator(language)
  return all
    .map((one) => ({ one, name: named(one) }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ one }) => one)
}
