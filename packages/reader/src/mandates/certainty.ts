import type { ActorName } from './actor-name.ts'
import { adjunct } from './addressees.ts'
import type { Ask } from './ask.ts'
import type { Addressee, Condition, Force } from './clause.ts'
import { isAmbiguous, isShortForm } from './surroundings.ts'
import type { FoundTiming } from './timings.ts'

/**
 * From here on a reading needs no person. Calibrated: of the paragraphs whose clauses are all at or above it, at least
 * 97 % are wholly right on the readings by hand (`certainty.test.ts` counts them where they are at hand).
 */
export const certainFrom = 0.9

/** Whether a clause, an obligation or anything else with a certainty needs no person to check it. */
export const isCertain = (reading: { readonly certainty: number }): boolean => reading.certainty >= certainFrom

/** What a clause was read from, as far as it bears on how sure the reading is. */
export interface Evidence {
  readonly rule: string
  readonly force: Force
  readonly inherited: boolean
  readonly ask: Ask
  readonly addressees: readonly Addressee[]
  readonly conditions: readonly Condition[]
  readonly times: readonly FoundTiming[]
  readonly organ: ActorName | null
  readonly isReport: boolean
  /** The clause and where it starts in the paragraph, names and quotations masked. */
  readonly words: string
  readonly start: number
  readonly verbEnd: number
}

interface Doubt {
  readonly name: string
  /** How much less sure: from 0 to 1. */
  readonly weight: number
  readonly holds: (evidence: Evidence) => boolean
}

const asks = (force: Force): boolean => force === 'request' || force === 'call' || force === 'recommendation'
const nominal = /\.(?:requests|encourages|invites|urges|calls-upon|recommends|demands|directs)$/
const kindsOf = (times: readonly FoundTiming[]): number => new Set(times.map((time) => time.timing.kind)).size

/** Words of time, of limits and of reporting: where one stands and nothing was read from it, something may be missed. */
const timeWord =
  /\b(?:until|before|prior|following|after|during|annual|regular|periodic|monthly|weekly|timely|prompt\w*|swift\w*|rapid\w*|quick\w*|early|earliest|interim|year|years|months?|weeks?|days?|sessions?|meeting|deadline|20\d\d)\b/
const limitWord =
  /\b(?:subject to|provided|accordance|according to|consistent|conformity|compliance|compatible|basis|resources|appropriate|applicable|relevant and|as necessary|as needed|as required|upon|request|pursuant|under the|mandates?)\b/
const reportWord =
  /\b(?:reports?|reporting|information|informed|updates?|briefings?|findings|recommendations|proposals|communicate|attention of)\b/

/** Whether part of the stretch of those asked names somebody nobody knows. */
function leavesUnread({ ask, words, start, verbEnd }: Evidence): boolean {
  if (ask.form !== 'infinitive' || ask.named.length === 0) return false
  let rest = words.slice(verbEnd - start, Math.max(0, ask.action - start))
  for (const { start: from, end: to } of ask.named.toReversed()) {
    const at = from - verbEnd
    if (at >= 0 && to - verbEnd <= rest.length)
      rest = `${rest.slice(0, at)}${' '.repeat(to - from)}${rest.slice(to - verbEnd)}`
  }
  return rest
    .replace(/ to $/, '')
    .split(',')
    .some(
      (part) =>
        !adjunct.test(part.trim()) &&
        /[A-Za-z]{4,}/.test(part.replace(/\b(?:also|both|upon|once again|well|with|other)\b/g, '')),
    )
}

/** What makes a reading doubtful, most telling first; weights add up. */
const doubts: readonly Doubt[] = [
  { name: 'nothing is asked of those named', weight: 0.3, holds: ({ ask }) => ask.form === 'none' },
  {
    name: 'a verb that asks, and nobody asked',
    weight: 0.2,
    holds: ({ rule, force, addressees }) => asks(force) && nominal.test(rule) && addressees.length === 0,
  },
  { name: 'a pronoun resolved', weight: 0.15, holds: ({ ask }) => ask.pronoun !== null },
  {
    name: 'a short form that nothing resolves',
    weight: 0.1,
    holds: ({ addressees, organ }) =>
      addressees.some((a) => isShortForm(a.name) || (a.asWritten !== null && isAmbiguous(a.asWritten, organ))),
  },
  { name: 'somebody asked whom nobody knows', weight: 0.1, holds: leavesUnread },
  {
    name: 'words of time that gave no time',
    weight: 0.1,
    holds: ({ force, times, words }) => force !== 'recognition' && times.length === 0 && timeWord.test(words),
  },
  {
    name: 'words that limit and gave no condition',
    weight: 0.1,
    holds: ({ force, conditions, words }) =>
      force !== 'recognition' && conditions.length === 0 && limitWord.test(words),
  },
  {
    name: 'words of reporting that gave no report',
    weight: 0.1,
    holds: ({ force, isReport, words }) => asks(force) && !isReport && reportWord.test(words),
  },
  {
    name: 'a group or name without a class of its own',
    weight: 0.1,
    holds: ({ addressees }) =>
      addressees.some((a) => a.class === 'other' && !/^Special Rapporteur on|^stakeholders$/.test(a.name)),
  },
  {
    name: 'whoever a passive clause binds',
    weight: 0.1,
    holds: ({ force, ask, addressees }) =>
      force !== 'recognition' && ask.form === 'that' && (!ask.acts || addressees.length === 0),
  },
  { name: 'a long list of those asked', weight: 0.1, holds: ({ addressees }) => addressees.length > 3 },
  {
    name: 'groups set apart by "including"',
    weight: 0.1,
    holds: ({ addressees, words }) =>
      addressees.length > 1 && /, (?:including|especially|in particular)\b/.test(words.slice(0, 200)),
  },
  {
    name: 'an instrument that may limit something else than the act',
    weight: 0.1,
    holds: ({ conditions }) => conditions.some((c) => c.class === 'other' || c.class === 'national_law'),
  },
  { name: 'several conditions', weight: 0.1, holds: ({ conditions }) => conditions.length > 2 },
  { name: 'several candidate times', weight: 0.1, holds: ({ times }) => kindsOf(times) > 1 },
  {
    name: 'a time relative to something',
    weight: 0.1,
    holds: ({ times }) => times.some((t) => ['relative', 'offset', 'unclear'].includes(t.timing.kind)),
  },
  {
    name: 'a need that may be a duty',
    weight: 0.1,
    holds: ({ force, addressees, words }) =>
      force === 'recognition' && addressees.length === 0 && /\b(?:needs? to|is to be|are to be|ought to)\b/.test(words),
  },
  { name: 'a verb in the passive', weight: 0.05, holds: ({ rule }) => rule === 'en.performative.passive' },
  {
    name: 'a subparagraph without anybody above it',
    weight: 0.1,
    holds: ({ inherited, force, addressees }) => inherited && force !== 'recognition' && addressees.length === 0,
  },
  {
    name: 'information that may be a report',
    weight: 0.1,
    holds: ({ force, words }) =>
      asks(force) &&
      /\b(?:share|sharing|exchange|advise|circulate|disseminate|publish|make (?:available|public)|recommendations to|inform)\b/.test(
        words.slice(0, 240),
      ),
  },
]

/** How sure a reading is, 0.1 to 0.98: 0.98 less what speaks against it. */
export function certaintyOf(evidence: Evidence): number {
  const against = doubts.reduce((sum, doubt) => sum + (doubt.holds(evidence) ? doubt.weight : 0), 0)
  return Math.max(0.1, Number((0.98 - against).toFixed(2)))
}
