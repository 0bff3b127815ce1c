import type { CrossCheck } from '#modules/ledger'
import english from './messages/en.json' with { type: 'json' }
import { permissions } from './permissions.ts'
import { fingerprints } from './store.ts'

interface Issued {
  readonly seal: string
  readonly files: Readonly<Record<string, string>>
}

/** Every issued report has its ledger entry with the fingerprints of its content and its files, and is still the same. */
export const crossCheck: CrossCheck = {
  messages: english,
  async *faults(database, ledger) {
    const entered = new Map<string, Issued>()
    for await (const entry of ledger.stream({ act: permissions.issue.act })) {
      entered.set(entry.on.slice('report:'.length), entry.data as unknown as Issued)
    }
    for (const { issued, seal, files } of await fingerprints(database)) {
      const told = entered.get(issued)
      entered.delete(issued)
      if (told === undefined) yield { module: 'reports', code: 'without-entry', facts: { issued } }
      else if (told.seal !== seal || !sameFiles(told.files, files)) {
        yield { module: 'reports', code: 'changed', facts: { issued } }
      }
    }
    for (const issued of entered.keys()) yield { module: 'reports', code: 'missing', facts: { issued } }
  },
}

function sameFiles(told: Issued['files'], found: Issued['files']): boolean {
  const formats = Object.keys(told)
  return formats.length === Object.keys(found).length && formats.every((format) => told[format] === found[format])
}
