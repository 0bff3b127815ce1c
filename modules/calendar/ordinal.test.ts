import { describe, expect, test } from 'vitest'
import { ordinalInWords, ordinalNumber } from './ordinal.ts'

describe('ordinals of sessions', () => {
  test.each([
    [1, 'first'],
    [12, 'twelfth'],
    [20, 'twentieth'],
    [22, 'twenty-second'],
    [40, 'fortieth'],
    [54, 'fifty-fourth'],
    [67, 'sixty-seventh'],
    [99, 'ninety-ninth'],
    [100, 'one hundredth'],
    [101, 'one hundred and first'],
    [120, 'one hundred and twentieth'],
  ])('%i is %s', (number, words) => {
    expect(ordinalInWords(number)).toBe(words)
    expect(ordinalNumber(words)).toBe(number)
  })

  test('every number comes back from its words', () => {
    for (let number = 1; number <= 199; number += 1) expect(ordinalNumber(ordinalInWords(number)!)).toBe(number)
  })

  test.each([
    ['Twenty-Second', 22],
    ['twenty second', 22],
    ['22nd', 22],
    ['103rd', 103],
    ['the twenty-second', null],
    ['twenty-two', null],
    ['', null],
  ])('"%s" is %s', (text, number) => expect(ordinalNumber(text)).toBe(number))

  test.each([0, -1, 200, 1.5])('%d has no words', (number) => expect(ordinalInWords(number)).toBeNull())
})
