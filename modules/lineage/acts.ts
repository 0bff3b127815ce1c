import type { Calendar } from '#modules/calendar'
import type { Citations } from '#modules/citations'
import type { Documents } from '#modules/documents'
import type { Ledger } from '#modules/ledger'
import type { Mandates } from '#modules/mandates'
import type { Parties } from '#modules/parties'
import type { Search } from '#modules/search'
import type { Ground } from '#platform/manifest'
import { openAgreed } from './agreed-acts.ts'
import { holdIndex } from './index-held.ts'
import type { Lineage } from './lineage.ts'
import { openLines } from './open-lines.ts'

/** The rooms to the left. */
export interface Left {
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly mandates: Mandates
  readonly citations: Citations
  readonly search: Search
}

/** Opens the lineage on a database. */
export function openLineage(ground: Ground, left: Left): Lineage {
  const agreed = openAgreed(ground.database, left.parties, holdIndex(ground.database))
  return { ...agreed, ...openLines(ground, left, agreed) }
}
