import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical.ts'
import type { ChainFault } from './entry.ts'

/** What stands before the first entry. */
export const genesis = '0'.repeat(64)

/** An entry as it is stored: `data` is the canonical JSON text that was hashed. */
export interface StoredEntry {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly act: string
  readonly on: string
  readonly data: string
  readonly previous: string
  readonly hash: string
}

/** SHA-256 over the canonical JSON of everything else in the entry, in hex. `data` goes in as the text it is stored as. */
export function hashOf(entry: Omit<StoredEntry, 'hash'>): string {
  const { seq, at, who, act, on, data, previous } = entry
  const rest = canonicalJson({ act, at, on, previous, seq, who })
  // "data" sorts between "at" and "on": spliced in as stored, so that the bytes are the very ones that were hashed.
  const place = rest.indexOf(',"on":')
  return createHash('sha256')
    .update(`${rest.slice(0, place)},"data":${data}${rest.slice(place)}`)
    .digest('hex')
}

export interface ChainState {
  readonly entries: number
  readonly seq: number
  readonly head: string
  readonly faults: readonly ChainFault[]
}

export const emptyChain: ChainState = { entries: 0, seq: 0, head: genesis, faults: [] }

/**
 * Follows the chain over one more batch, in the order of `seq`. A missing row is a `gap`, a row whose content was
 * changed a `hash`, a row that does not name the one before it a `link`.
 */
export function follow(state: ChainState, batch: readonly StoredEntry[]): ChainState {
  const faults: ChainFault[] = []
  let { seq, head } = state
  for (const entry of batch) {
    if (entry.seq !== seq + 1) faults.push({ seq: seq + 1, code: 'gap' })
    if (entry.previous !== head) faults.push({ seq: entry.seq, code: 'link' })
    if (hashOf(entry) !== entry.hash) faults.push({ seq: entry.seq, code: 'hash' })
    seq = entry.seq
    head = entry.hash
  }
  return { entries: state.entries + batch.length, seq, head, faults: [...state.faults, ...faults] }
}
