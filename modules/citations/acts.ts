import type { Calendar } from '#modules/calendar'
import type { Documents } from '#modules/documents'
import type { Ledger } from '#modules/ledger'
import type { Mandates } from '#modules/mandates'
import type { Parties } from '#modules/parties'
import type { Ground } from '#platform/manifest'
import type { Citations } from './citation.ts'

/** The rooms to the left. */
export interface Left {
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly mandates: Mandates
}

/** Opens the citations on a database. */
export function openCitations(_ground: Ground, _left: Left): Citations {
  const none = { rows: [], total: 0 }
  return {
    keep: async () => ({}),
    citing: async () => none,
    citedBy: async () => none,
    counts: async (documents) =>
      new Map(documents.map((id) => [id, { cites: 0, citesTexts: 0, citedAt: 0, citedBy: 0 }])),
    graph: async () => ({ nodes: [], edges: [], more: { before: 0, after: 0 } }),
  }
}
