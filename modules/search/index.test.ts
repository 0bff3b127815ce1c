import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#platform/database'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { openRooms, type Rooms } from '../modules.ts'
import type { FindRequest, FoundPage } from './search.ts'
import { openStems } from './store-stems.ts'
import { type LoadedText, loadTexts } from './testing/store-load.ts'

const sample = fileURLToPath(new URL('../../samples/E-RES-2012-19.txt', import.meta.url))
const now = () => new Date('2013-01-02T03:04:05Z')

let place: TestDatabase
let rooms: Rooms

beforeEach(async () => {
  place = await testDatabase()
  rooms = openRooms(testPlatform({ database: place.database, now }))
  const { partiesManifest } = await import('#modules/parties')
  const { calendarManifest } = await import('#modules/calendar')
  await partiesManifest.prepare?.(rooms.parties)
  await calendarManifest.prepare?.(rooms.calendar)
})
afterEach(() => place.close())

const bring = async (change = (text: string) => text) =>
  rooms.documents.importText({
    fileName: 'E-RES-2012-19.txt',
    bytes: new TextEncoder().encode(change(await readFile(sample, 'utf8'))),
    by: 'system:test',
  })
const find = (request: string | FindRequest) =>
  rooms.search.find(typeof request === 'string' ? { text: request } : request)
const paths = ({ hits }: FoundPage) => hits.map(({ path }) => path)

describe('a text of the register', () => {
  test('is found as soon as it is imported, with what it asks and of whom', async () => {
    expect((await find('extradition')).total).toBe(0)
    await bring()
    const page = await find('"mutual legal assistance" transnational')
    expect(page.total).toBeGreaterThan(0)
    expect(page.hits[0]).toMatchObject({ document: 'E/RES/2012/19', language: 'en', body: 'ecosoc' })
    const report = await find({ text: 'report implementation', filter: { actor: 'secretary-general' } })
    expect(paths(report)).toContain('17')
    expect(report.hits[0]!.mandate).toBe(`E/RES/2012/19#${report.hits[0]!.path}`)
    expect(report.facets.actors.find(({ value }) => value === 'secretary-general')?.count).toBe(report.total)
  })

  test('is found no more by words of a version that was superseded', async () => {
    await bring()
    await rooms.search.tidy()
    await bring((text) => text.replaceAll('extradition', 'surrendering'))
    expect((await find('extradition')).total).toBe(0)
    expect((await find('surrendering')).total).toBeGreaterThan(0)
    await sql`select 1`.execute(place.database)
    await rooms.search.tidy()
    expect((await find('extradition')).total).toBe(0)
    expect(await rooms.ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
  })

  test('is not found where its import failed', async () => {
    rooms.documents.onVersion(() => Promise.reject(new Error('later room')))
    await expect(bring()).rejects.toThrow('later room')
    expect((await find('extradition')).total).toBe(0)
  })

  test('that was there before there was an index is taken in, once, however often that is broken off', async () => {
    await bring()
    const before = await find('transnational organized crime')
    await sql`truncate search.documents, search.units, search.pending, search.gone, search.segments, search.terms`.execute(
      place.database,
    )
    const later = openRooms(testPlatform({ database: place.database, now }))
    expect(await later.search.waiting()).toBe(1)
    const stop = new AbortController()
    stop.abort()
    expect(await later.search.fill({ signal: stop.signal })).toBe(0)
    const filled = await Promise.all([later.search.fill(), later.search.fill()])
    expect(filled.reduce((sum, taken) => sum + taken, 0)).toBe(1)
    expect(await later.search.waiting()).toBe(0)
    expect(await later.search.find({ text: 'transnational organized crime' })).toEqual(before)
  })

  test('is named by its symbol, its number and its paragraph', async () => {
    await bring()
    for (const text of ['2012/19 op 4', 'E/RES/2012/19#4', 'resolution 2012/19, para. 4', '第2012/19号决议第4段']) {
      const { direct } = await find(text)
      expect(direct[0], text).toMatchObject({ document: 'E/RES/2012/19', path: '4', missingPath: null })
    }
    expect((await find('2012/19 para 99')).direct[0]).toMatchObject({ path: null, missingPath: '99' })
    expect((await rooms.search.suggest('e/res/20')).map(({ text }) => text)).toContain('E/RES/2012/19')
    expect((await rooms.search.suggest('unod')).map(({ actor }) => actor)).toContain('unodc')
  })
})

const text = (document: string, items: readonly string[], more: Partial<LoadedText> = {}): LoadedText => ({
  ...{ document, language: 'en', title: null, adopted: null, type: 'resolution', body: null, ...more },
  items: items.map((words, i) => ({ kind: 'operative', number: String(i + 1), text: words })),
})

/** Texts enough for several segments. */
const many = Array.from({ length: 300 }, (_, i) =>
  text(
    `X/RES/${i}`,
    [
      `Requests the Secretary-General to report on water number ${i}`,
      `Urges States to protect ${i % 3 ? 'rivers' : 'lakes'} and the water of all`,
      i % 7 ? 'Decides to remain seized of the matter' : 'Calls upon all to ratify the treaty on seas',
    ],
    { adopted: `${1990 + (i % 30)}-03-04`, body: i % 2 ? 'ecosoc' : 'general-assembly' },
  ),
)

describe('many texts', () => {
  beforeEach(async () => {
    for (let i = 0; i < many.length; i += 50) {
      await loadTexts(place.database, openStems(), many.slice(i, i + 50))
    }
  })

  test('give the same while they wait, in segments, merged, and to another process', async () => {
    const requests: FindRequest[] = [
      { text: 'water' },
      { text: 'water', order: 'newest' },
      { text: '"water of all" -lakes', filter: { body: 'ecosoc' } },
      { text: 'seas OR lakes', filter: { from: 2000, to: 2004 } },
      { text: '"to remain seized"', limit: 100 },
    ]
    const all = () => Promise.all(requests.map(find))
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from search.segments`.execute(place.database)
    expect(rows[0]!.n).toBeGreaterThan(1)
    const before = await all()
    await rooms.search.tidy()
    const merged = await sql<{ n: number; waiting: number }>`
      select (select count(*)::int from search.segments) as n, (select count(*)::int from search.pending) as waiting`.execute(
      place.database,
    )
    expect(merged.rows).toEqual([{ n: 1, waiting: 0 }])
    expect(await all()).toEqual(before)
    const other = openDatabase(place.url)
    const there = openRooms(testPlatform({ database: other.database, now }))
    expect(await Promise.all(requests.map((request) => there.search.find(request)))).toEqual(before)
    await other.close()
  })

  test('every hit once, page by page, in either order', async () => {
    for (const order of ['best', 'newest'] as const) {
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await find({ text: 'water', order, limit: 77, after })
        expect(page.total).toBe(600)
        seen.push(...page.hits.map(({ document, n }) => `${document} ${n}`))
        after = page.next ?? undefined
      } while (after)
      expect(new Set(seen).size).toBe(600)
      expect(seen).toHaveLength(600)
    }
    const newest = (await find({ text: 'water', order: 'newest', limit: 100 })).hits.map(({ adopted }) => adopted!)
    expect(newest).toEqual([...newest].sort().reverse())
  })

  test('facets are exact, each as if its own filter were not set', async () => {
    const { facets, total } = await find({ text: 'rivers OR lakes', filter: { body: 'ecosoc', from: 1990, to: 1999 } })
    const odd = many.filter((_, i) => i % 2 === 1)
    const nineties = (i: number) => i % 30 < 10
    expect(total).toBe(odd.filter((_, at) => nineties(2 * at + 1)).length)
    expect(facets.bodies).toEqual([
      { value: 'ecosoc', count: 50 },
      { value: 'general-assembly', count: 50 },
    ])
    expect(facets.years).toHaveLength(15)
    expect(facets.years[0]).toEqual({ value: '2019', count: 10 })
  })

  test('found while the index is made anew again and again', async () => {
    let ended = false
    const tidying = (async () => {
      for (let i = 0; i < 6; i++) {
        await loadTexts(place.database, openStems(), [text(`Y/RES/${i}`, ['Welcomes snow'])])
        await rooms.search.tidy()
      }
      ended = true
    })()
    while (!ended) expect((await find('water')).total).toBe(600)
    await tidying
    expect((await find('snow')).total).toBe(6)
  })

  test('a word nobody has written: what has most of the words, and what may be meant', async () => {
    await rooms.search.tidy()
    const page = await find('protcet rivers')
    expect(page).toMatchObject({ total: 200, suggestion: 'protect rivers', notes: [{ code: 'not-all-words' }] })
  })
})

describe('whatever is typed', () => {
  test.each([
    'a'.repeat(100_000),
    'word '.repeat(10_000),
    '"'.repeat(999),
    '"open and -"never closed',
    'the of and to',
    '\u0000\u202e\u2066 rights \u2069',
    '-'.repeat(500),
    'OR OR | OR',
    "'; drop table search.terms; --",
    '%_\\%',
    '🕊️'.repeat(300),
    '\ud800 lone',
    '9'.repeat(900),
    '人'.repeat(900),
    '',
  ])('%# gives a page', async (typed) => {
    await bring()
    const page = await find(typed)
    expect(page.total).toBeGreaterThanOrEqual(0)
    expect(await rooms.search.suggest(typed)).toBeInstanceOf(Array)
    expect(await find({ text: typed, after: 'not a cursor', limit: Number.NaN })).toEqual(page)
  })
})
