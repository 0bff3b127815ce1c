import { isDeepStrictEqual } from 'node:util'
import type { Documents } from '#modules/documents'
import type { CrossCheck } from '#modules/ledger'
import { keptOf } from './kept.ts'
import english from './messages/en.json' with { type: 'json' }
import { allKept, keptOfDocument } from './store.ts'

const byUnit = (
  a: { readonly unit: string; readonly key?: string },
  b: { readonly unit: string; readonly key?: string },
) => compare(a.unit, b.unit) || compare(a.key ?? '', b.key ?? '')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Every row of a standing text is what the reader gives for it, and none is missing. The text itself is held against
 * the ledger by the documents. A text read with other rules waits for the next start and is passed over.
 */
export function crossCheckOf(documents: Documents, rules: string): CrossCheck {
  return {
    messages: english,
    async *faults(database) {
      const known = new Map((await allKept(database)).map((row) => [row.document, row]))
      for (const { id, version } of await documents.list(database)) {
        const kept = known.get(id)
        if (kept === undefined || kept.version !== version) {
          yield { module: 'citations', code: 'not-read', facts: { document: id, version } }
          continue
        }
        if (kept.rules !== rules) continue
        const found = await documents.document(id, database)
        if (!found) continue
        const told = keptOf(found.version)
        const rows = await keptOfDocument(database, id)
        const same =
          isDeepStrictEqual(rows.citations, told.citations) &&
          isDeepStrictEqual(rows.names.toSorted(byUnit), told.names.toSorted(byUnit)) &&
          isDeepStrictEqual(rows.texts.toSorted(byUnit), told.texts.toSorted(byUnit)) &&
          isDeepStrictEqual(kept.slips, told.slips)
        const facts = { document: id, expected: told.citations.length, found: rows.citations.length }
        if (!same) yield { module: 'citations', code: 'differs', facts }
      }
    },
  }
}
