import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citationsOf } from '../citations/citations-of.ts'
import { parseXml, readAkomaNtoso } from '../files/akoma-ntoso.ts'
import { outlineOf } from '../tree/outline-of.ts'
import { readText } from '../tree/read-text.ts'
import type { DocumentTree, Prose } from '../tree/tree.ts'
import { fromAkn } from './from-akn.ts'
import { toAkn } from './to-akn.ts'

const samples = ['E-RES-2012-19.txt', 'E-2011-30-chapter-I.txt'] as const
const sample = (name: string) => readFileSync(new URL(`../../../../samples/${name}`, import.meta.url), 'utf8')

test.each(samples)('%s comes back as the same tree, and gives the same text again', (name) => {
  const tree = readText(sample(name), { source: name })
  const written = toAkn(tree)
  const back = readAkomaNtoso(written)
  expect(back).toEqual({ tree })
  expect('tree' in back && toAkn(back.tree)).toBe(written)
})

test('every eId of a file is there once, and every # names one', () => {
  for (const name of samples) {
    const written = toAkn(readText(sample(name)))
    const ids = [...written.matchAll(/ eId="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of written.matchAll(/ (?:href|as|source)="#([^"]+)"/g)) expect(ids).toContain(target)
  }
})

/** Lines as texts have them, and signs no XML can hold. */
const line = fc.oneof(
  fc.constantFrom(
    'The General Assembly,',
    'Draft resolution I',
    'Resolution 20/1',
    'A. Draft resolutions',
    '77/1. Title <sup>1</sup>',
    'Recalling its *resolution* **77/1**,<sup>1</sup>',
    '1. *Requests* a report: <sup>2</sup>',
    '(a) To act:',
    '(i) Now;',
    '- (b) There.',
    'I',
    'Heading',
    'Provisional agenda',
    '1. First item',
    'Documentation',
    '<sup>1</sup> See above.',
    '<sup>1</sup> Ibid., vol. 2.',
    'a <sup>1</sup>\tb\tc',
    'd\te\tf',
    '10th plenary meeting',
    '26 July 2012',
    'Annex',
    '\u001b[0m \\ \\u001b ]]> &amp; <p> "quoted"',
    '\ud800 \udc00 \ufffe',
    '大会，',
    'إن الجمعية العامة،',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.lorem({ maxCount: 12 }),
)
const text = fc.array(line, { maxLength: 40 }).map((all) => all.join('\n'))

test('any text comes back as the same tree', () => {
  fc.assert(
    fc.property(text, (written) => {
      const tree = readText(written, { source: '\u0000"<' })
      expect(readAkomaNtoso(toAkn(tree))).toEqual({ tree })
    }),
    { seed: 20120726, numRuns: 400 },
  )
})

test('emphasis that crosses and marks out of order come back too', () => {
  const place = { line: 1, start: 0, end: 12 }
  const prose: Prose = {
    place,
    continued: [{ line: 3, start: 20, end: 30 }],
    text: 'one two \ud83d\ude00 ',
    anchors: [
      { mark: '2', at: 9 },
      { mark: '*', at: 3 },
    ],
    emphasis: [
      { as: 'italic', start: 0, end: 5 },
      { as: 'bold', start: 3, end: 9 },
    ],
  }
  const [unit] = readText('text').units
  const tree: DocumentTree = {
    type: 'document',
    source: null,
    language: 'en',
    notes: [{ code: 'odd', severity: 'warning', place: null, facts: { mark: '1', times: 2, sure: false } }],
    units: [
      {
        ...unit!,
        preface: [{ type: 'p', num: '9.', ...prose }],
        mainBody: [
          {
            type: 'table',
            place,
            title: prose,
            rows: [['a', ''], [], ['\u0001']],
            anchors: [{ mark: '2', at: 4 }],
          },
          { type: 'table', place, title: null, rows: [], anchors: [] },
        ],
        footnotes: [{ type: 'authorialNote', mark: '2', place, text: ' ¹', resolved: null }],
      },
    ],
  }
  expect(readAkomaNtoso(toAkn(tree))).toEqual({ tree })
  expect(readAkomaNtoso(toAkn({ ...tree, units: [] }))).toEqual({ tree: { ...tree, units: [] } })
})

test('lists nested without end are written and read without one', () => {
  const written = toAkn(
    readText(['The Council,', '1. Decides:', ...Array<string>(1000).fill('(a) To act:')].join('\n')),
  )
  const back = readAkomaNtoso(written)
  expect('tree' in back && toAkn(back.tree)).toBe(written)
})

test('what is no Akoma Ntoso is refused by its root', () => {
  const parsed = parseXml('<html><body/></html>')
  expect('root' in parsed && fromAkn(parsed.root)).toEqual({ refusal: { code: 'foreign', form: 'xml', root: 'html' } })
})

test('citations are links to what they name, and change nothing in the tree', () => {
  const tree = readText(sample('E-RES-2012-19.txt'))
  const written = toAkn(tree, { citations: citationsOf(outlineOf(tree)) })
  expect(readAkomaNtoso(written)).toEqual({ tree })
  const links = [...written.matchAll(/<ref href="([^"]+)">(.*?)<\/ref>/g)].map(([, href, text]) => [text, href])
  expect(links).toContainEqual([
    'Commission on Crime Prevention and Criminal Justice resolution 19/1',
    '/akn/un/statement/deliberation/un-ecosoc-ccpcj/2010-05-21/19-1',
  ])
  expect(links).toContainEqual([
    'Commission decision 19/1',
    '/akn/un/statement/decision/un-ecosoc-ccpcj/2010-05-21/19-1',
  ])
  expect(links).toContainEqual(['E/CN.15/2012/15', 'https://undocs.org/en/E/CN.15/2012/15'])
})

test('paragraphs and units of the same text, and treaties, are links too', () => {
  const tree = readText(
    [
      'Draft resolution I',
      'Title',
      'The General Assembly,',
      'Recalling the Convention,¹',
      '1. Decides:',
      '(a) To act;',
      '2. Requests, under paragraphs 1 (a) and 2 above and paragraph 9 above, draft resolution II.',
      '¹ United Nations, Treaty Series, vol. 2225, No. 39574.',
      'Draft resolution II',
      'Title',
      'The General Assembly,',
      '1. Decides under paragraph 1 above.',
    ].join('\n\n'),
  )
  const written = toAkn(tree, { citations: citationsOf(outlineOf(tree)) })
  expect(readAkomaNtoso(written)).toEqual({ tree })
  const ids = [...written.matchAll(/ eId="([^"]+)"/g)].map(([, id]) => id)
  const links = [...written.matchAll(/<r?ref ((?:href|from)="[^"]+"(?: upTo="[^"]+")?)>(.*?)<\/r?ref>/g)].map(
    ([, link, text]) => `${text}: ${link}`,
  )
  expect(links).toEqual([
    expect.stringContaining('vol. 2225, No. 39574: href="https://treaties.un.org/'),
    'paragraphs 1 (a) and 2 above: from="#cmp_1__para_1__list_1__point_a" upTo="#cmp_1__para_2"',
    'draft resolution II: href="#cmp_2"',
    'paragraph 1 above: href="#cmp_2__para_1"',
  ])
  for (const [, target] of written.matchAll(/ (?:href|from|upTo)="#([^"]+)"/g)) expect(ids).toContain(target)
})

test('a body of the caller has a code of its own', () => {
  const tree = readText('1/1. Title\nThe Council of Towns,\n1. Decides.\n10th meeting\n26 July 2012')
  const town = { code: 'towns-council', showAs: 'Council of Towns', symbols: [], names: { en: 'Council of Towns' } }
  const written = toAkn(tree, { actors: [town], markedUp: '2026-11-22' })
  expect(written).toContain('"/akn/un/statement/deliberation/towns-council/2012-07-26/1-1/eng@/!main"')
  expect(written).toContain('<FRBRdate date="2026-11-22" name="markup"/>')
  expect(written).toContain('<docDate date="2012-07-26">26 July 2012</docDate>')
})
