import type { Readable } from 'node:stream'
import type { Language } from '@resolute/reader'
import type { Due } from '#modules/calendar'
import type { AnswerListener } from '#modules/submissions'
import type { Visitor } from '#platform/access'
import type { Transaction } from '#platform/database'
import type { KeptFile } from '#platform/files'
import type { Acceptance, Dossier, EvidenceContent, Finding, Implementation, Outcome, Reported } from './dossier.ts'
import type { Followable, FollowableKind, FollowableSource } from './followable.ts'
import type { Feeds, MovesTold, Reminders } from './telling.ts'

/** What every act is told: which dossier, whose reply, and the key of the form it came by. */
export interface Target {
  /** Id of what is asked. */
  readonly id: string
  /** The actor whose reply it is. */
  readonly actor: string
  /** Key of the form: the same one again changes nothing and is answered alike. */
  readonly once?: string
  /** How many acts the reply had seen when the form was shown (`Reply.acts`). */
  readonly seen?: number
}

/** What an update says. Days as `2013-04-22`. */
export interface UpdateWords {
  readonly status: Reported
  readonly acceptance?: Acceptance | null
  readonly asOf: string
  readonly narrative: string
  readonly language: Language
  readonly reason?: string | null
}

/** Evidence as it is brought: a file by its bytes, which are kept before the act and swept if it does not come about. */
export interface EvidenceGiven {
  readonly title: string
  readonly content:
    | Exclude<EvidenceContent, { readonly kind: 'file' }>
    | { readonly kind: 'file'; readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }
}

/** One of several short answers given together. */
export interface ShortAnswer {
  readonly id: string
  readonly seen?: number
  readonly update: UpdateWords
}

/** What every act that was done says: the dossier it was done to. */
export interface Acted {
  readonly id: string
}

export interface DossierFilter {
  /** Asked of this actor, by name or as one of a group. Replies are then this actor's. */
  readonly actor?: string
  /** Instead: asked of a group this actor may belong to, for a person to judge ("States parties to", donors). */
  readonly perhaps?: boolean
  /** Reported on: of the actor's reply where one is named, else of the dossier. */
  readonly status?: Implementation
  readonly body?: string
  readonly session?: number
  /** With a date on or after, on or before. */
  readonly from?: string
  readonly to?: string
  readonly document?: string
  /** Answered, held or watched by this person. */
  readonly person?: string
  readonly kind?: FollowableKind
  readonly limit?: number
  readonly after?: string
}

/** One line of a list of dossiers. */
export interface DossierLine {
  readonly asked: Followable
  readonly status: Implementation
  readonly asOf: string | null
  /** Published replies. */
  readonly replies: number
  /** Where the filter names an actor and one who acts for it asks: who has it now, and whether a draft waits. */
  readonly holds: string | null
  readonly draft: boolean
}

export interface DossierPage {
  readonly rows: readonly DossierLine[]
  readonly next: string | null
}

/** Somebody to tell about a dossier, and why. */
export interface Concerned {
  readonly person: string
  readonly why: 'answers' | 'holds' | 'watches' | 'acts-for'
  /** The actor they answer or act for; null for one who watches. */
  readonly actor: string | null
}

/** A followable with one of its dates, and what was said about it: what a reminder is made from. */
export interface Awaited {
  readonly asked: Followable
  readonly due: Extract<Due, { state: 'dated' }>
  readonly status: Implementation
}

/** What just happened to a dossier, told inside the act's own transaction. */
export interface DossierEvent {
  readonly act: string
  readonly id: string
  readonly actor: string | null
  readonly by: Visitor
  /** People it went to: handed on, assigned, taken back. */
  readonly to: readonly string[]
}

/** A file of evidence with its bytes, under the name it was given. */
export interface OpenFile {
  readonly name: string
  readonly file: KeptFile
  readonly content: Readable
}

/** How a visitor stands to a reply. */
export interface Handling {
  readonly actsFor: boolean
  /** It lies with them: they write. */
  readonly has: boolean
  /** What they write may go out at once, and what others drafted when they clear it. */
  readonly clears: boolean
  readonly takesBack: boolean
}

/** What can be asked and listened to. */
export interface Dossiers {
  /** A room offers what it asks of others. The register is followed from the start. */
  follow(source: FollowableSource): void
  /** Heard in the order added; one that throws takes the act with it. */
  onAct(listener: (transaction: Transaction, event: DossierEvent) => Promise<void>): void

  /** Everything on one followable that the visitor may see; null where there is none and never was. */
  dossier(id: string, by: Visitor): Promise<Dossier | null>
  /** The same for several, in the order of the ids; those that never were are left out. Without notes. */
  records(ids: readonly string[], by: Visitor): Promise<readonly Dossier[]>
  dossiers(filter: DossierFilter, by: Visitor): Promise<DossierPage>
  /** What was reported on each, as it is published; one that is left out has no information. */
  statuses(ids: readonly string[]): Promise<ReadonlyMap<string, Implementation>>
  /** Everything with a date in these days, both included, in the order of the days; `after` is the last row's `next`. */
  awaited(
    days: { readonly from: string; readonly to: string },
    after?: string,
  ): Promise<{
    readonly rows: readonly Awaited[]
    readonly next: string | null
  }>
  /**
   * Whom to tell about each of these: who answers and who holds a reply, who watches, and where nobody was named those
   * who act for the actor that is asked. Nobody for groups, whose members are many.
   */
  concerned(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Concerned[]>>

  /** A file of evidence, where the visitor may see the update it stands with. */
  evidenceFile(id: string, by: Visitor): Promise<OpenFile | null>
  /** The actors a visitor acts for who are asked by this, or were given a reply in it. */
  ownActors(by: Visitor, dossier: Pick<Dossier, 'asked' | 'replies'>): Promise<readonly string[]>
  /** What a visitor may do with a reply as it lies now, before forms are shown. */
  handling(
    by: Visitor,
    reply: { readonly actor: string; readonly answers: string | null; readonly chain: readonly string[] },
  ): Promise<Handling>
  /** Whether a visitor may do an act, before a form is shown. */
  may(by: Visitor, act: string, actor?: string | null): boolean
}

/** What can be done. Each act in one transaction with one entry in the ledger. */
export interface DossierActs {
  /**
   * Act `followup.assign`. Asks: a reply and the person who is to answer, or nobody. Does: names them; what was handed on
   * comes back. Who may: an officer; a focal point for its actor. Refusals: the person does not act for the actor.
   */
  assign(by: Visitor, given: Target & { readonly person: string | null }): Promise<Outcome<Acted>>
  /**
   * Act `followup.hand-on`: mission to ministry, ministry to agency. Who may: a focal point of the actor who has it.
   * Refusals: it lies with somebody else, the person does not act for the actor.
   */
  handOn(
    by: Visitor,
    given: Target & { readonly person: string; readonly reason?: string | null },
  ): Promise<Outcome<Acted>>
  /**
   * Act `followup.take-back`: to the person named, back along the way it was handed on; to who answers where nobody is
   * named. Who may: the one who has it gives it back; everybody before them, and who clears, takes it back.
   */
  takeBack(
    by: Visitor,
    given: Target & { readonly person?: string | null; readonly reason?: string | null },
  ): Promise<Outcome<Acted>>
  /** Act `followup.clear`: a draft goes out. Who may: who answers, or somebody of the same unit of the actor. */
  clear(by: Visitor, given: Target & { readonly update: string }): Promise<Outcome<Acted>>
  /**
   * Act `followup.record-update`. Does: keeps what is reported, a draft unless `send` says that it goes out at once,
   * which only those do who may clear it. `corrects` puts it in the place of an earlier one. An officer writes down what
   * an actor sent to the office: it goes out at once and says so.
   */
  recordUpdate(
    by: Visitor,
    given: Target & {
      readonly update: UpdateWords
      readonly evidence?: readonly EvidenceGiven[]
      readonly send?: boolean
      readonly corrects?: string | null
    },
  ): Promise<Outcome<Acted & { readonly update: string }>>
  /** Act `followup.answer-several`: short answers of one actor to several, all or none, with one ledger entry. */
  answerSeveral(
    by: Visitor,
    given: {
      readonly actor: string
      readonly once?: string
      readonly answers: readonly ShortAnswer[]
      readonly send?: boolean
    },
  ): Promise<Outcome<Acted & { readonly updates: readonly string[] }>>
  /** Act `followup.withdraw-update`: what was said no longer stands; that it was said stays on the record. */
  withdrawUpdate(
    by: Visitor,
    given: Target & { readonly update: string; readonly reason?: string | null },
  ): Promise<Outcome<Acted>>
  /** Act `followup.add-evidence`, to an update that stands. */
  addEvidence(
    by: Visitor,
    given: Target & { readonly update: string; readonly evidence: EvidenceGiven },
  ): Promise<Outcome<Acted & { readonly evidence: string }>>
  withdrawEvidence(
    by: Visitor,
    given: Target & { readonly evidence: string; readonly reason?: string | null },
  ): Promise<Outcome<Acted>>
  /** Act `followup.assess`. Who may: an officer or an evaluator. `actor` null: the whole dossier. */
  assess(
    by: Visitor,
    given: {
      readonly id: string
      readonly actor: string | null
      readonly once?: string
      readonly finding: Finding
      readonly narrative: string
    },
  ): Promise<Outcome<Acted & { readonly assessment: string }>>
  /** Act `followup.note`: inside the office. The ledger holds its seal and no word of it. */
  note(
    by: Visitor,
    given: { readonly id: string; readonly once?: string; readonly text: string },
  ): Promise<Outcome<Acted & { readonly note: string }>>
  /** Act `followup.watch`: to hear of a dossier, or no longer. */
  watch(
    by: Visitor,
    given: { readonly id: string; readonly once?: string; readonly watching: boolean },
  ): Promise<Outcome<Acted>>
}

/** What another room answers for: invitations, which are answered on the page of their call. */
export interface Taking {
  /**
   * Listener of `submissions`, act `followup.take-submission`: what was sent is the update of the invitation's dossier,
   * with no words of its own; what was sent in its place takes the place of that, what is withdrawn withdraws it. In the
   * transaction of the act it hears of, with an entry of its own.
   */
  takeSubmission: AnswerListener
}

export type Followup = Dossiers & DossierActs & Taking & Reminders & MovesTold & Feeds
