import type { Due, IsoDate } from '#modules/calendar'
import type { Implementation } from './dossier.ts'
import type { Followable } from './followable.ts'

/** When somebody is reminded: so many days after the day something is due, before it where the number is negative. */
interface ReminderRule {
  readonly code: '90-before' | '30-before' | '7-before' | 'on-the-day' | '14-after'
  readonly days: number
}

/**
 * The rules, in the order of time. Each holds until the next one does, so that what comes late, or after days without the
 * program, is told once and by the rule of that day; the last holds for `lastHolds` days.
 */
export const reminderRules: readonly ReminderRule[] = [
  { code: '90-before', days: -90 },
  { code: '30-before', days: -30 },
  { code: '7-before', days: -7 },
  { code: 'on-the-day', days: 0 },
  { code: '14-after', days: 14 },
]

const lastHolds = 30

export type DatedDue = Extract<Due, { state: 'dated' }>

/** How often somebody wants letters: each day there is something, on Mondays, not at all. */
export const frequencies = ['daily', 'weekly', 'never'] as const
export type Frequency = (typeof frequencies)[number]

/** One thing somebody is reminded of. */
export interface Reminder {
  /** Id of the person. */
  readonly person: string
  /** The actor they answer for. */
  readonly actor: string | null
  readonly asked: Followable
  readonly due: DatedDue
  /** The day that counts: `dayOf`. */
  readonly day: IsoDate
  readonly rule: ReminderRule['code']
  /** Days from now to that day; negative where it is past. */
  readonly inDays: number
}

/** What is due by a session is due when it opens; what is due within a span, when that ends. */
export const dayOf = (due: DatedDue): IsoDate => (due.session === null ? due.to : due.from)

const millisecondsPerDay = 86_400_000

const daysTo = (day: IsoDate, on: IsoDate): number =>
  Math.round((Date.parse(day) - Date.parse(on)) / millisecondsPerDay)

export const plusDays = (day: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(day) + days * millisecondsPerDay).toISOString().slice(0, 10)

/** Days on which something may be due that somebody is reminded of on a day. */
export function remindedDays(on: IsoDate): { readonly from: IsoDate; readonly to: IsoDate } {
  const last = reminderRules.at(-1)!.days + lastHolds
  // a session or a span may end long after the day it counts from
  return { from: plusDays(on, -last), to: plusDays(on, -reminderRules[0]!.days + 400) }
}

/** The rule that holds on a day for what is due on another, or null. */
export function ruleOn(day: IsoDate, on: IsoDate): ReminderRule | null {
  const past = -daysTo(day, on)
  if (past >= reminderRules.at(-1)!.days + lastHolds) return null
  return reminderRules.findLast(({ days }) => past >= days) ?? null
}

/**
 * Whether there is nothing more to say by a date: it was reported done, overtaken or given up. A duty that comes again
 * was done for this time only where that was reported after its date before (`asOf`, the day of the facts reported).
 */
export function isAnswered(asked: Followable, due: DatedDue, status: Implementation, asOf: string | null): boolean {
  switch (status) {
    case 'overtaken':
    case 'discontinued':
      return true
    case 'implemented': {
      const before = asked.dues
        .filter((one) => one.state === 'dated')
        .map(dayOf)
        .filter((day) => day < dayOf(due))
      return before.length === 0 || (asOf !== null && asOf > before.sort().at(-1)!)
    }
    case 'not_started':
    case 'in_progress':
    case 'no_information':
      return false
  }
}

/** Who is reminded among those concerned: whoever answers, or has it to answer; never who only watches. */
export const answering = <One extends { readonly person: string; readonly why: string }>(
  concerned: readonly One[],
): readonly One[] => [
  ...new Map(concerned.filter(({ why }) => why !== 'watches').map((one) => [one.person, one])).values(),
]

/** One reminder for one person, the most pressing first. */
export function reminderOf(
  asked: Followable,
  due: DatedDue,
  { person, actor }: Pick<Reminder, 'person' | 'actor'>,
  on: IsoDate,
): Reminder | null {
  const day = dayOf(due)
  const rule = ruleOn(day, on)
  return rule && { person, actor, asked, due, day, rule: rule.code, inDays: daysTo(day, on) }
}

/** What makes a reminder the same one. */
export const keyOf = ({ person, asked, day, rule }: Pick<Reminder, 'person' | 'asked' | 'day' | 'rule'>): string =>
  JSON.stringify([asked.id, day, rule, person])

/** Whether letters go to somebody on a day. */
export function goesOn(frequency: Frequency, on: IsoDate): boolean {
  switch (frequency) {
    case 'daily':
      return true
    case 'weekly':
      return new Date(on).getUTCDay() === 1
    case 'never':
      return false
  }
}
