import type { SessionPart } from '@resolute/reader'
import { countingDates } from './move.ts'
import type { CalendarRows, WindowRule } from './rows.ts'
import type { DateMark, IsoDate, PartDates, Period, Session } from './session.ts'

/** A part of a session with the dates that count: as held, else as planned, else the window a rule gives. */
export interface Sitting {
  readonly body: string
  readonly number: number
  readonly part: SessionPart
  readonly dates: Period
  readonly mark: DateMark
  /** True where only a window is known. */
  readonly window: boolean
  /** The dates first fixed, where the part was held on others. */
  readonly postponedFrom: Period | null
}

/** Every sitting that is listed or that a rule gives. Pure look-up, shared by due dates and deadlines. */
export interface Sittings {
  session(body: string, number: number): Session | null
  sitting(body: string, number: number, part: SessionPart): Sitting | null
  /** Sittings of one kind in order of time, listed or by rule, that start no later than `until`. */
  series(body: string, part: SessionPart, until: IsoDate): readonly Sitting[]
}

export function sittingsOf(rows: CalendarRows): Sittings {
  const listed = new Map<string, Map<number, Session>>()
  for (const session of rows.sessions) {
    const ofBody = listed.get(session.body) ?? new Map<number, Session>()
    listed.set(session.body, ofBody.set(session.number, session))
  }

  const rulesOf = (body: string, part: SessionPart) =>
    rows.windows
      .filter((rule) => rule.body === body && rule.part === part)
      .sort((a, b) => b.firstNumber - a.firstNumber)

  function windowOf(body: string, number: number, part: SessionPart): Sitting | null {
    const rule = rulesOf(body, part).find(({ firstNumber }) => number >= firstNumber)
    if (!rule || !Number.isInteger(number)) return null
    return { body, number, part, dates: datesBy(rule, number), mark: 'derived', window: true, postponedFrom: null }
  }

  function sitting(body: string, number: number, part: SessionPart): Sitting | null {
    const session = listed.get(body)?.get(number)
    const dates = session?.parts.find((p) => p.part === part)
    const known = dates && sittingOf(session!, dates)
    return known ?? windowOf(body, number, part)
  }

  function session(body: string, number: number): Session | null {
    const known = listed.get(body)?.get(number)
    if (known) return known
    const regular = windowOf(body, number, 'regular')
    if (!regular) return null
    const note = rulesOf(body, 'regular')[0]?.note ?? null
    const part: PartDates = { part: 'regular', planned: regular.dates, held: null, mark: 'derived', note }
    return { body, number, place: null, parts: [part], window: true, note }
  }

  function series(body: string, part: SessionPart, until: IsoDate): readonly Sitting[] {
    const numbers = new Set(listed.get(body)?.keys() ?? [])
    for (const rule of rulesOf(body, part)) {
      for (let number = rule.firstNumber; datesBy(rule, number).from <= until; number += 1) numbers.add(number)
    }
    return [...numbers]
      .map((number) => sitting(body, number, part))
      .filter((found) => found !== null)
      .filter((found) => found.dates.from <= until)
      .sort((a, b) => (a.dates.from < b.dates.from ? -1 : a.dates.from > b.dates.from ? 1 : a.number - b.number))
  }

  return { session, sitting, series }
}

function sittingOf(session: Session, part: PartDates): Sitting | null {
  const dates = countingDates(part)
  if (!dates) return null
  const first = part.movedFrom ?? part.planned
  const moved = first && (dates.from !== first.from || dates.to !== first.to)
  return {
    body: session.body,
    number: session.number,
    part: part.part,
    dates,
    mark: part.mark,
    window: session.window,
    postponedFrom: moved ? first : null,
  }
}

function datesBy(rule: WindowRule, number: number): Period {
  const year = rule.firstYear + (number - rule.firstNumber) * rule.everyYears
  return { from: `${year}-${rule.from}`, to: `${year + rule.yearsLater}-${rule.to}` }
}
