import { describe, expect, it, test } from 'vitest'
import { outlineOf } from '../tree/outline-of.ts'
import { readText } from '../tree/read-text.ts'
import { checkDraft } from './check-draft.ts'
import { draftRules } from './rules.ts'

describe.each(draftRules)('$code', ({ code, limits, fires, quiet }) => {
  const codes = (text: string) => checkDraft(outlineOf(readText(text)), limits).map((finding) => finding.code)
  it('fires on its example', () => expect(codes(fires).filter((found) => found === code)).toEqual([code]))
  it('is quiet on the other', () => expect(codes(quiet)).not.toContain(code))
})

test('codes are told apart', () => {
  expect(new Set(draftRules.map(({ code }) => code)).size).toBe(draftRules.length)
})
