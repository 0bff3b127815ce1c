import type { Manifest } from '#platform/manifest'
import { type Left, openLineage } from './acts.ts'
import { agreedRoutes } from './api-agreed.ts'
import { linesRoutes } from './api-lines.ts'
import { lineageJobs } from './jobs.ts'
import type { Lineage } from './lineage.ts'
import { judgeOverlap } from './permissions.ts'
import { findAgreed } from './permissions-agreed.ts'

export type * from './agreed.ts'
export type * from './descent.ts'
export type * from './lineage.ts'
export type * from './lines.ts'
export type * from './overlap.ts'

export const lineageManifest: Manifest<Lineage, Left> = {
  name: 'lineage',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [judgeOverlap.act],
  permissions: [judgeOverlap, findAgreed],
  jobs: lineageJobs,
  open: openLineage,
  prepare: (lineage) => lineage.fill(),
  routes: (lineage) => linesRoutes(lineage).route('/', agreedRoutes(lineage)),
}
