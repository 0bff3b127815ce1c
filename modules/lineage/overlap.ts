import type { NotAllowed } from '#platform/access'
import type { ParagraphKey } from './agreed.ts'
import type { Saying } from './descent.ts'

/** A paragraph that asks somebody for something, as a member of a list. */
export interface AskingSaying extends Saying {
  readonly path: string
  /** Id of the mandate. */
  readonly mandate: string
  /** Who is asked: ids where the directory knows them, and names. */
  readonly asked: readonly { readonly actor: string | null; readonly name: string }[]
}

/** What a person said of a possible overlap. */
export type JudgementKind = 'overlap' | 'renewal' | 'not-related' | 'withdrawn'

export interface Judgement {
  readonly kind: JudgementKind
  readonly note: string
  readonly by: string
  readonly at: string
}

/** A mandate like an earlier one of another series. Whether they overlap is for persons to say, never for the program. */
export interface Overlap {
  readonly newer: AskingSaying
  readonly older: AskingSaying
  /** As `Agreed` measures it, 0 to 1. */
  readonly similarity: number
  /** The latest of persons, about these words; null where nobody has said anything, or withdrew it. */
  readonly judgement: Judgement | null
}

/** Two mandates of which the newer may overlap with the older. */
export interface OverlapPair {
  readonly newer: ParagraphKey
  readonly older: ParagraphKey
}

export interface OverlapFilter {
  /** The session that adopted the newer. */
  readonly body?: string | undefined
  readonly session?: number | undefined
  /** Somebody both ask, by id. */
  readonly actor?: string | undefined
  /** One document, as the newer. */
  readonly document?: string | undefined
  /** `open`: nobody has said anything yet. All where it is not given. */
  readonly state?: 'open' | Exclude<JudgementKind, 'withdrawn'> | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

export interface OverlapPage {
  readonly rows: readonly Overlap[]
  readonly total: number
}

export interface OverlapFacets {
  readonly sessions: readonly { readonly body: string; readonly session: number; readonly count: number }[]
  readonly actors: readonly { readonly actor: string; readonly name: string; readonly count: number }[]
  readonly states: readonly { readonly state: NonNullable<OverlapFilter['state']>; readonly count: number }[]
}

export interface JudgementRequest {
  readonly pair: OverlapPair
  readonly kind: JudgementKind
  readonly note: string
}

/**
 * Why a judgement was not kept; put into words by `lineage.refusal.<code>`. `nothing-to-withdraw`: nobody has said
 * anything of these two that stands.
 */
export type JudgementRefusal =
  | NotAllowed
  | { readonly refused: 'no-such-pair' | 'nothing-to-withdraw' }
  | { readonly refused: 'too-long'; readonly limit: number }

export type JudgementResult = { readonly overlap: Overlap } | JudgementRefusal

/** A mandate that was renewed, with every time it was said. */
export interface RecurringMandate {
  /** In order of time; two at least. */
  readonly instances: readonly (Saying & { readonly path: string })[]
}

/** Of so many mandates so many renew another one: counted once each, that leaves `mandates - renewals`. */
export interface RecurringFigures {
  readonly mandates: number
  readonly renewals: number
  /** How many mandates were renewed at least once. */
  readonly recurring: number
}

export interface RecurringFilter {
  /** Id of the organ that speaks. */
  readonly body?: string | undefined
  /** Said at least so often. */
  readonly times?: number | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

export interface RecurringPage {
  readonly rows: readonly RecurringMandate[]
  readonly total: number
  readonly figures: RecurringFigures | null
}
