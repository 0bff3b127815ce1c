import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl'
import { localeOf } from '#platform/i18n'
import { messagesIn, perLanguage } from '#platform/words'
import { daysInMonth } from './iso-date.ts'
import type { Period, Why } from './session.ts'

const cache = createIntlCache()
// Named formats and no skeletons: to a skeleton the time zone below would not be applied.
const date = {
  day: { day: 'numeric' },
  month: { month: 'long' },
  year: { year: 'numeric' },
  'day-month': { day: 'numeric', month: 'long' },
  'month-year': { month: 'long', year: 'numeric' },
  'day-month-year': { day: 'numeric', month: 'long', year: 'numeric' },
} as const
const onError = (error: Error) => {
  throw error
}
// Dates in the order of the United Nations: day, month, year.
const messages = messagesIn(new URL('./messages/', import.meta.url))
const spoken = perLanguage((language) =>
  createIntl(
    { locale: localeOf(language), messages: messages(language), timeZone: 'UTC', formats: { date }, onError },
    cache,
  ),
)

/** Puts a reason into words: "at its twenty-second session: CCPCJ 22, 22–26 April 2013, verified". Unknown codes throw. */
export function explain(why: Why, language = 'en'): string {
  const intl = spoken(language)
  const id = `calendar.why.${why.code}`
  if (!Object.hasOwn(intl.messages, id)) throw new Error(`calendar: no words for "${id}"`)
  return intl.formatMessage({ id }, { ...why.facts, ...spanInWords(intl, why.facts), ...datesInWords(intl, why.facts) })
}

/** A period as one writes it: "22–26 April 2013", "30 April–4 May 2013", "January–March 2012", "2012". */
export function periodInWords(period: Period, language = 'en'): string {
  return inWords(spoken(language), period)
}

function spanInWords(intl: IntlShape<string>, { count, unit }: Why['facts']): Record<string, string> {
  if (typeof count !== 'number' || typeof unit !== 'string') return {}
  return { span: intl.formatMessage({ id: 'calendar.span' }, { count, unit }) }
}

function datesInWords(intl: IntlShape<string>, facts: Why['facts']): Record<string, string> {
  const words: Record<string, string> = {}
  const pairs = {
    dates: ['from', 'to'],
    planned: ['plannedFrom', 'plannedTo'],
    anchor: ['anchorFrom', 'anchorTo'],
    opening: ['start', 'start'],
  } as const
  for (const [name, [from, to]] of Object.entries(pairs)) {
    const [first, last] = [facts[from], facts[to]]
    if (typeof first === 'string' && typeof last === 'string') words[name] = inWords(intl, { from: first, to: last })
  }
  return words
}

function inWords(intl: IntlShape<string>, { from, to }: Period): string {
  const id = `calendar.dates.${shapeOf({ from, to })}`
  return intl.formatMessage({ id }, { from: Date.parse(from), to: Date.parse(to) })
}

function shapeOf({ from, to }: Period): string {
  if (from === to) return 'day'
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  const whole =
    from.endsWith('-01') && Number(to.slice(8)) === daysInMonth(Number(to.slice(0, 4)), Number(to.slice(5, 7)))
  if (whole && sameMonth) return 'month'
  if (whole && sameYear) return from.slice(5) === '01-01' && to.slice(5) === '12-31' ? 'year' : 'months'
  if (whole) return 'months-across-years'
  if (sameMonth) return 'days-in-month'
  return sameYear ? 'days-in-year' : 'days-across-years'
}
