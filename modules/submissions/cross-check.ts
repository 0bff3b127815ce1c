import { type CrossCheck, sealFaults } from '#modules/ledger'
import english from './messages/en.json' with { type: 'json' }
import { acts } from './permissions.ts'
import { sealed } from './seals.ts'

/** Every row that was written has its entry with its seal, every entry its rows. */
export const crossCheck: CrossCheck = {
  messages: english,
  async *faults(database, ledger) {
    yield* sealFaults(sealed, acts, database, ledger)
  },
}
