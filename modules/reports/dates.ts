import type { IsoDate, Period } from '#modules/calendar'

const months = new Map<string, Intl.DateTimeFormat>()

function month(date: Date, language: string): string {
  const known = months.get(language) ?? new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  months.set(language, known)
  return known.format(date)
}

const parse = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`)

/** "22 April 2013": day, month, year, as United Nations documents write a date. */
export function dateInWords(date: IsoDate, language = 'en'): string {
  const day = parse(date)
  return `${day.getUTCDate()} ${month(day, language)} ${day.getUTCFullYear()}`
}

/** "22–26 April 2013", "30 May–9 June 1995", "30 December 2012–4 January 2013". */
export function periodInWords({ from, to }: Period, language = 'en'): string {
  if (from === to) return dateInWords(from, language)
  const [first, last] = [parse(from), parse(to)]
  const sameYear = first.getUTCFullYear() === last.getUTCFullYear()
  const sameMonth = sameYear && first.getUTCMonth() === last.getUTCMonth()
  const start = sameMonth
    ? `${first.getUTCDate()}`
    : sameYear
      ? `${first.getUTCDate()} ${month(first, language)}`
      : dateInWords(from, language)
  return `${start}–${dateInWords(to, language)}`
}

/** True for a day of the calendar written `2013-04-01`; `2013-02-30` is none. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = parse(text)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
