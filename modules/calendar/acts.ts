import type { Ledger } from '#modules/ledger'
import type { Doer, Ground } from '#platform/manifest'
import { calendarCheck, calendarThing, loadSessionsAct } from './cross-check.ts'
import { digestOf } from './digest.ts'
import { withMoves } from './move.ts'
import { openMoving } from './moving.ts'
import type { Calendar } from './room.ts'
import type { CalendarRows } from './rows.ts'
import type { SessionTable } from './session.ts'
import { shippedCalendar } from './shipped.ts'
import { loadedRows, lockedRevision, replaceRows, revisionOf, setRevision } from './store.ts'
import { movesIn } from './store-moves.ts'
import { sessionTable } from './table.ts'

/** Opens the calendar on a database. */
export function openCalendar({ database, now }: Ground, { ledger }: { readonly ledger: Ledger }): Calendar {
  let kept: { readonly revision: number; readonly table: SessionTable } | null = null
  ledger.onVerify(calendarCheck)

  async function table(): Promise<SessionTable> {
    const { revision } = await revisionOf(database)
    if (kept?.revision !== revision) {
      // One snapshot, so that the rows are those of the revision that is noted.
      const snapshot = database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
      kept = await snapshot.execute(async (t) => {
        const { revision } = await revisionOf(t)
        return { revision, table: sessionTable(withMoves(await loadedRows(t), await movesIn(t))) }
      })
    }
    return kept.table
  }

  async function loadSessions(by: Doer, rows: CalendarRows = shippedCalendar()) {
    const sha256 = digestOf(rows)
    const sessions = rows.sessions.length
    return database.transaction().execute(async (transaction) => {
      const before = await lockedRevision(transaction)
      if (before.sha256 === sha256) return { state: 'unchanged', sessions } as const
      const revision = before.revision + 1
      await replaceRows(transaction, rows)
      await setRevision(transaction, { revision, sha256 })
      const data = { bodies: rows.bodies.length, sessions, revision, sha256 }
      await ledger.append(transaction, { who: by, act: loadSessionsAct, on: calendarThing, data })
      return { state: 'loaded', sessions } as const
    })
  }

  return { table, loadSessions, ...openMoving({ database, now, ledger }) }
}
