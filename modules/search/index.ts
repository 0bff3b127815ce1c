import type { Manifest } from '#platform/manifest'
import { type Left, openSearch } from './acts.ts'
import { searchRoutes } from './api.ts'
import { searchJobs } from './jobs.ts'
import { savedActs, savedPermissions } from './saved-permissions.ts'
import type { Search } from './search.ts'

export { searchFrom } from './address.ts'
export type * from './saved.ts'
export type * from './search.ts'

export const searchManifest: Manifest<Search, Left> = {
  name: 'search',
  migrations: new URL('./migrations/', import.meta.url),
  acts: savedActs,
  permissions: Object.values(savedPermissions),
  open: openSearch,
  // A small register is whole before the first page; a large one is filled by the job.
  prepare: async (search) => void (await search.fill({ atMost: 100 })),
  jobs: searchJobs,
  routes: searchRoutes,
}
