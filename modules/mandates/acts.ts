import { readMandates } from '@resolute/reader'
import type { Calendar, SessionTable } from '#modules/calendar'
import { adoptionOf, type Documents, type DocumentVersion } from '#modules/documents'
import type { Ledger } from '#modules/ledger'
import type { Parties } from '#modules/parties'
import type { Transaction } from '#platform/database'
import type { Platform } from '#platform/manifest'
import { crossCheck } from './cross-check.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { dayOf, sessionNumber, storable, withinLimits } from './limits.ts'
import type { Facet, Mandates, Obligation, ObligationFilter, StatusLookup } from './obligation.ts'
import { recordsOf } from './register.ts'
import { dueEntryOf, mandateOf, obligationOf } from './rows.ts'
import {
  holdDues,
  insertDues,
  insertMandates,
  replaceDues,
  standingTimings,
  supersede,
  workedOutFrom,
} from './store.ts'
import {
  countBy,
  countByReason,
  countBySession,
  dueRows,
  mandateById,
  mandatesOfDocument,
  obligationsOf,
  type RegisterRow,
  registerPage,
} from './store-register.ts'
import { sealsOf } from './store-seals.ts'
import { duesOf, fingerprintOf, horizonOf } from './working-out.ts'

/** The rooms to the left. */
export interface Left {
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
}

/** The most obligations one page may hold, and how many it holds where nobody says. */
export const mostRows = 1000
const usualRows = 50

/** Opens the register on a database. */
export function openMandates({ database }: Platform, { ledger, parties, calendar }: Left): Mandates {
  ledger.onVerify(crossCheck)
  let reported: StatusLookup = async () => new Map()
  let checked: { readonly table: SessionTable; readonly done: Promise<void> } | null = null

  /** The calendar, with the kept dues brought up to it first. Looked at once for each calendar this process sees. */
  async function currentTable(): Promise<SessionTable> {
    const table = await calendar.table()
    if (checked?.table !== table) checked = { table, done: bringUpTo(table) }
    await checked.done.catch((error: unknown) => {
      checked = null
      throw error
    })
    return table
  }

  async function bringUpTo(table: SessionTable): Promise<void> {
    const fingerprint = fingerprintOf(table)
    if ((await workedOutFrom(database)) === fingerprint) return
    await database.transaction().execute(async (transaction) => {
      await holdDues(transaction, 'alone')
      if ((await workedOutFrom(transaction)) === fingerprint) return
      const horizon = horizonOf(table)
      const standing = await standingTimings(transaction)
      const worked = standing.map((duty) => ({ key: duty.key, dues: duesOf(duty, table, horizon) }))
      await replaceDues(transaction, worked, fingerprint)
    })
  }

  async function register(transaction: Transaction, version: DocumentVersion) {
    const { document, outline } = version
    const directory = await parties.directory()
    await holdDues(transaction, 'with others')
    const table = await calendar.table()
    const units = new Map(outline.units.map((unit) => [unit.id, { unit, context: adoptionOf(unit, version, table) }]))
    const records = recordsOf(document, readMandates(outline), units)
    await supersede(transaction, document, version.version)
    const actorOf = (name: string) => directory.find(name)?.id ?? null
    const asked = await insertMandates(transaction, document, version.version, records, actorOf)
    const horizon = horizonOf(table)
    await insertDues(
      transaction,
      asked.map((duty) => ({ key: duty.key, dues: duesOf(duty, table, horizon) })),
    )
    const [sealed] = await sealsOf(transaction, version)
    return { mandates: records.length, obligations: asked.length, mandatesSeal: sealed?.seal ?? '' }
  }

  /** Bodies by code, whatever was typed; a body nobody knows matches nothing. */
  function normal(given: ObligationFilter, table: SessionTable): ObligationFilter {
    const filter = withinLimits(given)
    return filter.body === undefined ? filter : { ...filter, body: table.body(filter.body)?.code ?? filter.body }
  }

  async function facet(column: Parameters<typeof countBy>[1], filter: ObligationFilter, own: keyof ObligationFilter) {
    const rows = await countBy(database, column, { ...filter, [own]: undefined })
    return rows.map(({ value, name, count }): Facet => ({ value, label: name, count }))
  }

  /** Obligations with what was reported on them. */
  async function withStatus(rows: readonly RegisterRow[]): Promise<Obligation[]> {
    if (rows.length === 0) return []
    const asked = rows.map((row) => obligationOf(row))
    const statuses = await reported(asked.map(({ id }) => id))
    return asked.map((obligation) => ({ ...obligation, status: statuses.get(obligation.id) ?? obligation.status }))
  }

  return {
    register,
    onStatus(lookup) {
      reported = lookup
    },
    current: async () => void (await currentTable()),
    async obligationsById(ids) {
      await currentTable()
      const wanted = new Set(ids)
      const mandates = new Set(ids.map((id) => storable(id.slice(0, id.lastIndexOf('/')))))
      const rows = await obligationsOf(database, [...mandates])
      return withStatus(rows.filter((row) => wanted.has(`${row.mandate}/${row.n}`)))
    },
    async mandate(id) {
      await currentTable()
      const row = await mandateById(database, storable(id))
      if (!row) return null
      return { mandate: mandateOf(row), obligations: await withStatus(await obligationsOf(database, [id])) }
    },
    async ofDocument(document) {
      await currentTable()
      const rows = await mandatesOfDocument(database, storable(document))
      const asked = await obligationsOf(
        database,
        rows.map(({ id }) => id),
      )
      const byMandate = Map.groupBy(await withStatus(asked), ({ mandate }) => mandate)
      return rows.map((row) => ({ mandate: mandateOf(row), obligations: byMandate.get(row.id) ?? [] }))
    },
    async obligations(filter) {
      const sort = filter.sort ?? 'text'
      const limit = Math.min(Math.max(1, filter.limit ?? usualRows), mostRows)
      const after = filter.after === undefined ? null : readCursor(filter.after, sort)
      const { rows, total } = await registerPage(database, normal(filter, await currentTable()), after, limit + 1)
      const page = rows.slice(0, limit)
      const last = rows.length > limit ? page.at(-1) : undefined
      const next = last ? writeCursor({ sort, key: last.key, value: sortValue(last, sort) }) : null
      return { rows: await withStatus(page), total, next }
    },
    async facets(given) {
      const filter = normal(given, await currentTable())
      const [actors, kinds, forces, documents, sessions] = await Promise.all([
        facet('o.actor', filter, 'actor'),
        facet('o.kind', filter, 'kind'),
        facet('o.force', filter, 'force'),
        facet('m.document', filter, 'document'),
        countBySession(database, { ...filter, body: undefined, session: undefined }),
      ])
      const bySession = Map.groupBy(sessions, ({ body, session }) => `${body}/${session}`)
      const sessionFacets = [...bySession].map(([value, parts]) => {
        return { value, label: value.replace('/', ' '), count: parts.reduce((sum, { count }) => sum + count, 0) }
      })
      return { actors, kinds, forces, documents, sessions: sessionFacets }
    },
    async due({ body, session, part, asOf, language, kinds = ['report', 'event'] }) {
      const table = await currentTable()
      const query = { body: table.body(body)?.code ?? storable(body), session: sessionNumber(session), part, language }
      const rows = await dueRows(database, { ...query, asOf: dayOf(asOf), kinds })
      const asked = await withStatus(rows)
      const entries = asked.map((obligation) => dueEntryOf(obligation, query, table))
      return entries
        .filter((entry) => entry !== null)
        .sort((a, b) => (a.due.from === b.due.from ? 0 : a.due.from < b.due.from ? -1 : 1))
    },
    async dueSessions(asOf) {
      await currentTable()
      const rows = await Promise.all(
        (['report', 'event'] as const).map((kind) => countBySession(database, { asOf: dayOf(asOf), kind })),
      )
      return merged(rows.flat())
    },
    async undated(filter = {}) {
      return countByReason(database, normal(filter, await currentTable()))
    },
  }
}

function sortValue(row: RegisterRow, sort: NonNullable<ObligationFilter['sort']>): string {
  switch (sort) {
    case 'text':
      return row.document
    case 'due':
      return row.first_due ?? ''
    case 'actor':
      return row.actor_name
  }
}

type SessionCount = Awaited<ReturnType<Mandates['dueSessions']>>[number]

/** Counts of the same part of the same session added up, in order of time. */
function merged(counts: readonly SessionCount[]): readonly SessionCount[] {
  const groups = Map.groupBy(counts, ({ body, session, part }) => `${body}/${session}/${part}`)
  return [...groups.values()]
    .map((same) => ({ ...same[0]!, count: same.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1))
}
