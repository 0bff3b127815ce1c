import { expect, test } from 'vitest'
import { ordinalInWords } from './ordinals.ts'

test.each([
  [22, 'en', 'twenty-second'],
  [1, 'fr', 'première'],
  [4, 'fr', 'quatrième'],
  [5, 'fr', 'cinquième'],
  [9, 'fr', 'neuvième'],
  [21, 'fr', 'vingt et unième'],
  [22, 'fr', 'vingt-deuxième'],
  [67, 'fr', 'soixante-septième'],
  [71, 'fr', 'soixante et onzième'],
  [80, 'fr', 'quatre-vingtième'],
  [81, 'fr', 'quatre-vingt-unième'],
  [91, 'fr', 'quatre-vingt-onzième'],
  [101, 'fr', '101e'],
  [3, 'ru', 'третья'],
  [20, 'ru', 'двадцатая'],
  [22, 'ru', 'двадцать вторая'],
  [67, 'ru', 'шестьдесят седьмая'],
  [1, 'ar', 'الأولى'],
  [10, 'ar', 'العاشرة'],
  [11, 'ar', 'الحادية عشرة'],
  [20, 'ar', 'العشرون'],
  [21, 'ar', 'الحادية والعشرون'],
  [67, 'ar', 'السابعة والستون'],
  [10, 'zh', '第十'],
  [12, 'zh', '第十二'],
  [22, 'zh', '第二十二'],
  [22, 'es', '22º'],
] as const)('%d in %s is %s', (number, language, words) => expect(ordinalInWords(number, language)).toBe(words))

test('a sentence may need the other case', () => {
  expect(ordinalInWords(22, 'ru', 'genitive')).toBe('двадцать второй')
  expect(ordinalInWords(3, 'ru', 'genitive')).toBe('третьей')
  expect(ordinalInWords(22, 'ar', 'genitive')).toBe('الثانية والعشرين')
})

test.each(['ar', 'en', 'es', 'fr', 'ru', 'zh'])('%s names every session to the hundredth apart', (language) => {
  const names = Array.from({ length: 99 }, (_, i) => ordinalInWords(i + 1, language))
  expect(names).not.toContain(null)
  expect(new Set(names).size).toBe(99)
})
