import type { CrossCheck, LedgerEntry } from '#modules/ledger'
import english from './messages/en.json' with { type: 'json' }
import { fingerprints } from './store.ts'
import { sealsOf, standingVersions } from './store-seals.ts'

/**
 * Every version has its ledger entry with the fingerprint of its bytes and the seal of what was read from them, every
 * entry has its version, and the newest one stands. An entry written before there were seals has none to compare.
 */
export const crossCheck: CrossCheck = {
  messages: english,
  async *faults(database, ledger) {
    const entered = new Map<string, Entered>()
    const newest = new Map<string, number>()
    for await (const entry of ledger.stream({ act: 'documents.import-text' })) {
      const facts = factsOf(entry)
      const document = entry.on.slice('document:'.length)
      entered.set(`${document} ${facts.version}`, facts)
      newest.set(`${document} ${facts.language}`, facts.version)
    }
    const seals = new Map((await sealsOf(database)).map((row) => [`${row.document} ${row.version}`, row.seal]))
    for (const { document, version, sha256, now } of await fingerprints(database)) {
      const facts = { document, version }
      const key = `${document} ${version}`
      const told = entered.get(key)
      if (told === undefined) yield { module: 'documents', code: 'without-entry', facts }
      else if (told.sha256 !== sha256 || now !== sha256) yield { module: 'documents', code: 'changed', facts }
      else if (told.seal !== null && told.seal !== seals.get(key)) {
        yield { module: 'documents', code: 'reading-changed', facts }
      }
      entered.delete(key)
    }
    for (const key of entered.keys()) {
      const at = key.lastIndexOf(' ')
      const facts = { document: key.slice(0, at), version: Number(key.slice(at + 1)) }
      yield { module: 'documents', code: 'missing', facts }
    }
    const standing = await standingVersions(database)
    for (const [key, version] of newest) {
      const document = key.slice(0, key.lastIndexOf(' '))
      const found = standing.get(key) ?? 0
      // a version that is not there at all was named above
      if (found !== version && seals.has(`${document} ${version}`)) {
        yield { module: 'documents', code: 'not-standing', facts: { document, version, found } }
      }
    }
  },
}

interface Entered {
  readonly version: number
  readonly language: string
  readonly sha256: string
  readonly seal: string | null
}

function factsOf({ data }: LedgerEntry): Entered {
  const facts = data as Partial<Entered & { readonly documentSeal: string }> | null
  return {
    version: facts?.version ?? 0,
    language: facts?.language ?? '',
    sha256: facts?.sha256 ?? '',
    seal: facts?.documentSeal ?? null,
  }
}
