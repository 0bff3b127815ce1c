import type { Calendar } from '#modules/calendar'
import type { Citations } from '#modules/citations'
import type { Documents } from '#modules/documents'
import type { Ledger } from '#modules/ledger'
import type { Parties } from '#modules/parties'
import type { Database } from '#platform/database'
import type { Ground } from '#platform/manifest'
import type { Agreed } from './agreed.ts'
import { textsIn } from './arriving.ts'
import { lineAt, paragraphOf, seriesAt, storable } from './asking.ts'
import { crossCheck } from './cross-check.ts'
import type { Saying } from './descent.ts'
import { openJudging } from './judging.ts'
import type { Lines } from './lines.ts'
import type { AskingSaying, Overlap, OverlapFilter, OverlapPair, RecurringMandate } from './overlap.ts'
import { sayingsAt } from './sayings.ts'
import {
  countOverlapActors,
  countOverlapSessions,
  countOverlapStates,
  type OverlapRow,
  overlapOf,
  overlapPage,
} from './store-overlaps.ts'
import { figuresOf, recurringPage, settleRecurring } from './store-recurring.ts'
import { documentsToFill, lastSeq, replaceTexts, textsOf, tracing } from './store-texts.ts'
import { openTracer } from './tracing.ts'

/** The rooms to the left, and the index. */
export interface Left {
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly citations: Citations
}

/** The most rows one page may hold, and how many it holds where nobody says. */
export const mostRows = 200
const usualRows = 25

/** Other paragraphs shown beside a line. */
const mostElsewhere = 12

/** Documents brought in at a time, of those imported before this room was there. */
const filledAtOnce = 50

/** Opens lines and series on a database. */
export function openLines({ database, now }: Ground, left: Left, agreed: Pick<Agreed, 'agreed' | 'similarTo'>): Lines {
  const { ledger, documents, citations } = left
  const tracer = openTracer({ database, documents, citations, similarTo: agreed.similarTo })
  ledger.onVerify(crossCheck)

  /** A text just imported is traced by whoever asks first; while the index is built it is shown as it is. */
  async function traced(document: string): Promise<void> {
    const texts = await textsOf(database, [document])
    if (texts.some((text) => text.traced === null)) await tracer.one(document)
  }

  async function overlapsOf(where: Database, rows: readonly OverlapRow[]): Promise<readonly Overlap[]> {
    const places = rows.flatMap((row) => [row, { document: row.otherDocument, n: row.otherN }])
    const sayingAt = await sayingsAt(where, places)
    return rows.flatMap((row): Overlap[] => {
      const newer = asking(sayingAt(row.document, row.n), row.mandate, row.asked)
      const older = asking(sayingAt(row.otherDocument, row.otherN), row.otherMandate, row.otherAsked)
      const { kind, note, by, at, similarity } = row
      const judgement = kind === null || kind === 'withdrawn' ? null : { kind, note: note!, by: by!, at: at! }
      return newer && older ? [{ newer, older, similarity, judgement }] : []
    })
  }

  async function overlap(where: Database, pair: OverlapPair): Promise<Overlap | null> {
    const row = await overlapOf(where, pair)
    return row && ((await overlapsOf(where, [row]))[0] ?? null)
  }

  return {
    ...openJudging({ database, now, ledger, overlap }),
    async keepTexts(transaction, version) {
      await replaceTexts(transaction, version.document, await textsIn(version, left))
      return {}
    },
    async fill() {
      for (let last = ''; ; ) {
        const ids = await documentsToFill(database, last, filledAtOnce)
        for (const id of ids) {
          const found = await documents.document(id)
          if (!found) continue
          const texts = await textsIn(found.version, left)
          await database.transaction().execute((transaction) => replaceTexts(transaction, id, texts))
        }
        if (ids.length < filledAtOnce) return
        last = ids.at(-1)!
      }
    },
    async trace(signal) {
      const count = await tracer.all(signal)
      if (signal?.aborted) return count
      const seen = await lastSeq(database)
      const figures = await figuresOf(database)
      if (count > 0 || figures?.traced !== seen) {
        await database.transaction().execute((transaction) => settleRecurring(transaction, seen))
      }
      return count
    },
    tracing: () => tracing(database),
    async line(address) {
      const asked = await paragraphOf(database, address)
      if (!asked) return null
      await traced(asked.document)
      return lineAt(database, asked)
    },
    async elsewhere(address) {
      const asked = await paragraphOf(database, address)
      if (!asked) return []
      const [text] = (await textsOf(database, [asked.document])).filter(({ unit }) => unit === asked.unit)
      const answer = await agreed.agreed(asked.text, { language: text?.language, limit: mostElsewhere })
      if (answer.state === 'building') return null
      return answer.state === 'found' ? answer.paragraph.matches : []
    },
    async series(text) {
      await traced(storable(text.document))
      return seriesAt(database, text)
    },
    async recurring(filter = {}) {
      const [{ rows, total }, figures] = await Promise.all([
        recurringPage(database, { ...filter, ...bodyIn(filter) }, limitOf(filter.limit), offsetOf(filter.offset)),
        figuresOf(database),
      ])
      const sayingAt = await sayingsAt(
        database,
        rows.flatMap(({ instances }) => instances),
      )
      return {
        rows: rows.map(
          ({ instances }): RecurringMandate => ({
            instances: instances.flatMap(({ document, n }) => numbered(sayingAt(document, n))),
          }),
        ),
        total,
        figures: figures && { mandates: figures.mandates, renewals: figures.renewals, recurring: figures.recurring },
      }
    },
    async overlaps(filter = {}) {
      const { rows, total } = await overlapPage(
        database,
        harmless(filter),
        limitOf(filter.limit),
        offsetOf(filter.offset),
      )
      return { rows: await overlapsOf(database, rows), total }
    },
    async overlapFacets(given = {}) {
      const filter = harmless(given)
      const [sessions, actors, states] = await Promise.all([
        countOverlapSessions(database, { ...filter, body: undefined, session: undefined }),
        countOverlapActors(database, { ...filter, actor: undefined }),
        countOverlapStates(database, { ...filter, state: undefined }),
      ])
      return { sessions, actors, states }
    },
  }
}

const limitOf = (limit: number | undefined): number => Math.min(Math.max(1, Math.trunc(limit ?? usualRows)), mostRows)

const offsetOf = (offset: number | undefined): number => Math.min(Math.max(0, Math.trunc(offset ?? 0)), 1_000_000)

const bodyIn = ({ body }: { readonly body?: string | undefined }) => ({
  body: body === undefined ? undefined : storable(body),
})

/** A filter as it may come out of any address: what nothing can match matches nothing. */
function harmless({ body, session, actor, document, state }: OverlapFilter): OverlapFilter {
  const text = (value: string | undefined) => (value === undefined ? undefined : storable(value))
  const number = session === undefined || (Number.isInteger(session) && session > 0 && session < 10_000) ? session : 0
  return { body: text(body), session: number, actor: text(actor), document: text(document), state }
}

const numbered = (saying: Saying | null): readonly (Saying & { readonly path: string })[] =>
  saying && saying.path !== null ? [{ ...saying, path: saying.path }] : []

function asking(saying: Saying | null, mandate: string, asked: OverlapRow['asked']): AskingSaying | null {
  return saying && saying.path !== null ? { ...saying, path: saying.path, mandate, asked } : null
}
