import type { Manifest } from '#platform/manifest'
import { type Left, openMandates } from './acts.ts'
import { mandatesRoutes } from './api.ts'
import { permissions, previewReading } from './permissions.ts'
import { reReadAct } from './registering.ts'
import type { Mandates } from './room.ts'

export type * from './obligation.ts'
export type * from './reading.ts'
export type * from './readings.ts'
export type * from './room.ts'
export { readerFiles } from './rules.ts'
export { dueTable, obligationsTable } from './tables.ts'
export { horizonOf } from './working-out.ts'

export const mandatesManifest: Manifest<Mandates, Left> = {
  name: 'mandates',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [...permissions.map(({ act }) => act), reReadAct],
  permissions: [...permissions, previewReading],
  systemActs: [reReadAct],
  open: (ground, left) => openMandates(ground, left),
  prepare: async (mandates) => void (await mandates.reRead()),
  routes: (mandates, { calendar }) => mandatesRoutes(mandates, calendar),
}
