import type { DocumentVersion, VersionListener } from '#modules/documents'
import type { Transaction } from '#platform/database'
import type {
  DueEntry,
  DueQuery,
  Facet,
  Mandate,
  Obligation,
  ObligationFilter,
  Page,
  StatusLookup,
} from './obligation.ts'
import type { Readings } from './readings.ts'

/** The register, and what persons decide about its readings. */
export interface Mandates extends Readings {
  /**
   * Listener of `documents`: reads a version and keeps its mandates, obligations and dues in the same transaction; what
   * stood of the document before is superseded, not deleted. Returns the figures for the ledger entry of the import.
   */
  register(transaction: Transaction, version: DocumentVersion): Promise<Readonly<Record<string, number | string>>>
  /**
   * Listeners are told of a version whose mandates were read anew, by newer rules or by a person, in the transaction of
   * that act. A version read for the first time is told by `documents`.
   */
  onReadAnew(listener: VersionListener): void
  mandate(id: string): Promise<{ mandate: Mandate; obligations: readonly Obligation[] } | null>
  /** All mandates of a document, in the order of the text. */
  ofDocument(document: string): Promise<readonly { mandate: Mandate; obligations: readonly Obligation[] }[]>
  obligations(filter: ObligationFilter): Promise<Page<Obligation>>
  /** One obligation by its id, also one that stands no more: what was recorded about it still hangs on it. */
  obligation(id: string): Promise<Obligation | null>
  /** Those of these ids that stand, in any order. */
  obligationsById(ids: readonly string[]): Promise<readonly Obligation[]>
  /**
   * Brings the kept dates up to the calendar of today: to be asked before `mandates.followables` or
   * `mandates.followable_dues`, the views for rooms to the right, are read.
   */
  current(): Promise<void>
  /** The room that follows up says here what was reported; it is asked once for each page of obligations. */
  onStatus(lookup: StatusLookup): void
  facets(filter: ObligationFilter): Promise<{
    actors: readonly Facet[]
    kinds: readonly Facet[]
    forces: readonly Facet[]
    money: readonly Facet[]
    lives: readonly Facet[]
    documents: readonly Facet[]
    sessions: readonly Facet[]
  }>
  due(query: DueQuery): Promise<readonly DueEntry[]>
  /** Sessions at which anything is due, in order of time, with counts. */
  dueSessions(
    asOf?: string,
  ): Promise<readonly { body: string; session: number; part: string | null; from: string; to: string; count: number }[]>
  /** Obligations with no date, counted by reason. */
  undated(filter?: ObligationFilter): Promise<readonly { reason: string; count: number }[]>
}
