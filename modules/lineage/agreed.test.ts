import { afterEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#platform/database'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { fillRooms, openRooms, type Rooms } from '../modules.ts'
import type { AgreedOptions } from './agreed.ts'
import { agreedTable } from './agreed-tables.ts'
import { holdIndex } from './index-held.ts'

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

test('a draft: what of it was agreed, what is close, what is new, and within which filters', async () => {
  const { rooms } = await register()
  await bring(rooms, 'A/RES/65/1', [invites], '2010-12-20')
  await bring(rooms, 'E/RES/2012/1', [urges], '2012-07-26')
  const fresh = 'Decides that colourless green ideas sleep furiously under the moon.'
  const edited = urges.replace('criminal matters', 'all criminal matters')
  const bytes = resolution('E/CN.15/2013/L.1', [invites, edited, fresh])
  const draft = async (options: AgreedOptions = {}) => {
    const found = await rooms.lineage.agreedDraft({ fileName: 'draft.txt', bytes }, options)
    if (found.state !== 'found') throw new Error(found.state)
    return found
  }
  const { paragraphs, summary, title, scope } = await draft()
  const numbered = paragraphs.filter(({ at }) => at?.kind === 'operative')
  expect(numbered.map(({ standing }) => standing)).toEqual(['verbatim', 'close', 'new'])
  // The recital is the same in all three.
  expect(summary).toEqual({ paragraphs: 4, verbatim: 2, close: 1, new: 1 })
  expect(title).toBe('draft.txt')
  expect(scope).toMatchObject({ documents: 2 })
  const standings = async (options: AgreedOptions) =>
    (await draft(options)).paragraphs.filter(({ at }) => at?.kind === 'operative').map(({ standing }) => standing)
  expect(await standings({ from: 2011 })).toEqual(['new', 'close', 'new'])
  expect(await standings({ to: 2010 })).toEqual(['verbatim', 'new', 'new'])
  expect(await standings({ exclude: 'A/RES/65/1' })).toEqual(['new', 'close', 'new'])
  expect(await standings({ within: 'A/RES/65/1' })).toEqual(['verbatim', 'new', 'new'])
  expect(await standings({ body: 'general-assembly' })).toEqual(['new', 'new', 'new'])
  expect(await standings({ language: 'fr' })).toEqual(['new', 'new', 'new'])
  const table = agreedTable(paragraphs)
  expect(table.rows.length).toBeGreaterThanOrEqual(paragraphs.length)
})

test('a phrase that stands within an earlier paragraph is close to it', async () => {
  const { rooms } = await register()
  await bring(rooms, 'E/RES/2012/1', [`${urges.replace(';', ',')} ${invites}`])
  const { standing, matches } = await found(rooms, 'including extradition and mutual legal assistance')
  expect([standing, matches[0]?.contained]).toEqual(['close', 1])
})

test('each paragraph of a document beside all others, and those like it for the lines', async () => {
  const { rooms } = await register()
  await bring(rooms, 'E/RES/2010/1', [invites, urges])
  await bring(rooms, 'E/RES/2012/1', [urges, 'Decides to remain seized of the matter.'])
  const own = await rooms.lineage.agreedDocument('E/RES/2012/1')
  expect(own).toMatchObject({ state: 'found', summary: { paragraphs: 3, verbatim: 2, new: 1 } })
  expect(await rooms.lineage.agreedDocument('E/RES/1999/1')).toBeNull()
  const similar = await rooms.lineage.similarTo('E/RES/2012/1', { wait: true })
  if (similar.state !== 'found') throw new Error(similar.state)
  const rows = similar.paragraphs.flatMap(({ similar: all }) => all)
  expect(rows.map(({ document, similarity }) => [document, similarity])).toEqual([
    ['E/RES/2010/1', 1],
    ['E/RES/2010/1', 1],
  ])
})

test('many arrivals are made one part, and nothing is lost or found twice', { timeout: 60_000 }, async () => {
  const { rooms } = await register()
  const said = (n: number) =>
    `Requests the Secretary-General to report on matter number ${n} of the agenda of session ${n};`
  for (let n = 1; n <= 18; n++) {
    await bring(rooms, `E/RES/2012/${n}`, [invites, said(n)])
    expect((await found(rooms, said(n))).standing).toBe('verbatim')
  }
  await bring(rooms, 'E/RES/2012/3', [said(3)])
  for (let look = 0; look < 20; look++) {
    const { matches } = await found(rooms, invites)
    expect(matches[0]).toMatchObject({ times: 17, documents: 17 })
  }
  for (let n = 1; n <= 18; n++) expect((await found(rooms, said(n))).matches[0]).toMatchObject({ times: 1 })
})

test('whoever is looking into the index goes on with what it was, whatever comes meanwhile', async () => {
  const { rooms, tests } = await register()
  await bring(rooms, 'E/RES/2012/1', [invites])
  const index = holdIndex(tests.database)
  const held = await index.parts(Number.POSITIVE_INFINITY)
  await bring(rooms, 'E/RES/2012/1', [invites.replace('Invites', 'Urges')])
  const fresh = await index.parts(Number.POSITIVE_INFINITY)
  if ('state' in held || 'state' in fresh) throw new Error('the index was not waited for')
  expect(held.map(({ stands }) => [...stands])).toEqual([[1]])
  expect(fresh.map(({ stands }) => [...stands])).toEqual([[0], [1]])
})

describe('what is sent in to do harm', () => {
  const ask = async (text: string) => {
    const { rooms } = await register()
    await bring(rooms, 'E/RES/2012/1', [invites])
    return rooms.lineage.agreedDraft({ fileName: 'draft.txt', bytes: new TextEncoder().encode(text) })
  }

  test('five megabytes are refused by their size', async () => {
    const refusal = { code: 'too-large', bytes: 5_000_000, limit: 2_000_000 }
    expect(await ask('peace '.repeat(833_333).concat('xx'))).toEqual({ state: 'refused', refusal })
  })

  test('one word some hundred thousand times is one gram', async () => {
    expect(await ask('peace '.repeat(300_000))).toMatchObject({ state: 'found', summary: { verbatim: 0 } })
  })

  test('no words at all', async () => {
    expect(await ask('— … !\n\n***\n')).toEqual({ state: 'refused', refusal: { code: 'no-words' } })
  })

  test('more paragraphs than are looked up', async () => {
    const lines = Array.from({ length: 2_100 }, (_, i) => `${i + 1}. Requests the Secretary-General to report on ${i};`)
    expect(await ask(lines.join('\n\n'))).toMatchObject({ state: 'refused', refusal: { code: 'too-many-paragraphs' } })
  })

  test('scripts mixed within a word, halves of signs, marks of direction', async () => {
    const found = await ask(`1. Запрос会员国\u202Eقرار\uD83D état ${'\u0301'.repeat(5_000)} Ⅷ;`)
    expect(found.state).toBe('found')
  })

  test('a paragraph beyond the limit is refused with its length', async () => {
    const { rooms } = await register()
    expect(await rooms.lineage.agreed('peace '.repeat(4_000))).toEqual({
      state: 'refused',
      refusal: { code: 'text-too-long', most: 20_000, length: 24_000 },
    })
  })
})
