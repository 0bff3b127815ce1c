import type { Calendar } from '#modules/calendar'
import type { Documents } from '#modules/documents'
import type { Ledger } from '#modules/ledger'
import type { Mandates } from '#modules/mandates'
import type { Parties } from '#modules/parties'
import type { Platform } from '#platform/manifest'
import { type Ground, mayOn } from './acting.ts'
import { openAnalysis } from './analysis.ts'
import { openAnswering } from './answering.ts'
import { openBringing } from './bringing.ts'
import { openCalls } from './calls.ts'
import { crossCheck } from './cross-check.ts'
import { openInviting } from './inviting.ts'
import { permissions } from './permissions.ts'
import type { AnswerListener, Submissions } from './room.ts'
import { sealed } from './seals.ts'

/** The rooms to the left. */
export interface Left {
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly mandates: Mandates
}

const byAct = new Map(Object.values(permissions).map((permission) => [permission.act, permission]))

/** Opens calls and submissions on a database. */
export function openSubmissions({ database, now, files, mail }: Platform, left: Left): Submissions {
  const { ledger, parties, calendar, documents, mandates } = left
  const listeners: AnswerListener[] = []
  const ground: Ground = {
    database,
    now,
    ledger,
    sealed,
    parties,
    calendar,
    documents,
    mandates,
    files,
    mail,
    listeners,
  }
  ledger.onVerify(crossCheck)
  return {
    onAnswer: (listener) => void listeners.push(listener),
    may(by, act, of = null) {
      const permission = byAct.get(act)
      return permission !== undefined && mayOn(by, permission, of && { actor: of.actor, id: of.invitation })
    },
    ...openCalls(ground),
    ...openInviting(ground),
    ...openAnswering(ground),
    ...openBringing(ground),
    ...openAnalysis(ground),
  }
}
