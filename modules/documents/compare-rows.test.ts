import { compareTexts, outlineOf, readText, wordChanges } from '@resolute/reader'
import { describe, expect, test } from 'vitest'
import { type ComparedTexts, figuresOfComparison, nothingDiffers, placesOf } from './compare.ts'
import { cutToItems, rowsOf, runsOf } from './compare-rows.ts'

const outline = (...paragraphs: string[]) =>
  outlineOf(readText(['The General Assembly,', ...paragraphs].join('\n\n'), { language: 'en' }))

const texts = (old: readonly string[], now: readonly string[]): ComparedTexts => {
  const named = (of: readonly string[]) =>
    ({ document: 'A', version: 1, title: '', language: 'en', outline: outline(...of), plainText: null }) as const
  const both = { old: named(old), new: named(now) }
  return { ...both, comparison: compareTexts(both.old.outline, both.new.outline) }
}

const recitals = ['Recalling its resolution 65/1 of 22 September 2010,', 'Noting with appreciation the report,']
const asks = [
  '1. Requests the Secretary-General to submit a report on crime prevention to the Commission;',
  '2. Invites Member States to provide extrabudgetary resources for these purposes;',
  '3. Decides to remain seized of the matter.',
]

test('places are paths, and kinds counted where there is no path', () => {
  const places = placesOf(outline(...recitals, ...asks)).flat()
  expect(places.filter((place) => !place.startsWith('organ'))).toEqual(['preambular-1', 'preambular-2', '1', '2', '3'])
})

test('the same text twice: nothing differs, and all of it is folded', () => {
  const same = texts([...recitals, ...asks], [...recitals, ...asks])
  expect(nothingDiffers(same.comparison)).toBe(true)
  expect(figuresOfComparison(same.comparison)).toMatchObject({ changed: 0, new: 0, dropped: 0 })
  expect(runsOf(rowsOf(same))).toEqual([{ folded: 'unchanged', rows: rowsOf(same) }])
})

describe('a paragraph dropped and one added', () => {
  const pair = texts([...recitals, ...asks], [...recitals, asks[0]!, '2. Encourages all to do better;', asks[2]!])

  test('each is shown where its filter asks for it, and stands at its address', () => {
    expect(rowsOf(pair, 'new').map(({ anchors }) => anchors)).toEqual([['new/2']])
    expect(rowsOf(pair, 'dropped').map(({ anchors }) => anchors)).toEqual([['old/2']])
    expect(rowsOf(pair, 'changed')).toHaveLength(2)
    expect(rowsOf(pair, 'moved')).toEqual([])
    expect(figuresOfComparison(pair.comparison)).toMatchObject({ new: 1, dropped: 1, changed: 2, moved: 0 })
  })

  test('a pair answers to its address in both texts', () =>
    expect(rowsOf(pair).find(({ anchors }) => anchors[0] === 'new/3')?.anchors).toEqual(['new/3', 'old/3']))
})

test('words are cut to the paragraphs of each side', () => {
  const old = 'One rule for all States and one for others.'
  const parts = ['One rule for all States.', 'Another for others.']
  const words = wordChanges(old, parts.join('\n'))
  const textOf = (side: 'old' | 'new', items: readonly string[]) =>
    cutToItems(
      words,
      side,
      items.map((text) => ({ item: { text } })),
    ).map((changes) => changes.map(({ text }) => text).join(''))
  expect(textOf('old', [old])).toEqual([old])
  expect(textOf('new', parts)).toEqual(parts)
})
