import type { Manifest } from '#platform/manifest'
import { type Left, openCitations } from './acts.ts'
import { citationsRoutes } from './api.ts'
import type { Citations } from './citation.ts'

export type * from './citation.ts'

export const citationsManifest: Manifest<Citations, Left> = {
  name: 'citations',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [],
  open: openCitations,
  routes: citationsRoutes,
  prepare: async (citations) => void (await citations.reRead()),
}
