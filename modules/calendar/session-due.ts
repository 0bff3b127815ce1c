import type { SessionPart, Timing } from '@resolute/reader'
import { atSitting, factsOf, undated } from './dated.ts'
import { addSpan } from './iso-date.ts'
import type { Body, Due, DueContext, IsoDate } from './session.ts'
import type { Sitting, Sittings } from './sessions-of.ts'

type SessionTiming = Extract<Timing, { kind: 'session' }>

/** What the dates are worked out from: the sittings and who a name stands for. */
export interface Ground {
  readonly sittings: Sittings
  findBody(name: string): Body | null
}

/** The date of "at its twenty-second session": by number, by year, or counted from the session that adopted the text. */
export function dueAtSession(ground: Ground, timing: SessionTiming, context: DueContext): Due {
  const { asWritten } = timing
  const body = ground.findBody(timing.body)
  if (!body) return undated('session-unknown', 'body-without-calendar', { asWritten, body: timing.body })
  const part = timing.part ?? 'regular'
  const sitting = sittingMeant(ground.sittings, timing, body.code, part, context)
  if (sitting === 'no-starting-point') return undated('session-unknown', sitting, { asWritten, body: body.code })
  if (!sitting) {
    return undated('session-unknown', 'session-not-listed', {
      asWritten,
      body: body.code,
      number: timing.number ?? timing.year ?? 0,
      part,
    })
  }
  return isPast(sitting, context) ? undated('past', 'past', factsOf(asWritten, sitting)) : atSitting(asWritten, sitting)
}

function sittingMeant(
  sittings: Sittings,
  timing: SessionTiming,
  body: string,
  part: SessionPart,
  context: DueContext,
): Sitting | null | 'no-starting-point' {
  if (timing.number !== null) return sittings.sitting(body, timing.number, part)
  if (timing.year !== null) {
    const year = timing.year
    const inYear = sittings.series(body, part, `${year}-12-31`).filter((s) => s.dates.from.startsWith(`${year}-`))
    return inYear[0] ?? null
  }
  if (timing.relative === null) return null
  const own = context.session?.body === body ? context.session.number : null
  if (timing.relative === 'current') {
    if (own !== null) return sittings.sitting(body, own, part)
    const { adopted } = context
    if (!adopted) return 'no-starting-point'
    return sittings.series(body, part, adopted).findLast((s) => s.dates.to >= adopted) ?? null
  }
  if (own !== null && part === 'regular') return sittings.sitting(body, own + 1, part)
  const start = startingPoint(sittings, context)
  return start === null ? 'no-starting-point' : firstAfter(sittings, body, part, start)
}

/** The day from which "next" counts: the adoption, else the end of the session that adopted the text. */
export function startingPoint(sittings: Sittings, context: DueContext): IsoDate | null {
  if (context.adopted || !context.session) return context.adopted
  const { body, number } = context.session
  return sittings.sitting(body, number, 'regular')?.dates.to ?? null
}

// Bodies meet at least every five years (the congresses); six years ahead holds the next sitting if there is any.
export function firstAfter(sittings: Sittings, body: string, part: SessionPart, start: IsoDate): Sitting | null {
  const horizon = addSpan(start, { count: 6, unit: 'year' })
  return sittings.series(body, part, horizon).find((s) => s.dates.from > start) ?? null
}

function isPast(sitting: Sitting, context: DueContext): boolean {
  if (context.adopted) return sitting.dates.to < context.adopted
  return context.session?.body === sitting.body && sitting.number < context.session.number
}
