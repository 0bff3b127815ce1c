import type { Manifest } from '#platform/manifest'
import type { Calendar } from './session.ts'

export type * from './session.ts'

export const calendarManifest: Manifest<Calendar, object> = {
  name: 'calendar',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [],
  open() {
    throw new Error('calendar: this room is still being built')
  },
}
