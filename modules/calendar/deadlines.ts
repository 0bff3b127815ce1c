import { addSpan } from './iso-date.ts'
import type { DeadlineRule } from './rows.ts'
import type { Deadline } from './session.ts'
import type { Sitting } from './sessions-of.ts'

/**
 * The deadlines of procedure before a sitting, in order of time. None where only a window is known: a deadline is a day.
 * A rule laid down for one body, or from a session on, applies to no other.
 */
export function deadlinesBefore(sitting: Sitting, rules: readonly DeadlineRule[]): readonly Deadline[] {
  if (sitting.window) return []
  return rules
    .filter((rule) => rule.body === null || rule.body === sitting.body)
    .filter((rule) => rule.fromSession === null || sitting.number >= rule.fromSession)
    .map((rule) => deadline(rule, sitting))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function deadline({ code, span, source }: DeadlineRule, { body, number, dates, mark }: Sitting): Deadline {
  const facts = { body, number, start: dates.from, count: span.count, unit: span.unit, source, mark }
  return { code, on: addSpan(dates.from, span, -1), why: { code: `deadline-${code}`, facts } }
}
