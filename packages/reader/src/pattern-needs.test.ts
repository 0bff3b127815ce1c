import { expect, test } from 'vitest'
import { conditionRules } from './mandates/condition-rules.ts'
import { dateRules } from './mandates/date-rules.ts'
import { groupRules } from './mandates/group-rules.ts'
import { lifeRules } from './mandates/life-rules.ts'
import { moneyRules } from './mandates/money-rules.ts'
import { offsetRules } from './mandates/offset-rules.ts'
import { performativeRules } from './mandates/performative-rules.ts'
import { recurrenceRules } from './mandates/recurrence-rules.ts'
import { reportRules } from './mandates/report-rules.ts'
import { restrictionRules } from './mandates/restriction-rules.ts'
import { sessionRules } from './mandates/session-rules.ts'
import { mayMatch, mayStart, needsOf } from './pattern-needs.ts'

test.each<[RegExp, readonly string[] | null, readonly string[] | null]>([
  [/\b(?:subject to|provided that)\b/, ['subject to', 'provided that'], ['subject to', 'provided that']],
  [/^requests?(?= to)/i, ['request'], ['request']],
  [/(?:up)?on request/, ['on request'], ['up', 'on request']],
  [/in (?:full |strict )?accordance with/, ['accordance with'], ['in ']],
  [/(?:re-)?calls (?:upon|for)/, ['calls '], ['re-', 'calls ']],
  [/(?<=a )report|(?!no )stud(?:y|ies)/, ['report', 'stud'], ['report', 'stud']],
  [/within \d+ days/, ['within '], ['within ']],
  [/(?:ab)+c{2}/, null, ['ab']],
  [/[a-z]+ing/, ['ing'], null],
  [/(?:report)?/, null, null],
  [/.* a/, null, null],
  [/[)|]\|report/, ['|report'], null],
  [/États parties/i, ['tats parties'], null],
])('%s', (pattern, anyOf, starts) => {
  expect(needsOf(pattern)).toEqual({ anyOf, starts })
})

test('a pattern is left out only where it cannot match', () => {
  expect(mayMatch(/\bsubject to\b/, 'Requests the Office, Subject To resources, to report')).toBe(true)
  expect(mayMatch(/\bsubject to\b/, 'Requests the Office to report')).toBe(false)
  expect(mayMatch(/\d{4}/, 'Requests')).toBe(true)
  expect(mayMatch(/report/, '')).toBe(false)
  expect(mayStart(/^(?:calls upon|its request)/, 'its')).toBe(true)
  expect(mayStart(/^(?:calls upon|its request)/, 'it')).toBe(true)
  expect(mayStart(/^(?:calls upon|its request)/, 'requests')).toBe(false)
})

test.each([
  ...[...conditionRules, ...dateRules, ...groupRules, ...lifeRules, ...moneyRules, ...offsetRules],
  ...[...performativeRules, ...recurrenceRules, ...reportRules, ...restrictionRules, ...sessionRules],
])('$id is tried on what it matches', ({ pattern, example }) => {
  const found = pattern.exec(example) ?? new RegExp(pattern.source.replace(/^\^/, ''), pattern.flags).exec(example)
  expect(found).not.toBeNull()
  expect(mayMatch(pattern, example)).toBe(true)
})
