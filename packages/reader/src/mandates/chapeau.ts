import { antecedents } from './addressees.ts'
import { type Ask, askAt, mentionedIn } from './ask.ts'
import { decisionAt, recognitionAt } from './bound.ts'
import type { Addressee, ClauseDue, Condition, Force } from './clause.ts'
import { conditionsIn } from './conditions.ts'
import { noDue } from './due.ts'
import { type PerformativeVerb, performativesIn } from './performatives.ts'
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
  const verbs = performativesIn(masked)
  const verb = verbs.at(-1)
  if (!verb) return null
  const end = masked.length
  const ask =
    verb.force === 'recognition'
      ? recognitionAt(masked, verb.rule, verb.end, end, s)
      : verb.force === 'decision' && !verb.asks
        ? decisionOf(masked, verb.end, end, s)
        : askOf(masked, verb, s)
  const previous = verbs.at(-2)
  const meant =
    ask.pronoun !== null && ask.named.length === 0 && previous
      ? antecedents(ask.pronoun, mentionedIn(masked, previous.end, verb.start, s))
      : []
  const addressees = [...ask.named.map((n) => n.addressee), ...meant]
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

/** The chapeau as a whole sentence: "Requests States to act", "Recommends that the Committee should act". */
function askOf(masked: string, verb: PerformativeVerb, s: Surroundings): Ask {
  const elliptic = /reiterates-|\.its-|\.appeals/.test(verb.rule)
  const open = (text: string) => text.replace(/:?\s*$/, '')
  const read = (rest: string) =>
    askAt(
      open(masked) + rest,
      verb.end,
      open(masked).length + rest.length,
      { ...s, plain: open(s.plain) + rest },
      elliptic,
    )
  const ask = read(' to act')
  return ask.form === 'that' && ask.named.length === 0 ? read(' should act') : ask
}

/** "Decides that all States shall:" binds States; "Decides:" binds whoever the subparagraph names. */
function decisionOf(masked: string, from: number, to: number, s: Surroundings) {
  const bare = /^[\s,]*that (?!.*\b(?:shall|should|will|would|must|may|could|are|is|do|does)\b)[^;]*:\s*$/.test(
    masked.slice(from, to),
  )
  const open = (text: string) => text.replace(/:\s*$/, ' shall act')
  const ask = bare
    ? decisionAt(open(masked), from, open(masked).length, { ...s, plain: open(s.plain) })
    : decisionAt(masked, from, to, s)
  return ask.named.some((n) => n.addressee.class === 'self') && !/^[\s,]*to /.test(masked.slice(from))
    ? { ...ask, named: [] }
    : ask
}
