import type {
  Clause,
  Condition,
  Force,
  Life,
  LifeStage,
  Money,
  ObligationKind,
  ObligationLink,
  Restriction,
  Timing,
} from '@resolute/reader'
import type { Due, UndatedReason } from '#modules/calendar'
import type { ReadingStanding } from './reading.ts'

/** A numbered paragraph that asks or decides something, with its reading. Address: `/mandates/<id>`. */
export interface Mandate {
  /** `<document>#<unit>#<path>`; for a sheet, whose unit is the document, `<document>#<path>`. */
  readonly id: string
  readonly document: string
  readonly unit: string
  readonly unitTitle: string | null
  readonly path: string
  readonly text: string
  /** Chapeaux above, outermost first. */
  readonly context: readonly string[]
  readonly organ: string | null
  readonly adopted: string | null
  /** The reading that counts: a person's where there is one, else that of the rules. */
  readonly clauses: readonly Clause[]
  /** Whose reading counts, what the rules read, and how sure they are. */
  readonly reading: ReadingStanding
}

/** What one actor is asked by one clause, with its dates or the reason why there are none. */
export interface Obligation {
  /**
   * `<mandate>/<n>`. A number stays with who is asked and what, whatever is read or decided later, and is given to
   * nothing else when the obligation is gone.
   */
  readonly id: string
  readonly mandate: string
  readonly document: string
  readonly unit: string
  readonly unitTitle: string | null
  readonly path: string
  readonly kind: ObligationKind
  readonly force: Force
  /** Id among the actors, or null where the name is nobody's we know. */
  readonly actor: string | null
  readonly actorName: string
  /** With restrictive relatives, as written; null where implied. */
  readonly actorAsWritten: string | null
  readonly action: string
  /** The same for people to read: with an ellipsis where the sentence goes on. */
  readonly act: string
  readonly subject: string | null
  readonly toWhom: readonly string[]
  /** What limits the group asked ("that are parties to the Convention"), to be computed later. */
  readonly restrictions: readonly Restriction[]
  readonly conditions: readonly Condition[]
  /** What the clause says of means. */
  readonly money: readonly Money[]
  /** Where the mandate stands in its life; null where the clause gives none. */
  readonly life: Life | null
  readonly timings: readonly Timing[]
  readonly dues: readonly Due[]
  readonly continuing: boolean
  readonly links: readonly ObligationLink[]
  /** What was reported on it, as the room that follows up says; nobody has said anything where none does. */
  readonly status: Implementation
  /** Id of the rule that decided, or `person:<id>`. */
  readonly by: string
  readonly certainty: number
  /** False where it is asked no more, since the paragraph was read otherwise or its text changed; then it has no dues. */
  readonly stands: boolean
}

/** How far something asked was carried out, as reported by who was asked. Never a judgement of ours. */
export type Implementation =
  | 'not_started'
  | 'in_progress'
  | 'implemented'
  | 'overtaken'
  | 'discontinued'
  | 'no_information'

/** What was reported on obligations, by their ids. One that is left out has no information. */
export type StatusLookup = (ids: readonly string[]) => Promise<ReadonlyMap<string, Implementation>>

/** Facets of the register; every filter stands in the address. */
export interface ObligationFilter {
  readonly document?: string
  readonly unit?: string
  readonly actor?: string
  readonly kind?: ObligationKind
  readonly force?: Force
  /** The clause says this of means. */
  readonly money?: Money['kind']
  readonly life?: LifeStage
  readonly body?: string
  readonly session?: number
  readonly dated?: boolean
  /** Without any date, for this reason. */
  readonly reason?: UndatedReason
  /** Words that must all occur in the paragraph. */
  readonly text?: string
  /** Nothing adopted after this date is seen. */
  readonly asOf?: string
  readonly sort?: 'text' | 'due' | 'actor'
  readonly limit?: number
  /** Cursor from the page before. */
  readonly after?: string
}

export interface Page<T> {
  readonly rows: readonly T[]
  readonly total: number
  readonly next: string | null
}

export interface DueQuery {
  readonly body: string
  readonly session: number
  readonly part?: 'opening' | 'regular' | 'reconvened'
  readonly asOf?: string
  /** Of the reasons in words; English where it is not given. */
  readonly language?: string
  /** Reports and events where it is not given: what a session has before it. */
  readonly kinds?: readonly ObligationKind[]
}

/** The JSON of `resolute due` (design section 5): one entry per obligation. */
export interface DueEntry {
  readonly unit: string
  readonly path: string
  readonly kind: ObligationKind
  readonly actor: string
  readonly toWhom: string | null
  readonly subject: string
  readonly due: {
    readonly body: string | null
    readonly session: number | null
    readonly part: string | null
    readonly from: string
    readonly to: string
    readonly why: string
  }
  readonly status: Implementation
  /** Id of the mandate. */
  readonly mandate: string
  readonly document: string
  readonly obligation: string
  readonly continuing: boolean
}

export interface Facet {
  readonly value: string
  readonly label: string
  readonly count: number
}
