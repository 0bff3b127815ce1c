import type { Calendar } from '#modules/calendar'
import type { Documents } from '#modules/documents'
import type { Ledger } from '#modules/ledger'
import type { Mandates } from '#modules/mandates'
import type { Parties } from '#modules/parties'
import type { Ground } from '#platform/manifest'
import type { Citations, ListedText, ListQuery, Target } from './citation.ts'
import { crossCheckOf } from './cross-check.ts'
import { type GraphSource, graphOf, nodeId } from './graph.ts'
import { openKeeping } from './keeping.ts'
import { slipsOf } from './store.ts'
import { everyText, textAt, weightsOfKeys, weightsOfTexts } from './store-graph.ts'
import { citedTexts, citingTexts } from './store-lists.ts'
import { citedByPage, citingPage, countsOf } from './store-read.ts'

/** The rooms to the left. */
export interface Left {
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly mandates: Mandates
}

/** The most rows of one page. */
export const mostRows = 1000

/** Texts looked at for the most important of them. */
const mostCandidates = 1000

/** PostgreSQL stores no U+0000, so no id has one. */
const storable = <T extends string | undefined>(id: T): T => id?.replaceAll('\u0000', '\uFFFD') as T

const paged = ({ limit = mostRows, offset = 0 }: { readonly limit?: number; readonly offset?: number }) => ({
  limit: Math.min(Math.max(1, Math.trunc(limit)), mostRows),
  offset: Math.min(Math.max(0, Math.trunc(offset)), 1_000_000_000),
})

/** Opens the citations on a database. */
export function openCitations({ database }: Ground, { documents, ledger }: Left): Citations {
  const keeping = openKeeping(database, documents)
  ledger.onVerify(crossCheckOf(documents, keeping.rules))

  function lists(side: 'cited' | 'citing', document: string, query: ListQuery, most = mostRows) {
    const { unit, order = 'body' } = query
    const page = { unit: storable(unit), order, ...paged({ ...query, limit: Math.min(query.limit ?? most, most) }) }
    return (side === 'cited' ? citedTexts : citingTexts)(database, storable(document), page)
  }

  /** Cited most often here, then by most texts of the register, then the newest. */
  async function weighed(side: 'cited' | 'citing', rows: readonly ListedText[]): Promise<readonly ListedText[]> {
    const weightOf = await weightsFor(side, rows)
    return rows.toSorted(
      (a, b) =>
        b.times - a.times || weightOf(b.target) - weightOf(a.target) || (b.target.year ?? 0) - (a.target.year ?? 0),
    )
  }

  async function weightsFor(side: 'cited' | 'citing', rows: readonly ListedText[]) {
    if (side === 'cited') {
      const keys = await weightsOfKeys(
        database,
        rows.flatMap(({ target }) => target.key ?? []),
      )
      return ({ key }: Target) => keys.get(key ?? '') ?? 0
    }
    const texts = await weightsOfTexts(
      database,
      rows.flatMap(({ target: { found } }) => (found ? [{ document: found.document, unit: found.unit ?? '' }] : [])),
    )
    return ({ found }: Target) => texts.get(`${found?.document}#${found?.unit ?? ''}`) ?? 0
  }

  const source: GraphSource = {
    text: (document, unit) => textAt(database, storable(document), storable(unit)),
    async neighbours(side, { document, unit }, limit) {
      const list = await lists(side, document, { unit, order: 'times', limit: mostCandidates })
      const settled = list.rows.filter(({ target }) => nodeId(target) !== null)
      const texts = list.texts - (list.rows.length - settled.length)
      return { rows: (await weighed(side, settled)).slice(0, limit), texts }
    },
  }

  return {
    keep: keeping.keep,
    reRead: keeping.reRead,
    citing(document, { unit, paragraph, ...query } = {}) {
      const asked = { unit: storable(unit), paragraph: storable(paragraph), ...paged(query) }
      return citingPage(database, storable(document), asked)
    },
    citedBy(document, { unit, paragraph, ...query } = {}) {
      const asked = { unit: storable(unit), paragraph: storable(paragraph), ...paged(query) }
      return citedByPage(database, storable(document), asked)
    },
    counts: (ids) => countsOf(database, ids.map(storable)),
    async texts(side, document, query = {}) {
      const text = await textAt(database, storable(document), storable(query.unit ?? ''))
      return text && lists(side, document, query)
    },
    graph: (document, query = {}) => graphOf(source, document, query),
    slips: (document) => slipsOf(database, storable(document)),
    async *all() {
      for await (const { text, cited } of everyText(database)) {
        const from = { ...text, id: nodeId(text) ?? '', step: 0, times: 0 }
        const to = cited.flatMap(({ target, times }) => {
          const id = nodeId(target)
          return id === null || id === from.id ? [] : [{ ...target, id, step: -1, times }]
        })
        yield { from, to }
      }
    },
  }
}
