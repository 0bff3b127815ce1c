import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Outline } from '../outline.ts'
import { outlineOf } from './outline-of.ts'
import { readText } from './read-text.ts'

const outline = (text: string) => outlineOf(readText(text))
const items = (text: string) => outline(text).units.flatMap((unit) => unit.items)
const paths = (text: string) => items(text).map(({ kind, path }) => (path ? `${kind} ${path}` : kind))

/** One line for each unit, item, footnote and row, so that a change is reviewed as a diff. */
function lines(read: Outline): string {
  const line = (value: object) => JSON.stringify(value)
  const units = read.units.flatMap(({ items: own, footnotes, tables, ...unit }) => [
    line(unit),
    ...own.map((item) => `  ${line(item)}`),
    ...footnotes.map((footnote) => `  ${line(footnote)}`),
    ...tables.flatMap(({ title, rows }) => [`  ${line({ title })}`, ...rows.map((row) => `    ${line(row)}`)]),
  ])
  return `${[...read.notes.map(line), ...units].join('\n')}\n`
}

/** Re-recorded with `vitest run packages/reader -u` and reviewed as a diff. */
test.each(['E-RES-2012-19', 'E-2011-30-chapter-I'])('%s reads as recorded', async (name) => {
  const text = readFileSync(new URL(`../../../../samples/${name}.txt`, import.meta.url), 'utf8')
  await expect(lines(outline(text))).toMatchFileSnapshot(`../../fixtures/${name}.outline.jsonl`)
})

const sheet = (body: string) => `2012/19. A title\n\nThe Economic and Social Council,\n\n${body}`

test('a sheet gives its symbol, title, organ, meeting and date', () => {
  const [unit] = outline(
    sheet('Recalling its resolution,\n\n1. Requests a report.\n\n46th plenary meeting\n26 July 2012'),
  ).units
  expect(unit).toMatchObject({
    id: 'E/RES/2012/19',
    number: '2012/19',
    type: 'resolution',
    title: 'A title',
    organ: 'The Economic and Social Council',
    adopted: { date: '2012-07-26', meeting: '46th plenary meeting' },
  })
})

test('four levels of points, and (i) as a letter or a roman number', () => {
  expect(
    paths(
      sheet('1. Decides:\n(a) To act:\n(i) Now:\na. Here;\nb. There;\n(ii) Later;\n(b) To wait;\n2. Requests more.'),
    ).slice(2),
  ).toEqual([
    'operative 1',
    'subparagraph 1(a)',
    'subparagraph 1(a)(i)',
    'subparagraph 1(a)(i)a',
    'subparagraph 1(a)(i)b',
    'subparagraph 1(a)(ii)',
    'subparagraph 1(b)',
    'operative 2',
  ])
  const letters = [...'abcdefghij'].map((letter) => `(${letter}) Item;`).join('\n')
  expect(paths(sheet(`1. Decides:\n${letters}`)).slice(-2)).toEqual(['subparagraph 1(i)', 'subparagraph 1(j)'])
})

test('a single operative paragraph has no number and is cited as 1', () => {
  expect(paths(sheet('Recalling its resolution,\n\nDecides to meet in 2013.')).slice(2)).toEqual([
    'preambular',
    'operative 1',
  ])
})

test('where numbers start again, the section stands in front', () => {
  expect(
    paths(
      sheet(
        'Recalling its resolution,\n\nI\n\nPrinciples\n\n1. Requests a report;\n\n2. Urges action:\n\n(a) Now;\n\nII\n\nFollow-up\n\n1. Decides to meet.',
      ),
    ).filter((path) => path.includes(' ')),
  ).toEqual(['operative I/1', 'operative I/2', 'subparagraph I/2(a)', 'operative II/1'])
})

test('lettered headings do not count where numbers go on', () => {
  expect(
    paths(sheet('A. General principles\n\n1. Requests a report;\n\nB. Follow-up\n\n2. Urges action.')).slice(2),
  ).toEqual(['heading', 'operative 1', 'heading', 'operative 2'])
})

test('headings between paragraphs, also where they look like openings', () => {
  expect(paths(sheet('1. Requests a report;\n\nSupporting the programme\n\n2. Urges action.')).slice(2)).toEqual([
    'operative 1',
    'heading',
    'operative 2',
  ])
})

test('"Ibid." means the footnote with the number before, also in the unit before', () => {
  const text = [
    'Resolution 20/1\n\nTitle one\n\nThe Commission on Crime,\n\n1. Recalls the Convention.⁶⁰\n\n⁶⁰ United Nations, *Treaty Series*, vol. 2237, No. 39574.',
    'Resolution 20/2\n\nTitle two\n\nThe Commission on Crime,\n\n1. Recalls the Protocol.⁶¹\n\n⁶¹ Ibid., vols. 2237 and 2241, No. 39574.',
  ].join('\n\n')
  expect(outline(text).units.map(({ footnotes }) => footnotes[0])).toMatchObject([
    { mark: '60', resolved: null },
    {
      mark: '61',
      text: 'Ibid., vols. 2237 and 2241, No. 39574.',
      resolved: 'United Nations, Treaty Series, vols. 2237 and 2241, No. 39574.',
    },
  ])
})

test('a mark without a text, and a text without a mark, are notes', () => {
  const read = outline(sheet('1. Recalls the Convention.³\n\n⁴ A/CONF.213/18.'))
  expect(read.notes.map(({ code, facts }) => [code, facts.mark])).toEqual([
    ['footnote-without-text', '3'],
    ['footnote-without-mark', '4'],
  ])
})

test('a text with no resolution in it is one unit of type other', () => {
  const { units } = outline('Dear colleague,\n\nthe meeting is at noon.')
  expect(units).toHaveLength(1)
  expect(units[0]).toMatchObject({ type: 'other', id: 'other', organ: null })
})

test.each([
  [
    'fr',
    '77/1. Titre\nL’Assemblée générale,\nRappelant sa résolution,\n1. Prie le Secrétaire général de faire rapport.',
  ],
  [
    'es',
    '77/1. Título\nLa Asamblea General,\nRecordando su resolución,\n1. Solicita al Secretario General un informe.',
  ],
  [
    'ru',
    '77/1. Название\nГенеральная Ассамблея,\nссылаясь на свою резолюцию,\n1. просит Генерального секретаря представить доклад.',
  ],
  ['zh', '77/1. 标题\n大会，\n回顾其决议，\n1. 请秘书长提交报告。'],
  ['ar', '77/1 عنوان\nإن الجمعية العامة،\nإذ تشير إلى قرارها،\n1 - تطلب إلى الأمين العام تقديم تقرير.'],
] as const)('the same skeleton in %s', (language, text) => {
  const tree = readText(text)
  expect(tree.language).toBe(language)
  const { units } = outlineOf(tree)
  expect(units.map(({ id }) => id)).toEqual(['A/RES/77/1'])
  expect(units[0]?.items.map(({ kind, path }) => path ?? kind)).toEqual(['title', 'organ', 'preambular', '1'])
  expect(units[0]?.items.slice(2).every(({ opening }) => opening !== null)).toBe(true)
})

test('no-break spaces are blanks, in English and in French', () => {
  const openings = (text: string, language: 'en' | 'fr') =>
    outlineOf(readText(text, { language })).units.flatMap((unit) => unit.items.map(({ opening }) => opening))
  const english = 'The\u00a0General Assembly,\n\nTaking\u00a0note of this,\n\n1.\u00a0Takes\u00a0note of it.'
  expect(openings(english, 'en')).toEqual([null, 'Taking note', 'Takes note'])
  const french = 'L’Assemblée générale,\n\n1.\u00a0Se\u00a0félicite de cela&nbsp;;'
  expect(openings(french, 'fr')).toEqual([null, 'Se félicite'])
})
