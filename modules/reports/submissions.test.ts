import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '#platform/access'
import { piecesOf } from '#platform/addresses'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { fillRooms, openRooms, type Rooms } from '../modules.ts'
import { answeredCall } from '../submissions/testing/answered-call.ts'
import { done } from '../submissions/testing/opened-call.ts'
import type { Report } from './index.ts'
import { openWord } from './testing/word-file.ts'

const samples = new URL('../../samples/', import.meta.url)
const officer = program('system:test')
const mandate = 'E/RES/2012/19#4'

let now = new Date('2012-09-03T09:00:00Z')
let place: TestDatabase
let rooms: Rooms
let call: string
let report: Report

const compiled = async (more: object = {}) =>
  (await rooms.reports.compile({ body: 'CCPCJ', session: 22, asOf: '2013-03-01', ...more }))!

beforeAll(async () => {
  place = await testDatabase()
  rooms = openRooms(testPlatform({ database: place.database, now: () => now }))
  await fillRooms(rooms)
  const list = JSON.parse(await readFile(new URL('samples.json', samples), 'utf8')) as { file: string }[]
  for (const { file, ...facts } of list) {
    const bytes = await readFile(new URL(file, samples))
    await rooms.documents.importText({ fileName: file, bytes, facts, by: 'system:test' })
  }
  const made = await answeredCall(rooms, (at) => {
    now = at
  })
  call = made.call
  const statement = { en: 'reported that tourist police units had been set up' }
  const { finding } = done(await rooms.submissions.makeFinding(officer, { call, statement, theme: { en: 'Police' } }))
  const passage = { finding, submission: `${made.of.cl}/1`, question: 'q3', part: null, quote: 'Tourist police units' }
  done(await rooms.submissions.markPassage(officer, passage))
  report = await compiled()
}, 120_000)
afterAll(() => place.close())

test('the report has a chapter on the call that feeds its session, numbered on from the entries', () => {
  const [chapter, ...others] = report.submissions
  expect(others).toEqual([])
  expect(chapter).toMatchObject({ call, mandate, submissions: 5, title: 'Threats to the tourism sector' })
  expect(chapter!.paragraphs[0]!.number).toBe(report.entries.at(-1)!.number + 1)
  expect(chapter!.annex).toHaveLength(5)
  expect(report.summary.join(' ')).toContain('5 submissions open to the public that came in answer to a call for views')
  const entry = report.entries.find((one) => one.mandate === mandate)
  expect(entry?.calls).toEqual([{ words: 'Threats to the tourism sector: 5 submissions', address: `/calls/${call}` }])
})

test('every link of a sentence stands at its words, and leads to a submission', () => {
  const sentences = report.submissions[0]!.paragraphs.flatMap(({ sentences }) => sentences)
  for (const sentence of sentences) {
    const linked = piecesOf(sentence).filter(({ address }) => address !== null)
    expect(linked).toEqual(sentence.links)
    expect(
      piecesOf(sentence)
        .map(({ words }) => words)
        .join(''),
    ).toBe(sentence.words)
  }
  expect(
    sentences.flatMap(({ links }) => links).filter(({ address }) => /\/submissions\/\d+/.test(address)).length,
  ).toBeGreaterThan(20)
})

test('a name inside another is not taken for it', () => {
  const words = 'Guinea-Bissau, Niger and Nigeria (Niger)'
  const links = ['Guinea-Bissau', 'Niger', 'Nigeria', 'Niger'].map((name, at) => ({ words: name, address: `/${at}` }))
  expect(piecesOf({ words, links }).flatMap(({ words: one, address }) => (address === null ? [] : [one]))).toEqual([
    'Guinea-Bissau',
    'Niger',
    'Nigeria',
    'Niger',
  ])
})

test('all four forms hold it, with links, and the length counts it', async () => {
  const sentence = 'Chile reported that tourist police units had been set up.'
  const base = 'https://resolute.example.org'
  const text = async (format: 'html' | 'md' | 'json') =>
    new TextDecoder().decode((await rooms.reports.render(report, format, { base })).bytes)
  const link = `${base}/calls/${call}/submissions/1#q3`
  expect(await text('html')).toContain(`<a href="${link}">Chile</a> reported that tourist police units`)
  expect(await text('md')).toContain(`[Chile](${link}) reported that tourist police units`)
  expect(await text('json')).toContain(sentence)
  const word = openWord((await rooms.reports.render(report, 'docx', { base })).bytes)
  expect(word.faults).toEqual([])
  expect(word.broken).toEqual([])
  expect(word.paragraphs).toContain(sentence)
  // Word keeps the place on the page beside the address.
  expect(word.links).toContain(link.replace('#q3', ''))
  expect(word.part('word/document.xml')).toContain('w:anchor="q3"')
  expect(word.headings.map(([, heading]) => heading)).toEqual(
    expect.arrayContaining(['IV. Submissions received', 'Police', 'Annex III: replies to calls for views']),
  )
  expect(word.numbered).toBe(report.submissions[0]!.paragraphs.at(-1)!.number)
  const without = await compiled({ asOf: '2012-09-30' })
  expect(without.submissions).toEqual([])
  expect(report.words.count).toBeGreaterThan(without.words.count + 300)
})

test('the office may put its own words there; they lead where the same names led', async () => {
  const given = `submissions/${call}/finding/1`
  const edit = { body: 'CCPCJ', session: 22, asOf: '2013-03-01', place: given }
  done(await rooms.reports.editWords(officer, { ...edit, words: 'Units exist in Chile.' }))
  const edited = await compiled()
  const paragraph = edited.submissions[0]!.paragraphs.find((one) => one.place === given)
  expect(paragraph?.sentences.map(piecesOf)).toEqual([
    [
      { words: 'Units exist in ', address: null },
      { words: 'Chile', address: `/calls/${call}/submissions/1#q3` },
      { words: '.', address: null },
    ],
  ])
  expect(edited.edits[0]).toMatchObject({
    place: given,
    generated: 'Chile reported that tourist police units had been set up.',
    outdated: false,
  })
  done(await rooms.reports.editWords(officer, { ...edit, words: null }))
})

test('a report on the text that orders the call holds it too, one on another text does not', async () => {
  expect((await compiled({ scope: 'E/RES/2012/19' })).submissions.map((one) => one.call)).toEqual([call])
  expect((await compiled({ scope: 'E/2011/30#D/Resolution 20/1' })).submissions).toEqual([])
})

test('in the six languages it says the same of the same submissions', async () => {
  for (const language of ['ar', 'zh', 'fr', 'ru', 'es']) {
    const other = await compiled({ language })
    const linked = (one: Report) =>
      one.submissions[0]!.paragraphs.flatMap(({ sentences }) => sentences.flatMap((sentence) => piecesOf(sentence)))
        .flatMap(({ address }) => (address === null ? [] : [address]))
        .sort()
    expect(linked(other)).toEqual(linked(report))
  }
})
