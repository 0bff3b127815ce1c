import { ordinal, ordinalPattern } from './ordinals.ts'
import type { Rule } from './rule.ts'
import type { SessionPart } from './timing.ts'

/** What a phrase says about a session; the body is found by whoever knows the surroundings. */
export interface SessionPhrase {
  readonly number: number | null
  readonly year: number | null
  readonly relative: 'next' | 'current' | null
  readonly part: SessionPart | null
  /** The words after "of" where the phrase names the body: "the Commission". */
  readonly bodyWritten: string | null
  /** A meeting of a group rather than a session of a body. */
  readonly recurring: boolean
}

type Reading = (found: RegExpExecArray) => SessionPhrase | null

const prepositions = String.raw`(?:in the (?:provisional |draft )?agenda of|on the (?:provisional )?agenda of|in time for|for consideration (?:at|by)|no later than|not later than|prior to|starting (?:with|from|at)|beginning (?:with|at)|at|during|before|by|until|for|in|to|from)`
const ofBody = String.raw`(?: of (?<body>(?:the |its )?[A-Z][^,;.]{2,120}?(?=,|;|\.|$| to | on | in | with | held | under | and | for | at | as | through )|the (?:working|expert) group))?`
const kinds = String.raw`(?:(?:regular|special|substantive|annual|main|organizational|plenary|ordinary|biennial|high-level|formal|emergency special) )*`
const none = { number: null, year: null, relative: null, part: null, bodyWritten: null, recurring: false } as const

const row = (name: string, pattern: RegExp, example: string, meaning: Reading): Rule<Reading> => ({
  id: `en.session.${name}`,
  language: 'en',
  pattern,
  meaning,
  example,
})
const re = (source: string) => new RegExp(`(?<![\\w-])${source}`, 'gi')

const partOf = (word: string | undefined): SessionPart | null => (word === undefined ? null : 'reconvened')

/** Guideline, "Due", and `field.md` 2.4: sessions by number, by year, by "next", by part; those every year. */
export const sessionRules: readonly Rule<Reading>[] = [
  row(
    'recurring-part',
    re(
      String.raw`${prepositions} the part of (?:its|the|their) sessions(?: of the (?:Commission[^,;]*?|Council|Assembly))? (?:to be )?held in the (?:first|second) half of the year`,
    ),
    'at the part of its sessions held in the first half of the year',
    () => ({ ...none, part: 'regular', recurring: true }),
  ),
  row(
    'part-of-year',
    re(
      String.raw`${prepositions} the part of (?:its|the) sessions?(?: of (?<body>the [A-Z][^,;]*?))? (?:to be )?held in the (?<half>first|second) half of (?<year>\d{4})`,
    ),
    'until the part of the session of the Commission to be held in the first half of 2013',
    (m) => ({
      ...none,
      year: Number(m.groups!.year),
      part: m.groups!.half === 'first' ? 'regular' : 'reconvened',
      bodyWritten: m.groups!.body ?? null,
    }),
  ),
  row(
    'reconvened',
    re(
      String.raw`${prepositions} (?:its|the|their) (?:first |second )?(?:reconvened|resumed) (?<ordinal>${ordinalPattern}) ${kinds}session${ofBody}`,
    ),
    'at its reconvened twentieth session',
    (m) => ({ ...none, number: ordinal(m.groups!.ordinal!), part: 'reconvened', bodyWritten: m.groups!.body ?? null }),
  ),
  row(
    'numbered',
    re(
      String.raw`${prepositions} (?:(?:its|the|their|each of its|both its|the main part of (?:its|the)|the (?:first|second) part of (?:its|the)|the (?<resumed>(?:first |second )?resumed part) of (?:its|the)|the beginning of (?:its|the)|the end of (?:its|the)) )(?:forthcoming |upcoming |(?<again>resumed ))?(?<ordinal>${ordinalPattern})(?:,? (?:(?:and|to|or) )?(?:${ordinalPattern}))* ${kinds}(?:review )?sessions?\b${ofBody}`,
    ),
    'at its twenty-second session',
    (m) => ({
      ...none,
      number: ordinal(m.groups!.ordinal!),
      part: partOf(m.groups!.resumed ?? m.groups!.again),
      bodyWritten: m.groups!.body ?? null,
    }),
  ),
  row(
    'numbered-meeting',
    re(
      String.raw`${prepositions} (?:its|the|their) (?:forthcoming |upcoming )?(?<ordinal>${ordinalPattern}) (?:biennial |annual |regular |ordinary |resumed )*(?:meeting|conference)\b(?! of (?:ministers|experts))${ofBody}`,
    ),
    'at its second meeting',
    (m) => ({ ...none, number: ordinal(m.groups!.ordinal!), bodyWritten: m.groups!.body ?? null }),
  ),
  row(
    'by-year',
    re(
      String.raw`${prepositions} (?:its|the|their) (?:respective )?(?:(?<before>\d{4}) )?(?:(?:organizational|substantive|annual|regular|high-level|resumed|management|coordination|integration|humanitarian affairs|operational activities) )*(?:sessions?|segments?)(?: (?:of|in|for) (?<after>\d{4}))?${ofBody}`,
    ),
    'at its substantive session of 2013',
    (m) => {
      const year = m.groups!.before ?? m.groups!.after
      const known = year === undefined ? null : Number(year)
      if (known === null && !/\b(?:substantive|organizational|regular|annual) session\b/i.test(m[0])) return null
      return { ...none, year: known, bodyWritten: m.groups!.body ?? null }
    },
  ),
  row(
    'next',
    re(
      String.raw`${prepositions} (?:its|the|their) (?:very )?(?<which>next|following|subsequent|forthcoming|upcoming|current|present) ${kinds}(?:sessions?|meetings?|conference)(?: of (?<body>(?:the |its )[^,;.]{2,120}?(?=,|;|\.|$| to | on | in | with )))?`,
    ),
    'at the next session of the Commission',
    (m) => ({
      ...none,
      relative: /current|present/i.test(m.groups!.which!) ? 'current' : 'next',
      bodyWritten: m.groups!.body ?? null,
    }),
  ),
  row(
    'final',
    re(
      String.raw`${prepositions} (?:its|the|their) (?:final|last|first|opening|closing|inaugural) ${kinds}(?:sessions?|meetings?)(?: of (?<body>(?:the |its )[^,;.]{2,120}?(?=,|;|\.|$| to | on | in | with )))?`,
    ),
    'at the final meeting of the Committee',
    (m) => ({ ...none, bodyWritten: m.groups!.body ?? null }),
  ),
  row(
    'every',
    re(
      String.raw`(?:at (?:each|every|all) (?:of (?:its|the|their) )?(?:regular |annual |substantive )?(?:sessions?)|at (?:its|their) (?:regular|annual|substantive) sessions)${ofBody}`,
    ),
    'at each session',
    (m) => ({ ...none, bodyWritten: m.groups!.body ?? null, recurring: true }),
  ),
]
