import type { Readable } from 'node:stream'
import type { Language, LocalisedText } from '@resolute/reader'
import type { Lying } from '#modules/parties'
import type { Visitor } from '#platform/access'
import type { Transaction } from '#platform/database'
import type { KeptFile } from '#platform/files'
import type { Table } from '#platform/tables'
import type { AnswerFile, GivenAnswer } from './answer.ts'
import type { Call, CallLine, CallProposal, CallState, CallWords, MissingText, TextPlace, Visibility } from './call.ts'
import type { CallSection, Coverage, Figure, Finding } from './finding.ts'
import type { Form, FormNote, IssuedForm } from './form.ts'
import type { Invitation, InvitationCounts, InvitationFilter, InviteeGiven } from './invitation.ts'
import type { Bring, BroughtReport, OfflineFormat } from './offline.ts'
import type { FieldError, Outcome } from './refusal.ts'
import type { Answering, Submission } from './submission.ts'

/** What every act on a call is told: which, the key of the form it came by, and how many acts had been seen then. */
export interface OnCall {
  readonly call: string
  readonly once?: string
  readonly seen?: number
}

/** The same for an act on one invitation, `<call>/<n>`. */
export interface OnInvitation {
  readonly invitation: string
  readonly once?: string
  readonly seen?: number
}

/** A file to hand out, with the name it is saved under. */
export interface HandedOut {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Calls, their forms and how they come to be. */
export interface Calls {
  /** What a paragraph of the register gives for a call; null where there is no such mandate. `weeks`: what the office needs. */
  propose(mandate: string, by: Visitor, weeks?: number): Promise<CallProposal | null>
  /** Open and closed ones for everybody, drafts for the office; newest first. */
  calls(filter: { readonly state?: CallState; readonly document?: string }, by: Visitor): Promise<readonly CallLine[]>
  /** Null where there is none the visitor may see. */
  call(id: string, by: Visitor): Promise<Call | null>
  /** Calls that feed a report to a session. */
  feeding(body: string, session: number): Promise<readonly Call[]>
  /**
   * The form being written, for the office, or an earlier draft of it; what keeps it from going out; which languages are
   * missing; numbers no section or question had in any version (`s4`, `q11`); whether it is the form that is out.
   */
  draftForm(
    id: string,
    by: Visitor,
    draft?: string,
  ): Promise<{
    readonly form: Form
    readonly notes: readonly FormNote[]
    readonly missing: readonly MissingText[]
    readonly free: { readonly section: number; readonly question: number }
    readonly isOut: boolean
  } | null>
  /** Drafts of a form, newest first, for the office; `draft` names one. */
  drafts(
    id: string,
    by: Visitor,
  ): Promise<
    readonly { readonly draft: string; readonly by: string; readonly at: string; readonly questions: number }[]
  >
  /** The form that is out, newest or of a version; null where none is, or the visitor may not see the call. */
  form(id: string, by: Visitor, version?: number): Promise<IssuedForm | null>
  /** Forms of earlier calls one may start from, newest first, with how many were answered. */
  library(by: Visitor): Promise<
    readonly {
      readonly call: string
      readonly title: LocalisedText
      readonly questions: number
      readonly answered: number
    }[]
  >

  /** Act `submissions.make-call`: a draft, with the form of an earlier call where `formOf` names it. Who may: an officer. */
  makeCall(
    by: Visitor,
    given: {
      readonly words: CallWords
      readonly formOf?: string | null
      /** A text to be commented on, as the first question. */
      readonly text?: TextPlace | null
      readonly once?: string
    },
  ): Promise<Outcome<{ readonly call: string }>>
  /** Act `submissions.change-call`. Once open, subject and deadline are changed by no one: extend instead. */
  changeCall(by: Visitor, given: OnCall & { readonly words: CallWords }): Promise<Outcome<{ readonly call: string }>>
  /** Act `submissions.change-form`: the draft of the form, whole. Earlier drafts are kept. */
  changeForm(
    by: Visitor,
    given: OnCall & { readonly form: Form },
  ): Promise<Outcome<{ readonly notes: readonly FormNote[] }>>
  /** Act `submissions.open-call`: form and deadline go out; whoever is invited can answer. Opens a closed one again. */
  openCall(by: Visitor, given: OnCall): Promise<Outcome<{ readonly version: number }>>
  /** Act `submissions.issue-form`: another version of the form of an open call. What was answered stays. */
  issueForm(by: Visitor, given: OnCall): Promise<Outcome<{ readonly version: number }>>
  /** Act `submissions.close-call`: nothing more is taken. */
  closeCall(by: Visitor, given: OnCall): Promise<Outcome<{ readonly call: string }>>
  /** Act `submissions.drop-call`: a draft that comes to nothing. */
  dropCall(by: Visitor, given: OnCall): Promise<Outcome<{ readonly call: string }>>
}

/** Who is invited, how they are asked, and where each stands. */
export interface Inviting {
  /** For the office all there is; for everybody else who is invited and whether something stands. */
  invitations(
    call: string,
    filter: InvitationFilter,
    by: Visitor,
  ): Promise<{ readonly rows: readonly Invitation[]; readonly next: number | null }>
  counts(call: string): Promise<InvitationCounts>
  invitation(id: string, by: Visitor): Promise<Invitation | null>
  /** What befell an invitation, oldest first. For the office and who answers. */
  history(
    id: string,
    by: Visitor,
  ): Promise<
    readonly {
      readonly act: string
      readonly by: string
      readonly at: string
      readonly facts: Readonly<Record<string, unknown>>
    }[]
  >
  /** Open invitations of the actors a visitor acts for, the nearest deadline first. */
  awaiting(by: Visitor): Promise<readonly (Invitation & { readonly subject: LocalisedText })[]>
  /** Who answers and who has it, of these invitations that stand and are somebody's of the directory. */
  lying(ids: readonly string[]): Promise<ReadonlyMap<string, Lying & { readonly actor: string }>>
  /** Covering letter in the language of the invitee; the personal link stands in it where it can be given. */
  letter(id: string, by: Visitor, link?: string | null): Promise<HandedOut | null>

  /** Act `submissions.invite`. Does: one invitation for each who is not invited yet; members in the place of groups. */
  invite(
    by: Visitor,
    given: OnCall & { readonly invitees: readonly InviteeGiven[] },
  ): Promise<Outcome<{ readonly invited: readonly string[]; readonly already: number }>>
  /** Act `submissions.change-invitation`: address, language. */
  changeInvitation(
    by: Visitor,
    given: OnInvitation & { readonly email?: string | null; readonly language?: Language },
  ): Promise<Outcome<{ readonly invitation: string }>>
  /** Act `submissions.uninvite`, while nothing was sent. */
  uninvite(by: Visitor, given: OnInvitation): Promise<Outcome<{ readonly invitation: string }>>
  /** Act `submissions.ask`: letters with personal links to these, or to all not asked yet, in one entry. */
  ask(
    by: Visitor,
    given: OnCall & { readonly invitations?: readonly string[]; readonly origin: string },
  ): Promise<Outcome<{ readonly asked: number; readonly notReached: number }>>
  /**
   * Act `submissions.ask` on paper: letters as Word files with a fresh personal link in each, in one archive, to be
   * handed over by other ways: these, or all who have not sent.
   */
  askOnPaper(
    by: Visitor,
    given: OnCall & { readonly invitations?: readonly string[]; readonly origin: string },
  ): Promise<Outcome<{ readonly asked: number; readonly letters: HandedOut }>>
  /** Act `submissions.remind`: these, or all who were asked and have not sent. Nobody twice on one day. */
  remind(
    by: Visitor,
    given: OnCall & { readonly invitations?: readonly string[]; readonly origin: string },
  ): Promise<Outcome<{ readonly reminded: number }>>
  /** Act `submissions.extend`: another day for these, or for all. */
  extend(
    by: Visitor,
    given: OnCall & {
      readonly invitations?: readonly string[]
      readonly deadline: string
      readonly reason?: string | null
    },
  ): Promise<Outcome<{ readonly extended: number }>>
  /** Act `submissions.renew-link`: a new personal link, given once; the one before opens nothing any more. */
  renewLink(by: Visitor, given: OnInvitation): Promise<Outcome<{ readonly token: string }>>
  /** By the job: reminders that fall on a day, each once, whatever breaks off. */
  remindDue(origin: string): Promise<{ readonly reminded: number }>
  /** By the job: who was not reached, since the outbox gave up on every letter of the last round to them. */
  seeLetters(): Promise<void>

  /** Whoever holds a personal link, as a visitor who may answer that one invitation; null where it opens nothing. */
  holder(token: string, by: Visitor): Promise<{ readonly visitor: Visitor; readonly invitation: string } | null>
}

/** Answering: for who acts for the actor, who holds the link, and the office for what was sent to it. */
export interface AnsweringActs {
  /** Everything one who answers needs; null where there is no such invitation or it is not theirs to see. */
  answering(id: string, by: Visitor): Promise<Answering | null>
  /** Whether one who answers may act as they wish, field by field; nothing is kept. */
  check(form: Form, given: Readonly<Record<string, GivenAnswer>>, language: Language): Promise<readonly FieldError[]>
  /**
   * Act `submissions.save`, without an entry: keeps what is being written; an answer that is not taken leaves what stood
   * and says why, the others are kept. `confirm`: questions whose filled-in answers are now their own.
   */
  save(
    by: Visitor,
    given: OnInvitation & {
      readonly answers: Readonly<Record<string, GivenAnswer>>
      readonly confirm?: readonly string[]
      readonly language: Language
      /** Numbers in plain decimal notation, as programs write them. */
      readonly notation?: 'people' | 'plain'
      /** Whether questions that are not named are taken out. */
      readonly whole?: boolean
      /** Where one answer is not taken, none is. */
      readonly strict?: boolean
    },
  ): Promise<
    Outcome<{ readonly saved: readonly string[]; readonly errors: readonly FieldError[]; readonly acts: number }>
  >
  /** A file for an answer, kept by its content before it is named in `save`. */
  keepFile(
    by: Visitor,
    given: OnInvitation & {
      readonly question: string
      readonly name: string
      readonly bytes: AsyncIterable<Uint8Array>
    },
  ): Promise<Outcome<{ readonly file: AnswerFile }>>
  assign(
    by: Visitor,
    given: OnInvitation & { readonly person: string | null },
  ): Promise<Outcome<{ readonly invitation: string }>>
  handOn(
    by: Visitor,
    given: OnInvitation & {
      readonly person: string
      readonly reason?: string | null
      /** Address of the site, for the letter that tells them; none is written without it. */
      readonly origin?: string | null
    },
  ): Promise<Outcome<{ readonly invitation: string }>>
  takeBack(
    by: Visitor,
    given: OnInvitation & { readonly person?: string | null; readonly reason?: string | null },
  ): Promise<Outcome<{ readonly invitation: string }>>
  /**
   * Act `submissions.send`: what was written goes out, whole, in the place of what was sent before. Refusals: something
   * required is missing, nothing was written, it is not theirs to clear, the call is closed.
   */
  send(
    by: Visitor,
    given: OnInvitation & {
      readonly visibility: Visibility
      readonly language: Language
      /** `api`: a program brings it; else the way is told by what was brought before. */
      readonly channel?: 'api'
      /** Address of the site, for the receipt by mail; none is written without it. */
      readonly origin?: string | null
    },
  ): Promise<Outcome<{ readonly submission: string }>>
  /** Act `submissions.withdraw`: it no longer stands; that it was sent stays on the record. */
  withdraw(
    by: Visitor,
    given: OnInvitation & { readonly reason?: string | null },
  ): Promise<Outcome<{ readonly submission: string }>>
  /** Act `submissions.show`: to fewer or more, from now on. */
  show(
    by: Visitor,
    given: OnInvitation & { readonly visibility: Visibility },
  ): Promise<Outcome<{ readonly submission: string }>>
  /** A receipt as a Word file, for who sent it and the office. */
  receipt(submission: string, by: Visitor, language: Language): Promise<HandedOut | null>

  /** The form to answer offline, with what is written so far. */
  offlineForm(id: string, by: Visitor, format: OfflineFormat, language: Language): Promise<HandedOut | null>
  /** Act `submissions.bring-file`: reads a form back in. What could be read is kept as if typed; all else is told. */
  bringFile(
    by: Visitor,
    given: OnInvitation & { readonly file: Bring },
  ): Promise<Outcome<{ readonly report: BroughtReport; readonly brought: string }>>
  /** What became of a file, told again. */
  brought(
    id: string,
    by: Visitor,
  ): Promise<{
    readonly invitation: string
    readonly name: string
    readonly at: string
    readonly report: BroughtReport
  } | null>
}

/** What came, for whoever may see it, and what the office makes of it. */
export interface Analysis {
  /** One submission, the newest that went out; null where there is none the visitor may see. */
  submission(call: string, invitation: number, by: Visitor, number?: number): Promise<Submission | null>
  /** Those that stand and the visitor may see, in the order of names. */
  submissions(
    call: string,
    by: Visitor,
    page?: { readonly limit?: number; readonly after?: string },
  ): Promise<{ readonly rows: readonly Submission[]; readonly next: string | null; readonly hidden: number }>
  /** Replies to one question side by side, a page at a time, with who gave none. */
  replies(
    call: string,
    question: string,
    by: Visitor,
    page?: { readonly limit?: number; readonly after?: number },
  ): Promise<{
    readonly rows: readonly Pick<
      Submission,
      'id' | 'invitation' | 'actor' | 'name' | 'answers' | 'language' | 'visibility'
    >[]
    readonly next: number | null
    readonly total: number
    readonly hidden: number
  }>
  /** A file of an answer, where the visitor may see the submission or writes it. */
  answerFile(
    call: string,
    invitation: number,
    sha256: string,
    by: Visitor,
  ): Promise<{ readonly name: string; readonly file: KeptFile; readonly content: Readable } | null>
  coverage(call: string, by: Visitor, language: Language): Promise<Coverage | null>
  /** Of every question, or of one, which reads no more than what that one rests on. */
  figures(call: string, by: Visitor, language: Language, asOf?: string, question?: string): Promise<readonly Figure[]>
  findings(call: string, by: Visitor): Promise<readonly Finding[]>
  makeFinding(
    by: Visitor,
    given: OnCall & { readonly statement: LocalisedText; readonly theme: LocalisedText },
  ): Promise<Outcome<{ readonly finding: string }>>
  changeFinding(
    by: Visitor,
    given: {
      readonly finding: string
      readonly statement: LocalisedText
      readonly theme: LocalisedText
      readonly order?: number
      readonly once?: string
    },
  ): Promise<Outcome<{ readonly finding: string }>>
  dropFinding(
    by: Visitor,
    given: { readonly finding: string; readonly once?: string },
  ): Promise<Outcome<{ readonly finding: string }>>
  markPassage(
    by: Visitor,
    given: {
      readonly finding: string
      readonly submission: string
      readonly question: string
      readonly part: string | null
      readonly quote: string
      readonly start?: number
      readonly once?: string
    },
  ): Promise<Outcome<{ readonly passage: string }>>
  unmarkPassage(
    by: Visitor,
    given: { readonly passage: string; readonly once?: string },
  ): Promise<Outcome<{ readonly passage: string }>>
  /**
   * Everything that stands and the visitor may see, as tables: a row for each answer, a row for each submission. Null where
   * there is no such call.
   */
  published(
    call: string,
    by: Visitor,
    language: Language,
  ): Promise<{ readonly replies: Table; readonly submissions: Table } | null>
  /** The same as a zip with the files, written while it is read. `seal` changes with what is in it. */
  archive(
    call: string,
    by: Visitor,
    language: Language,
  ): Promise<{ readonly name: string; readonly seal: string; readonly content: AsyncIterable<Uint8Array> } | null>
  /** The section for the report, from what stood public on that day. Pure in what is kept: the same day, the same section. */
  section(call: string, language: Language, asOf: string): Promise<CallSection | null>
}

/** What just happened to an answer, told inside the act's own transaction. */
export interface AnswerEvent {
  /** Id of the followable. */
  readonly id: string
  readonly actor: string | null
  readonly state: 'sent' | 'withdrawn'
  readonly submission: string
  readonly by: Visitor
  readonly at: Date
}

export type AnswerListener = (transaction: Transaction, event: AnswerEvent) => Promise<void>

export interface Submissions extends Calls, Inviting, AnsweringActs, Analysis {
  /** Heard in the order added; one that throws takes the act with it. */
  onAnswer(listener: AnswerListener): void
  /** Whether a visitor may do an act, before a form is shown. */
  may(by: Visitor, act: string, of?: { readonly actor: string | null; readonly invitation: string } | null): boolean
}
