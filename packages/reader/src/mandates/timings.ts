import { dateRules } from './date-rules.ts'
import { offsetRules } from './offset-rules.ts'
import { ordinal, ordinalPattern } from './ordinals.ts'
import { recurrenceRules } from './recurrence-rules.ts'
import { everyMatch, fitting, matches, overlaps, type Rule, type Stretch } from './rule.ts'
import { sessionRules } from './session-rules.ts'
import type { Timing } from './timing.ts'

/** A time expression where it stands, the row that found it, and its code in the guideline's terms. */
export interface FoundTiming extends Stretch {
  readonly rule: string
  readonly timing: Timing
  readonly code: string | null
}

/** Tells which body a session phrase at `at` belongs to; `written` are its own words for it ("the Commission"). */
export type BodyAt = (at: number, written: string | null) => string | null

/** Something that happened: "held in Vienna from", "adopted by the Conference at its fifth session". */
const past =
  /(?<!\b(?:are|is|be) )\b(?:held|adopted|convened|established|contained|submitted|taken|made(?! to)|agreed|set out|concluded|launched|endorsed|issued|presented|decided|requested|created|approved|reached|organized|annexed|signed|opened|delivered|expressed|outlined|considered|recommended|reported|mandated|discussed|proposed|identified|received|provided|developed|mentioned|given|called for|undertaken|conducted)\b[^,;]*$/i
const about = /\b(?:relating|related|pertaining) to [^,;]*$/i
const pastComma =
  /\b(?:held|adopted|convened|established|taken|signed|agreed upon|concluded)\b[^;]{0,60}, (?:and |in [A-Z][\w-]+,? )?$/
/** "the report submitted to it at its fifth session"; what is to be submitted is to come. */
const pastTo =
  /(?<!\b(?:be|is|are) )\b(?:submitted|presented|issued|delivered|provided|transmitted|addressed) to (?:it|(?:the|its) [^,;]{3,80}?) ?$/i
const includes = /\b(?:including|such as|inter alia|especially)\b[^,;]*$/i

const countedFor = fitting(offsetRules.slice(0, 4))
const sessionsFor = fitting(sessionRules)
const recurrencesFor = fitting(recurrenceRules)
const pressingFor = fitting(offsetRules.slice(4))
const datesFor = fitting(dateRules)

/** A word without which no row of a table fits: most clauses have none, and then their rows are not tried. */
const counted = /before|after|prior|ahead|advance|preceding|following|(?:day|week|month|year)s? (?:from|of)/i
const assembled = /session|segment|meeting|conference/i
const repeated = /annual|year|bienn|every|trienn|quarter|month|interval|week|day|basis|regular|period|time to time/i
const pressing =
  /prompt|swift|speedi|rapid|priority|over |intersession|upon|following|after|once|within|possible|practicable|feasible|soon as|earliest|delay|effect|immediat|urgen|forthwith|expedit|timely|course|day|week|month|year/i
const dated = /\d{4}/

/**
 * Every time expression of `[from, to)` that can be the time of an act, in order. `masked` has participles, purposes and
 * relative clauses blotted out; `loose` keeps the purposes, since an urgency inside one is the urgency of the act. Sessions and dates of past events, and times inside "including ...", are left out.
 */
export function timingsIn(
  masked: string,
  loose: string,
  plain: string,
  from: number,
  to: number,
  bodyAt: BodyAt,
): readonly FoundTiming[] {
  const found: FoundTiming[] = []
  const keep = (
    rule: string,
    start: number,
    length: number,
    build: (asWritten: string) => { timing: Timing; code: string | null } | null,
  ) => {
    const stretch = { start: from + start, end: from + start + length }
    if (found.some((other) => overlaps(other, stretch))) return
    const before = masked.slice(Math.max(from, stretch.start - 120), stretch.start)
    const pasted =
      past.test(before.split(/ to (?=the |it\b|its |\u00b7)/).at(-1)!) &&
      !/\b(?:to|shall|should|will) be \w+[^,;]*$/.test(before)
    if (pasted || about.test(before) || pastTo.test(before) || pastComma.test(before) || includes.test(before)) return
    const built = build(plain.slice(stretch.start, stretch.end))
    if (built) found.push({ rule, ...stretch, ...built })
  }
  const scan = <Phrase>(
    rulesFor: (text: string) => readonly Rule<(found: RegExpExecArray) => Phrase>[],
    whole: string,
    needed: RegExp,
    build: (phrase: Phrase, asWritten: string, at: number, bodyAt: BodyAt) => Built | null,
  ) => {
    const rules = rulesFor(whole)
    if (rules.length === 0) return
    const words = whole.slice(from, to)
    if (!needed.test(words)) return
    for (const rule of rules) {
      for (const m of everyMatch(rule.pattern, words)) {
        keep(rule.id, m.index, m[0].length, (asWritten) => build(rule.meaning(m), asWritten, from + m.index, bodyAt))
      }
    }
  }
  scan(countedFor, masked, counted, offset)
  scan(sessionsFor, masked, assembled, session)
  scan(recurrencesFor, masked, repeated, recurrence)
  scan(pressingFor, loose, pressing, offset)
  scan(datesFor, masked, dated, date)
  return found.flatMap(eachSession).sort((a, b) => a.start - b.start)
}

const numbers = new RegExp(ordinalPattern, 'gi')

/** "at its eightieth and eighty-first sessions": one time for each of them. */
function eachSession(found: FoundTiming): readonly FoundTiming[] {
  const { timing } = found
  if (timing.kind !== 'session' || timing.number === null || !/sessions\b/.test(timing.asWritten)) return [found]
  const all = matches(numbers, timing.asWritten.replace(/\b(?:first|second) part\b/gi, '')).map((m) => ordinal(m[0]))
  return all.map((number) => ({ ...found, timing: { ...timing, number } }))
}

type Built = { readonly timing: Timing; readonly code: string | null }

function session(
  phrase: ReturnType<(typeof sessionRules)[number]['meaning']>,
  asWritten: string,
  at: number,
  bodyAt: BodyAt,
): Built | null {
  if (!phrase) return null
  const body = bodyAt(at, phrase.bodyWritten)
  if (phrase.recurring) {
    return {
      timing: {
        kind: 'recurring',
        asWritten,
        every: phrase.part ? 'P1Y' : null,
        startYear: null,
        startSession: null,
        body,
        part: phrase.part,
      },
      code: null,
    }
  }
  if (body === null) return { timing: { kind: 'unclear', asWritten }, code: null }
  const { number, year, relative, part } = phrase
  if (/^(?:starting|beginning)/i.test(asWritten)) {
    return {
      timing: { kind: 'recurring', asWritten, every: null, startYear: null, startSession: number, body, part },
      code: null,
    }
  }
  return { timing: { kind: 'session', asWritten, body, number, year, relative, part }, code: null }
}

function date(phrase: ReturnType<(typeof dateRules)[number]['meaning']>, asWritten: string): Built {
  const { code, from, to } = phrase
  if (from !== null && to !== null) return { timing: { kind: 'window', asWritten, from, to }, code }
  return { timing: { kind: 'date', asWritten, date: to ?? code }, code }
}

function recurrence(
  phrase: ReturnType<(typeof recurrenceRules)[number]['meaning']>,
  asWritten: string,
  at: number,
  bodyAt: BodyAt,
): Built {
  const { every, startYear } = phrase
  const code = every === null ? null : startYear === null ? every : `${every}/${startYear}`
  return {
    timing: { kind: 'recurring', asWritten, every, startYear, startSession: null, body: bodyAt(at, null), part: null },
    code,
  }
}

const sessionEvent = /\b(?:part of (?:the|its|that) sessions?|sessions?)\b/i

function offset(
  phrase: ReturnType<(typeof offsetRules)[number]['meaning']>,
  asWritten: string,
  at: number,
  bodyAt: BodyAt,
): Built {
  if (phrase.direction === null) return { timing: { kind: 'relative', asWritten }, code: phrase.duration }
  const written = phrase.event ?? ''
  const named = / of (the [A-Z][\w ]*?)(?= held| to be|$)/.exec(written)
  const body = sessionEvent.test(written) ? bodyAt(at, named?.[1] ?? null) : null
  const of: Extract<Timing, { kind: 'offset' }>['of'] =
    body === null
      ? { kind: 'event', asWritten: written }
      : {
          kind: 'session',
          asWritten: written,
          body,
          number: null,
          year: null,
          relative: null,
          part: /first half/.test(written) ? 'regular' : null,
        }
  return {
    timing: { kind: 'offset', asWritten, direction: phrase.direction, span: phrase.span, atLeast: phrase.atLeast, of },
    code: null,
  }
}
