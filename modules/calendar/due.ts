import type { Timing } from '@resolute/reader'
import { inPeriod, undated } from './dated.ts'
import { isAdoption } from './event-rules.ts'
import { addSpan, periodOf } from './iso-date.ts'
import { recurringDues } from './recurring-due.ts'
import type { Due, DueContext, IsoDate, Period } from './session.ts'
import { dueAtSession, type Ground } from './session-due.ts'

type Offset = Extract<Timing, { kind: 'offset' }>

/**
 * All dates of a timing; never empty. A recurring duty gives each occurrence that starts up to `until`, and at least its
 * first one; anything else is not bounded by `until`. What lies wholly before the adoption was never due: `past`.
 */
export function dueOf(ground: Ground, timing: Timing, context: DueContext, until: IsoDate): readonly Due[] {
  switch (timing.kind) {
    case 'session':
      return [dueAtSession(ground, timing, context)]
    case 'date':
      return [dueWithin(timing.asWritten, periodOf(timing.date), context)]
    case 'window': {
      const [from, to] = [periodOf(timing.from), periodOf(timing.to)]
      return [
        dueWithin(timing.asWritten, from && to && from.from <= to.to ? { from: from.from, to: to.to } : null, context),
      ]
    }
    case 'recurring':
      return recurringDues(ground, timing, context, until)
    case 'offset':
      return offsetDues(ground, timing, context, until)
    case 'relative':
      return [undated('manner', 'manner', { asWritten: timing.asWritten })]
    case 'none':
      return [undated('no-time', 'no-time', {})]
    case 'unclear':
      return [undated('unclear', 'unclear', { asWritten: timing.asWritten })]
  }
}

function dueWithin(asWritten: string, period: Period | null, context: DueContext): Due {
  if (!period) return undated('unclear', 'unclear', { asWritten })
  const { from, to } = period
  if (context.adopted && to < context.adopted) return undated('past', 'past-date', { asWritten, from, to })
  return inPeriod(asWritten, period, from === to ? 'date' : 'window')
}

function offsetDues(ground: Ground, timing: Offset, context: DueContext, until: IsoDate): readonly Due[] {
  const { asWritten, direction, span } = timing
  if (timing.of.kind === 'event') {
    const event = timing.of.asWritten
    const date = isAdoption(event) ? context.adopted : null
    if (!date) return [undated('event-without-date', 'event-without-date', { asWritten, event })]
    return offsetDues(ground, { ...timing, of: { kind: 'date', asWritten: event, date } }, context, until)
  }
  if (span === null) return [undated('manner', 'lead-time-open', { asWritten })]
  return dueOf(ground, timing.of, context, until).map((due) => {
    if (due.state === 'undated') return due
    // "Before" counts from the start, "after" from the end. Of a window either end may be meant, so a window it stays.
    const open = due.body === null ? due.from !== due.to : due.why.code.endsWith('-window')
    const near = direction === 'before' || open ? due.from : due.to
    const far = direction === 'before' && !open ? due.from : due.to
    const times = direction === 'before' ? -1 : 1
    const [from, to] = [addSpan(near, span, times), addSpan(far, span, times)]
    const facts = { asWritten, direction, count: span.count, unit: span.unit, atLeast: timing.atLeast, from, to }
    const anchor = {
      anchorFrom: due.from,
      anchorTo: due.to,
      body: due.body ?? '',
      number: due.session ?? 0,
      mark: due.mark,
    }
    return { ...due, from, to, why: { code: 'offset', facts: { ...facts, ...anchor } } }
  })
}
