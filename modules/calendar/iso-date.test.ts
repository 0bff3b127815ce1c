import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, addSpan, daysBetween, daysInMonth, isDate, periodOf, spanOf } from './iso-date.ts'

/** Any day from 1900 to 2199, drawn as year, month and day so that ends of months are hit often. */
const day = fc
  .tuple(
    fc.integer({ min: 1900, max: 2199 }),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom(1, 2, 15, 27, 28, 29, 30, 31),
  )
  .map(([year, month, day]) => `${year}-${two(month)}-${two(Math.min(day, daysInMonth(year, month)))}`)
const two = (n: number) => String(n).padStart(2, '0')
const count = fc.integer({ min: -600, max: 600 })

describe('days', () => {
  test('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(day, count, (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })
  test('adding goes by stages, and gives days that exist', () => {
    fc.assert(
      fc.property(day, count, count, (date, a, b) => {
        expect(isDate(addDays(date, a))).toBe(true)
        expect(addDays(addDays(date, a), b)).toBe(addDays(date, a + b))
      }),
    )
  })
  test('a week is seven days, a year twelve months', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 50 }), (date, count) => {
        expect(addSpan(date, { count, unit: 'week' }, -1)).toBe(addDays(date, -7 * count))
        expect(addSpan(date, { count, unit: 'year' })).toBe(addMonths(date, 12 * count))
      }),
    )
  })
})

describe('months', () => {
  test('keep the day, or take the last day of a shorter month', () => {
    fc.assert(
      fc.property(day, count, (date, months) => {
        const moved = addMonths(date, months)
        expect(isDate(moved)).toBe(true)
        const [year, month] = [Number(moved.slice(0, 4)), Number(moved.slice(5, 7))]
        expect(Number(moved.slice(8))).toBe(Math.min(Number(date.slice(8)), daysInMonth(year, month)))
        const monthsOf = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7))
        expect(monthsOf(moved) - monthsOf(date)).toBe(months)
      }),
    )
  })
  test('never change the order of two days', () => {
    fc.assert(
      fc.property(day, day, count, (a, b, months) => {
        const [first, last] = a <= b ? [a, b] : [b, a]
        expect(addMonths(first, months) <= addMonths(last, months)).toBe(true)
      }),
    )
  })
  test.each([
    ['2012-03-31', -1, '2012-02-29'],
    ['2013-03-31', -1, '2013-02-28'],
    ['2012-02-29', 12, '2013-02-28'],
    ['1900-03-31', -1, '1900-02-28'],
    ['2000-03-31', -1, '2000-02-29'],
    ['2011-12-31', 2, '2012-02-29'],
    ['2012-01-15', -1, '2011-12-15'],
    ['2012-04-23', -1, '2012-03-23'],
  ])('%s and %i months: %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected))
})

describe('codes', () => {
  test.each([
    ['2011', '2011-01-01', '2011-12-31'],
    ['2012-02', '2012-02-01', '2012-02-29'],
    ['2012-Q1', '2012-01-01', '2012-03-31'],
    ['2013-Q4', '2013-10-01', '2013-12-31'],
    ['2011-H2', '2011-07-01', '2011-12-31'],
    ['2013-H1', '2013-01-01', '2013-06-30'],
    ['2012-04-23', '2012-04-23', '2012-04-23'],
    ['2012-Q1/2013-Q1', '2012-01-01', '2013-03-31'],
  ])('%s', (code, from, to) => expect(periodOf(code)).toEqual({ from, to }))

  test.each(['', '12', '2012-13', '2012-Q5', '2012-H3', '2012-02-30', '2013-02-29', '2013/2012', 'soon', '2012-4-1'])(
    '"%s" is none',
    (code) => expect(periodOf(code)).toBeNull(),
  )

  test('a period covers its code and nothing else: quarters and halves make a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        const [h1, h2] = [periodOf(`${year}-H1`)!, periodOf(`${year}-H2`)!]
        expect(addDays(h1.to, 1)).toBe(h2.from)
        expect(periodOf(`${year}-Q1/${year}-Q4`)).toEqual(periodOf(String(year)))
        expect(addDays(h2.to, 1)).toBe(periodOf(String(year + 1))!.from)
      }),
    )
  })

  test.each([
    ['P1Y', { count: 1, unit: 'year' }],
    ['P6M', { count: 6, unit: 'month' }],
    ['P2W', { count: 2, unit: 'week' }],
    ['P10D', { count: 10, unit: 'day' }],
    ['P0Y', null],
    ['P1Y6M', null],
    ['yearly', null],
  ])('%s', (duration, span) => expect(spanOf(duration)).toEqual(span))
})
