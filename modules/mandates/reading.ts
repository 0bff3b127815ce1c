import type { Clause, Doubt } from '@resolute/reader'

/** Whose reading of a paragraph counts. `open` and `certain`: that of the rules, which need a person or do not. */
export type ReadingState = 'open' | 'certain' | 'nothing-read' | 'accepted' | 'corrected' | 'no-mandate'

/** Why a person should look again at what a person decided. */
export type ReadingLook = 'rules-differ' | 'text-changed'

/** Why a reading of the rules is doubtful: their own doubts, a time that names no session, an actor nobody knows. */
export type ReasonOfDoubt = Doubt | 'unclear-time' | 'unknown-actor'

export type PersonReadingKind = 'accepted' | 'corrected' | 'no-mandate' | 'withdrawn'

/** What a person decided about the reading of a paragraph. Never changed; the latest for the same words counts. */
export interface PersonReading {
  readonly key: string
  readonly document: string
  readonly unit: string
  readonly path: string
  readonly text: string
  readonly context: readonly string[]
  readonly kind: PersonReadingKind
  /** Null where it withdraws. */
  readonly clauses: readonly Clause[] | null
  /** What the rules read when it was decided. */
  readonly ruleClauses: readonly Clause[]
  readonly note: string
  readonly by: string
  readonly at: string
}

export interface ReadingStanding {
  readonly state: ReadingState
  readonly look: ReadingLook | null
  /** What the rules read, whoever's reading counts. */
  readonly ruleClauses: readonly Clause[]
  /** Of the rules: the lowest of their parts; null where they read nothing. */
  readonly certainty: number | null
  readonly doubts: readonly ReasonOfDoubt[]
  /** The reading by a person that counts, or with `text-changed` the one its text was taken from. */
  readonly person: PersonReading | null
  /** Stands for both readings as they are: a decision is made against it, and refused when it has changed. */
  readonly seen: string
}
