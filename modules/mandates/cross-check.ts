import type { CrossCheck, CrossFault } from '#modules/ledger'
import english from './messages/en.json' with { type: 'json' }
import { countsByVersion } from './store.ts'
import { sealsOf } from './store-seals.ts'

/**
 * Every version has as many mandates and obligations as the ledger says were read from it, and they are the same ones.
 * An entry written before there were seals has none to compare.
 */
export const crossCheck: CrossCheck = {
  messages: english,
  async *faults(database, ledger): AsyncGenerator<CrossFault> {
    const counts = new Map((await countsByVersion(database)).map((row) => [`${row.document} ${row.version}`, row]))
    const seals = new Map((await sealsOf(database)).map((row) => [`${row.document} ${row.version}`, row.seal]))
    for await (const { on, data } of ledger.stream({ act: 'documents.import-text' })) {
      const told = data as {
        readonly version?: number
        readonly mandates?: number
        readonly obligations?: number
        readonly mandatesSeal?: string
      } | null
      const document = on.slice('document:'.length)
      const version = told?.version ?? 0
      const sealed = told?.mandatesSeal
      const { mandates, obligations } = counts.get(`${document} ${version}`) ?? { mandates: 0, obligations: 0 }
      for (const [code, expected, found] of [
        ['mandates-missing', told?.mandates ?? 0, mandates],
        ['obligations-missing', told?.obligations ?? 0, obligations],
      ] as const) {
        if (expected !== found) yield { module: 'mandates', code, facts: { document, version, expected, found } }
      }
      const isWhole = told?.mandates === mandates && told?.obligations === obligations
      if (isWhole && sealed !== undefined && sealed !== (seals.get(`${document} ${version}`) ?? '')) {
        yield { module: 'mandates', code: 'changed', facts: { document, version } }
      }
    }
  },
}
