import type { Clause, ClauseFault, GivenClause, Language, ObligationReading } from '@resolute/reader'
import type { NotAllowed, Visitor } from '#platform/access'
import type { Mandate, Obligation, Page } from './obligation.ts'
import type { PersonReading, ReadingLook, ReadingState, ReasonOfDoubt } from './reading.ts'

/** Facets of the queue; every filter stands in the address. */
export interface ReadingFilter {
  /** `look`: what a person decided and should look at again. */
  readonly state?: ReadingState | ReadingLook
  readonly document?: string
  /** Due at a session of this body. */
  readonly body?: string
  readonly actor?: string
  readonly doubt?: ReasonOfDoubt
  readonly limit?: number
  readonly after?: string
}

/** One line of the queue *Readings to check*. */
export interface ReadingToCheck {
  readonly mandate: Mandate
  /** Names of who is asked, in the order of the text. */
  readonly actors: readonly string[]
}

/** What every decision about a reading is given. */
export interface ReadingRequest {
  /** `seen` of the reading decided upon. */
  readonly seen: string
  /** Why, in a few words; may be empty. */
  readonly note: string
}

export interface CorrectionRequest extends ReadingRequest {
  readonly clauses: readonly GivenClause[]
}

/** Why a decision was refused; put into words by `mandates.refusal.<refused>`. */
export type ReadingRefusal =
  | NotAllowed
  | { readonly refused: 'no-such-mandate' }
  /** Somebody or newer rules changed the reading meanwhile: what stands now is shown beside what was sent. */
  | { readonly refused: 'reading-changed'; readonly mandate: Mandate }
  /** The words given are not those of the paragraph, or something is missing. */
  | { readonly refused: 'not-in-text'; readonly faults: readonly ClauseFault[] }
  /** The register is not what the ledger says of it: a decision would seal what was tampered with. */
  | { readonly refused: 'not-whole' }
  | { readonly refused: 'nothing-to-withdraw' }
  | { readonly refused: 'nothing-to-accept' }
  | { readonly refused: 'too-long'; readonly limit: number }

/** What stands after a decision. */
export interface Decided {
  readonly mandate: Mandate
  readonly obligations: readonly Obligation[]
}

export type ReadingResult = Decided | ReadingRefusal

/** A correction as a test case of the reader, in the shape of the readings by hand. */
export interface ReadingCase {
  readonly id: string
  readonly group: string
  readonly organ: string | null
  readonly language: Language
  /** Names mentioned in the document before the paragraph, the latest last. */
  readonly mentioned: readonly string[]
  readonly text: string
  readonly context: string | null
  readonly clauses: readonly Omit<Clause, 'timings' | 'money' | 'life' | 'by' | 'certainty' | 'doubts'>[]
}

/** People decide: the queue of readings to check, and what persons decided. */
export interface Readings {
  /**
   * Act `mandates.accept-reading`. Asks: a mandate and its reading as seen. Does: what the rules read becomes a reading
   * by a person, certain. Who may: officers. Refusals: `ReadingRefusal`.
   */
  acceptReading(visitor: Visitor, mandate: string, request: ReadingRequest): Promise<ReadingResult>
  /**
   * Act `mandates.correct-reading`. Asks: the clauses of the paragraph, all of them anew, each part as written. Does: they
   * take the place of what the rules read, which stays beside them; obligations follow, and those whose actor and act are
   * the same keep their number. Who may: officers. Refusals: `ReadingRefusal`; every word quoted must stand in the
   * paragraph or in the chapeau above it.
   */
  correctReading(visitor: Visitor, mandate: string, request: CorrectionRequest): Promise<ReadingResult>
  /** Act `mandates.mark-no-mandate`. Does: the paragraph asks nothing of anybody. Who may: officers. */
  markNoMandate(visitor: Visitor, mandate: string, request: ReadingRequest): Promise<ReadingResult>
  /** Act `mandates.withdraw-correction`. Does: what the rules read counts again, with the numbers of before. Who may: officers. */
  withdrawCorrection(visitor: Visitor, mandate: string, request: ReadingRequest): Promise<ReadingResult>
  /** What a correction would give, without making it. */
  previewReading(
    mandate: string,
    clauses: readonly GivenClause[],
  ): Promise<
    | { readonly clauses: readonly Clause[]; readonly obligations: readonly ObligationReading[] }
    | Extract<ReadingRefusal, { refused: 'not-in-text' | 'no-such-mandate' }>
  >
  /** The queue, most doubtful first. Without a state: what waits for a person. */
  readings(filter: ReadingFilter): Promise<Page<ReadingToCheck>>
  /** What stands before and after a mandate in the queue, whether it is still in it or not. */
  neighbours(
    mandate: string,
    filter: ReadingFilter,
  ): Promise<{ readonly before: string | null; readonly after: string | null }>
  readingFacets(filter: ReadingFilter): Promise<{
    readonly states: readonly { readonly value: ReadingState | ReadingLook; readonly count: number }[]
    readonly doubts: readonly { readonly value: ReasonOfDoubt; readonly count: number }[]
    readonly documents: readonly { readonly value: string; readonly count: number }[]
    readonly actors: readonly { readonly value: string; readonly label: string; readonly count: number }[]
    readonly bodies: readonly { readonly value: string; readonly count: number }[]
  }>
  /** All that persons decided about a paragraph, the latest first. */
  readingHistory(mandate: string): Promise<readonly PersonReading[]>
  /** Readings by persons that count, as test cases, in the order of the texts. */
  readingCases(): Promise<readonly ReadingCase[]>
  /**
   * Act `mandates.re-read`, by the program at its start: every standing text that was read with other rules is read anew,
   * one transaction a document. Readings by persons stay; where the rules now differ from what the person saw, the
   * mandate says so. Returns how many texts were read.
   */
  reRead(): Promise<number>
}
