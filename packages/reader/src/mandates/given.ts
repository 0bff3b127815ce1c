import type { ActorName } from './actor-name.ts'
import { addresseesIn } from './addressees.ts'
import type { Addressee, AddresseeClass, Clause, Condition, Force, ParagraphInput } from './clause.ts'
import { codeOf, dueOf, noDue } from './due.ts'
import { mentionsIn } from './gazetteer.ts'
import { lifeOf } from './life-rules.ts'
import { moneyIn } from './money-rules.ts'
import { maskedText, plainText } from './plain-text.ts'
import { noReporting } from './reporting.ts'
import { limited } from './restrictions.ts'
import type { Stretch } from './rule.ts'
import { sameAs } from './same.ts'
import { bodiesFor } from './session-bodies.ts'
import { organNamed, type Surroundings } from './surroundings.ts'
import type { Timing } from './timing.ts'
import { timingsIn } from './timings.ts'

/** A time as a person gives it: understood, or left to the rules to understand from its words. */
export type GivenTiming = Timing | { readonly kind: 'as-read'; readonly asWritten: string }

/**
 * A clause as a person gives it: words of the paragraph or of its chapeau, and what they mean. What is left null is
 * understood from the words by the rules; the rest of a clause follows from the text.
 */
export interface GivenClause {
  readonly verb: string
  readonly inherited: boolean
  readonly force: Force
  readonly addressees: readonly {
    readonly asWritten: string | null
    readonly name: string | null
    readonly class: AddresseeClass | null
  }[]
  readonly action: string
  readonly conditions: readonly Condition[]
  readonly timings: readonly GivenTiming[]
  readonly reporting: {
    readonly is_report: boolean
    readonly to_whom: string | null
    readonly on_what: string | null
  }
}

/** What is wrong with a clause as given. `at` is the place in a list, where the part is one of several. */
export interface ClauseFault {
  readonly clause: number
  readonly part: 'verb' | 'addressee' | 'action' | 'condition' | 'time'
  readonly at: number
  /** Not given; not words of the paragraph or chapeau; words the rules find no name or time in. */
  readonly code: 'missing' | 'not-in-text' | 'not-understood'
  readonly asWritten: string
}

/** The paragraph with its chapeau, made plain. */
interface Place {
  readonly s: Surroundings
  readonly masked: string
  readonly chapeau: string | null
}

/**
 * The clauses a person gave, with all that follows from them: offsets, restrictions, money, life and the time in the
 * codes of the guideline. `rules` is what the rules read: what the person left as it was is taken from there.
 */
export function completeClauses(
  paragraph: ParagraphInput,
  given: readonly GivenClause[],
  rules: readonly Clause[],
  by: string,
): { readonly clauses: readonly Clause[]; readonly faults: readonly ClauseFault[] } {
  const plain = plainText(paragraph.text)
  const chapeau = paragraph.context === null ? null : plainText(paragraph.context)
  const earlier: readonly ActorName[] = chapeau === null ? [] : mentionsIn(chapeau).map((m) => m.actor)
  const masked = maskedText(plain)
  const s: Surroundings = { organ: organNamed(paragraph.organ), plain, mentions: mentionsIn(masked), earlier }
  const place: Place = { s, masked, chapeau }
  const faults: ClauseFault[] = []
  const clauses: Clause[] = []
  given.forEach((one, i) => {
    const fault = (part: ClauseFault['part'], at: number, code: ClauseFault['code'], asWritten: string) =>
      void faults.push({ clause: i, part, at, code, asWritten })
    clauses.push(completed(one, clauses.at(-1) ?? null, rules, by, place, fault))
  })
  return { clauses: clauses.map((clause, i) => withMeans(clause, clauses[i + 1] ?? null, rules, place)), faults }
}

type Fault = (part: ClauseFault['part'], at: number, code: ClauseFault['code'], asWritten: string) => void

function completed(
  given: GivenClause,
  before: Clause | null,
  rules: readonly Clause[],
  by: string,
  place: Place,
  fault: Fault,
): Clause {
  const known = rules.flatMap(quotesOf)
  /** The words as they stand in the text; told where they do not. What the rules quote is taken as it is. */
  const quoted = (words: string, part: ClauseFault['part'], at = 0): string => {
    const plain = plainText(words).trim()
    if (plain === '') fault(part, at, 'missing', words)
    else if (!known.includes(plain) && !find(plain, place)) fault(part, at, 'not-in-text', words)
    return plain
  }
  const verb = quoted(given.verb, 'verb')
  const verbStart = given.inherited ? null : startOf(verb, before, place.s.plain)
  if (!given.inherited && verbStart === null && verb !== '' && find(verb, place)) fault('verb', 0, 'not-in-text', verb)
  const action = quoted(given.action, 'action')
  const addressees = given.addressees.map((one, at): Addressee => {
    const asWritten = one.asWritten === null ? null : quoted(one.asWritten, 'addressee', at)
    const read = asWritten !== null && (one.name === null || one.class === null) ? namedBy(asWritten, place) : null
    const name = one.name?.trim() || read?.name || ''
    if (name === '') fault('addressee', at, 'not-understood', asWritten ?? '')
    const addressee = { asWritten, implied: asWritten === null, name, class: one.class ?? read?.class ?? 'other' }
    const same = rules
      .flatMap((rule) => rule.addressees)
      .find((rule) => sameAs({ ...rule, restrictions: 0 }, { ...addressee, restrictions: 0 }))
    return same ?? limited(addressee, action)
  })
  const conditions = given.conditions.map((one, at) => ({ ...one, asWritten: quoted(one.asWritten, 'condition', at) }))
  const timings = given.timings.flatMap((one, at): readonly Timing[] => {
    if (one.kind === 'none') return []
    const asWritten = quoted(one.asWritten, 'time', at)
    if (one.kind !== 'as-read') return [{ ...one, asWritten }]
    const read = timesOf(asWritten, place)
    if (read.length === 0) fault('time', at, 'not-understood', asWritten)
    return read
  })
  const { is_report, to_whom, on_what } = given.reporting
  /** Whoever reports in a nested ask is not whoever is asked: kept where the rules tell them apart. */
  const nested = rules.find((rule) => rule.action === action && sameAs(rule.addressees, addressees))
  return {
    verb,
    verbStart,
    inherited: given.inherited,
    force: given.force,
    addressees,
    action,
    conditions,
    due: rules.find((rule) => sameAs(rule.timings, timings))?.due ?? dueIn(timings, place.s.plain),
    timings: timings.length > 0 ? timings : [{ kind: 'none' }],
    reporting: is_report
      ? {
          is_report,
          who: nested?.reporting.who ?? (addressees.map(({ name }) => name).join('; ') || null),
          to_whom,
          ...(nested?.reporting.through_whom !== undefined && { through_whom: nested.reporting.through_whom }),
          on_what: on_what ?? action,
        }
      : noReporting,
    by,
    certainty: 1,
  }
}

/** Money and life by the words of the clause; from the rules where they read the same stretch. */
function withMeans(clause: Clause, next: Clause | null, rules: readonly Clause[], { s }: Place): Clause {
  const same = rules.findIndex(({ verb, verbStart }) => verb === clause.verb && verbStart === clause.verbStart)
  const rule = rules[same]
  if (rule && rules[same + 1]?.verbStart === next?.verbStart) {
    return { ...clause, ...(rule.money && { money: rule.money }), ...(rule.life && { life: rule.life }) }
  }
  const from = clause.verbStart ?? 0
  const to = next?.verbStart != null && next.verbStart > from ? next.verbStart : s.plain.length
  const words = s.plain.slice(from, to)
  const money = moneyIn(words)
  const life = lifeOf(
    clause.inherited ? `${clause.verb} to ${words.replace(/^to /i, '')}` : words,
    clause.force !== 'recognition',
  )
  return { ...clause, ...(money.length > 0 && { money }), ...(life && { life }) }
}

/** The verb after that of the clause before; else anywhere: one verb may govern two clauses. */
function startOf(verb: string, before: Clause | null, plain: string): number | null {
  const from = before === null ? 0 : (before.verbStart ?? 0) + (before.verbStart === null ? 0 : before.verb.length)
  const after = plain.indexOf(verb, from)
  const at = after >= 0 ? after : plain.indexOf(verb)
  return at >= 0 && verb !== '' ? at : null
}

/** Where words stand: in the paragraph, or in its chapeau (without an offset in the paragraph). */
function find(words: string, { s, chapeau }: Place): Stretch | 'above' | null {
  const at = s.plain.indexOf(words)
  if (at >= 0) return { start: at, end: at + words.length }
  return chapeau?.includes(words) ? 'above' : null
}

function namedBy(words: string, place: Place): Addressee | null {
  const at = find(words, place)
  if (at === null) return null
  if (at !== 'above') return addresseesIn(at.start, at.end, place.s, place.masked)[0]?.addressee ?? null
  const masked = maskedText(words)
  return (
    addresseesIn(0, words.length, { ...place.s, plain: words, mentions: mentionsIn(masked) }, masked)[0]?.addressee ??
    null
  )
}

function timesOf(words: string, place: Place): readonly Timing[] {
  const at = find(words, place)
  const { s } = place
  if (at === null) return []
  const [masked, plain, stretch] =
    at === 'above' ? [words, words, { start: 0, end: words.length }] : [place.masked, s.plain, at]
  return timingsIn(masked, masked, plain, stretch.start, stretch.end, bodiesFor(masked, [], stretch.start, s)).map(
    ({ timing }) => timing,
  )
}

function dueIn(timings: readonly Timing[], plain: string): Clause['due'] {
  const found = timings.map((timing) => {
    const start = 'asWritten' in timing ? Math.max(0, plain.indexOf(timing.asWritten)) : 0
    return { rule: 'person', start, end: start, timing, code: codeOf(timing) }
  })
  return found.length === 0 ? noDue : dueOf(found)
}

/** All that the rules quote of a clause. */
function quotesOf(clause: Clause): readonly string[] {
  return [
    clause.verb,
    clause.action,
    ...clause.addressees.flatMap(({ asWritten }) => asWritten ?? []),
    ...clause.conditions.map(({ asWritten }) => asWritten),
    ...clause.timings.flatMap((timing) => ('asWritten' in timing ? timing.asWritten : [])),
  ].map((words) => plainText(words).trim())
}
