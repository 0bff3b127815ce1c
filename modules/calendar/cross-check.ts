import { type CrossCheck, type CrossFault, canonicalJson, type Json, type Ledger } from '#modules/ledger'
import type { Transaction } from '#platform/database'
import { digestOf } from './digest.ts'
import english from './messages/en.json' with { type: 'json' }
import type { SessionMove } from './move.ts'
import { loadedRows, revisionOf } from './store.ts'
import { movesIn } from './store-moves.ts'

/** Name of the act and of its ledger entry, and what it is done to. */
export const loadSessionsAct = 'calendar.load-sessions'
export const calendarThing = 'calendar:sessions'
export const moveSessionAct = 'calendar.move-session'
export const sessionThing = ({ body, number }: Pick<SessionMove, 'body' | 'number'>) => `session:${body}/${number}`

/** The calendar is the one the ledger says was loaded last, and every move of a session is the one told there. */
export const calendarCheck: CrossCheck = {
  messages: english,
  async *faults(database, ledger) {
    let loaded: unknown = null
    for await (const { data } of ledger.stream({ act: loadSessionsAct, on: calendarThing })) loaded = data
    const { revision } = await revisionOf(database)
    if (revision === 0 && loaded === null) return
    const known = loaded !== null && typeof loaded === 'object' && 'sha256' in loaded ? loaded.sha256 : null
    if (known !== digestOf(await loadedRows(database))) yield fault(revision)
    yield* moveFaults(database, ledger)
  },
}

function fault(revision: number): CrossFault {
  return { module: 'calendar', code: 'calendar-changed', facts: { revision } }
}

/** Each move stands in the ledger as it stands in the table, and none is missing on either side. */
async function* moveFaults(database: Transaction, ledger: Pick<Ledger, 'stream'>): AsyncGenerator<CrossFault> {
  const told = new Map<number, string>()
  for await (const { on, who, data } of ledger.stream({ act: moveSessionAct })) {
    const n = data !== null && typeof data === 'object' && 'n' in data ? Number(data.n) : 0
    told.set(n, canonicalJson({ on, who, data }))
  }
  for (const move of await movesIn(database)) {
    const kept = canonicalJson({ on: sessionThing(move), who: move.by, data: moveData(move) })
    if (told.get(move.n) !== kept) yield { module: 'calendar', code: 'move-changed', facts: { n: move.n } }
    told.delete(move.n)
  }
  for (const n of told.keys()) yield { module: 'calendar', code: 'move-missing', facts: { n } }
}

/** What the ledger holds of a move. */
export function moveData({ n, part, from, to, reason }: SessionMove): Json {
  return { n, part, from: from && { ...from }, to: { ...to }, reason }
}
