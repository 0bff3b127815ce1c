import { askAt } from './ask.ts'
import { decisionAt, recognitionAt } from './bound.ts'
import type { Addressee, ClauseDue, Condition, Force } from './clause.ts'
import { conditionsIn } from './conditions.ts'
import { noDue } from './due.ts'
import { performativesIn } from './performatives.ts'
import { maskedText } from './plain-text.ts'
import type { Surroundings } from './surroundings.ts'

/** What a subparagraph without a verb of its own inherits (guideline, "Clause" rule 5): the last clause of its chapeau. */
export interface Chapeau {
  readonly verb: string
  readonly force: Force
  readonly asks: boolean
  readonly rule: string
  readonly addressees: readonly Addressee[]
  readonly conditions: readonly Condition[]
  readonly due: ClauseDue
}

/** `context` is the chapeau as plain text, or several of them, outermost first, each on a line; null where none asks. */
export function chapeauOf(context: string, s: Surroundings): Chapeau | null {
  const masked = maskedText(context)
  const verb = performativesIn(masked).at(-1)
  if (!verb) return null
  const end = masked.length
  const ask =
    verb.force === 'recognition'
      ? recognitionAt(masked, verb.rule, verb.end, end, s)
      : verb.force === 'decision' && !verb.asks
        ? decisionOf(masked, verb.end, end, s)
        : askAt(
            `${masked.replace(/:?\s*$/, '')} to act`,
            verb.end,
            end + 8,
            { ...s, plain: `${s.plain.replace(/:?\s*$/, '')} to act` },
            /reiterates-|\.its-|\.appeals/.test(verb.rule),
          )
  const addressees = ask.named.map((n) => n.addressee)
  const binding = verb.force !== 'recognition' || addressees.length > 0
  return {
    verb: s.plain.slice(verb.start, verb.end),
    force: verb.force,
    asks: verb.asks,
    rule: verb.rule,
    addressees,
    conditions: binding ? conditionsIn(masked, s.plain, verb.start, end, []).map((found) => found.condition) : [],
    due: noDue,
  }
}

/** "Decides that all States shall:" binds States; "Decides:" binds whoever the subparagraph names. */
function decisionOf(masked: string, from: number, to: number, s: Surroundings) {
  const ask = decisionAt(masked, from, to, s)
  return ask.named.some((n) => n.addressee.class === 'self') && !/^[\s,]*to /.test(masked.slice(from))
    ? { ...ask, named: [] }
    : ask
}
