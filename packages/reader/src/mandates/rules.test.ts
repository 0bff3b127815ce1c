import { describe, expect, it } from 'vitest'
import { conditionRules } from './condition-rules.ts'
import { conditionsIn } from './conditions.ts'
import { dateRules } from './date-rules.ts'
import { groupOf, groupRules } from './group-rules.ts'
import { lifeRules } from './life-rules.ts'
import { moneyRules } from './money-rules.ts'
import { offsetRules } from './offset-rules.ts'
import { performativeRules } from './performative-rules.ts'
import { performativeAt } from './performatives.ts'
import { recurrenceRules } from './recurrence-rules.ts'
import { reportRules } from './report-rules.ts'
import { reportsIn } from './reporting.ts'
import { restrictionRules } from './restriction-rules.ts'
import { sessionRules } from './session-rules.ts'
import { organNamed, type Surroundings } from './surroundings.ts'
import { timingsIn } from './timings.ts'

const around = (plain: string): Surroundings => ({
  organ: organNamed('The Commission on Crime Prevention and Criminal Justice'),
  plain,
  mentions: [],
  earlier: [],
})
const timed = (example: string) => timingsIn(example, example, example, 0, example.length, () => 'the body')[0]?.rule

const firstOf = (rules: readonly { readonly id: string; readonly pattern: RegExp }[], example: string) =>
  rules.find((rule) => rule.pattern.test(example))?.id

/** Every table of rules with the way a row is executed on its example: the row that decides has to be the row itself. */
const tables = [
  { name: 'performatives', rules: performativeRules, decide: (e: string) => performativeAt(e, 0)?.rule },
  { name: 'groups', rules: groupRules, decide: (e: string) => groupOf(e)?.rule.id },
  { name: 'conditions', rules: conditionRules, decide: (e: string) => conditionsIn(e, e, 0, e.length, [])[0]?.rule },
  { name: 'sessions', rules: sessionRules, decide: timed },
  { name: 'dates', rules: dateRules, decide: timed },
  { name: 'recurrences', rules: recurrenceRules, decide: timed },
  { name: 'offsets', rules: offsetRules, decide: timed },
  { name: 'reports', rules: reportRules, decide: (e: string) => reportsIn(e, 0, e.length, around(e))[0]?.rule.id },
  { name: 'restrictions', rules: restrictionRules, decide: (e: string) => firstOf(restrictionRules, e) },
  { name: 'money', rules: moneyRules, decide: (e: string) => firstOf(moneyRules, e) },
  { name: 'life', rules: lifeRules, decide: (e: string) => firstOf(lifeRules, e) },
] as const

for (const { name, rules, decide } of tables) {
  describe(`rules of ${name}`, () => {
    it.each(rules.map((rule) => [rule.id, rule.example]))('%s decides "%s"', (id, example) => {
      expect(decide(example)).toBe(id)
    })
    it('have ids of their own', () => {
      expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
    })
  })
}
