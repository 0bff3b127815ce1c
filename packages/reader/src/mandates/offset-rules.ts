import { cardinal, cardinalPattern } from './ordinals.ts'
import type { Rule } from './rule.ts'
import type { Span } from './timing.ts'

/** A time counted from something, or an urgency without a date. */
export interface OffsetPhrase {
  readonly direction: 'before' | 'after' | null
  readonly span: Span | null
  readonly atLeast: boolean
  /** The event in words; null where there is none ("without delay"). */
  readonly event: string | null
  /** ISO 8601 duration of a period that runs ("for a further period of twelve months"). */
  readonly duration: string | null
}

type Reading = (found: RegExpExecArray) => OffsetPhrase

const none: OffsetPhrase = { direction: null, span: null, atLeast: false, event: null, duration: null }
const letters: Readonly<Record<string, string>> = { day: 'D', week: 'W', month: 'M', year: 'Y' }
const spanOf = (count: string | undefined, unit: string | undefined): Span | null => {
  const number = cardinal(count ?? '')
  return number === null || unit === undefined ? null : { count: number, unit: unit.toLowerCase() as Span['unit'] }
}
const row = (name: string, source: string, example: string, meaning: Reading): Rule<Reading> => ({
  id: `en.offset.${name}`,
  language: 'en',
  pattern: new RegExp(`(?<![\\w-])${source}`, 'gi'),
  meaning,
  example,
})
const span = String.raw`(?<count>${cardinalPattern}) (?:calendar |working )?(?<unit>day|week|month|year)s?`
const event = String.raw`(?<event>(?:the |its |their |that |any |each |such )?[^,;.]{3,160}?)(?=,|;|\.|$| in order| so that| to allow| and to |\u00b7)`

/** Guideline, "Due", relative; `field.md` 2.4, offset and vague. */
export const offsetRules: readonly Rule<Reading>[] = [
  row(
    'before',
    String.raw`(?:no later than |not later than |(?<least>at least|if possible at least) )?${span} (?:before|prior to|ahead of|in advance of|preceding) ${event}`,
    'at least three weeks before the start of the session',
    (m) => ({
      ...none,
      direction: 'before',
      span: spanOf(m.groups!.count, m.groups!.unit),
      atLeast: m.groups!.least !== undefined,
      event: m.groups!.event ?? null,
    }),
  ),
  row(
    'after',
    String.raw`(?:no later than |not later than |within |(?<least>at least) )?${span} (?:after|following|from|of) (?!the (?:existing|available)|age\b|experience)${event}`,
    'within 90 days of the adoption of the present resolution',
    (m) => ({
      ...none,
      direction: 'after',
      span: spanOf(m.groups!.count, m.groups!.unit),
      atLeast: m.groups!.least !== undefined,
      event: m.groups!.event ?? null,
    }),
  ),
  row(
    'well-before',
    String.raw`(?:well (?:in advance of|before|ahead of)|in advance of|a reasonable (?:amount|period) of time before|in good time before|sufficiently in advance of) ${event}`,
    'well in advance of the part of the sessions of the Commission',
    (m) => ({ ...none, direction: 'before', event: m.groups!.event ?? null }),
  ),
  row(
    'before-session',
    String.raw`(?:before|prior to|ahead of) (?<event>(?:each|every) (?:[\w-]+ ){0,5}?sessions?\b(?: of [^,;.]{3,100}?)?)(?=,|;|\.|$| in order| so that| to | and )`,
    'prior to each annual session of the Commission',
    (m) => ({ ...none, direction: 'before', event: m.groups!.event ?? null }),
  ),
  row(
    'within',
    String.raw`within (?:a (?:maximum )?(?:period|time frame) of )?${span}\b`,
    'within six months',
    (m) => ({
      ...none,
      direction: 'after',
      span: spanOf(m.groups!.count, m.groups!.unit),
    }),
  ),
  row(
    'after-span',
    String.raw`after (?:a period of )?${span}(?=[,;.]|$| of (?:their|its|the)\b)`,
    'after three months',
    (m) => ({ ...none, direction: 'after', span: spanOf(m.groups!.count, m.groups!.unit) }),
  ),
  row(
    'within-period',
    String.raw`within the (?:[a-z]+ ){0,2}(?:period|time ?frames?|time limits?|deadlines?) (?:set|specified|prescribed|established|laid down|provided|stipulated|indicated)\b[^,;.]*`,
    'within the initial period set out in the resolution',
    () => none,
  ),
  row(
    'as-soon-as',
    String.raw`(?:as soon as (?:possible|practicable|feasible|they|it)|at the earliest (?:possible )?(?:date|opportunity|time|convenience|possible)|as (?:early|quickly|rapidly|speedily) as possible)`,
    'as soon as possible',
    () => none,
  ),
  row(
    'without-delay',
    String.raw`(?:without (?:any )?(?:further |undue )?delay|with immediate effect|immediately|urgently|forthwith|expeditiously|in an expeditious manner|as a matter of urgency|in a timely (?:manner|fashion)|in due course)\b`,
    'without delay',
    () => none,
  ),
  row(
    'vague',
    String.raw`(?:promptly|swiftly|speedily|rapidly|as a matter of (?:high )?priority|as a priority|on a priority basis|over (?:a period of )?time|over a period of time|intersessionally|(?:in|during) the intersessional period)\b`,
    'promptly',
    () => none,
  ),
  row(
    'upon',
    String.raw`(?:upon|following|after|once) (?<event>(?:(?:the|its|their) )?(?:completion|conclusion|receipt|entry into force|expiry|expiration|submission|publication) of [^,;.]{3,120}?)(?=,|;|\.|$| in order| so that| and to )`,
    'upon completion of the review',
    (m) => ({ ...none, direction: 'after', event: m.groups!.event ?? null }),
  ),
  row(
    'once-done',
    String.raw`(?:once|as soon as|after) (?<event>(?:the|its|their|that|this|such) [^,;.]{3,80}? (?:has|have|is|are) (?:been )?[a-z]+(?:ed|en|ade|un|ld))(?=,|;|\.|$| and )`,
    'once the review has been completed',
    (m) => ({ ...none, direction: 'after', event: m.groups!.event ?? null }),
  ),
  row(
    'period',
    String.raw`for (?:a |an )?(?:further |additional |initial |new )?(?:period of )?(?:(?:another|a further|an additional) )?${span}(?:,? (?:starting|beginning|commencing) (?:from|on) the date of (?:the )?adoption of (?:this|the present) resolution)?`,
    'for a further period of twelve months',
    (m) => {
      const period = spanOf(m.groups!.count, m.groups!.unit)
      return { ...none, span: period, duration: period ? `P${period.count}${letters[period.unit]}` : null }
    },
  ),
]
