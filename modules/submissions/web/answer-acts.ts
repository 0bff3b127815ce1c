import type { FieldError } from '../refusal.ts'
import type { Given } from './answer-names.ts'

/** The acts the page to answer on asks for. */
export const answerActs = [
  'submissions.save',
  'submissions.send',
  'submissions.withdraw',
  'submissions.show',
  'submissions.hand-on',
  'submissions.take-back',
  'submissions.assign',
  'submissions.bring-file',
] as const

/** What the page is shown again with, where something was refused or somebody else changed it meanwhile. */
export interface Refused {
  readonly act: string
  /** Null where only some answers were not taken: the others are kept. */
  readonly refused: string | null
  readonly errors: readonly FieldError[]
  /** What was typed, of questions whose answers were not taken. */
  readonly typed: Readonly<Record<string, Given>>
  /** Questions somebody else changed meanwhile, in other words. */
  readonly conflicts: readonly string[]
  readonly fields: Readonly<Record<string, string>>
}
