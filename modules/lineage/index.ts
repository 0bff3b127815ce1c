import type { Manifest } from '#platform/manifest'
import { type Left, openLineage } from './acts.ts'
import type { Lineage } from './lineage.ts'

export type * from './agreed.ts'
export type * from './lineage.ts'

export const lineageManifest: Manifest<Lineage, Left> = {
  name: 'lineage',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [],
  open: openLineage,
}
