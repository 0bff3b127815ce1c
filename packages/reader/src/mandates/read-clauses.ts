import { actionAt } from './action.ts'
import type { ActorName } from './actor-name.ts'
import { antecedents } from './addressees.ts'
import { type Ask, agentsIn, askAt, mentionedIn, thatAt } from './ask.ts'
import { decisionAt, recognitionAt } from './bound.ts'
import { certaintyOf } from './certainty.ts'
import { type Chapeau, chapeauOf } from './chapeau.ts'
import type { Addressee, Clause, ParagraphInput } from './clause.ts'
import { conditionsIn, type FoundCondition } from './conditions.ts'
import { dueOf, noDue } from './due.ts'
import { mentionsIn } from './gazetteer.ts'
import { readInPart } from './languages/read-in-part.ts'
import { lifeFor, lifeOf } from './life-rules.ts'
import { meetsCosts, moneyFor, moneyIn } from './money-rules.ts'
import { nestedAskIn } from './nested-asks.ts'
import { embeddedPerformative, type PerformativeVerb, performativesIn } from './performatives.ts'
import { blotted, maskedText, plainText } from './plain-text.ts'
import { purposesIn } from './purposes.ts'
import type { ReadClause } from './read-clause.ts'
import { noReporting, reportsIn } from './reporting.ts'
import { limited } from './restrictions.ts'
import { bodiesFor } from './session-bodies.ts'
import { participlesIn, relativesIn } from './subordinate.ts'
import { organNamed, type Surroundings } from './surroundings.ts'
import { timingsIn } from './timings.ts'

/** Reads the clauses of one operative paragraph. Never throws; a paragraph that asks nothing gives an empty list. */
export function readClauses(paragraph: ParagraphInput): readonly Clause[] {
  const mentioned = (paragraph.mentioned ?? []).flatMap((name) => mentionsIn(name)[0]?.actor ?? [])
  return readParagraph(paragraph, mentioned).map((read) => read.clause)
}

/** As `readClauses`, with offsets; `earlier` are the names mentioned before the paragraph, the latest last. */
export function readParagraph(paragraph: ParagraphInput, earlier: readonly ActorName[]): readonly ReadClause[] {
  if (paragraph.language !== undefined && paragraph.language !== 'en') return readInPart(paragraph, paragraph.language)
  const plain = plainText(paragraph.text)
  const masked = maskedText(plain)
  const organ = organNamed(paragraph.organ)
  const context = paragraph.context === null ? null : plainText(paragraph.context)
  const fromContext = context === null ? [] : mentionsIn(context).map((m) => m.actor)
  const s: Surroundings = { organ, plain, mentions: mentionsIn(masked), earlier: [...earlier, ...fromContext] }
  const chapeau =
    context === null ? null : chapeauOf(context, { organ, plain: context, mentions: mentionsIn(context), earlier })
  const embedded = chapeau?.force === 'decision' ? embeddedPerformative(masked) : null
  const verbs = [...(embedded ? [embedded] : []), ...performativesIn(masked)]
  const opens =
    embedded !== null ||
    (verbs[0] !== undefined &&
      (verbs[0].start <= masked.search(/\p{L}/u) ||
        verbs[0].passive !== null ||
        /^\W*(?:The|the) [A-Z]/.test(masked.slice(0, verbs[0].start))))
  const told = verbs[0] !== undefined && (verbs[0].passive !== null || masked.slice(0, verbs[0].end).endsWith('ed'))
  if ((!opens || (told && embedded === null)) && chapeau === null && recital.test(masked)) return []
  const clauses: ReadClause[] = []
  if (chapeau && !opens) {
    const end = verbs[0] ? boundaryBefore(masked, verbs[0].start) : masked.length
    clauses.push(inheritedClause(chapeau, masked, end, s))
  }
  verbs.forEach((verb, i) => {
    const next = verbs[i + 1]
    const end = next ? boundaryBefore(masked, next.start) : masked.length
    const shared =
      next && verb.asks && next.asks
        ? verbs[i + 2]
          ? boundaryBefore(masked, verbs[i + 2]!.start)
          : masked.length
        : null
    clauses.push(ownClause(verb, masked, end, shared, next ?? null, s, clauses.at(-1) ?? null))
  })
  return leadsInto(masked) ? withoutLeadIn(clauses, masked) : clauses
}

/** The clause ends before the comma, "and" and connectives that lead into the next one. */
export function boundaryBefore(masked: string, at: number): number {
  const before = masked.slice(Math.max(0, at - 60), at)
  const tail =
    /[,;]?\s*(?:and|but)?[,\s]*(?:(?:therefore|thus|accordingly|(?:in|with) (?:this|that) (?:regard|context|connection|respect)|to (?:this|that|these) ends?|also|further),?\s*)*$/.exec(
      before,
    )
  return at - (tail?.[0].length ?? 0)
}

/** A recital: it opens with a participle and ends with a comma; an operative paragraph never does. */
const recital = /^\W*(?:[A-Z][a-z]+ )?[A-Z]?[a-z]+(?:ing|ed|ful|ous|are|ware|at)\b.*,\s*$/

const leadsInto = (masked: string): boolean => /:\s*$/.test(masked)

/** Guideline, "Clause" rule 6: a clause whose act is only in the subparagraphs is no clause of its own. */
function withoutLeadIn(clauses: readonly ReadClause[], masked: string): readonly ReadClause[] {
  const last = clauses.at(-1)
  if (!last) return clauses
  if (
    /\bas follows:\s*$|\b(?:(?:in|to) (?:this|that) (?:regard|end|context|respect)|therefore|accordingly|and),?:\s*$/.test(
      masked,
    ) &&
    last.clause.action !== ''
  )
    return clauses
  return clauses.slice(0, -1)
}

function askOf(verb: PerformativeVerb, masked: string, end: number, s: Surroundings): Ask {
  if (verb.passive) {
    const subject = askAt(masked, verb.passive.start, verb.passive.end, s, false)
    const to = /^[\s,]*(?:[^,;]{0,60}, )?to /.exec(masked.slice(verb.end, end))
    return { ...subject, form: 'infinitive', action: verb.end + (to?.[0].length ?? 0), acts: true }
  }
  const elliptic = /reiterates-|\.its-|\.appeals|\.draws/.test(verb.rule)
  if (verb.force === 'decision' && !verb.asks) return decisionAt(masked, verb.end, end, s)
  if (verb.force === 'recognition') return recognitionAt(masked, verb.rule, verb.end, end, s)
  return askAt(masked, verb.end, end, s, elliptic)
}

function ownClause(
  verb: PerformativeVerb,
  masked: string,
  end: number,
  shared: number | null,
  next: PerformativeVerb | null,
  s: Surroundings,
  before: ReadClause | null,
): ReadClause {
  let ask = askOf(verb, masked, end, s)
  let scope = { from: verb.end, to: end }
  if (shared !== null && next && ask.form === 'none' && (ask.named.length > 0 || ask.pronoun)) {
    const other = askOf(next, masked, shared, s)
    if (other.form === 'infinitive') {
      ask = { ...ask, form: 'infinitive', action: other.action }
      scope = { from: other.named.at(-1)?.end ?? next.end, to: shared }
    }
  }
  const addressees = resolved(ask, masked, s, before)
  const text = s.plain.slice(verb.start, verb.end)
  return finish(
    { verb: text, verbStart: verb.start, inherited: false, force: verb.force, rule: verb.rule },
    addressees,
    ask,
    masked,
    verb.start,
    end,
    scope,
    s,
  )
}

/** Names with the pronouns filled in from the clause before. */
function resolved(ask: Ask, masked: string, s: Surroundings, before: ReadClause | null): readonly Addressee[] {
  const named = ask.named.map((n) => n.addressee)
  if (ask.pronoun === null || named.length > 0) return named
  if (!before) return []
  const source =
    before.clause.addressees.length > 0
      ? before.clause.addressees.map((addressee) => ({ addressee, start: 0, end: 0 }))
      : mentionedIn(masked, before.action, before.end, s)
  return antecedents(ask.pronoun, source)
}

/** "In accordance with their national law, to explore": what limits the act, in front of it. */
const foreword = /^(?:In|Within|Where|When|As|Upon|Subject|Consistent|With)\b[^;]{3,160}?, (?=to [a-z])/i

function inheritedClause(chapeau: Chapeau, masked: string, end: number, s: Surroundings): ReadClause {
  const first = Math.max(0, masked.search(/[\p{L}]/u))
  const start = first + (chapeau.asks ? (foreword.exec(masked.slice(first, end))?.[0].length ?? 0) : 0)
  const to = /^to (?=[a-z])/i.exec(masked.slice(start))
  const own =
    chapeau.addressees.length === 0 && chapeau.force !== 'recognition' ? ownSubject(masked, start, end, s) : null
  const addressees = own && own.named.length > 0 ? own.named.map((n) => n.addressee) : chapeau.addressees
  const action = own?.acts ? own.action : start + (to && chapeau.asks ? 3 : 0)
  const ask: Ask = { form: 'infinitive', named: own?.named ?? [], pronoun: null, action, acts: true }
  const verb = { verb: chapeau.verb, verbStart: null, inherited: true, force: chapeau.force, rule: chapeau.rule }
  return finish(verb, addressees, ask, masked, first, end, { from: first, to: end }, s, chapeau)
}

/** "The working group should examine ...": a subparagraph that names whoever is bound itself. */
function ownSubject(masked: string, from: number, to: number, s: Surroundings): Ask {
  if (/^(?:shall|should|must|will) /i.test(masked.slice(from)))
    return { form: 'that', named: agentsIn(masked, from, to, s, true), pronoun: null, action: from, acts: false }
  const bound = thatAt(masked, from + (/^that /i.exec(masked.slice(from))?.[0].length ?? 0), to, s, true)
  if (bound.named.length > 0 || /^to /i.test(masked.slice(from))) return bound
  const asked = askAt(masked, from, to, s, false)
  return asked.form === 'infinitive' && asked.named[0]?.start === from ? asked : bound
}

/** "institutions in compliance with the Principles": an instrument right behind a name says who, not how. */
const describes = (found: FoundCondition, action: number, masked: string): boolean =>
  (found.condition.class === 'other' || found.condition.class === 'national_law') &&
  found.start < action &&
  /[a-z] $/.test(masked.slice(Math.max(0, found.start - 2), found.start)) &&
  !/^(?:if|when|where|unless|provided|on an?)\b/i.test(found.condition.asWritten)

interface VerbOf {
  readonly verb: string
  readonly verbStart: number | null
  readonly inherited: boolean
  readonly force: Clause['force']
  readonly rule: string
}

function finish(
  verb: VerbOf,
  addressees: readonly Addressee[],
  ask: Ask,
  masked: string,
  start: number,
  end: number,
  scope: { from: number; to: number },
  s: Surroundings,
  chapeau: Chapeau | null = null,
): ReadClause {
  const recognition = verb.force === 'recognition'
  const binding = !recognition || addressees.length > 0
  const last = Math.max(scope.to, end)
  const mandate = binding && !recognition
  const core = binding ? blotted(masked, participlesIn(masked, ask.action, last)) : masked
  const actsFrom = (ask.acts && ask.form === 'infinitive') || ask.form === 'that' ? ask.action : scope.from
  const inName = (at: number) => s.mentions.some((name) => name.start < at && at < name.end)
  const relatives = binding ? relativesIn(core, actsFrom, last).filter((one) => !inName(one.start)) : []
  const conditions = binding
    ? conditionsIn(core, s.plain, start, last, relatives).filter((one) => !describes(one, ask.action, masked))
    : []
  const all = [...(binding && chapeau ? chapeau.conditions : []), ...conditions.map((found) => found.condition)]
  const verbal = ask.form === 'infinitive' || ask.acts
  const action = actionAt(masked, s.plain, ask.action, scope.to, verbal && !recognition)
  const purposes = mandate ? purposesIn(core, ask.action, last) : []
  const found = mandate ? reportsIn(blotted(core, purposes), ask.action, scope.to, s) : []
  // what the organ itself does may inform somebody; only where it sets out to is it a report
  const own = addressees.some((one) => one.class === 'self')
  const reports = own ? found.filter((one) => one.start <= ask.action + 4) : found
  const timed = mandate ? blotted(core, [...relatives, ...purposes]) : ''
  const bodyAt = bodiesFor(core, addressees, start, s)
  const times = mandate ? timingsIn(timed, blotted(core, relatives), s.plain, start, last, bodyAt) : []
  const report = reports[0]
  const through = [...new Set(reports.flatMap((one) => one.through ?? []))]
  const nested = report ? nestedAskIn(masked, s.plain, { action: ask.action, end: last }, s) : null
  const words = s.plain.slice(start, last)
  const means = moneyFor(s.plain)
  const money = means.length > 0 && (binding || meetsCosts(words)) ? moneyIn(words, means) : []
  const life = verb.inherited
    ? lifeOf(`${verb.verb} to ${words.replace(/^to /i, '')}`, !recognition)
    : lifeOf(words, !recognition, lifeFor(s.plain))
  const clause: Clause = {
    ...{ verb: verb.verb, verbStart: verb.verbStart, inherited: verb.inherited, force: verb.force },
    addressees: addressees.map((addressee) => limited(addressee, action.text)),
    action: action.text,
    conditions: all.filter(
      (c, i) => all.findIndex((d) => d.asWritten.toLowerCase() === c.asWritten.toLowerCase()) === i,
    ),
    due: times.length > 0 ? dueOf(times) : (chapeau?.due ?? noDue),
    timings: times.length > 0 ? times.map((found) => found.timing) : [{ kind: 'none' }],
    reporting: report
      ? {
          is_report: true,
          who: (nested?.addressees ?? addressees).map((a) => a.name).join('; ') || null,
          to_whom: [...new Set(reports.flatMap((r) => r.toWhom))].join('; ') || null,
          ...(through.length > 0 && { through_whom: through.join('; ') }),
          on_what: report.onWhat ?? action.text,
        }
      : noReporting,
    ...(money.length > 0 ? { money } : {}),
    ...(life ? { life } : {}),
    by: verb.rule,
    ...certaintyOf({
      ...{ rule: verb.rule, force: verb.force, inherited: verb.inherited, ask, addressees, conditions: all, times },
      ...{ organ: s.organ, isReport: reports.length > 0, words: masked.slice(start, last), start },
      verbEnd: verb.verbStart === null ? start : verb.verbStart + verb.verb.length,
    }),
  }
  return { clause, named: ask.named, start, end: last, action: ask.action, reports, times }
}
