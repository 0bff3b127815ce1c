import type { SessionPart, Timing } from '@resolute/reader'
import { atSitting, inPeriod, undated } from './dated.ts'
import { addSpan, spanOf, yearPeriod } from './iso-date.ts'
import type { Due, DueContext, IsoDate, Period } from './session.ts'
import { firstAfter, type Ground, startingPoint } from './session-due.ts'
import type { Sitting, Sittings } from './sessions-of.ts'

type RecurringTiming = Extract<Timing, { kind: 'recurring' }>

/** Each occurrence that starts up to `until`, and the first one in any case: at sessions where a body is named, else windows. */
export function recurringDues(
  ground: Ground,
  timing: RecurringTiming,
  context: DueContext,
  until: IsoDate,
): readonly Due[] {
  const { asWritten } = timing
  const every = timing.every === null ? null : spanOf(timing.every)
  if (timing.every !== null && !every) return [undated('unclear', 'unclear', { asWritten })]
  const body = timing.body === null ? null : ground.findBody(timing.body)
  if (timing.startSession !== null && !body) {
    return [undated('session-unknown', 'body-without-calendar', { asWritten, body: timing.body ?? '' })]
  }
  // "Starting with its twenty-first session" names no rhythm but its own: every session from that one on.
  if (!every && timing.startSession === null) return [undated('no-rhythm', 'no-rhythm', { asWritten })]
  if (body) return recurringSessions(ground.sittings, timing, body.code, context, until)
  return recurringWindows(timing, context, until)
}

function recurringSessions(
  sittings: Sittings,
  timing: RecurringTiming,
  body: string,
  context: DueContext,
  until: IsoDate,
): readonly Due[] {
  const { asWritten } = timing
  const part = timing.part ?? 'regular'
  const begins = beginning(sittings, timing, body, context)
  if (!begins) return [undated('session-unknown', 'no-starting-point', { asWritten, body })]
  const span = timing.every === null ? null : spanOf(timing.every)
  const apart = span?.unit === 'year' ? span.count : 1
  const first = firstOf(sittings, body, part, begins)
  if (!first) return [undated('session-unknown', 'series-not-listed', { asWritten, body, part })]
  const chosen: Sitting[] = [first]
  for (const sitting of sittings.series(body, part, until)) {
    const last = chosen.at(-1)!
    if (sitting.dates.from > last.dates.from && yearOf(sitting) - yearOf(last) >= apart) chosen.push(sitting)
  }
  return chosen.map((sitting) => atSitting(asWritten, sitting, 'recurring-session'))
}

type Beginning = { readonly number: number } | { readonly after: IsoDate }

function beginning(sittings: Sittings, timing: RecurringTiming, body: string, context: DueContext): Beginning | null {
  if (timing.startSession !== null) return { number: timing.startSession }
  if (timing.startYear !== null) return { after: `${timing.startYear - 1}-12-31` }
  if (context.session?.body === body) return { number: context.session.number + 1 }
  const start = startingPoint(sittings, context)
  return start === null ? null : { after: start }
}

function firstOf(sittings: Sittings, body: string, part: SessionPart, begins: Beginning): Sitting | null {
  if ('after' in begins) return firstAfter(sittings, body, part, begins.after)
  return sittings.sitting(body, begins.number, part)
}

function yearOf(sitting: Sitting): number {
  return Number(sitting.dates.from.slice(0, 4))
}

function recurringWindows(timing: RecurringTiming, context: DueContext, until: IsoDate): readonly Due[] {
  const { asWritten } = timing
  const span = spanOf(timing.every!)!
  const windows: Period[] = []
  if (span.unit === 'year') {
    const start = timing.startYear ?? (context.adopted ? Number(context.adopted.slice(0, 4)) + span.count : null)
    if (start === null) return [undated('no-rhythm', 'no-starting-point', { asWritten, body: timing.body ?? '' })]
    for (let year = start; windows.length === 0 || `${year}-01-01` <= until; year += span.count)
      windows.push(yearPeriod(year))
  } else {
    const start = timing.startYear === null ? context.adopted : `${timing.startYear}-01-01`
    if (start === null) return [undated('no-rhythm', 'no-starting-point', { asWritten, body: timing.body ?? '' })]
    let from = start
    for (let times = 1; windows.length === 0 || from <= until; times += 1) {
      const next = addSpan(start, span, times)
      windows.push({ from, to: addSpan(next, { count: 1, unit: 'day' }, -1) })
      from = next
    }
  }
  return windows.map((window) => inPeriod(asWritten, window, 'recurring-window'))
}
