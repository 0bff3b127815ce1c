import type { Manifest } from '#platform/manifest'
import { type Left, openSearch } from './acts.ts'
import type { Search } from './search.ts'

export type * from './search.ts'

export const searchManifest: Manifest<Search, Left> = {
  name: 'search',
  migrations: new URL('./migrations/', import.meta.url),
  acts: [],
  open: openSearch,
}
