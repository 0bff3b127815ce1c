import { expect, test } from 'vitest'
import { amid } from './telling.ts'

test('words that run the other way are held between marks of their direction, and no others', () => {
  expect(amid('Which?', 'ar')).toBe('\u200EWhich?\u200E')
  expect(amid('صفوا.', 'en')).toBe('\u200Fصفوا.\u200F')
  for (const [text, language] of [
    ['Which?', 'en'],
    ['صفوا.', 'ar'],
    ['2011', 'ar'],
    ['何？', 'zh'],
  ] as const) {
    expect(amid(text, language)).toBe(text)
  }
})
