import type { Job } from '#platform/jobs'
import type { Search } from './search.ts'

/** What the index does by itself. Both may be broken off anywhere, and go on from there. */
export const searchJobs: readonly Job<Search>[] = [
  {
    // Texts that were in the register before there was an index.
    name: 'search.fill',
    schedule: { every: 5_000 },
    run: async (search, { signal }) => void (await search.fill({ signal })),
  },
  {
    name: 'search.tidy',
    schedule: { every: 20_000 },
    run: (search, { signal }) => search.tidy(signal),
  },
]
