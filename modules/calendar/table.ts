import { deadlinesBefore } from './deadlines.ts'
import { dueOf } from './due.ts'
import { explain } from './explain.ts'
import { bodyFinder } from './names.ts'
import type { CalendarRows } from './rows.ts'
import type { SessionTable } from './session.ts'
import { sittingsOf } from './sessions-of.ts'

/** The whole calendar as a value. Pure: the same rows give the same answers, whatever day it is. */
export function sessionTable(rows: CalendarRows): SessionTable {
  const sittings = sittingsOf(rows)
  const findBody = bodyFinder(rows.bodies)
  const body = (code: string) => {
    const folded = code.toLowerCase()
    return rows.bodies.find((b) => b.slug === folded || b.code.toLowerCase() === folded) ?? null
  }
  const codeOf = (name: string) => body(name)?.code ?? name
  return {
    bodies: () => rows.bodies,
    body,
    findBody,
    sessions: (name) => {
      const code = codeOf(name)
      return rows.sessions.filter((s) => s.body === code).sort((a, b) => a.number - b.number)
    },
    session: (name, number) => sittings.session(codeOf(name), number),
    due: (timing, context, until) => dueOf({ sittings, findBody }, timing, context, until),
    deadlines: (name, number) => {
      const sitting = sittings.sitting(codeOf(name), number, 'regular')
      return sitting ? deadlinesBefore(sitting, rows.deadlines) : []
    },
    explain,
  }
}
