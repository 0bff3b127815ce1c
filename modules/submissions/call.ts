import type { Language, LocalisedText } from '@resolute/reader'

/** Who may see a submission: everybody, Member States and the office, or the office alone. */
export const visibilities = ['public', 'member-states', 'office'] as const
export type Visibility = (typeof visibilities)[number]

/** A paragraph of the register, as every room names it. */
export interface Anchor {
  readonly document: string
  readonly unit: string
  readonly path: string
}

/** The report a call feeds: the obligation to report, where the register holds one, and the session it is due at. */
export interface ReportSlot {
  readonly body: string
  readonly session: number
  /** Id of the obligation to report; null where none is in the register. */
  readonly obligation: string | null
}

/** What is said of a call, as it stands. Changed as a whole; what it was before is kept. */
export interface CallWords {
  /** "Threats to the tourism sector". */
  readonly subject: LocalisedText
  /** What is asked and what for, above the form and in the covering letter. */
  readonly introduction: LocalisedText
  /** The paragraph that orders it; null for a call made freely. */
  readonly anchor: Anchor | null
  /** Who calls, id among the actors: `unodc`. */
  readonly caller: string | null
  readonly report: ReportSlot | null
  /** ISO day by which answers are asked for. Fixed when the call opens, since letters carry it. */
  readonly deadline: string | null
  /** What is proposed to those who answer; each may choose otherwise. */
  readonly visibility: Visibility
  /** Days before the deadline on which who has not answered is reminded, largest first. */
  readonly reminders: readonly number[]
  /** Where questions go: an address for mail, shown in letters. */
  readonly contact: string | null
}

export type CallState = 'draft' | 'open' | 'closed' | 'dropped'

/** A request for input. Address: `/calls/<id>`. */
export interface Call {
  /** `2012-1`: year it was made in and a number. Never given to anything else. */
  readonly id: string
  readonly state: CallState
  readonly words: CallWords
  /** Version of the form that is out; 0 while none is. */
  readonly version: number
  readonly madeAt: string
  readonly openedAt: string | null
  readonly closedAt: string | null
  /** How many acts it has seen: an act that names another number comes too late. */
  readonly acts: number
}

/** One line of the list of calls. */
export interface CallLine extends Call {
  readonly invited: number
  /** With a submission that stands. */
  readonly answered: number
}

/** A text of the register to be commented on; `paths` empty: every paragraph. */
export interface TextPlace {
  readonly document: string
  readonly unit: string
  readonly paths: readonly string[]
}

/** What a paragraph gives for a call, for the officer to look at before it is made. */
export interface CallProposal {
  readonly words: CallWords
  /** Ids of actors and groups the paragraph asks, each with the name as written; null ids stand for nobody we know. */
  readonly addressees: readonly { readonly actor: string | null; readonly asWritten: string }[]
  /** How the deadline was counted: from the start of the session back. Null where nothing gives a date. */
  readonly counted: {
    readonly body: string
    readonly session: number
    readonly starts: string
    /** Day the report must be submitted by, by the rule of procedure. */
    readonly reportBy: string | null
    readonly weeks: number
  } | null
  /** The text it asks comments on, where the register holds it. */
  readonly text: TextPlace | null
}

/** Which languages a text of the form or the call lacks. */
export interface MissingText {
  readonly place: string
  readonly languages: readonly Language[]
}
