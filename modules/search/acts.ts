import type { Calendar } from '#modules/calendar'
import type { Citations } from '#modules/citations'
import type { Documents } from '#modules/documents'
import type { Ledger } from '#modules/ledger'
import type { Mandates } from '#modules/mandates'
import type { Parties } from '#modules/parties'
import type { Ground } from '#platform/manifest'
import { openFinding } from './finding.ts'
import { openIndex } from './opened.ts'
import { openSaved } from './saved-acts.ts'
import type { Search } from './search.ts'
import { openStems } from './store-stems.ts'
import { openSuggesting } from './suggesting.ts'
import { openTaking } from './taking.ts'

/** The rooms to the left. */
export interface Left {
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly mandates: Mandates
  readonly citations: Citations
}

/** Opens the search on a database. */
export function openSearch({ database, now }: Ground, { ledger, parties, calendar, documents }: Left): Search {
  const stems = openStems()
  const taking = openTaking({ database, documents, calendar, parties, stems })
  const opened = openIndex(database, stems)
  const { find } = openFinding({ database, parties, opened, stems })
  return {
    find,
    suggest: openSuggesting({ database, parties }),
    ...taking,
    ...openSaved({ database, now, ledger, find }),
  }
}
