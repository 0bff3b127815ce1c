import { type CrossCheck, type CrossFault, sealFaults } from '#modules/ledger'
import type { Files } from '#platform/files'
import english from './messages/en.json' with { type: 'json' }
import { acts, takeSubmissionAct } from './permissions.ts'
import { sealed } from './seals.ts'
import { referredFiles, repliesAmiss } from './store-checks.ts'

/**
 * Every row that was written has its entry with its seal, every entry its rows; what is kept of where a reply stands is
 * what those rows give; every file of evidence is there, byte for byte.
 */
export function crossCheck(files: Files): CrossCheck {
  return {
    messages: english,
    async *faults(database, ledger): AsyncGenerator<CrossFault> {
      yield* sealFaults(sealed, [...acts, takeSubmissionAct], database, ledger)
      for (const { id, actor } of await repliesAmiss(database)) {
        yield { module: 'followup', code: 'status-differs', facts: { id, actor } }
      }
      const referred = await referredFiles(database)
      if (referred.size === 0) return
      for await (const { sha256, code } of files.verify()) {
        const name = referred.get(sha256)
        if (name !== undefined) yield { module: 'followup', code: `file-${code}`, facts: { name, sha256 } }
      }
    },
  }
}
