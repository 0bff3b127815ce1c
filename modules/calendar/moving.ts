import type { Ledger } from '#modules/ledger'
import { may, type Permission, refusalOf } from '#platform/access'
import type { Ground } from '#platform/manifest'
import { moveData, moveSessionAct, sessionThing } from './cross-check.ts'
import { countingDates, moveFault, type SessionMove, withMoves } from './move.ts'
import type { Calendar } from './room.ts'
import { loadedRows, lockedRevision, setRevision } from './store.ts'
import { insertMove, movesIn } from './store-moves.ts'
import { sessionTable } from './table.ts'

export const moveSession: Permission = { act: moveSessionAct, roles: ['officer'] }

/** The act that puts a session on other days, and what is known of it. */
export function openMoving({
  database,
  now,
  ledger,
}: Ground & { readonly ledger: Ledger }): Pick<Calendar, 'moveSession' | 'mayMove' | 'moves' | 'onMove'> {
  const listeners: Parameters<Calendar['onMove']>[0][] = []
  return {
    onMove: (listener) => void listeners.push(listener),
    mayMove: (by) => may(by, moveSession),
    moves: (body, number) =>
      movesIn(database, body === undefined || number === undefined ? undefined : { body, number }),
    async moveSession(by, request) {
      const refusal = refusalOf(by, moveSession) ?? moveFault(request)
      if (refusal) return refusal
      return database.transaction().execute(async (transaction) => {
        const revision = await lockedRevision(transaction)
        const table = sessionTable(withMoves(await loadedRows(transaction), await movesIn(transaction)))
        const session = table.session(request.body, request.number)
        const known = session?.parts.find(({ part }) => part === request.part)
        if (!session || (session.window && !known)) return { refused: 'no-such-session' }
        const from = session.window ? null : countingDates(known)
        const { to } = request
        if (from?.from === to.from && from.to === to.to) return { refused: 'same-dates' }
        const change: Omit<SessionMove, 'n'> = {
          ...{ body: session.body, number: session.number, part: request.part },
          ...{ from, to: { from: to.from, to: to.to }, reason: request.reason.trim() },
          ...{ by: by.doer, at: now().toISOString() },
        }
        const move = { n: await insertMove(transaction, change), ...change }
        await setRevision(transaction, { ...revision, revision: revision.revision + 1 })
        await ledger.append(transaction, {
          who: by.doer,
          act: moveSessionAct,
          on: sessionThing(move),
          data: moveData(move),
        })
        for (const listener of listeners) await listener(transaction, move)
        return { move }
      })
    },
  }
}
