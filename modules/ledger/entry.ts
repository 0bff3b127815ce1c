import type { Database, Transaction } from '#platform/database'
import type { NestedMessages } from '#platform/i18n'
import type { Doer } from '#platform/manifest'

/** Any value that survives a trip through JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What happened, once. Append-only and hash-chained: each entry proves all before it. */
export interface LedgerEntry {
  /** 1, 2, 3, ... without gaps. */
  readonly seq: number
  /** ISO instant, UTC. */
  readonly at: string
  readonly who: Doer
  /** `module.verb-thing`: the function, the permission and the message key of the same name. */
  readonly act: string
  /** What it was done to: `document:E/RES/2012/19`. */
  readonly on: string
  readonly data: Json
  /** SHA-256 in hex of the entry before; 64 zeros for the first. */
  readonly previous: string
  readonly hash: string
}

export interface NewEntry {
  readonly who: Doer
  readonly act: string
  readonly on: string
  readonly data: Json
}

/** What is wrong with the chain itself: a row is missing, was changed, or does not name the row before it. */
export interface ChainFault {
  readonly seq: number
  readonly code: 'gap' | 'hash' | 'link'
}

/** What a room found when it set its own tables beside the ledger; in words: `<module>.fault.<code>`. */
export interface CrossFault {
  readonly module: string
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
}

/** How a room sets its tables beside the ledger, and the messages that put its faults into words. */
export interface CrossCheck {
  readonly messages: NestedMessages
  /**
   * Runs inside the verification's read-only transaction, so that an act that is going on at the same time is seen
   * whole or not at all.
   */
  faults(database: Transaction, ledger: Pick<Ledger, 'stream'>): AsyncIterable<CrossFault>
}

export interface LedgerVerdict {
  readonly entries: number
  /** Empty when the chain is whole. */
  readonly faults: readonly ChainFault[]
  /** Empty when every room agrees with the ledger. */
  readonly crossFaults: readonly CrossFault[]
  /** Hash of the last entry, to keep elsewhere: only a copy of it proves that nothing was cut off at the end. */
  readonly head: string
  /** Whether the hash given to `verify` stands in the chain; null when none was given. */
  readonly knownHead: boolean | null
}

export interface EntryFilter {
  readonly on?: string
  readonly act?: string
}

export interface Ledger {
  /** Writes one entry inside the act's own transaction. Appends are serialised, so the chain has no forks. */
  append(transaction: Transaction, entry: NewEntry): Promise<LedgerEntry>
  /** Newest first; `before` is a `seq` to page on. At most 1000 at once. */
  entries(options?: EntryFilter & { before?: number; limit?: number }): Promise<readonly LedgerEntry[]>
  entry(seq: number): Promise<LedgerEntry | null>
  /** Oldest first, read in batches. */
  stream(filter?: EntryFilter, database?: Database): AsyncIterable<LedgerEntry>
  /** Follows the whole chain and lets every room set its tables beside it. `head`: a hash noted earlier. */
  verify(database?: Database, head?: string): Promise<LedgerVerdict>
  /** A room to the right adds its check when it opens. */
  onVerify(check: CrossCheck): void
  /** A fault in words. */
  sayFault(fault: ChainFault | CrossFault): string
}
