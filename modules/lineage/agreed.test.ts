import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '#platform/database'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { fillRooms, openRooms, type Rooms } from '../modules.ts'

const now = () => new Date('2013-02-01T09:00:00Z')
const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function register(): Promise<{ rooms: Rooms; tests: TestDatabase }> {
  const tests = await testDatabase()
  open.push(() => tests.close())
  const rooms = openRooms(testPlatform({ database: tests.database, now }))
  await fillRooms(rooms)
  return { rooms, tests }
}

/** A resolution with these operative paragraphs. */
const resolution = (symbol: string, paragraphs: readonly string[], day = '27 July 2012'): Uint8Array =>
  new TextEncoder().encode(
    `${symbol}. Title of ${symbol}\n\nThe Economic and Social Council,\n\nRecalling its resolution 1992/1 of 6 February 1992,\n\n${paragraphs
      .map((text, i) => `${i + 1}. ${text}`)
      .join('\n\n')}\n\n46th plenary meeting\n${day}\n`,
  )

const bring = (rooms: Rooms, symbol: string, paragraphs: readonly string[], adopted = '2012-07-27') =>
  rooms.documents.importText({
    fileName: `${symbol.replaceAll('/', '_')}.txt`,
    bytes: resolution(symbol, paragraphs),
    facts: { symbol, adopted },
    by: 'test',
  })

const invites =
  'Invites Member States to provide extrabudgetary resources for these purposes, in accordance with the rules and procedures of the United Nations;'
const urges =
  'Urges Member States to strengthen cooperation in criminal matters, including extradition and mutual legal assistance;'

async function found(rooms: Rooms, text: string, options = {}) {
  const answer = await rooms.lineage.agreed(text, options)
  if (answer.state !== 'found') throw new Error(answer.state)
  return answer.paragraph
}

test('a paragraph finds itself, however often it was said, once', async () => {
  const { rooms } = await register()
  await bring(rooms, 'E/RES/2010/1', [invites, urges], '2010-07-22')
  await bring(rooms, 'E/RES/2012/1', [urges, invites.replace(';', '.')], '2012-07-26')
  const { standing, matches } = await found(rooms, invites.toUpperCase())
  expect(standing).toBe('verbatim')
  expect(matches[0]).toMatchObject({ similarity: 1, contained: 1, verbatim: true, times: 2, documents: 2 })
  expect(matches[0]?.first).toMatchObject({ document: 'E/RES/2010/1', path: '1', year: 2010, body: 'ecosoc' })
  expect(matches[0]?.last).toMatchObject({ document: 'E/RES/2012/1', path: '2', year: 2012 })
})

test('what another process imported a moment ago is found, what it superseded is not', async () => {
  const { rooms, tests } = await register()
  await bring(rooms, 'E/RES/2010/1', [invites])
  expect((await found(rooms, urges)).standing).toBe('new')
  const other = openDatabase(tests.url)
  open.push(other.close)
  const there = openRooms(testPlatform({ database: other.database, now }))
  await bring(there, 'E/RES/2012/1', [urges])
  expect((await found(rooms, urges)).matches[0]?.last.document).toBe('E/RES/2012/1')
  await bring(there, 'E/RES/2012/1', ['Decides to remain seized of the matter.'])
  expect((await found(rooms, urges)).standing).toBe('new')
  expect((await found(rooms, 'Decides to remain seized of the matter')).standing).toBe('verbatim')
  expect((await found(there, invites)).standing).toBe('verbatim')
})
