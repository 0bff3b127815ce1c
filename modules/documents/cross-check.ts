import type { CrossCheck, LedgerEntry } from '#modules/ledger'
import english from './messages/en.json' with { type: 'json' }
import { fingerprints } from './store.ts'

/**
 * Every version has its ledger entry with the fingerprint of its bytes, every entry has its version, and the bytes
 * still have that fingerprint.
 */
export const crossCheck: CrossCheck = {
  messages: english,
  async *faults(database, ledger) {
    const entered = new Map<string, string>()
    for await (const entry of ledger.stream({ act: 'documents.import-text' })) {
      const { version, sha256 } = factsOf(entry)
      entered.set(`${entry.on.slice('document:'.length)} ${version}`, sha256)
    }
    for (const { document, version, sha256, now } of await fingerprints(database)) {
      const facts = { document, version }
      const sealed = entered.get(`${document} ${version}`)
      if (sealed === undefined) yield { module: 'documents', code: 'without-entry', facts }
      else if (sealed !== sha256 || now !== sha256) yield { module: 'documents', code: 'changed', facts }
      entered.delete(`${document} ${version}`)
    }
    for (const key of entered.keys()) {
      const at = key.lastIndexOf(' ')
      const facts = { document: key.slice(0, at), version: Number(key.slice(at + 1)) }
      yield { module: 'documents', code: 'missing', facts }
    }
  },
}

function factsOf({ data }: LedgerEntry): { version: number; sha256: string } {
  const facts = data as { readonly version?: number; readonly sha256?: string } | null
  return { version: facts?.version ?? 0, sha256: facts?.sha256 ?? '' }
}
