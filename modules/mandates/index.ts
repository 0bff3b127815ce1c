import type { Manifest } from '#platform/manifest'
import { type Left, openMandates } from './acts.ts'
import { mandatesRoutes } from './api.ts'
import type { Mandates } from './obligation.ts'

export type * from './obligation.ts'
export { dueTable, obligationsTable } from './tables.ts'
export { horizonOf } from './working-out.ts'

export const mandatesManifest: Manifest<Mandates, Left> = {
  name: 'mandates',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [],
  open: openMandates,
  routes: (mandates, { calendar }) => mandatesRoutes(mandates, calendar),
}
