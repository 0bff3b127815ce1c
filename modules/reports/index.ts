import type { Manifest } from '#platform/manifest'
import type { Reports } from './report.ts'

export type * from './report.ts'

export const reportsManifest: Manifest<Reports, object> = {
  name: 'reports',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [],
  open() {
    throw new Error('reports: this room is still being built')
  },
}
