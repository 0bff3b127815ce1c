import type { Span } from '@resolute/reader'
import type { IsoDate, Period } from './session.ts'

// Dates are days of the Gregorian calendar as ISO strings; UTC is used as plain arithmetic, so no time zone can shift them.
const millisecondsPerDay = 86_400_000

function dayOf(year: number, month: number, day: number): IsoDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Last day of a month (1 to 12): 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** True for a day that exists: `2013-02-29` does not. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay)
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * millisecondsPerDay).toISOString().slice(0, 10)
}

/** Months keep the day of the month; where the month is too short, its last day is meant (31 March - 1 month = 28 or 29 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const toYear = Math.floor(count / 12)
  const toMonth = count - toYear * 12 + 1
  return dayOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** Moves a date by `times` spans; `times` is -1 to go back. */
export function addSpan(date: IsoDate, span: Span, times = 1): IsoDate {
  const count = span.count * times
  switch (span.unit) {
    case 'day':
      return addDays(date, count)
    case 'week':
      return addDays(date, count * 7)
    case 'month':
      return addMonths(date, count)
    case 'year':
      return addMonths(date, count * 12)
  }
}

function months(year: number, first: number, last: number): Period {
  return { from: dayOf(year, first, 1), to: dayOf(year, last, daysInMonth(year, last)) }
}

export function yearPeriod(year: number): Period {
  return months(year, 1, 12)
}

/**
 * The days a date code of the guideline stands for: `2011`, `2011-04`, `2011-Q2`, `2011-H1`, `2011-04-15`, or two of
 * these joined by a slash. Null where the code is none of them or names a day that does not exist.
 */
export function periodOf(code: string): Period | null {
  const slash = code.indexOf('/')
  if (slash >= 0) {
    const from = periodOf(code.slice(0, slash))
    const to = periodOf(code.slice(slash + 1))
    return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null
  }
  if (isDate(code)) return { from: code, to: code }
  const [, yearText, rest] = /^(\d{4})(?:-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/.exec(code) ?? []
  if (!yearText) return null
  const year = Number(yearText)
  if (!rest) return yearPeriod(year)
  const count = Number(rest.replace(/\D/, ''))
  if (rest.startsWith('Q')) return months(year, count * 3 - 2, count * 3)
  if (rest.startsWith('H')) return months(year, count * 6 - 5, count * 6)
  return months(year, count, count)
}

/** An ISO 8601 duration of one unit: `P1Y`, `P6M`, `P2W`, `P10D`. Null for anything else or nothing. */
export function spanOf(duration: string): Span | null {
  const [, count, letter] = /^P(\d+)([YMWD])$/.exec(duration) ?? []
  if (!count || !letter || Number(count) === 0) return null
  const unit = ({ Y: 'year', M: 'month', W: 'week', D: 'day' } as const)[letter as 'Y' | 'M' | 'W' | 'D']
  return { count: Number(count), unit }
}
