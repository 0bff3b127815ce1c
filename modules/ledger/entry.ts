import type { Database, Transaction } from '#platform/database'
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

export interface LedgerVerdict {
  readonly entries: number
  /** Empty when the chain is whole. */
  readonly faults: readonly { readonly seq: number; readonly code: 'gap' | 'hash' | 'link' }[]
  /** Hash of the last entry, to keep elsewhere. */
  readonly head: string
}

export interface Ledger {
  /** Writes one entry inside the act's own transaction. Appends are serialised, so the chain has no forks. */
  append(transaction: Transaction, entry: NewEntry): Promise<LedgerEntry>
  /** Newest first; `before` is a `seq` to page on. */
  entries(options?: { before?: number; limit?: number; on?: string; act?: string }): Promise<readonly LedgerEntry[]>
  verify(database?: Database): Promise<LedgerVerdict>
}
