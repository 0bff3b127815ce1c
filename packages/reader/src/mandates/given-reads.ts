import type { Clause } from './clause.ts'
import type { ReadClause } from './read-clause.ts'
import { boundaryBefore } from './read-clauses.ts'
import type { ReportVerb } from './report-rules.ts'
import { type FoundReport, reportsIn } from './reporting.ts'
import type { Rule } from './rule.ts'
import { sameAs } from './same.ts'
import type { Surroundings } from './surroundings.ts'
import type { FoundTiming } from './timings.ts'

/** What stands for a report that a person found where the rules find none. */
const person: Rule<ReportVerb> = {
  id: 'person.report',
  language: 'en',
  pattern: /^(?!)/,
  meaning: { audience: 'to', namedOnly: false },
  example: '',
}

/**
 * Clauses given by a person as if the rules had read them, so that the same code makes obligations of them. What the
 * person left as the rules read it is theirs to the offset; the rest is looked up in the words.
 */
export function readsOf(
  clauses: readonly Clause[],
  rules: readonly ReadClause[],
  masked: string,
  s: Surroundings,
): readonly ReadClause[] {
  const starts = startsOf(clauses, s.plain)
  return clauses.map((clause, i) => {
    const rule = rules.find(({ clause: read }) => read.verb === clause.verb && read.verbStart === clause.verbStart)
    const next = starts[i + 1]
    const end = next === undefined ? masked.length : boundaryBefore(masked, next)
    const start = starts[i]!
    const untouched = rule !== undefined && rule.start === start && rule.clause.action === clause.action
    if (
      untouched &&
      saysSame(rule.clause, clause) &&
      (rule.end === end || next === undefined || rules.length === clauses.length)
    ) {
      return { ...rule, clause }
    }
    const action = untouched ? rule.action : offsetOf(clause.action, s.plain, start)
    const stop = untouched && rules.length === clauses.length ? rule.end : end
    return {
      clause,
      named: untouched ? rule.named : [],
      start,
      end: stop,
      action,
      reports: reportsFor(clause, untouched ? rule : null, action, stop, masked, s),
      times: untouched && sameAs(rule.clause.timings, clause.timings) ? rule.times : timesFor(clause, s.plain, start),
    }
  })
}

/** Where each clause begins: at its verb, or where one verb governs two, at the second one's own first words. */
function startsOf(clauses: readonly Clause[], plain: string): readonly number[] {
  const first = Math.max(0, plain.search(/\p{L}/u))
  let before = -1
  return clauses.map(({ verbStart, action, addressees }) => {
    const own = verbStart ?? first
    if (own > before || before < 0) {
      before = own
      return own
    }
    const words = [...addressees.flatMap(({ asWritten }) => asWritten ?? []), action]
    const places = words.map((word) => plain.indexOf(word, before + 1)).filter((at) => at > before)
    before = places.length > 0 ? Math.min(...places) : before
    return before
  })
}

function offsetOf(words: string, plain: string, from: number): number {
  const at = plain.indexOf(words, from)
  return at >= 0 ? at : Math.max(from, plain.indexOf(words))
}

/** What is to be reported: found in the words as the rules do, with the recipients and the matter the person gave. */
function reportsFor(
  clause: Clause,
  rule: ReadClause | null,
  action: number,
  end: number,
  masked: string,
  s: Surroundings,
): readonly FoundReport[] {
  const { is_report, to_whom, on_what } = clause.reporting
  if (!is_report) return []
  const given = to_whom === null ? [] : to_whom.split(';').flatMap((name) => name.trim() || [])
  const told = rule?.clause.reporting
  const found = rule?.reports ?? reportsIn(masked, action, end, s)
  if (told?.is_report && told.to_whom === to_whom && told.on_what === on_what && found.length > 0) return found
  const own = on_what === clause.action ? null : on_what
  const [one, ...others] = found
  if (!one) return [{ start: action, end, rule: person, toWhom: given, onWhat: own }]
  if (sameAs([...new Set(found.flatMap(({ toWhom }) => toWhom))], given))
    return [{ ...one, onWhat: own ?? one.onWhat }, ...others]
  return [{ ...one, end, toWhom: given, onWhat: own ?? one.onWhat, rule: given.length > 0 ? one.rule : person }]
}

function timesFor(clause: Clause, plain: string, from: number): readonly FoundTiming[] {
  return clause.timings.flatMap((timing) => {
    if (timing.kind === 'none') return []
    const start = offsetOf(timing.asWritten, plain, from)
    return [{ rule: 'person', start, end: start + timing.asWritten.length, timing, code: null }]
  })
}

/** Whether two clauses say the same, whoever says it and however sure. */
function saysSame(a: Clause, b: Clause): boolean {
  const words = ({ by: _by, certainty: _certainty, doubts: _doubts, ...rest }: Clause) => rest
  return sameAs(words(a), words(b))
}
