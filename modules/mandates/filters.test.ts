import type { MandateReading, ObligationReading, Timing } from '@resolute/reader'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarManifest } from '#modules/calendar'
import { documentsManifest } from '#modules/documents'
import { ledgerManifest } from '#modules/ledger'
import { partiesManifest } from '#modules/parties'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { decidedOf } from './decided.ts'
import { type Mandates, mandatesManifest } from './index.ts'
import { recordsOf } from './register.ts'
import { keepReadings } from './store-readings.ts'

let place: TestDatabase
let mandates: Mandates

const session = (number: number): Timing => ({
  kind: 'session',
  asWritten: `at session ${number}`,
  body: 'Commission on Crime Prevention and Criminal Justice',
  number,
  year: null,
  relative: null,
  part: null,
})

/** Readings written by hand: the register is asked here, not the reader. */
const asks: readonly (readonly [
  path: string,
  text: string,
  actor: string,
  kind: ObligationReading['kind'],
  timing: Timing,
])[] = [
  ['1', 'Urges Member States to do 100% of it', 'Member States', 'other', { kind: 'none' }],
  ['2', 'Requests the Secretary-General to report_on it', 'Secretary-General', 'report', session(22)],
  ['3', 'Requests UNODC to report', 'UNODC', 'report', session(21)],
  ['4', 'Invites States to act promptly', 'Member States', 'other', { kind: 'relative', asWritten: 'promptly' }],
  ['5', 'Decides to hold a discussion', 'Zodiac Committee', 'event', session(22)],
]

const readings: readonly MandateReading[] = asks.map(([path, text, name, kind, timing]) => ({
  unit: 'R/1',
  path,
  line: 1,
  text,
  context: [],
  clauses: [],
  obligations: [
    {
      id: `R/1#${path}/1`,
      unit: 'R/1',
      path,
      clause: 0,
      kind,
      force: 'request',
      actor: { asWritten: name, implied: false, name, class: 'other' },
      action: 'act',
      subject: null,
      toWhom: [],
      conditions: [],
      timings: [timing],
      continuing: false,
      links: [],
      by: 'test',
      certainty: 1,
    },
  ],
}))

beforeAll(async () => {
  place = await testDatabase()
  const platform = { database: place.database, now: () => new Date() }
  const ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  await partiesManifest.prepare?.(parties)
  await calendarManifest.prepare?.(calendar)
  const documents = documentsManifest.open(platform, { ledger, parties, calendar })
  const directory = await parties.directory()
  documents.onVersion(async (transaction, { document, version }) => {
    const context = { adopted: '2012-04-01', session: null }
    const facts = { document, units: new Map(), numbers: new Map(), decided: decidedOf([]) }
    const actorOf = (name: string) => directory.find(name)?.id ?? null
    const records = recordsOf(readings, { ...facts, actorOf }).map((record) => ({ ...record, context }))
    await keepReadings(transaction, { document, version }, records, { due: () => [], isNew: true })
    return {}
  })
  const bytes = new TextEncoder().encode('The General Assembly,\n\n1. Urges Member States to act.\n')
  await documents.importText({ fileName: 'r.txt', bytes, facts: { symbol: 'R/1' }, by: 'system:test' })
  // Opened after the rows came in without dues: the first question works them out.
  mandates = mandatesManifest.open(platform, { ledger, parties, calendar, documents })
})
afterAll(() => place.close())

const paths = async (filter: Parameters<Mandates['obligations']>[0]) =>
  (await mandates.obligations(filter)).rows.map(({ path }) => path)

describe('filters', () => {
  test.each([
    [{}, ['1', '2', '3', '4', '5']],
    [{ actor: 'member-states' }, ['1', '4']],
    [{ kind: 'event' }, ['5']],
    [{ body: 'ccpcj', session: 22 }, ['2', '5']],
    [{ session: 21 }, ['3']],
    [{ body: 'NOBODY' }, []],
    [{ dated: true }, ['2', '3', '5']],
    [{ dated: false }, ['1', '4']],
    [{ text: 'requests REPORT' }, ['2', '3']],
    [{ text: '100%' }, ['1']],
    [{ text: 'report_on' }, ['2']],
    [{ text: "'; drop table mandates.dues; --" }, []],
    [{ asOf: '2012-03-31' }, []],
    [{ asOf: '2012-04-01', document: 'R/1', unit: 'R/1', force: 'request' }, ['1', '2', '3', '4', '5']],
    [{ sort: 'due' }, ['3', '2', '5', '1', '4']],
    [{ sort: 'actor' }, ['1', '4', '2', '3', '5']],
  ] as const)('%j', async (filter, expected) => expect(await paths(filter)).toEqual(expected))
})

test.each([
  [{ text: '\u0000' }, 0],
  [{ document: 'R/1\u0000' }, 0],
  [{ session: 99_999_999_999 }, 0],
  [{ session: Number.NaN }, 0],
  [{ asOf: '2012-02-30' }, 5],
  [{ limit: -3 }, 5],
  [{ after: 'noise' }, 5],
])('an odd address breaks nothing: %j', async (filter, total) => {
  expect((await mandates.obligations(filter)).total).toBe(total)
  expect(await mandates.mandate('\u0000')).toBeNull()
  expect(await mandates.due({ body: '\u0000', session: 2 ** 40, asOf: 'x' })).toEqual([])
})

test.each(['text', 'due', 'actor'] as const)('pages by %s hold every row once, in the same order', async (sort) => {
  const whole = await paths({ sort })
  const walked: string[] = []
  let after: string | undefined
  do {
    const page = await mandates.obligations({ sort, limit: 2, after })
    expect(page.total).toBe(5)
    walked.push(...page.rows.map(({ path }) => path))
    after = page.next ?? undefined
  } while (after)
  expect(walked).toEqual(whole)
})

test('facets count what the other filters leave', async () => {
  const { actors, kinds, sessions, documents } = await mandates.facets({ kind: 'report' })
  expect(actors.map(({ value, count }) => [value, count])).toEqual([
    ['secretary-general', 1],
    ['unodc', 1],
  ])
  expect(kinds.map(({ value, count }) => [value, count])).toEqual([
    ['other', 2],
    ['report', 2],
    ['event', 1],
  ])
  expect(sessions.map(({ value, count }) => [value, count])).toEqual([
    ['CCPCJ/21', 1],
    ['CCPCJ/22', 1],
  ])
  expect(documents).toEqual([{ value: 'R/1', label: 'R/1', count: 2 }])
})

test('what has no date is counted by its reason', async () => {
  expect(await mandates.undated()).toEqual(
    expect.arrayContaining([
      { reason: 'no-time', count: 1 },
      { reason: 'manner', count: 1 },
    ]),
  )
})

test('reports and events are due, other acts where they are asked for', async () => {
  const query = { body: 'CCPCJ', session: 22 }
  expect((await mandates.due(query)).map(({ path, kind }) => [path, kind])).toEqual([
    ['2', 'report'],
    ['5', 'event'],
  ])
  expect(await mandates.due({ ...query, kinds: ['other'] })).toEqual([])
  expect(await mandates.dueSessions()).toMatchObject([
    { body: 'CCPCJ', session: 21, part: 'regular', from: '2012-04-23', to: '2012-04-27', count: 1 },
    { body: 'CCPCJ', session: 22, part: 'regular', from: '2013-04-22', to: '2013-04-26', count: 2 },
  ])
})

test('dues worked out from another calendar are worked out anew', async () => {
  await sql`update mandates.worked_out set calendar = 'another'`.execute(place.database)
  await sql`update mandates.dues set session = 99`.execute(place.database)
  await sql`update mandates.obligations set first_due = null`.execute(place.database)
  const platform = { database: place.database, now: () => new Date() }
  const ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  const documents = documentsManifest.open(platform, { ledger, parties, calendar })
  const again = mandatesManifest.open(platform, { ledger, parties, calendar, documents })
  const both = await Promise.all([again.due({ body: 'CCPCJ', session: 22 }), again.obligations({ sort: 'due' })])
  expect(both[0]).toHaveLength(2)
  expect(both[1].rows.map(({ path }) => path)).toEqual(['3', '2', '5', '1', '4'])
})

test('a mandate that is not there is null', async () => {
  expect(await mandates.mandate('R/1#99')).toBeNull()
  expect(await mandates.ofDocument('R/2')).toEqual([])
  expect((await mandates.ofDocument('R/1')).map(({ obligations }) => obligations.length)).toEqual([1, 1, 1, 1, 1])
})
