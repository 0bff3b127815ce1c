import type { Language } from '../languages.ts'
import type { Doubt } from './doubt.ts'
import type { Restriction } from './restriction.ts'
import type { Timing } from './timing.ts'

/** How binding a performative verb is (guideline, "Force"). */
export type Force = 'decision' | 'request' | 'call' | 'recommendation' | 'recognition'

/** Closed list of classes of addressees (guideline, "Addressees"). */
export type AddresseeClass =
  | 'member_states'
  | 'states_parties'
  | 'secretary_general'
  | 'secretariat_entity'
  | 'un_system_entity'
  | 'intergovernmental_body'
  | 'other_ig_organization'
  | 'civil_society_private'
  | 'donors'
  | 'self'
  | 'other'

export interface Addressee {
  /** With its restrictive relatives ("those Member States that have not yet done so"); null where implied. */
  readonly asWritten: string | null
  readonly implied: boolean
  /** Full official name, or the short form in common use; anaphora resolved. */
  readonly name: string
  readonly class: AddresseeClass
  /** What limits the group ("that are parties to the Convention"), to be computed later; absent where nothing does. */
  readonly restrictions?: readonly Restriction[]
}

/** Where the means for an act come from, or how much they are. */
export type Money =
  | {
      readonly kind: 'extrabudgetary' | 'existing-resources' | 'regular-budget' | 'resources-asked'
      readonly asWritten: string
    }
  /** `amount` in units of the currency (ISO 4217), not in thousands. */
  | { readonly kind: 'amount'; readonly asWritten: string; readonly currency: string; readonly amount: number }

/** Where a mandate stands in its life: given for the first time, given again, going on, brought to an end, replaced. */
export type LifeStage = 'new' | 'renewed' | 'continuing' | 'ending' | 'superseding'

export interface Life {
  readonly stage: LifeStage
  /** The words that say so; null for a new one. */
  readonly asWritten: string | null
}

/** Closed list of what limits an act (guideline, "Conditions"). */
export type ConditionClass =
  | 'within_mandate'
  | 'within_existing_resources'
  | 'extrabudgetary'
  | 'upon_request'
  | 'as_appropriate'
  | 'national_law'
  | 'other'

export interface Condition {
  readonly asWritten: string
  readonly class: ConditionClass
}

/** The time of a clause in the codes of the guideline ("Due"). */
export interface ClauseDue {
  readonly asWritten: string | null
  readonly kind: 'session' | 'date' | 'recurring' | 'relative' | 'none'
  readonly body: string | null
  readonly session: number | null
  readonly date: string | null
}

export interface Reporting {
  readonly is_report: boolean
  readonly who: string | null
  readonly to_whom: string | null
  /** Whom it goes through ("through the Economic and Social Council"); absent where nobody is named. */
  readonly through_whom?: string
  readonly on_what: string | null
}

/** One performative verb of the organ with its object (guideline, "Clause"). */
export interface Clause {
  readonly verb: string
  /** Offset of the verb in the paragraph's text; null where it is inherited from the chapeau. */
  readonly verbStart: number | null
  readonly inherited: boolean
  readonly force: Force
  readonly addressees: readonly Addressee[]
  /** Short verbatim span that identifies the act. */
  readonly action: string
  readonly conditions: readonly Condition[]
  readonly due: ClauseDue
  /** The same times in full: several where the act is due at several sessions. */
  readonly timings: readonly Timing[]
  readonly reporting: Reporting
  /** What the clause says of money; absent where it says nothing. */
  readonly money?: readonly Money[]
  /** Absent where the clause gives no mandate. */
  readonly life?: Life
  /** Id of the rule that decided, or of a person. */
  readonly by: string
  /** 0 to 1: how sure the reading is; `isCertain` tells from where on it needs no person. */
  readonly certainty: number
  /** Why it is less sure than it could be; absent where nothing speaks against it. */
  readonly doubts?: readonly Doubt[]
}

/** What is given to `readClauses`: one numbered paragraph, or one subparagraph with its chapeau as `context`. */
export interface ParagraphInput {
  readonly id?: string
  readonly text: string
  readonly context: string | null
  /** The organ speaking, as written: "The Economic and Social Council". */
  readonly organ: string | null
  /** English where absent. */
  readonly language?: Language
  /** Names mentioned before the paragraph, the latest last: what "the Commission" may stand for (`mentionedBefore`). */
  readonly mentioned?: readonly string[]
}
