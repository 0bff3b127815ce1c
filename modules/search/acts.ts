import type { Calendar } from '#modules/calendar'
import type { Citations } from '#modules/citations'
import type { Documents } from '#modules/documents'
import type { Ledger } from '#modules/ledger'
import type { Mandates } from '#modules/mandates'
import type { Parties } from '#modules/parties'
import type { Ground } from '#platform/manifest'
import type { FoundPage, Search } from './search.ts'

/** The rooms to the left. */
export interface Left {
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly mandates: Mandates
  readonly citations: Citations
}

const nothing: FoundPage = {
  hits: [],
  total: 0,
  facets: { bodies: [], kinds: [], languages: [], years: [], actors: [], documents: [] },
  next: null,
  direct: [],
  actors: [],
  suggestion: null,
  notes: [],
}

/** Opens the search on a database. */
export function openSearch(_ground: Ground, _left: Left): Search {
  return { find: async () => nothing, suggest: async () => [], take: async () => {}, waiting: async () => 0 }
}
