import type { Database, Transaction } from '#platform/database'
import type { Platform } from '#platform/manifest'
import { speakFrom } from '#platform/words'
import { canonicalJson } from './canonical.ts'
import { emptyChain, follow, genesis, hashOf, type StoredEntry } from './chain.ts'
import type {
  CrossCheck,
  CrossFault,
  EntryFilter,
  Json,
  Ledger,
  LedgerEntry,
  LedgerVerdict,
  NewEntry,
} from './entry.ts'
import english from './messages/en.json' with { type: 'json' }
import { batches, entryBySeq, insertEntry, lockedHead, newestEntries } from './store.ts'

/** The most entries one page may hold. */
export const mostEntries = 1000

const open = (entry: StoredEntry): LedgerEntry => ({ ...entry, data: JSON.parse(entry.data) as Json })

/** Opens the ledger on a database. */
export function openLedger({ database, now }: Platform): Ledger {
  const checks: CrossCheck[] = []

  async function append(transaction: Transaction, { who, act, on, data }: NewEntry): Promise<LedgerEntry> {
    const head = await lockedHead(transaction)
    const content = {
      seq: (head?.seq ?? 0) + 1,
      at: now().toISOString(),
      who,
      act,
      on,
      data: canonicalJson(data),
      previous: head?.hash ?? genesis,
    }
    const entry = { ...content, hash: hashOf(content) }
    await insertEntry(transaction, entry)
    return open(entry)
  }

  async function* stream(filter: EntryFilter = {}, from: Database = database): AsyncGenerator<LedgerEntry> {
    for await (const batch of batches(from, filter)) yield* batch.map(open)
  }

  async function verifyIn(transaction: Transaction, head: string | undefined): Promise<LedgerVerdict> {
    let chain = emptyChain
    let knownHead = head === undefined ? null : head === genesis
    for await (const batch of batches(transaction, {})) {
      chain = follow(chain, batch)
      if (batch.some((entry) => entry.hash === head)) knownHead = true
    }
    const crossFaults: CrossFault[] = []
    for (const check of checks) {
      for await (const fault of check.faults(transaction, { stream: (filter) => stream(filter, transaction) })) {
        crossFaults.push(fault)
      }
    }
    return { entries: chain.entries, faults: chain.faults, crossFaults, head: chain.head, knownHead }
  }

  return {
    append,
    stream,
    async entries({ before, limit = 100, ...filter } = {}) {
      const most = Math.min(Math.max(1, limit), mostEntries)
      return (await newestEntries(database, filter, before, most)).map(open)
    },
    async entry(seq) {
      const entry = await entryBySeq(database, seq)
      return entry && open(entry)
    },
    verify(where = database, head) {
      const transaction = where.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
      return transaction.execute((t) => verifyIn(t, head))
    },
    onVerify: (check) => void checks.push(check),
    sayFault(fault) {
      const speak = speakFrom([english, ...checks.map(({ messages }) => messages)])
      if ('module' in fault) return speak(`${fault.module}.fault.${fault.code}`, fault.facts)
      return speak(`ledger.fault.${fault.code}`, { seq: fault.seq })
    },
  }
}
