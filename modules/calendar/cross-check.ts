import type { CrossCheck, CrossFault } from '#modules/ledger'
import { digestOf } from './digest.ts'
import english from './messages/en.json' with { type: 'json' }
import { allRows, revisionOf } from './store.ts'

/** Name of the act and of its ledger entry, and what it is done to. */
export const loadSessionsAct = 'calendar.load-sessions'
export const calendarThing = 'calendar:sessions'

/** The calendar is the one the ledger says was loaded last. */
export const calendarCheck: CrossCheck = {
  messages: english,
  async *faults(database, ledger) {
    let loaded: unknown = null
    for await (const { data } of ledger.stream({ act: loadSessionsAct, on: calendarThing })) loaded = data
    const { revision } = await revisionOf(database)
    if (revision === 0 && loaded === null) return
    const known = loaded !== null && typeof loaded === 'object' && 'sha256' in loaded ? loaded.sha256 : null
    if (known !== digestOf(await allRows(database))) yield fault(revision)
  },
}

function fault(revision: number): CrossFault {
  return { module: 'calendar', code: 'calendar-changed', facts: { revision } }
}
