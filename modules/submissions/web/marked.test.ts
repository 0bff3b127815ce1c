import { expect, test } from 'vitest'
import { stretchesOf } from './marked.tsx'

test('passages that overlap are cut where they begin and end, and every character is there once', () => {
  const text = 'Two rings were found.'
  const stretches = stretchesOf(text, [
    { start: 0, end: 9, finding: 1 },
    { start: 4, end: 14, finding: 2 },
    { start: 4, end: 9, finding: 1 },
  ])
  expect(stretches.map(({ words, findings }) => [words, findings])).toEqual([
    ['Two ', [1]],
    ['rings', [1, 2]],
    [' were', [2]],
    [' found.', []],
  ])
  expect(stretches.map(({ words }) => words).join('')).toBe(text)
})

test('a text without passages is one stretch, an empty one is none', () => {
  expect(stretchesOf('Yes.', [])).toEqual([{ start: 0, words: 'Yes.', findings: [] }])
  expect(stretchesOf('', [])).toEqual([])
})
