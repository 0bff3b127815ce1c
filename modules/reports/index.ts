import type { Manifest } from '#platform/manifest'
import { type Left, openReports } from './acts.ts'
import { reportRoutes } from './api.ts'
import { permissions } from './permissions.ts'
import type { Reports } from './report.ts'

export * from './report.ts'

export const reportsManifest: Manifest<Reports, Left> = {
  name: 'reports',
  migrations: new URL('./migrations/', import.meta.url),
  acts: Object.values(permissions).map(({ act }) => act),
  permissions: Object.values(permissions),
  open: openReports,
  routes: reportRoutes,
}
