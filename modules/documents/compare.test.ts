import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarManifest } from '#modules/calendar'
import { ledgerManifest } from '#modules/ledger'
import { partiesManifest } from '#modules/parties'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { largestDraft } from './compare.ts'
import { type Documents, documentsManifest } from './index.ts'

const sample = readFileSync(new URL('../../samples/E-RES-2012-19.txt', import.meta.url), 'utf8')
const later = sample.replaceAll('Member States', 'States')
const bytesOf = (text: string) => new TextEncoder().encode(text)

let place: TestDatabase
let documents: Documents
let get: (query: string) => Promise<Response>
let entries: () => Promise<number>

beforeAll(async () => {
  place = await testDatabase()
  const platform = { database: place.database, now: () => new Date('2013-01-02T03:04:05Z') }
  const ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  await partiesManifest.prepare?.(parties)
  await calendarManifest.prepare?.(calendar)
  const left = { ledger, parties, calendar }
  documents = documentsManifest.open(platform, left)
  const bring = (text: string, symbol: string) =>
    documents.importText({ fileName: 'text.txt', bytes: bytesOf(text), facts: { symbol }, by: 'system:test' })
  await bring(sample, 'E/RES/2012/19')
  await bring(later, 'E/RES/2014/21')
  await bring(sample.replace(/^17\. .*$/m, ''), 'E/RES/2012/19')
  const routes = documentsManifest.routes!(documents, left)
  get = async (query) => routes.request(`/comparison?${query}`)
  entries = async () => (await ledger.entries()).length
})
afterAll(() => place.close())

describe('two texts of the register', () => {
  test('are compared as they stand', async () => {
    const found = await documents.compare({ old: { document: 'E/RES/2012/19' }, new: { document: 'E/RES/2014/21' } })
    expect(found).toMatchObject({ old: { version: 2 }, new: { version: 1, document: 'E/RES/2014/21' } })
    if ('refused' in found) throw new Error(found.refused)
    expect(found.comparison.pairs.some(({ status }) => status === 'edited')).toBe(true)
    expect(found.comparison.pairs.filter(({ status }) => status === 'new')).toHaveLength(1)
  })

  test('or in two versions of one', async () => {
    const document = 'E/RES/2012/19'
    const found = await documents.compare({ old: { document, version: 1 }, new: { document, version: 2 } })
    if ('refused' in found) throw new Error(found.refused)
    const dropped = found.comparison.pairs.filter(({ status }) => status === 'dropped')
    expect(dropped.map(({ old }) => old[0]?.item.path)).toEqual(['17'])
  })

  test('by a symbol typed in small letters and with blanks', async () => {
    const one = { document: ' e/res/2012 / 19 ' }
    expect(await documents.compare({ old: one, new: one })).toMatchObject({ old: { document: 'E/RES/2012/19' } })
  })

  test('of one title are found from one another', async () =>
    expect((await documents.toCompareWith('E/RES/2012/19')).map(({ id }) => id)).toEqual(['E/RES/2014/21']))
})

describe('refused with what to do', () => {
  const known = { document: 'E/RES/2012/19' }

  test('a symbol nobody knows: the nearest', async () =>
    expect(await documents.compare({ old: { document: 'E/RES/2012/91' }, new: known })).toMatchObject({
      refused: 'unknown-document',
      side: 'old',
      asked: 'E/RES/2012/91',
      nearest: [{ id: 'E/RES/2012/19' }, { id: 'E/RES/2014/21' }],
    }))

  test('a version that is not there: those there are', async () =>
    expect(await documents.compare({ old: known, new: { ...known, version: 7 } })).toMatchObject({
      refused: 'unknown-version',
      side: 'new',
      asked: 7,
      versions: [2, 1],
    }))

  test('a draft too large, of too many pieces, or no text at all', async () => {
    const draft = (bytes: Uint8Array) => documents.compare({ old: known, new: { fileName: 'a', bytes } })
    const refused = { refused: 'unreadable', side: 'new' }
    expect(await draft(new Uint8Array(largestDraft + 1).fill(65))).toMatchObject({
      ...refused,
      refusal: { code: 'too-large' },
    })
    expect(await draft(bytesOf('Requests x;\n\n'.repeat(12_000)))).toMatchObject({
      ...refused,
      refusal: { code: 'too-large' },
    })
    expect(await draft(new Uint8Array([0, 1, 2, 3]))).toMatchObject({ ...refused, refusal: { code: 'binary' } })
    expect(await draft(new Uint8Array())).toMatchObject({ ...refused, refusal: { code: 'empty' } })
  })
})

test('a draft is read, compared and forgotten; as plain text it can be sent again', async () => {
  const before = await entries()
  const given = { fileName: 'draft.txt', bytes: bytesOf(later) }
  const found = await documents.compare({ old: { document: 'E/RES/2012/19' }, new: given })
  expect(found).toMatchObject({ new: { document: null, version: null, plainText: later } })
  expect(await entries()).toBe(before)
  expect(await documents.list()).toHaveLength(2)
})

describe('GET /comparison', () => {
  test('gives pairs with their anchors, words and figures', async () => {
    const answer = await get('old=E/RES/2012/19&old-version=1&new=E/RES/2014/21')
    expect(answer.status).toBe(200)
    const { pairs, figures, old } = await answer.json()
    expect(old).toMatchObject({ document: 'E/RES/2012/19', version: 1, language: 'en' })
    expect(figures.edited).toBeGreaterThan(3)
    const four = pairs.find(({ anchors }: { anchors: string[] }) => anchors.includes('new/4'))
    expect(four.anchors).toEqual(['new/4', 'old/4'])
    const text = (left: string) =>
      four.words
        .filter(({ kind }: { kind: string }) => kind !== left)
        .map(({ text }: { text: string }) => text)
        .join('')
    expect(text('deleted')).toBe(four.new[0].text)
    expect(text('inserted')).toBe(four.old[0].text)
  })

  test('says what is missing, and takes nothing that is no question', async () => {
    const unknown = await get('old=E/RES/2012/91&new=E/RES/2014/21')
    expect(unknown.status).toBe(404)
    expect((await unknown.json()).detail).toContain('E/RES/2012/19')
    const version = await get('old=E/RES/2012/19&old-version=9&new=E/RES/2014/21')
    expect((await version.json()).detail).toContain('It has 1, 2')
    for (const query of ['', 'old=E/RES/2012/19', 'old=a&new=b&old-version=x', `old=${'x'.repeat(201)}&new=b`]) {
      expect((await get(query)).status, query).toBe(400)
    }
  })
})

test('the Word file has a name of its own, in any language', async () => {
  const found = await documents.compare({ old: { document: 'E/RES/2012/19' }, new: { document: 'E/RES/2014/21' } })
  if ('refused' in found) throw new Error(found.refused)
  const { fileName, bytes } = await documents.comparisonInWord(found, 'ar')
  expect(fileName).toBe('E-RES-2012-19-v2-E-RES-2014-21-v1.docx')
  expect(new TextDecoder().decode(bytes.subarray(0, 2))).toBe('PK')
})
