import { readFile } from 'node:fs/promises'
import { LevelFormat, Packer, Paragraph, Document as Word } from 'docx'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Calendar, calendarManifest } from '#modules/calendar'
import { type Ledger, ledgerManifest } from '#modules/ledger'
import { partiesManifest } from '#modules/parties'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { type DocumentFacts, type Documents, documentsManifest } from './index.ts'

const samples = new URL('../../samples/', import.meta.url)
const resolution = await readFile(new URL('E-RES-2012-19.txt', samples))
const report = await readFile(new URL('E-2011-30-chapter-I.txt', samples))

let place: TestDatabase
let ledger: Ledger
let documents: Documents
let calendar: Calendar

beforeEach(async () => {
  place = await testDatabase()
  const platform = { database: place.database, now: () => new Date('2013-01-02T03:04:05Z') }
  ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  await partiesManifest.prepare?.(parties)
  calendar = calendarManifest.open(platform, { ledger, parties })
  await calendarManifest.prepare?.(calendar)
  documents = documentsManifest.open(platform, { ledger, parties, calendar })
})
afterEach(() => place.close())

const bring = (bytes: Uint8Array, fileName = 'E-RES-2012-19.txt', facts?: DocumentFacts) =>
  documents.importText({ fileName, bytes, facts, by: 'system:test' })

const imports = () => ledger.entries({ act: 'documents.import-text' })

const text = (words: string) => new TextEncoder().encode(words)

test('a sheet is known by its symbol, its date and its session without anybody saying so', async () => {
  const result = await bring(resolution, 'scan-0001.txt')
  expect(result).toMatchObject({ state: 'imported', document: 'E/RES/2012/19', version: 1, facts: { units: 1 } })
  const { document, version } = (await documents.document('E/RES/2012/19'))!
  expect(document).toMatchObject({
    adopted: '2012-07-26',
    session: { body: 'ECOSOC', number: 2012 },
    paragraphs: 17,
    importedAt: '2013-01-02T03:04:05.000Z',
  })
  expect(document.title).toContain('Strengthening international cooperation')
  expect(version).toMatchObject({ language: 'en', fileName: 'scan-0001.txt' })
  expect(await documents.original('E/RES/2012/19')).toEqual({
    fileName: 'scan-0001.txt',
    bytes: new Uint8Array(resolution),
  })
  expect((await documents.item('E/RES/2012/19', 'E/RES/2012/19', '17'))?.item.text).toContain('twenty-second session')
})

test('another language of a text stands beside the one it came in first, which leads', async () => {
  await bring(resolution)
  const french = new TextEncoder().encode(
    [
      'E/RES/2012/19',
      '2012/19. Renforcement de la coopération internationale dans la lutte contre la criminalité transnationale organisée',
      'Le Conseil économique et social,',
      'Rappelant la résolution 66/181 de l’Assemblée générale, en date du 19 décembre 2011,',
      '1. Invite les États Membres à envisager de ratifier la Convention ;',
      '2. Prie le Secrétaire général de lui présenter un rapport à sa vingt-deuxième session.',
    ].join('\n\n'),
  )
  const told: string[] = []
  documents.onVersion(async (_, { version, language }) => {
    told.push(`${language} ${version}`)
    return {}
  })
  expect(await bring(french, 'fr.txt')).toMatchObject({
    state: 'other-language',
    document: 'E/RES/2012/19',
    version: 2,
    facts: { language: 'fr' },
  })
  expect(told).toEqual([])
  expect(await bring(french, 'again.txt')).toMatchObject({ state: 'unchanged', version: 2 })
  const { document, version } = (await documents.document('E/RES/2012/19'))!
  expect([document.version, version.language, document.paragraphs]).toEqual([1, 'en', 17])
  expect(await documents.languages('E/RES/2012/19')).toEqual(['en', 'fr'])
  expect((await documents.languageVersion('E/RES/2012/19', 'fr'))?.title).toContain('Renforcement')
  expect(await documents.languageVersion('E/RES/2012/19', 'ru')).toBeNull()
  const mended = new TextEncoder().encode(new TextDecoder().decode(french).replace('envisager de ratifier', 'ratifier'))
  expect(await bring(mended, 'fr.txt')).toMatchObject({ state: 'new-version', version: 3 })
  const changed = new TextEncoder().encode(new TextDecoder().decode(resolution).replace('Mindful', 'Ever mindful'))
  expect(await bring(changed)).toMatchObject({ state: 'new-version', version: 4 })
  expect(told).toEqual(['en 4'])
  expect((await documents.versions('E/RES/2012/19')).map((one) => `${one.language} ${one.version}`)).toEqual([
    'en 4',
    'fr 3',
    'fr 2',
    'en 1',
  ])
  expect((await ledger.verify()).crossFaults).toEqual([])
})

test('a Word file is read like its text and kept as received', async () => {
  const lines = ['E/RES/2031/7', '2031/7. Care of archives', 'The Economic and Social Council,']
  const numbering = { config: [{ reference: 'n', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }] }
  const word = new Word({
    numbering,
    sections: [
      {
        children: [
          ...lines.map((line) => new Paragraph(line)),
          new Paragraph({ text: 'Requests a report.', numbering: { reference: 'n', level: 0 } }),
          new Paragraph({ text: 'Decides to act.', numbering: { reference: 'n', level: 0 } }),
        ],
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toArrayBuffer(word))
  const imported = { state: 'imported', document: 'E/RES/2031/7', facts: { units: 1, paragraphs: 2 } }
  expect(await bring(bytes, 'archives.docx')).toMatchObject(imported)
  expect(await documents.original('E/RES/2031/7')).toEqual({ fileName: 'archives.docx', bytes })
})

test('one ledger entry with the figures, and the ledger agrees with the register', async () => {
  await bring(report, 'E-2011-30-chapter-I.txt', { symbol: 'E/2011/30', session: { body: 'CCPCJ', number: 20 } })
  const [entry, ...others] = await imports()
  expect(others).toEqual([])
  expect(entry).toMatchObject({ act: 'documents.import-text', on: 'document:E/2011/30', who: 'system:test' })
  expect(entry?.data).toMatchObject({ version: 1, units: 18, bytes: report.length })
  expect(await ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})

describe('the same text again', () => {
  test('changes nothing, by whatever name it comes', async () => {
    await bring(report, 'a.txt', { symbol: 'E/2011/30', title: 'Report' })
    expect(await bring(report, 'a.txt', { symbol: 'E/2011/30' })).toMatchObject({ state: 'unchanged', version: 1 })
    expect(await bring(report, 'b.txt')).toMatchObject({ state: 'unchanged', document: 'E/2011/30' })
    expect(await imports()).toHaveLength(1)
  })
  test('changes nothing when eight bring it at once', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => bring(resolution)))
    expect(results.map(({ state }) => state).sort()).toEqual(['imported', ...Array<string>(7).fill('unchanged')])
    expect((await ledger.verify()).crossFaults).toEqual([])
  })
  test('changed since is the next version; the one before stays', async () => {
    await bring(resolution)
    const changed = text(`${resolution.toString()}\n`)
    expect(await bring(changed)).toMatchObject({ state: 'new-version', document: 'E/RES/2012/19', version: 2 })
    expect((await documents.versions('E/RES/2012/19')).map(({ version }) => version)).toEqual([2, 1])
    expect((await documents.original('E/RES/2012/19', 1))?.bytes).toEqual(new Uint8Array(resolution))
    expect(await documents.list()).toHaveLength(1)
  })
  test('a fact corrected is a new version too, since dates depend on it', async () => {
    await bring(report, 'r.txt', { symbol: 'E/2011/30', adopted: '2011-04-14' })
    expect(await bring(report, 'r.txt', { symbol: 'E/2011/30', adopted: '2011-04-15' })).toMatchObject({
      state: 'new-version',
    })
    expect((await documents.document('E/2011/30'))?.document.adopted).toBe('2011-04-15')
  })
})

describe('refused, with nothing kept', () => {
  afterEach(async () => {
    expect(await documents.list()).toEqual([])
    expect(await imports()).toEqual([])
  })
  test.each([
    ['nothing', text(''), { code: 'empty' }],
    ['blanks', text(' \n\t\n'), { code: 'empty' }],
    ['a torn PDF', text('%PDF-1.7 ...'), { code: 'damaged', form: 'pdf', part: 'pdf' }],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), { code: 'foreign', form: 'picture' }],
    ['a NUL far into the text', text(`${'The Commission,\n'.repeat(9000)}\u0000`), { code: 'binary' }],
    ['Latin-1', new Uint8Array([0x52, 0xe9, 0x73, 0x6f, 0x6c, 0x75]), { code: 'encoding', offset: 1 }],
    ['a shopping list', text('Milk\n\nBread\n'), { code: 'no-resolution' }],
  ])('%s', async (_, bytes, refusal) => {
    expect(await bring(bytes, 'x.txt')).toEqual({ state: 'refused', refusal })
  })
  test('what is larger than the limit', async () => {
    const request = { fileName: 'x.txt', bytes: resolution, by: 'system:test', limit: 1000 }
    const refusal = { code: 'too-large', bytes: resolution.length, limit: 1000 }
    expect(await documents.importText(request)).toEqual({ state: 'refused', refusal })
  })
})

test('forty imports at once wait for each other, not for the last connection', async () => {
  documents.onVersion(async () => ({ sessions: (await calendar.table()).sessions('CCPCJ').length }))
  const results = await Promise.all(
    Array.from({ length: 40 }, (_, n) => bring(resolution, 'x.txt', { symbol: `X/${n}` })),
  )
  expect(results.filter(({ state }) => state === 'imported')).toHaveLength(40)
  expect(await ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})

test('a listener that fails takes the whole import with it', async () => {
  documents.onVersion(async () => {
    throw new Error('the register is full')
  })
  await expect(bring(resolution)).rejects.toThrow('the register is full')
  expect(await documents.list()).toEqual([])
  expect(await imports()).toEqual([])
})

describe('the cross-check finds', () => {
  beforeEach(async () => {
    await bring(resolution)
  })
  test.each([
    ['changed bytes', `update documents.versions set bytes = 'x'`, 'is not the text that was imported'],
    [
      'a lost version',
      `update documents.documents set version = 0; delete from documents.items; delete from documents.versions`,
      'does not hold it',
    ],
    [
      'an end of the ledger cut off',
      `alter table ledger.entries disable trigger user;
       delete from ledger.entries where act = 'documents.import-text'`,
      'the ledger does not know',
    ],
  ])('%s', async (_, statement, words) => {
    await sql.raw(statement).execute(place.database)
    const { crossFaults } = await ledger.verify()
    expect(crossFaults.map(ledger.sayFault)).toEqual([expect.stringContaining(words)])
  })
})
