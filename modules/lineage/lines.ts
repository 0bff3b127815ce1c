import type { DocumentVersion } from '#modules/documents'
import type { Visitor } from '#platform/access'
import type { Transaction } from '#platform/database'
import type { AgreedMatch } from './agreed.ts'
import type { Line, SayingAddress, Series, TextKey } from './descent.ts'
import type {
  JudgementRequest,
  JudgementResult,
  OverlapFacets,
  OverlapFilter,
  OverlapPage,
  RecurringFilter,
  RecurringPage,
} from './overlap.ts'

/** How many texts wait to be traced, of how many. Lines and series are whole when none does. */
export interface Tracing {
  readonly texts: number
  readonly waiting: number
}

/** Where paragraphs and resolutions come from and what became of them. Asking is everybody's; nothing is kept for it. */
export interface Lines {
  /**
   * Listener of `documents`: keeps the texts of a version, to be traced by the job; what was traced of the version
   * before goes.
   */
  keepTexts(transaction: Transaction, version: DocumentVersion): Promise<Readonly<Record<string, number>>>
  /** Brings in what was imported before this room was there. */
  fill(): Promise<void>
  /** Traces what waits, oldest first, until nothing does or the signal says stop. Returns how many documents it traced. */
  trace(signal?: AbortSignal): Promise<number>
  tracing(): Promise<Tracing>
  /** The line of a paragraph; null where there is none at this address. */
  line(address: SayingAddress): Promise<Line | null>
  /** The same words, and the nearest others, in all texts; null while the index is being built. */
  elsewhere(address: SayingAddress): Promise<readonly AgreedMatch[] | null>
  /** The series a text belongs to: itself alone where it continues nothing and nothing continues it. */
  series(text: TextKey): Promise<Series | null>
  recurring(filter?: RecurringFilter): Promise<RecurringPage>
  overlaps(filter?: OverlapFilter): Promise<OverlapPage>
  overlapFacets(filter?: OverlapFilter): Promise<OverlapFacets>
  /**
   * Act `lineage.judge-overlap`. Asks: two mandates of the list, what a person says of them, a note. Does: keeps it beside
   * what was said before, with one ledger entry; it holds for these words of both and survives another import of them.
   * Who may: officers, evaluators. Refusals: `JudgementRefusal`.
   */
  judgeOverlap(visitor: Visitor, request: JudgementRequest): Promise<JudgementResult>
}
