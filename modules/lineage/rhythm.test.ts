import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isGap, monthsBetween, rhythmOf, spansOf } from './rhythm.ts'

describe('the rhythm of a series', () => {
  test.each([
    ['one text', ['2010-12-20'], { kind: 'once' }],
    ['two adopted together', ['2010-12-20', '2010-12-20'], { kind: 'once' }],
    ['two texts, which are no rhythm yet', ['2010-12-20', '2012-12-20'], { kind: 'once' }],
    ['every year, sessions moving by weeks', ['2010-11-30', '2011-12-22', '2012-11-14'], { kind: 'every', months: 12 }],
    ['every two', ['2010-12-20', '2012-12-21', '2014-12-18', '2016-12-19'], { kind: 'every', months: 24 }],
    ['every half year', ['2014-01-30', '2014-07-30', '2015-01-29'], { kind: 'every', months: 6 }],
    ['every year but once', ['2010-12-20', '2011-12-20', '2013-12-20', '2014-12-20'], { kind: 'every', months: 12 }],
    ['as it comes', ['2010-12-20', '2011-12-20', '2015-12-20', '2017-12-20'], { kind: 'irregular' }],
  ])('%s', (_, days, rhythm) => {
    expect(rhythmOf(days)).toEqual(rhythm)
  })
  test('a year left out is a gap', () => {
    const days = ['2010-12-20', '2011-12-20', '2013-12-20', '2014-12-20']
    const rhythm = rhythmOf(days)
    expect(spansOf(days).map((months) => isGap(months, rhythm, spansOf(days)))).toEqual([false, true, false])
  })
  test('any days in order give some rhythm, and spans that are no gap by their own measure', () => {
    const day = fc.date({ min: new Date('1946-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.array(day, { maxLength: 30 }), (dates) => {
        const days = dates.map((date) => date.toISOString().slice(0, 10)).sort()
        const rhythm = rhythmOf(days)
        expect(rhythm.kind === 'once').toBe(spansOf(days).length < 2)
        if (rhythm.kind === 'every') expect(isGap(rhythm.months, rhythm, spansOf(days))).toBe(false)
      }),
    )
  })
  test('months between days, across years', () => {
    expect(monthsBetween('2011-12-19', '2012-12-20')).toBe(12)
    expect(monthsBetween('2012-01-31', '2012-07-30')).toBe(6)
  })
})
