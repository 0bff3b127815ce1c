import type { Manifest } from '#platform/manifest'
import type { Calendar } from './session.ts'

export { ordinalInWords, ordinalNumber } from './ordinal.ts'
export type * from './rows.ts'
export type * from './session.ts'
export { shippedCalendar } from './shipped.ts'
export { sessionTable } from './table.ts'

export const calendarManifest: Manifest<Calendar, object> = {
  name: 'calendar',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [],
  open() {
    throw new Error('calendar: this room is still being built')
  },
}
