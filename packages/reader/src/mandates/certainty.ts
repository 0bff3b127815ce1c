import type { ActorName } from './actor-name.ts'
import { adjunct } from './addressees.ts'
import type { Ask } from './ask.ts'
import type { Addressee, Clause, Condition, Force } from './clause.ts'
import type { Doubt } from './doubt.ts'
import { matchIn } from './rule.ts'
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

interface ReasonToDoubt {
  readonly name: Doubt
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

const boundByPassive = ({ ask, addressees }: Evidence): boolean =>
  ask.form === 'that' && (!ask.acts || addressees.length === 0)
const namedByNoun = ({ ask, force, addressees }: Evidence): boolean =>
  ask.form === 'object' && asks(force) && addressees.length > 0
/** A decision of the organ to do something: certain for what it does at its meetings. */
const mayBeComplete = ({ addressees, inherited, ask, start, words }: Evidence): boolean =>
  addressees.some((one) => one.class === 'self') && (inherited || !atMeetings.test(words.slice(ask.action - start)))
const atMeetings =
  /^(?:also |further )?(?:convene|hold|include|remain|continue|consider|review|revert|keep|discuss|take up|examine|return|revisit|resume|undertake|commence|conduct|consult|devote|evaluate|assess)\b/
/** A verb of an organ behind a comma that was not read as one. */
const verbUnread =
  /[,;] (?:and )?(?:also |further |in this regard,? |therefore )?(?:supports|welcomes|notes|calls|requests|urges|invites|encourages|decides|emphasizes|stresses|recognizes|acknowledges|takes note|looks forward|reaffirms|commends)\b/
/** What makes a reading doubtful, most telling first; weights add up. */
const reasons: readonly ReasonToDoubt[] = [
  /** Nothing is asked of those named. */
  { name: 'nothing-asked', weight: 0.3, holds: ({ ask }) => ask.form === 'none' },
  {
    /** A verb that asks, and nobody asked. */
    name: 'nobody-asked',
    weight: 0.2,
    holds: ({ rule, force, addressees }) => asks(force) && nominal.test(rule) && addressees.length === 0,
  },
  /** A pronoun resolved. */
  { name: 'pronoun', weight: 0.15, holds: ({ ask }) => ask.pronoun !== null },
  {
    /** A short form that nothing resolves. */
    name: 'short-form',
    weight: 0.1,
    holds: ({ addressees, organ }) =>
      addressees.some((a) => isShortForm(a.name) || (a.asWritten !== null && isAmbiguous(a.asWritten, organ))),
  },
  /** Somebody asked whom nobody knows. */
  { name: 'unread-addressee', weight: 0.1, holds: leavesUnread },
  {
    /** Words of time that gave no time. */
    name: 'time-missed',
    weight: 0.1,
    holds: ({ force, times, words }) =>
      force !== 'recognition' && times.length === 0 && matchIn(timeWord, words) !== null,
  },
  {
    /** Words that limit and gave no condition. */
    name: 'condition-missed',
    weight: 0.1,
    holds: ({ force, conditions, words }) =>
      force !== 'recognition' && conditions.length === 0 && matchIn(limitWord, words) !== null,
  },
  {
    /** Words of reporting that gave no report. */
    name: 'report-missed',
    weight: 0.1,
    holds: ({ force, isReport, words }) => asks(force) && !isReport && matchIn(reportWord, words) !== null,
  },
  {
    /** A group or name without a class of its own. */
    name: 'class-unknown',
    weight: 0.1,
    holds: ({ addressees }) =>
      addressees.some((a) => a.class === 'other' && !/^Special Rapporteur on|^stakeholders$/.test(a.name)),
  },
  {
    /** Whoever a passive clause binds, an ask that names its act by a noun, or a decision that may be complete. */
    name: 'bound-unclear',
    weight: 0.1,
    holds: (evidence) =>
      evidence.force !== 'recognition' &&
      (boundByPassive(evidence) || namedByNoun(evidence) || mayBeComplete(evidence)),
  },
  /** A long list of those asked. */
  { name: 'many-addressees', weight: 0.1, holds: ({ addressees }) => addressees.length > 3 },
  {
    /** Groups set apart by "including". */
    name: 'groups-apart',
    weight: 0.1,
    holds: ({ addressees, words }) =>
      addressees.length > 1 && /, (?:including|especially|in particular)\b/.test(words.slice(0, 200)),
  },
  {
    /** An instrument that may limit something else than the act. */
    name: 'limit-elsewhere',
    weight: 0.1,
    holds: ({ conditions }) => conditions.some((c) => c.class === 'other' || c.class === 'national_law'),
  },
  /** Several conditions. */
  { name: 'many-conditions', weight: 0.1, holds: ({ conditions }) => conditions.length > 2 },
  /** Several candidate times. */
  { name: 'several-times', weight: 0.1, holds: ({ times }) => kindsOf(times) > 1 },
  {
    /** A time relative to something. */
    name: 'relative-time',
    weight: 0.1,
    holds: ({ times }) => times.some((t) => ['relative', 'offset', 'unclear'].includes(t.timing.kind)),
  },
  {
    /** A need that may be a duty. */
    name: 'need-or-duty',
    weight: 0.1,
    holds: ({ force, addressees, words }) =>
      force === 'recognition' &&
      addressees.length === 0 &&
      /\b(?:needs? to|is to be|are to be|ought to|shall|should|must)\b/.test(words),
  },
  {
    /** A verb that may be another one of the organ. */
    name: 'verb-missed',
    weight: 0.1,
    holds: ({ words, verbEnd, start }) => verbUnread.test(words.slice(Math.max(0, verbEnd - start))),
  },
  /** A verb in the passive. */
  { name: 'passive', weight: 0.05, holds: ({ rule }) => rule === 'en.performative.passive' },
  {
    /** A subparagraph without anybody above it. */
    name: 'nobody-above',
    weight: 0.1,
    holds: ({ inherited, force, addressees }) => inherited && force !== 'recognition' && addressees.length === 0,
  },
  {
    /** Information that may be a report. */
    name: 'report-or-not',
    weight: 0.1,
    holds: ({ force, words }) =>
      asks(force) &&
      /\b(?:share|sharing|exchange|advise|circulate|disseminate|publish|make (?:available|public)|recommendations to|inform)\b/.test(
        words.slice(0, 240),
      ),
  },
]

/** How sure a reading is, 0.1 to 0.98: 0.98 less what speaks against it, which is named; no names where nothing does. */
export function certaintyOf(evidence: Evidence): Pick<Clause, 'certainty' | 'doubts'> {
  const held = reasons.filter((reason) => reason.holds(evidence))
  const against = held.reduce((sum, { weight }) => sum + weight, 0)
  const certainty = Math.max(0.1, Number((0.98 - against).toFixed(2)))
  return held.length === 0 ? { certainty } : { certainty, doubts: held.map(({ name }) => name) }
}
