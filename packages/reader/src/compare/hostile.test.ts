import { describe, expect, it } from 'vitest'
import { compareTexts } from './compare-texts.ts'
import type { Comparison } from './comparison.ts'
import { outlineOfTexts } from './testing/outline.ts'
import { wordChanges } from './word-changes.ts'

const patient = 120_000
const million = 1_000_000
const many = 200_000
const paragraphs = 50_000

/** Numbers as by chance, the same each time. */
function dice(): () => number {
  let state = 20120726
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
}

const words = (count: number, different: number) => {
  const throwDie = dice()
  return Array.from({ length: count }, () => `w${throwDie() % different}`).join(' ')
}

function isWhole({ pairs }: Comparison, old: readonly string[], neu: readonly string[]): boolean {
  const texts = (side: 'old' | 'new') => pairs.flatMap((pair) => pair[side].map(({ item }) => item.text)).sort()
  const given = (all: readonly string[]) => [...all].sort()
  return String(texts('old')) === String(given(old)) && String(texts('new')) === String(given(neu))
}

const compared = (old: readonly string[], neu: readonly string[]) =>
  compareTexts(outlineOfTexts(old, 'operative'), outlineOfTexts(neu, 'operative'))

describe('what would keep a careless comparison for ever', () => {
  it.each([
    ['a million other words', words(million, 100_000), words(million, 99_991)],
    ['the same word a million times', 'a '.repeat(million), `${'a '.repeat(million - 9)}b`],
    ['two words in turn, many times', 'a b '.repeat(many / 2), 'b a a '.repeat(many / 3)],
    ['marks', ', '.repeat(million), '; '.repeat(million)],
    ['Chinese without a space', '汉'.repeat(many), '字汉'.repeat(many / 2)],
    ['one word', 'x'.repeat(million), `${'x'.repeat(million)}y`],
  ])(
    '%s',
    (_, old, neu) => {
      const changes = wordChanges(old, neu)
      const side = (without: string) => changes.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('')
      expect(side('inserted') === old).toBe(true)
      expect(side('deleted') === neu).toBe(true)
    },
    patient,
  )

  it.each([
    ['the same paragraph', () => 'Requests a report;', () => 'Requests a report;'],
    [
      'paragraphs that differ in a number',
      (at: number) => `Requests a report on item ${at};`,
      (at: number) => `Requests a report on matter ${at};`,
    ],
    ['paragraphs without a word', () => '', () => ' '],
    ['one paragraph backwards', (at: number) => `Requests ${at}`, (at: number) => `Requests ${paragraphs - at}`],
  ])(
    '50,000 times %s',
    (_, oldText, newText) => {
      const old = Array.from({ length: paragraphs }, (_, at) => oldText(at))
      const neu = Array.from({ length: paragraphs }, (_, at) => newText(at))
      expect(isWhole(compared(old, neu), old, neu)).toBe(true)
    },
    patient,
  )

  it(
    'one paragraph against all its words',
    () => {
      const old = [words(20_000, 300)]
      const neu = words(20_000, 300).split(' ')
      expect(isWhole(compared(old, neu), old, neu)).toBe(true)
    },
    patient,
  )
})

it('halves of a letter, marks of direction and control characters are text like any other', () => {
  for (const odd of ['\ud800', '\u200f\u202b', '\u0000', '\u00ad', '🜚'])
    expect(
      wordChanges(`a ${odd} b`, 'a b')
        .flatMap(({ kind, text }) => (kind === 'inserted' ? [] : [text]))
        .join(''),
    ).toBe(`a ${odd} b`)
})
