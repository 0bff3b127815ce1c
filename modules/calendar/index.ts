import type { Ledger } from '#modules/ledger'
import type { Parties } from '#modules/parties'
import type { Manifest } from '#platform/manifest'
import { openCalendar } from './acts.ts'
import { calendarRoutes } from './api.ts'
import { loadSessionsAct, moveSessionAct } from './cross-check.ts'
import { moveSession } from './moving.ts'
import type { Calendar } from './room.ts'

export { periodInWords } from './explain.ts'
export { addDays, daysBetween, isDate } from './iso-date.ts'
export type { MoveRefusal, MoveRequest, SessionMove } from './move.ts'
export { countingDates } from './move.ts'
export { ordinalNumber } from './ordinal.ts'
export { ordinalInWords } from './ordinals.ts'
export type * from './room.ts'
export type * from './rows.ts'
export type * from './session.ts'
export { shippedCalendar } from './shipped.ts'
export { sessionTable } from './table.ts'

export const calendarManifest: Manifest<Calendar, { readonly ledger: Ledger; readonly parties: Parties }> = {
  name: 'calendar',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [loadSessionsAct, moveSessionAct],
  systemActs: [loadSessionsAct],
  permissions: [moveSession],
  open: openCalendar,
  prepare: async (calendar) => void (await calendar.loadSessions('system:calendar')),
  routes: calendarRoutes,
}
