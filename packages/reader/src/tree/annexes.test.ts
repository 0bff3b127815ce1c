import { expect, test } from 'vitest'
import { outlineOf } from './outline-of.ts'
import { plainTextOf } from './plain-text.ts'
import { readText } from './read-text.ts'

const resolution =
  'The General Assembly,\n\n1. Adopts the annexed text;\n\n2. Requests a report.\n\n10th plenary meeting\n26 July 2012\n\n'
const read = (annex: string) => readText(resolution + annex)
const places = (annex: string) =>
  outlineOf(read(annex)).units.flatMap(({ items }) =>
    items.flatMap(({ kind, path, level, text }) => (kind === 'annex' ? [[path, level, text]] : [])),
  )

test('numbered text of an annex is counted, and cited with the annex in front', () => {
  const annex =
    'Annex\n\nModel strategies\n\nI. Criminal law\n\n1. States are urged:\n\n(a) To review their laws, in particular:\n\n(i) Of procedure;\n\n(b) To evaluate them.\n\nII. Police\n\n2. The police are trained.'
  expect(places(annex)).toEqual([
    [null, 0, 'Annex'],
    [null, 0, 'Model strategies'],
    [null, 0, 'Criminal law'],
    ['annex/1', 1, 'States are urged:'],
    ['annex/1(a)', 2, 'To review their laws, in particular:'],
    ['annex/1(a)(i)', 3, 'Of procedure;'],
    ['annex/1(b)', 2, 'To evaluate them.'],
    [null, 0, 'Police'],
    ['annex/2', 1, 'The police are trained.'],
  ])
  const [attachment] = read(annex).units[0]!.attachments
  expect(attachment?.children.map(({ type }) => type)).toEqual([
    'p',
    'crossHeading',
    'crossHeading',
    'paragraph',
    'crossHeading',
    'paragraph',
  ])
})

test('numbers that start again have their section, article or rule in front', () => {
  expect(places('Annex\n\nA. Scope\n\n1. One.\n\nB. Use\n\n1. One again.').flatMap(([path]) => path ?? [])).toEqual([
    'annex/A/1',
    'annex/B/1',
  ])
  expect(
    places(
      'Annex\n\nArticle 1. Scope\n\n1. One.\n\n2. Two.\n\nArticle 2\n\nUse of terms\n\n(a) “State” means a State;\n\n(b) “Text” means a text.',
    ).flatMap(([path]) => path ?? []),
  ).toEqual(['annex/article 1/1', 'annex/article 1/2', 'annex/article 2(a)', 'annex/article 2(b)'])
})

test('annexes are counted where there are several', () => {
  expect(places('Annex I\n\n1. One.\n\nAnnex II\n\n1. One.').flatMap(([path]) => path ?? [])).toEqual([
    'annex 1/1',
    'annex 2/1',
  ])
})

test('a numbered heading among paragraphs numbered otherwise counts none of them, an agenda does', () => {
  expect(
    places(
      'Annex\n\n1. Purpose of the Fund\n\n1. The Fund helps.\n\n2. It is open.\n\n2. Contributions\n\n3. All may give.',
    ).flatMap(([path]) => path ?? []),
  ).toEqual(['annex/1', 'annex/2', 'annex/3'])
  expect(places('Annex\n\n1. Opening of the session\n\n2. Closing').flatMap(([path]) => path ?? [])).toEqual([
    'annex/1',
    'annex/2',
  ])
})

test('tables of an annex stay in it', () => {
  const { attachments, conclusions } = read('Annex\n\nScale\n\n| State | Share |\n| --- | --- |\n| A | 1 |').units[0]!
  expect(attachments[0]?.children.map(({ type }) => type)).toContain('table')
  expect(conclusions.map(({ type }) => type)).not.toContain('table')
})

test('plain text of it reads the same again', () => {
  const tree = read('Annex\n\nRule 1\n\n1. One:\n\n(a) First;\n\n(b) Second.\n\nRule 2\n\n1. Two.')
  const paths = (of: typeof tree) => outlineOf(of).units.flatMap(({ items }) => items.map(({ path }) => path))
  expect(paths(readText(plainTextOf(tree)))).toEqual(paths(tree))
})
