import { storable } from './limits.ts'
import { caseOf } from './reading-cases.ts'
import type { ReadingCase, ReadingFilter, Readings } from './readings.ts'
import type { Around } from './registering.ts'
import { mandateOf } from './rows.ts'
import { personReadingOf } from './rows-readings.ts'
import {
  actorsAsked,
  countByAsked,
  countByDocument,
  countByDoubt,
  countByState,
  decidedMandates,
  neighboursOf,
  personReadingsAt,
  queuePage,
} from './store-queue.ts'
import { mandateById } from './store-register.ts'

/** How many readings a page of the queue holds where nobody says, and at most. */
const usualRows = 50
const mostRows = 500

/** The queue *Readings to check*. */
export function openQueue({
  database,
  calendar,
  parties,
  documents,
}: Around): Pick<Readings, 'readings' | 'neighbours' | 'readingFacets' | 'readingHistory' | 'readingCases'> {
  /** A filter as it may come out of any address, made harmless; bodies by their code, whatever was typed. */
  async function normal(filter: ReadingFilter): Promise<ReadingFilter> {
    const texts = Object.entries(filter).map(([key, value]) => [
      key,
      typeof value === 'string' ? storable(value) : value,
    ])
    const given: ReadingFilter = Object.fromEntries(texts)
    if (given.body === undefined) return given
    return { ...given, body: (await calendar.table()).body(given.body)?.code ?? given.body }
  }

  return {
    async readings(given) {
      const filter = await normal(given)
      const limit = Math.min(Math.max(1, filter.limit ?? usualRows), mostRows)
      const { rows, total } = await queuePage(database, filter, filter.after ?? null, limit + 1)
      const page = rows.slice(0, limit)
      const asked = await actorsAsked(
        database,
        page.map(({ key }) => key),
      )
      const lines = page.map((row) => ({ mandate: mandateOf(row), actors: asked.get(row.key) ?? [] }))
      return { rows: lines, total, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
    },
    async neighbours(mandate, filter) {
      return neighboursOf(database, storable(mandate), await normal(filter))
    },
    async readingFacets(given) {
      const filter = await normal(given)
      const directory = await parties.directory()
      const [states, doubts, documents, actors, bodies] = await Promise.all([
        countByState(database, filter),
        countByDoubt(database, filter),
        countByDocument(database, filter),
        countByAsked(database, 'actor', filter),
        countByAsked(database, 'body', filter),
      ])

      const named = actors.map((one) => ({ ...one, label: directory.actor(one.value)?.name.en ?? one.value }))
      return { states, doubts, documents, actors: named, bodies }
    },
    async readingHistory(id) {
      const row = await mandateById(database, storable(id))
      return row ? (await personReadingsAt(database, row)).map(personReadingOf) : []
    },
    async readingCases() {
      const decided = (await decidedMandates(database)).filter(({ look }) => look !== 'text-changed').map(mandateOf)
      const cases: ReadingCase[] = []
      for (const [document, mandates] of Map.groupBy(decided, (mandate) => mandate.document)) {
        const found = await documents.document(document)
        if (found) cases.push(...mandates.map((mandate) => caseOf(mandate, found.version)))
      }
      return cases
    },
  }
}
