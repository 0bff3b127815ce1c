import type { Language } from '@resolute/reader'
import type { Implementation } from '#modules/mandates'
import type { NotAllowed } from '#platform/access'
import type { Followable, FollowableKind } from './followable.ts'

/** How far something was carried out, as reported. `no_information` cannot be reported: it is what nobody reported. */
export type Reported = Exclude<Implementation, 'no_information'>

export type { Implementation }

/** Whether what was recommended is taken up. Only where one may accept it or not. */
export type Acceptance = 'accepted' | 'partly_accepted' | 'not_accepted'

/** The file on one followable: what was asked, and what everybody who is asked answered. Address: `/dossiers/<id>`. */
export interface Dossier {
  readonly id: string
  readonly kind: FollowableKind
  /** As it stands, or as it stood when the dossier was opened. */
  readonly asked: Followable
  /** False where a correction took it out of the register. The dossier stays. */
  readonly stands: boolean
  /** Worked out from the replies: `statusOf`. */
  readonly status: Implementation
  readonly replies: readonly Reply[]
  readonly assessments: readonly Assessment[]
  /** For the office alone; empty for everybody else. */
  readonly notes: readonly Note[]
  readonly watching: boolean
}

/** What one actor answers in a dossier: the only one asked, or one of all Member States. */
export interface Reply {
  readonly actor: string
  readonly actorName: string
  readonly status: Implementation
  readonly acceptance: Acceptance | null
  /** Id of the person who answers; null: whoever acts for the actor. */
  readonly answers: string | null
  /** Whom it was handed on to, first to last; the last one has it now. Only for those who act for the actor. */
  readonly chain: readonly string[]
  /** How many acts it has seen: an act that names another number comes too late. 0 where nobody did anything. */
  readonly acts: number
  /** Newest first by the day of the facts. Drafts only for those who act for the actor. */
  readonly updates: readonly Update[]
  /** How it went from hand to hand, oldest first. Only for those who act for the actor. */
  readonly handovers: readonly Handover[]
}

/** One step of a reply from hand to hand; people by their ids. */
export interface Handover {
  readonly act: string
  readonly from: string | null
  readonly to: string | null
  readonly reason: string | null
  readonly by: string
  readonly at: string
}

/** What was reported once. Never changed: a correction is another one, a withdrawal is told beside it. */
export interface Update {
  readonly id: string
  readonly state: 'draft' | 'published' | 'replaced' | 'withdrawn'
  readonly status: Reported
  readonly acceptance: Acceptance | null
  /** The day the facts are of. */
  readonly asOf: string
  readonly narrative: string
  readonly language: Language
  /** Why only in part, or why late, or why it is taken back from what was said before. */
  readonly reason: string | null
  /** The update it stands in the place of. */
  readonly corrects: string | null
  /** As the ledger names who wrote it. */
  readonly by: string
  /** True where the office wrote down what the actor had sent. */
  readonly onBehalf: boolean
  readonly at: string
  readonly cleared: { readonly by: string; readonly at: string } | null
  readonly withdrawn: { readonly by: string; readonly at: string; readonly reason: string | null } | null
  readonly evidence: readonly Evidence[]
  /** The submission to a call it says was sent, `<call>/<invitation>/<number>`; then it has no words of its own. */
  readonly submission: string | null
}

/** What an update rests on. */
export type EvidenceContent =
  | {
      readonly kind: 'file'
      readonly sha256: string
      readonly name: string
      readonly type: string
      readonly size: number
    }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'paragraph'; readonly document: string; readonly unit: string; readonly path: string | null }

export interface Evidence {
  readonly id: string
  readonly title: string
  readonly content: EvidenceContent
  readonly by: string
  readonly at: string
  readonly withdrawn: { readonly by: string; readonly at: string; readonly reason: string | null } | null
}

/**
 * What an officer or an evaluator finds in the record, apart from what was reported. It judges what is on file, never
 * who reported it: the evidence bears it out, more would help, none was given, later records say otherwise.
 */
export type Finding = 'borne_out' | 'more_would_help' | 'no_evidence_given' | 'later_records_differ'

export interface Assessment {
  readonly id: string
  /** The reply it is about; null: the whole dossier. */
  readonly actor: string | null
  readonly finding: Finding
  readonly narrative: string
  readonly by: string
  readonly at: string
  /** Id of the one that took its place. */
  readonly replacedBy: string | null
}

export interface Note {
  readonly id: string
  readonly text: string
  readonly by: string
  readonly at: string
}

/** What was wrong with one field of a form; in words: `followup.invalid.<code>`. */
export interface FieldError {
  readonly field: string
  readonly code:
    | 'missing'
    | 'too-long'
    | 'no-such-day'
    | 'in-the-future'
    | 'reason-needed'
    | 'no-web-address'
    | 'type-not-taken'
    | 'too-large'
    | 'empty'
    | 'no-such-paragraph'
    | 'no-such-person'
    | 'not-a-choice'
  readonly facts?: Readonly<Record<string, string | number>>
}

/** Why an act was refused; in words: `followup.refusal.<refused>`. */
export type Refusal =
  | NotAllowed
  | { readonly refused: 'invalid'; readonly errors: readonly FieldError[] }
  | {
      readonly refused:
        | 'no-such-dossier'
        /** A correction took it out of the register. */
        | 'gone'
        /** An invitation: it is answered on the page of its call. */
        | 'answered-in-call'
        /** The actor is not asked by this. */
        | 'not-asked'
        | 'no-such-update'
        | 'no-such-evidence'
        /** It lies with somebody else now. */
        | 'held-elsewhere'
        /** Only who answers, and others of their unit, clear what goes out. */
        | 'not-yours-to-clear'
        | 'no-longer-a-draft'
        /** Somebody did something with it since the page was shown. */
        | 'changed-since'
    }

/** What an act gives: what was done, or why not. */
export type Outcome<Done> = Done | Refusal
