import type { Calendar, SessionTable } from '#modules/calendar'
import type { Documents } from '#modules/documents'
import type { Ledger } from '#modules/ledger'
import type { Parties } from '#modules/parties'
import type { Ground } from '#platform/manifest'
import { crossCheck } from './cross-check.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { openDeciding } from './deciding.ts'
import { dayOf, sessionNumber, storable, withinLimits } from './limits.ts'
import type { Facet, Obligation, ObligationFilter, StatusLookup } from './obligation.ts'
import { openQueue } from './queue.ts'
import { openRegistering } from './registering.ts'
import type { Mandates } from './room.ts'
import { dueEntryOf, mandateOf, obligationOf } from './rows.ts'
import { type Rules, shippedRules } from './rules.ts'
import { holdDues, replaceDues, standingTimings, workedOutFrom } from './store.ts'
import {
  countBy,
  countByMeans,
  countByReason,
  countBySession,
  dueRows,
  mandateById,
  mandatesOfDocument,
  obligationRow,
  obligationsOf,
  type RegisterRow,
  registerPage,
} from './store-register.ts'
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

/** Opens the register on a database, to be read with the rules given. */
export function openMandates({ database, now }: Ground, left: Left, rules: Rules = shippedRules()): Mandates {
  const { ledger, calendar } = left
  ledger.onVerify(crossCheck)
  const around = { ...left, database, rules }
  const registering = openRegistering(around)
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

  /** Bodies by code, whatever was typed; a body nobody knows matches nothing. */
  function normal(given: ObligationFilter, table: SessionTable): ObligationFilter {
    const filter = withinLimits(given)
    return filter.body === undefined ? filter : { ...filter, body: table.body(filter.body)?.code ?? filter.body }
  }

  async function facet(column: Parameters<typeof countBy>[1], filter: ObligationFilter, own: keyof ObligationFilter) {
    const rows = await countBy(database, column, { ...filter, [own]: undefined })
    return rows.map(({ value, name, count }): Facet => ({ value, label: name, count }))
  }

  async function means(what: 'money' | 'life', filter: ObligationFilter) {
    const rows = await countByMeans(database, what, { ...filter, [what]: undefined })
    return rows.map(({ value, count }): Facet => ({ value, label: value, count }))
  }

  /** Obligations with what was reported on them. */
  async function withStatus(rows: readonly RegisterRow[]): Promise<Obligation[]> {
    if (rows.length === 0) return []
    const asked = rows.map((row) => obligationOf(row))
    const statuses = await reported(asked.map(({ id }) => id))
    return asked.map((obligation) => ({ ...obligation, status: statuses.get(obligation.id) ?? obligation.status }))
  }

  async function standing(id: string) {
    await currentTable()
    const row = await mandateById(database, storable(id))
    return row && { mandate: mandateOf(row), obligations: await withStatus(await obligationsOf(database, [row.id])) }
  }

  return {
    register: registering.register,
    reRead: registering.reRead,
    onReadAnew: registering.onReadAnew,
    ...openDeciding({ ...around, registering, now, standing }),
    ...openQueue(around),
    mandate: standing,
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
    async obligation(id) {
      const [, mandate = '', n = ''] = /^(.+)\/(\d{1,6})$/s.exec(id) ?? []
      await currentTable()
      const row = await obligationRow(database, storable(mandate), Number(n))
      return row && ((await withStatus([row]))[0] ?? null)
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
      const [actors, kinds, forces, documents, money, lives, sessions] = await Promise.all([
        facet('o.actor', filter, 'actor'),
        facet('o.kind', filter, 'kind'),
        facet('o.force', filter, 'force'),
        facet('m.document', filter, 'document'),
        means('money', filter),
        means('life', filter),
        countBySession(database, { ...filter, body: undefined, session: undefined }),
      ])
      const bySession = Map.groupBy(sessions, ({ body, session }) => `${body}/${session}`)
      const sessionFacets = [...bySession].map(([value, parts]) => {
        return { value, label: value.replace('/', ' '), count: parts.reduce((sum, { count }) => sum + count, 0) }
      })
      return { actors, kinds, forces, money, lives, documents, sessions: sessionFacets }
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
