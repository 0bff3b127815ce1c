import type { CrossCheck, CrossFault } from '#modules/ledger'
import { digestOf } from './digest.ts'
import english from './messages/en.json' with { type: 'json' }
import { allActors, revisionOf } from './store.ts'

/** Name of the act and of its ledger entry, and what it is done to. */
export const loadDirectoryAct = 'parties.load-directory'
export const directoryThing = 'parties:directory'

/** The directory is the one the ledger says was loaded last. */
export const directoryCheck: CrossCheck = {
  messages: english,
  async *faults(database, ledger) {
    let loaded: unknown = null
    for await (const { data } of ledger.stream({ act: loadDirectoryAct, on: directoryThing })) loaded = data
    const { revision } = await revisionOf(database)
    if (revision === 0 && loaded === null) return
    const known = loaded !== null && typeof loaded === 'object' && 'sha256' in loaded ? loaded.sha256 : null
    if (known !== digestOf(await allActors(database))) yield fault(revision)
  },
}

function fault(revision: number): CrossFault {
  return { module: 'parties', code: 'directory-changed', facts: { revision } }
}
