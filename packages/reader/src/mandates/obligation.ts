import type { Addressee, Clause, Condition, Force } from './clause.ts'
import type { Timing } from './timing.ts'

/** Whether somebody must report or present something, something takes place, or something else is to be done. */
export type ObligationKind = 'report' | 'event' | 'other'

/** How one obligation hangs on another: it asks for it, or its outcome is what the other reports on. */
export interface ObligationLink {
  readonly how: 'asks-for' | 'feeds'
  /** Id of the other obligation. */
  readonly to: string
}

/**
 * What one actor is asked to do by one clause. Nested asks are unfolded: "Invites UNODC to request States to submit
 * views, and requests the Office to report on those submissions" is three linked obligations (guideline rule 3 keeps
 * the first two in one clause; the register does not).
 */
export interface ObligationReading {
  /** `<unit>#<path>/<n>`, n counting from 1 in the order of the text; stable under re-reading of the same text. */
  readonly id: string
  readonly unit: string
  readonly path: string
  /** Index into the clauses of the paragraph. */
  readonly clause: number
  readonly kind: ObligationKind
  readonly force: Force
  readonly actor: Addressee
  /** Verbatim: what is to be done. */
  readonly action: string
  /** What is reported on, or the matter of an event; null where the action says it all. */
  readonly subject: string | null
  /** Names of those reported to, in the order of `timings` where both name the same bodies. */
  readonly toWhom: readonly string[]
  /** Names of those it goes through; absent where nobody is named. */
  readonly through?: readonly string[]
  readonly conditions: readonly Condition[]
  /** Never empty: `[{ kind: 'none' }]` where the text gives no time. */
  readonly timings: readonly Timing[]
  /** "continue to ...", "keep ... informed", recurring duties: never finally done. */
  readonly continuing: boolean
  readonly links: readonly ObligationLink[]
  readonly by: string
  readonly certainty: number
}

/** Clauses by which a person's reading takes the place of the rules'. */
export interface GivenReading {
  readonly clauses: readonly Clause[]
  /** Who: what each obligation names as having decided. */
  readonly by: string
}

/** Tells the reading a person gave of a paragraph, if any did. */
export type Given = (
  paragraph: Pick<MandateReading, 'unit' | 'path' | 'text' | 'context'>,
  rules: readonly Clause[],
) => GivenReading | null

/** A numbered paragraph or subparagraph with what was read from it. Recitals have none. */
export interface MandateReading {
  readonly unit: string
  readonly path: string
  readonly line: number
  readonly text: string
  /** Texts of the chapeaux above, outermost first, or empty. */
  readonly context: readonly string[]
  readonly clauses: readonly Clause[]
  /** What the rules read, where a person's reading took its place. */
  readonly rules?: readonly Clause[]
  readonly obligations: readonly ObligationReading[]
}
