import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outlineOf } from '../tree/outline-of.ts'
import { readText } from '../tree/read-text.ts'
import { checkDraft } from './check-draft.ts'

const model = readFileSync(new URL('./model-resolution.txt', import.meta.url), 'utf8')
const outline = (text: string) => outlineOf(readText(text))
const sample = (name: string) => outline(readFileSync(new URL(`../../../../samples/${name}`, import.meta.url), 'utf8'))

test('a resolution drafted properly gives nothing', () => {
  const { units } = outline(model)
  expect(units.map(({ id, items }) => [id, items.filter(({ kind }) => kind === 'operative').length])).toEqual([
    ['E/RES/2025/7', 8],
  ])
  expect(checkDraft(outline(model), { words: 300, titleWords: 12 })).toEqual([])
})

/** Each change is a slip of one kind in the model, and the finding it has to give. */
test.each([
  ['the session taken out', ' at its thirty-sixth session', '', ['report-without-time 8']],
  ['the period taken out', ', for a period of two years,', '', ['established-without-end 5']],
  ['a full stop too early', 'works of art;', 'works of art.', ['paragraph-ending 3']],
  ['a number left out', '6. Requests', '7. Requests', ['number-gap 7', 'number-repeated 7']],
  ['an adverb left out', '3. Also urges', '3. Urges', ['also-missing 3']],
  ['a footnote left out', '<sup>2</sup> E/CN.15/2025/4.', '', ['footnote-without-text 1']],
])('%s', (_, words, instead, expected) => {
  const found = checkDraft(outline(model.replace(words, instead)))
  expect(found.map(({ code, place }) => `${code} ${place.path}`).sort()).toEqual([...expected].sort())
})

/** As a reviewer reads them: code, where, on which words, with which facts. */
const reviewed = (name: string) => {
  const read = sample(name)
  return checkDraft(read).map(({ code, place, facts }) => {
    const item = read.units
      .find(({ id }) => id === place.unit)
      ?.items.find(({ line, path }) => line === place.line && path === place.path)
    const words = item?.text.slice(place.start, place.end).slice(0, 60)
    return `${code} | ${place.unit} ${place.path ?? `line ${place.line}`} | ${words} | ${JSON.stringify(facts)}`
  })
}

test.each(['E-RES-2012-19.txt', 'E-2011-30-chapter-I.txt'])(
  'the findings in %s, each of which somebody can act on',
  (name) => {
    expect(reviewed(name)).toMatchSnapshot()
  },
)

test('every finding points at words of its text', () => {
  const read = sample('E-2011-30-chapter-I.txt')
  for (const { place } of checkDraft(read)) {
    const items = read.units.find(({ id }) => id === place.unit)!.items
    const item = items.find(({ line, path }) => line === place.line && path === place.path)
    expect(place.start).toBeLessThan(place.end)
    expect(place.end).toBeLessThanOrEqual(item!.text.length)
  }
})

test.each(['', 'no resolution at all', '1.', '2024/1. A\n\nThe Council,\n\n(a)', '\ufffe\u0000;'])(
  'never throws: %j',
  (text) => {
    expect(checkDraft(outline(text))).toBeInstanceOf(Array)
  },
)
