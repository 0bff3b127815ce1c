import { type CrossCheck, sealFaults } from '#modules/ledger'
import english from './messages/en.json' with { type: 'json' }
import { acts } from './permissions.ts'
import { sealed } from './seals.ts'
import { straysIn } from './store-calls.ts'

/** Every row that was written has its entry with its seal, every entry its rows; calls stand as their events say. */
export const crossCheck: CrossCheck = {
  messages: english,
  async *faults(database, ledger) {
    yield* sealFaults(sealed, acts, database, ledger)
    for (const { id, state, told } of await straysIn(database)) {
      yield { module: sealed.room, code: 'state', facts: { id, state, told } }
    }
  },
}
