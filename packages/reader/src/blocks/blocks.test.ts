import { expect, test } from 'vitest'
import { phrasesOf } from '../phrases/index.ts'
import { blocksOf } from './blocks-of.ts'
import { unmark } from './marks.ts'
import { mend } from './mend.ts'
import { numberingIn, romanValue } from './numbering.ts'

const marks: readonly (readonly [string, string, readonly string[]])[] = [
  ['the Protocols thereto,<sup>1</sup> and', 'the Protocols thereto, and', ['1']],
  ['the Protocols thereto<sup>&</sup>lt;sup>2</sup> and', 'the Protocols thereto and', ['2']],
  ['the Convention¹² and the Protocol,¹³', 'the Convention and the Protocol,', ['12', '13']],
  ['both instruments<sup>7, 8</sup>', 'both instruments', ['7', '8']],
  ['an area of 25 km² in the 19<sup>th</sup> century', 'an area of 25 km² in the 19th century', []],
  ['sa résolution du 21 décembre 2010¹, et 10⁶ tonnes', 'sa résolution du 21 décembre 2010, et 10⁶ tonnes', ['1']],
  ['*Urges* States, **in particular** those', 'Urges States, in particular those', []],
  ['5 * 3 and a_b_c', '5 * 3 and a_b_c', []],
  ['1\\. A \\*star\\* &amp; more', '1. A *star* & more', []],
]
test.each(marks)('marks are taken out: %s', (source, text, found) => {
  const marked = unmark(source)
  expect(marked.text).toBe(text)
  expect(marked.anchors.map(({ mark }) => mark)).toEqual(found)
})

test('an anchor says where its mark stood', () => {
  const { text, anchors } = unmark('the *Convention*¹ and')
  expect(text.slice(0, anchors[0]?.at)).toBe('the Convention')
})

test.each([
  ['9. Requests', '9'],
  ['9.\tRequests', '9'],
  ['(a) Takes note', '(a)'],
  ['- (a) Work of the group', '(a)'],
  ['a) Las consecuencias', 'a)'],
  ['1 - تحيط علما', '1'],
  ['(هـ) التزاماته', '(هـ)'],
  ['a. The firm deadline', 'a'],
  ['IV. Follow-up', 'IV'],
])('the number of "%s"', (text, printed) => {
  expect(numberingIn(text)?.numbering.printed).toBe(printed)
})

test.each(['2012/19. Strengthening', '9.5 per cent of the budget', 'Requests the', '2001 was a year'])(
  'no number in "%s"',
  (text) => {
    expect(numberingIn(text)).toBeNull()
  },
)

test('roman numbers', () => {
  expect(['i', 'iv', 'ix', 'xiv', 'xl'].map(romanValue)).toEqual([1, 4, 9, 14, 40])
  expect(['iiii', 'vx', 'abc', ''].map(romanValue)).toEqual([null, null, null, null])
})

const mended = (text: string) => mend(blocksOf(text).blocks, phrasesOf('en')).blocks

test('a footnote and a page break in mid-sentence are mended', () => {
  const blocks = mended(
    '1. Urges States parties to the United\n\n² Ibid., vol. 2.\n\n12-45905 3\n\nNations Convention against Corruption to act;',
  )
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'footnote', 'furniture'])
  expect(blocks[0]).toMatchObject({
    text: 'Urges States parties to the United Nations Convention against Corruption to act;',
    continued: [{ line: 7 }],
  })
})

test('a heading behind an unfinished paragraph stays a heading', () => {
  const blocks = mended(
    '1. Urges States to act in the following fields\n\nEvaluation and oversight\n\n2. Requests more;',
  )
  expect(blocks).toHaveLength(3)
})

test('cells divided by tabs are a table, a number before a tab is not', () => {
  expect(blocksOf('Post\t4 517.2\t13\nNon-post\t–\t–').blocks[0]).toMatchObject({
    kind: 'table',
    rows: [{ length: 3 }, { length: 3 }],
  })
  expect(blocksOf('1.\tWelcomes\n2.\tRequests').blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph'])
})

test('lines broken to fit a page become paragraphs; a paragraph a line stays', () => {
  const wrapped = [
    'Recalling the United Nations Convention against Transnational',
    'Organized Crime and the Protocols thereto, adopted by the General',
    'Assembly in its resolution 55/25 of 15 November 2000, and noting the',
    'progress made,',
    '',
    '1. Requests the Secretary-General, in consultation with Member',
    'States, to submit to the Commission on Crime Prevention and Criminal',
    'Justice at its next session a report;',
    '2. Urges Member States to consider the report of the Secretary-',
    'General at that session.',
  ].join('\n')
  const blocks = blocksOf(wrapped).blocks
  expect(blocks.map(({ place }) => place.line)).toEqual([1, 6, 9])
  expect(blocks[1]).toMatchObject({
    text: expect.stringMatching(/^Requests .* with Member States, to submit .* a report;$/),
  })
  expect(blocks[2]).toMatchObject({ text: expect.stringContaining('Secretary-General at that session.') })
  expect(wrapped.slice(blocks[0]!.place.start, blocks[0]!.place.end)).toMatch(/^Recalling[\s\S]*made,$/)
})
