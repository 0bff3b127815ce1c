import type { Condition } from './clause.ts'
import { conditionRules, runsOn } from './condition-rules.ts'
import { everyMatch, fitting, overlaps, type Stretch, within } from './rule.ts'

/** A condition where it stands. */
export interface FoundCondition extends Stretch {
  readonly rule: string
  readonly condition: Condition
}

const conditionsFor = fitting(conditionRules)

const phraseStop =
  /[,;]| and (?=taking into|bearing in|having regard|in (?:line|accordance|conformity|compliance)|consistent|subject|within|upon)|\.$| by [a-z]+ing\b| to [a-z]+ (?:the|a|an|their|its)\b|\u00b7|$/g

/** Words before a phrase that make it part of a description: "the group established in accordance with". */
const elsewhere =
  /\b(?:established|adopted|created|held|convened|carried out|conducted|contained|prepared|submitted) $|\b(?:is|are|be|been|being|remains?|were|was) (?:[a-z]+ly |also )?$|\b(?:resulting|derived|arising) from [^;]{0,110}, including,? $|\bengaged in [^;]{0,110}, including,? $|(?:^|\bto )(?:act|operate|proceed|behave) $/i

/** Guideline: one's own legal system, also when joined with international obligations. */
const ownLaw =
  /^(?:in|consistent|subject|compatible)\b.* (?:national|domestic) (?:(?:and|or) [a-z]+ )?(?:laws?|legislations?|regulations|legal (?:systems?|frameworks?|orders?))\b|^(?:in|consistent)\b.* applicable laws and regulations\b/i

/**
 * Conditions of `[from, to)` in order, once per wording. `relatives` are the clauses about something else: what stands
 * in them does not limit the act, except discretion ("which include, where appropriate, ...").
 */
export function conditionsIn(
  masked: string,
  plain: string,
  from: number,
  to: number,
  relatives: readonly Stretch[],
): readonly FoundCondition[] {
  const rules = conditionsFor(masked)
  if (rules.length === 0) return []
  const text = masked.slice(from, to)
  const found: FoundCondition[] = []
  for (const rule of rules) {
    for (const m of everyMatch(rule.pattern, text)) {
      let end = m.index + m[0].length
      if (runsOn.has(rule.id)) {
        phraseStop.lastIndex = end
        end = phraseStop.exec(text)?.index ?? end
      }
      const stretch = { start: from + m.index, end: from + end }
      if (elsewhere.test(masked.slice(Math.max(0, stretch.start - 140), stretch.start))) continue
      if (found.some((other) => overlaps(other, stretch))) continue
      if (
        rule.meaning !== 'as_appropriate' &&
        relatives.some((relative) => within({ start: stretch.start, end: stretch.start + 1 }, relative))
      )
        continue
      const asWritten = plain.slice(stretch.start, stretch.end).trimEnd()
      if (found.some((other) => other.condition.asWritten.toLowerCase() === asWritten.toLowerCase())) continue
      const conditionClass = rule.meaning === 'other' && ownLaw.test(asWritten) ? 'national_law' : rule.meaning
      found.push({ rule: rule.id, ...stretch, condition: { asWritten, class: conditionClass } })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
