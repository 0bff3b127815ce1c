import type { Language } from '@resolute/reader'
import type { Answer, Answers } from './answer.ts'
import type { Call, Visibility } from './call.ts'
import type { IssuedForm } from './form.ts'
import type { Invitation } from './invitation.ts'

/** The way an answer came. */
export const channels = ['online', 'docx', 'xlsx', 'html', 'api', 'office'] as const
export type Channel = (typeof channels)[number]

/**
 * What was sent once. Never changed: a correction is another one, a withdrawal is told beside it. Address:
 * `/calls/<call>/submissions/<n>`, where `n` is the number of the invitation.
 */
export interface Submission {
  /** `<call>/<invitation>/<number>`. */
  readonly id: string
  readonly call: string
  readonly invitation: number
  /** 1, 2 for the correction of 1, and so on. */
  readonly number: number
  readonly actor: string | null
  readonly name: string
  readonly state: 'standing' | 'replaced' | 'withdrawn'
  readonly version: number
  readonly answers: Answers
  /** Of the free text, mostly; each answer carries its own. */
  readonly language: Language
  readonly visibility: Visibility
  readonly channel: Channel
  /** The file it came by, as it came. */
  readonly original: {
    readonly sha256: string
    readonly name: string
    readonly type: string
    readonly size: number
  } | null
  /** True where the office wrote down what had been sent to it. */
  readonly onBehalf: boolean
  readonly late: boolean
  /** As the ledger names who sent it. */
  readonly by: string
  readonly at: string
  readonly withdrawn: { readonly at: string; readonly reason: string | null } | null
}

/** An answer not sent yet: who wrote it and when, and where it was taken from before anybody looked at it. */
export interface DraftAnswer {
  readonly answer: Answer | null
  readonly by: string
  readonly at: string
  /** Earlier submission it was filled in from; null once somebody changed or confirmed it. */
  readonly from: { readonly call: string; readonly submission: string; readonly at: string } | null
}

/** What one who answers has before them. */
export interface Answering {
  readonly call: Call
  readonly invitation: Invitation
  readonly form: IssuedForm
  readonly drafts: Readonly<Record<string, DraftAnswer>>
  /** The one that stands, or was withdrawn; newest. */
  readonly sent: Submission | null
  /** Everything sent, oldest first. */
  readonly history: readonly Submission[]
  /** What the visitor may do now. */
  readonly may: {
    readonly write: boolean
    readonly send: boolean
    readonly handOn: boolean
    readonly takeBack: boolean
    readonly assign: boolean
    readonly withdraw: boolean
  }
  /** Whether they come by the link of the invitation alone. */
  readonly byLink: boolean
  /** Whether the office writes down what was sent to it: what those who answer have not sent is not among the drafts. */
  readonly onBehalf: boolean
}
