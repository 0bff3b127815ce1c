import { cardinal, cardinalPattern } from './ordinals.ts'
import type { Rule } from './rule.ts'

export interface RecurrencePhrase {
  /** ISO 8601 duration; null for "on a regular basis". */
  readonly every: string | null
  readonly startYear: number | null
}

type Reading = (found: RegExpExecArray) => RecurrencePhrase

const start = String.raw`(?:,? (?:starting|beginning|commencing|with effect) (?:in|from|with) (?:the year )?(?<start>(?:19|20)\d{2}))?`
const row = (
  name: string,
  source: string,
  every: string | null | ((m: RegExpExecArray) => string | null),
  example: string,
): Rule<Reading> => ({
  id: `en.recurrence.${name}`,
  language: 'en',
  pattern: new RegExp(`(?<![\\w-])${source}${start}`, 'gi'),
  meaning: (m) => ({
    every: typeof every === 'function' ? every(m) : every,
    startYear: m.groups?.start === undefined ? null : Number(m.groups.start),
  }),
  example,
})
const letters: Readonly<Record<string, string>> = { day: 'D', week: 'W', month: 'M', year: 'Y' }

/** Guideline, "Due", recurring. */
export const recurrenceRules: readonly Rule<Reading>[] = [
  row(
    'annually',
    String.raw`(?:annually|yearly|every year|each year|once a year|on an? (?:annual|yearly) basis)\b`,
    'P1Y',
    'to report annually',
  ),
  row(
    'biennially',
    String.raw`(?:biennially|every (?:two|second|other) years?|once every two years|on a biennial basis)\b`,
    'P2Y',
    'to report biennially, starting in 2012',
  ),
  row(
    'biannually',
    String.raw`(?:biannually|semi-annually|twice (?:a|per) year|on a (?:biannual|semi-annual) basis)\b`,
    'P6M',
    'to brief twice a year',
  ),
  row('triennially', String.raw`(?:triennially|on a triennial basis)\b`, 'P3Y', 'to report triennially'),
  row('quarterly', String.raw`(?:quarterly|on a quarterly basis|every quarter)\b`, 'P3M', 'to report quarterly'),
  row('monthly', String.raw`(?:monthly|on a monthly basis|every month)\b`, 'P1M', 'to report monthly'),
  row(
    'every-n',
    String.raw`every (?<count>${cardinalPattern}) (?<unit>day|week|month|year)s\b`,
    (m) => `P${cardinal(m.groups!.count!) ?? 1}${letters[m.groups!.unit!.toLowerCase()]}`,
    'to report every six months',
  ),
  row(
    'periods-of',
    String.raw`at (?<count>${cardinalPattern})-(?<unit>day|week|month|year) intervals\b`,
    (m) => `P${cardinal(m.groups!.count!) ?? 1}${letters[m.groups!.unit!.toLowerCase()]}`,
    'to report at six-month intervals',
  ),
  row(
    'annual-report',
    String.raw`(?=(?:an |its |his |their )?annual )(?<=\b(?:submit|present|provide|prepare|publish|issue|produce|include in|in)(?: to [^,;]{2,60})? )(?:an |its |his |their )?annual (?:reports?|updates?|briefings?|meetings?)\b`,
    'P1Y',
    'to submit an annual report',
  ),
  row(
    'biennial-report',
    String.raw`(?=(?:a |its |his |their )?biennial )(?<=\b(?:submit|present|provide|prepare|publish|issue|produce|include in|in)(?: to [^,;]{2,60})? )(?:a |its |his |their )?biennial (?:reports?|updates?|meetings?)\b`,
    'P2Y',
    'to submit a biennial report',
  ),
  row(
    'regularly',
    String.raw`(?:on a (?:regular|periodic|continuous|continuing|ongoing|rolling) basis|regularly|periodically|at regular intervals|from time to time)\b`,
    null,
    'to brief Member States on a regular basis',
  ),
]
