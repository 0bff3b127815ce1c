import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarManifest } from '#modules/calendar'
import { type DocumentFacts, documentsManifest } from '#modules/documents'
import { ledgerManifest } from '#modules/ledger'
import { partiesManifest } from '#modules/parties'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { type DueQuery, type Mandates, mandatesManifest } from './index.ts'

const samples = new URL('../../samples/', import.meta.url)

let place: TestDatabase
let mandates: Mandates

beforeAll(async () => {
  place = await testDatabase()
  const platform = { database: place.database, now: () => new Date('2013-01-02T03:04:05Z') }
  const ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  await partiesManifest.prepare?.(parties)
  await calendarManifest.prepare?.(calendar)
  const documents = documentsManifest.open(platform, { ledger, parties, calendar })
  mandates = mandatesManifest.open(platform, { ledger, parties, calendar, documents })
  documents.onVersion(mandates.register)
  const list: (DocumentFacts & { file: string })[] = JSON.parse(
    await readFile(new URL('samples.json', samples), 'utf8'),
  )
  for (const { file, ...facts } of list) {
    const bytes = await readFile(new URL(file, samples))
    await documents.importText({ fileName: file, bytes, facts, by: 'system:test' })
  }
})
afterAll(() => place.close())

/**
 * The reporting duties of the two founding texts, by hand from field.md 2.5: source, who, to whom. One line per
 * paragraph; where several are asked, each of them is.
 */
const duties: Readonly<
  Record<string, { query: DueQuery; due: readonly (readonly [unit: string, path: string, who: string])[] }>
> = {
  'CCPCJ 20, reconvened': {
    query: { body: 'CCPCJ', session: 20, part: 'reconvened' },
    due: [
      ['D/Resolution 20/1', '4', 'Secretariat'],
      ['D/Resolution 20/1', '7', 'Secretariat'],
      ['D/Resolution 20/1', '9', 'working group'],
      ['D/Resolution 20/1', '10', 'working group'],
      ['D/Resolution 20/1', '11', 'Executive Director'],
      ['D/Resolution 20/1', '18', 'Secretariat'],
      ['D/Resolution 20/1', '20', 'working group'],
    ],
  },
  'CND 54, reconvened': {
    query: { body: 'CND', session: 54 },
    due: [
      ['D/Resolution 20/1', '4', 'Secretariat'],
      ['D/Resolution 20/1', '9', 'working group'],
      ['D/Resolution 20/1', '11', 'Executive Director'],
    ],
  },
  'CCPCJ 21': {
    query: { body: 'CCPCJ', session: 21 },
    due: [
      ['A/Draft resolution I', '4', 'Secretary-General'],
      ['B/Draft resolution II', '15', 'UNODC'],
      ['D/Resolution 20/1', '21(f)', 'Secretariat'],
      ['D/Resolution 20/3', '12', 'Secretary-General'],
    ],
  },
  'CCPCJ 22': {
    query: { body: 'CCPCJ', session: 22 },
    due: [
      ['E/RES/2012/19', '4', 'UNODC'],
      ['E/RES/2012/19', '17', 'Secretary-General'],
      ['A/Draft resolution III', '3', 'Member States'],
      ['A/Draft resolution III', '8', 'Secretariat'],
      ['A/Draft resolution III', '10', 'Secretary-General'],
      ['A/Draft resolution IV', '18', 'Executive Director'],
      ['B/Draft resolution III', '10', 'Secretary-General'],
      ['B/Draft resolution IV', '12', 'Secretary-General'],
      ['D/Resolution 20/1', '21(f)', 'Secretariat'],
      ['D/Resolution 20/5', '12', 'Executive Director'],
      ['D/Resolution 20/6', '9', 'Executive Director'],
      ['D/Resolution 20/7', '7', 'Secretary-General'],
    ],
  },
  'CCPCJ 23': {
    query: { body: 'CCPCJ', session: 23 },
    due: [
      ['B/Draft resolution I', '21', 'Secretary-General'],
      ['D/Resolution 20/1', '21(f)', 'Secretariat'],
    ],
  },
  'GA 67': { query: { body: 'GA', session: 67 }, due: [['A/Draft resolution II', '12', 'Secretary-General']] },
}

describe('what is due holds exactly the reporting duties of the two texts', () => {
  test.each(Object.entries(duties))('%s', async (_, { query, due }) => {
    const reports = (await mandates.due(query)).filter(({ kind }) => kind === 'report')
    const paragraphs = [...new Set(reports.map(({ unit, path }) => `${unit}#${path}`))]
    expect(paragraphs.sort()).toEqual(due.map(([unit, path]) => `${unit}#${path}`).sort())
    for (const [unit, path, who] of due) {
      const actors = reports.filter((entry) => entry.unit === unit && entry.path === path).map(({ actor }) => actor)
      expect(actors.join(', '), `${unit} ${path}`).toContain(who)
    }
  })
})

test('all parts of a session, unless one is named', async () => {
  const all = await mandates.due({ body: 'ccpcj', session: 20 })
  const reconvened = await mandates.due({ body: 'CCPCJ', session: 20, part: 'reconvened' })
  expect(all.filter(({ kind }) => kind === 'report')).toEqual(reconvened.filter(({ kind }) => kind === 'report'))
  expect(await mandates.due({ body: 'CCPCJ', session: 20, part: 'opening' })).toEqual([])
})

test('the thematic discussion of B-IV/7 is an event, not a report', async () => {
  const entries = await mandates.due({ body: 'CCPCJ', session: 22 })
  const thematic = entries.filter(({ unit, path }) => unit === 'B/Draft resolution IV' && path === '7')
  expect(thematic.map(({ kind }) => kind)).toEqual(['event'])
})

test('2012/19/2 recalls what a conference was to do: no duty anywhere', async () => {
  const mandate = await mandates.mandate('E/RES/2012/19#2')
  expect(mandate?.obligations ?? []).toEqual([])
})

test('what was adopted later is not seen on an earlier day', async () => {
  const before = await mandates.due({ body: 'CCPCJ', session: 22, asOf: '2012-07-25' })
  expect(before.map(({ document }) => document)).not.toContain('E/RES/2012/19')
  expect(await mandates.due({ body: 'CCPCJ', session: 22, asOf: '2011-04-14' })).toEqual([])
  const after = await mandates.due({ body: 'CCPCJ', session: 22, asOf: '2012-07-26' })
  expect(after).toEqual(await mandates.due({ body: 'CCPCJ', session: 22 }))
})

test('an entry says where it stands, who, to whom, and why this date', async () => {
  const entries = await mandates.due({ body: 'CCPCJ', session: 22 })
  expect(entries.find(({ unit, path }) => unit === 'E/RES/2012/19' && path === '17')).toEqual({
    unit: 'E/RES/2012/19',
    path: '17',
    kind: 'report',
    actor: 'Secretary-General',
    toWhom: 'Commission on Crime Prevention and Criminal Justice',
    subject: expect.stringContaining('implementation of the present resolution'),
    due: {
      body: 'CCPCJ',
      session: 22,
      part: 'regular',
      from: '2013-04-22',
      to: '2013-04-26',
      why: expect.stringMatching(/^at its twenty-second session: CCPCJ 22, 22–26 April 2013.* verified$/),
    },
    status: 'no_information',
    mandate: 'E/RES/2012/19#17',
    document: 'E/RES/2012/19',
    obligation: 'E/RES/2012/19#17/1',
    continuing: false,
  })
})

test('what UNODC collects and what it reports on hang together (2012/19/4)', async () => {
  const { obligations = [] } = (await mandates.mandate('E/RES/2012/19#4')) ?? {}
  const asks = obligations.filter(({ links }) => links.some(({ how }) => how === 'asks-for'))
  const asked = asks.flatMap(({ links }) => links.map(({ to }) => to))
  const fed = obligations.filter(({ id }) => asked.includes(id)).flatMap(({ links }) => links)
  expect(asks.map(({ actor }) => actor)).toEqual(['unodc'])
  expect(obligations.filter(({ id }) => asked.includes(id)).map(({ actor }) => actor)).toContain('member-states')
  expect(obligations.filter(({ id }) => fed.some(({ to }) => to === id))).toMatchObject([
    { actor: 'unodc', kind: 'report' },
  ])
})

test('sessions with something due are counted in order of time', async () => {
  const sessions = await mandates.dueSessions()
  expect(sessions.map(({ from }) => from)).toEqual(sessions.map(({ from }) => from).sort())
  const at22 = sessions.find(({ body, session }) => body === 'CCPCJ' && session === 22)
  expect(at22?.count).toBe((await mandates.due({ body: 'CCPCJ', session: 22 })).length)
})
