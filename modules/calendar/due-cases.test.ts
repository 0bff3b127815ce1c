import type { SessionPart, Timing } from '@resolute/reader'
import { describe, expect, test } from 'vitest'
import { adoptionRules, isAdoption } from './event-rules.ts'
import type { DueContext } from './session.ts'
import { shippedCalendar } from './shipped.ts'
import { sessionTable } from './table.ts'

const table = sessionTable(shippedCalendar())
const nowhere: DueContext = { adopted: null, session: null }
const report: DueContext = { adopted: '2011-04-15', session: { body: 'CCPCJ', number: 20 } }
const resolution: DueContext = { adopted: '2012-07-26', session: { body: 'ECOSOC', number: 2012 } }

type Named = { number?: number; year?: number; relative?: 'next' | 'current'; part?: SessionPart }
function at(body: string, { number, year, relative, part }: Named): Timing {
  const named = { number: number ?? null, year: year ?? null, relative: relative ?? null, part: part ?? null }
  return { kind: 'session', asWritten: 'then', body, ...named }
}
function each(given: Partial<Extract<Timing, { kind: 'recurring' }>>): Timing {
  return {
    kind: 'recurring',
    asWritten: 'then',
    every: null,
    startYear: null,
    startSession: null,
    body: null,
    part: null,
    ...given,
  }
}
const oneMonth = { count: 1, unit: 'month' } as const
function monthFrom(of: Timing, direction: 'before' | 'after' = 'before'): Timing {
  return { kind: 'offset', asWritten: 'then', direction, span: oneMonth, atLeast: false, of }
}
const afterEvent = (event: string, days: number): Timing => ({
  kind: 'offset',
  asWritten: 'then',
  direction: 'after',
  span: { count: days, unit: 'day' },
  atLeast: false,
  of: { kind: 'event', asWritten: event },
})
const on = (date: string): Timing => ({ kind: 'date', asWritten: 'then', date })

function given(timing: Timing, context: DueContext, until = '2016-12-31'): readonly string[] {
  return table.due(timing, context, until).map((due) => {
    if (due.state === 'undated') return `${due.reason}: ${due.why.code}`
    const session = due.body === null ? '' : `${due.body} ${due.session} `
    return (
      session + (due.from === due.to ? due.from : `${due.from}/${due.to}`) + (due.mark === 'derived' ? ' derived' : '')
    )
  })
}

describe('one session', () => {
  test.each<[string, Timing, DueContext, string]>([
    [
      'a session named by its year',
      at('Economic and Social Council', { year: 2013 }),
      resolution,
      'ECOSOC 2013 2013-01-01/2013-12-31 derived',
    ],
    ['a year in which a body meets', at('CND', { year: 2013 }), report, 'CND 56 2013-03-11/2013-03-15'],
    ['a year in which it does not', at('UNTOC-COP', { year: 2013 }), report, 'session-unknown: session-not-listed'],
    ['the next of the same body', at('CCPCJ', { relative: 'next' }), report, 'CCPCJ 21 2012-04-23/2012-04-27'],
    ['the next of another body', at('CCPCJ', { relative: 'next' }), resolution, 'CCPCJ 22 2013-04-22/2013-04-26'],
    [
      'the next, named by year',
      at('ECOSOC', { relative: 'next' }),
      resolution,
      'ECOSOC 2013 2013-01-01/2013-12-31 derived',
    ],
    [
      'the next reconvened part, of the session going on',
      at('CCPCJ', { relative: 'next', part: 'reconvened' }),
      report,
      'CCPCJ 20 2011-12-12/2011-12-13',
    ],
    [
      'the next Congress, four years on',
      at('CONGRESS', { relative: 'next' }),
      report,
      'CONGRESS 13 2015-04-12/2015-04-19',
    ],
    ['the session going on', at('CCPCJ', { relative: 'current' }), report, 'CCPCJ 20 2011-04-11/2011-04-15'],
    [
      'the session of another body going on',
      at('GA', { relative: 'current' }),
      resolution,
      'GA 66 2011-09-13/2012-09-17 derived',
    ],
    ['no other body in session', at('CND', { relative: 'current' }), resolution, 'session-unknown: session-not-listed'],
    [
      'the next, counted from a session alone',
      at('CND', { relative: 'next' }),
      { adopted: null, session: report.session },
      'CND 55 2012-03-12/2012-03-16',
    ],
    ['the next, counted from nothing', at('CND', { relative: 'next' }), nowhere, 'session-unknown: no-starting-point'],
    [
      'the session going on, counted from nothing',
      at('CND', { relative: 'current' }),
      nowhere,
      'session-unknown: no-starting-point',
    ],
    ['the opening part', at('CCPCJ', { number: 22, part: 'opening' }), report, 'CCPCJ 22 2012-12-07'],
    [
      'a reconvened part by rule',
      at('CCPCJ', { number: 36, part: 'reconvened' }),
      report,
      'CCPCJ 36 2027-07-01/2027-12-31 derived',
    ],
    [
      'a part nobody held',
      at('CCPCJ', { number: 5, part: 'reconvened' }),
      nowhere,
      'session-unknown: session-not-listed',
    ],
    ['a session by rule', at('CCPCJ', { number: 36 }), report, 'CCPCJ 36 2027-01-01/2027-06-30 derived'],
    ['a session without rule', at('CONGRESS', { number: 16 }), report, 'session-unknown: session-not-listed'],
    ['a session with nothing to name it', at('CCPCJ', {}), report, 'session-unknown: session-not-listed'],
    ['a session that was put off: as held', at('CCPCJ', { number: 29 }), report, 'CCPCJ 29 2020-12-03'],
    ['a session planned', at('UNTOC-COP', { number: 12 }), report, 'UNTOC-COP 12 2024-10-14/2024-10-18'],
    ['a session that was over', at('CCPCJ', { number: 20 }), resolution, 'past: past'],
    [
      'a session still going on',
      at('CCPCJ', { number: 20 }),
      { adopted: '2011-04-12', session: null },
      'CCPCJ 20 2011-04-11/2011-04-15',
    ],
    [
      'over, told by the session alone',
      at('CCPCJ', { number: 19 }),
      { adopted: null, session: report.session },
      'past: past',
    ],
  ])('%s', (_, timing, context, due) => expect(given(timing, context)).toEqual([due]))
})

describe('dates and windows', () => {
  test.each<[string, Timing, DueContext, string]>([
    ['a month', on('2012-02'), report, '2012-02-01/2012-02-29'],
    ['a day that does not exist', on('2013-02-29'), report, 'unclear: unclear'],
    ['a day gone by', on('2010-12-31'), report, 'past: past-date'],
    ['the day itself', on('2011-04-15'), report, '2011-04-15'],
    [
      'the wrong way round',
      { kind: 'window', asWritten: 'then', from: '2013', to: '2012' },
      report,
      'unclear: unclear',
    ],
    [
      'two codes',
      { kind: 'window', asWritten: 'then', from: '2012-Q1', to: '2013-H1' },
      report,
      '2012-01-01/2013-06-30',
    ],
  ])('%s', (_, timing, context, due) => expect(given(timing, context)).toEqual([due]))
})

describe('again and again', () => {
  test.each<[string, Timing, DueContext, readonly string[]]>([
    [
      'every second session of a yearly body',
      each({ every: 'P2Y', body: 'CCPCJ' }),
      report,
      ['CCPCJ 21 2012-04-23/2012-04-27', 'CCPCJ 23 2014-05-12/2014-05-16', 'CCPCJ 25 2016-05-23/2016-05-27'],
    ],
    [
      'every session of a body that meets every two years',
      each({ every: 'P1Y', body: 'UNTOC-COP' }),
      resolution,
      ['UNTOC-COP 6 2012-10-15/2012-10-19', 'UNTOC-COP 7 2014-10-06/2014-10-10', 'UNTOC-COP 8 2016-10-17/2016-10-21'],
    ],
    [
      'from a year on',
      each({ every: 'P1Y', body: 'CND', startYear: 2015 }),
      report,
      ['CND 58 2015-03-09/2015-03-17', 'CND 59 2016-03-14/2016-03-22'],
    ],
    [
      'at each reconvened part',
      each({ every: 'P1Y', body: 'CCPCJ', part: 'reconvened', startYear: 2015 }),
      report,
      ['CCPCJ 24 2015-12-10/2015-12-11 derived', 'CCPCJ 25 2016-12-01/2016-12-02'],
    ],
    [
      'every half year',
      each({ every: 'P6M', startYear: 2016 }),
      report,
      ['2016-01-01/2016-06-30 derived', '2016-07-01/2016-12-31 derived'],
    ],
    [
      'at sessions of nobody known: years',
      each({ every: 'P2Y', body: 'a body nobody knows', startYear: 2013 }),
      report,
      ['2013-01-01/2013-12-31 derived', '2015-01-01/2015-12-31 derived'],
    ],
    [
      'starting far ahead: the first is given',
      each({ every: 'P1Y', startYear: 2020 }),
      report,
      ['2020-01-01/2020-12-31 derived'],
    ],
    [
      'from a session of nobody known',
      each({ startSession: 3, body: 'a body nobody knows' }),
      report,
      ['session-unknown: body-without-calendar'],
    ],
    [
      'from a session without dates',
      each({ startSession: 16, body: 'CONGRESS' }),
      report,
      ['session-unknown: series-not-listed'],
    ],
    ['counted from nothing', each({ every: 'P1Y' }), nowhere, ['no-rhythm: no-starting-point']],
    [
      'at sessions, counted from nothing',
      each({ every: 'P1Y', body: 'CND' }),
      nowhere,
      ['session-unknown: no-starting-point'],
    ],
    ['no rhythm, though a body', each({ body: 'CCPCJ' }), report, ['no-rhythm: no-rhythm']],
    ['no duration', each({ every: 'often' }), report, ['unclear: unclear']],
  ])('%s', (_, timing, context, dues) => expect(given(timing, context)).toEqual(dues))

  test('a series goes on by rule where no session is listed', () => {
    expect(given(each({ every: 'P1Y', body: 'CCPCJ', startSession: 35 }), report, '2027-12-31')).toEqual([
      'CCPCJ 35 2026-05-18/2026-05-22',
      'CCPCJ 36 2027-01-01/2027-06-30 derived',
    ])
  })
})

describe('counted from something', () => {
  test.each<[string, Timing, DueContext, readonly string[]]>([
    ['the end of a session', monthFrom(at('CCPCJ', { number: 22 }), 'after'), report, ['CCPCJ 22 2013-05-26']],
    ['the end of a month', monthFrom(on('2012-03-31')), report, ['2012-02-29']],
    ['a month: it stays a window', monthFrom(on('2012-03')), report, ['2012-02-01/2012-02-29']],
    [
      'a session known as a window',
      monthFrom(at('GA', { number: 67 })),
      report,
      ['GA 67 2012-08-18/2013-08-16 derived'],
    ],
    ['nothing dated', monthFrom(at('CONGRESS', { number: 16 })), report, ['session-unknown: session-not-listed']],
    ['the adoption of the text', afterEvent('the adoption of the present resolution', 90), resolution, ['2012-10-24']],
    ['an adoption without date', afterEvent('its adoption', 90), nowhere, ['event-without-date: event-without-date']],
    [
      'another event',
      afterEvent('the adoption of the programme', 90),
      report,
      ['event-without-date: event-without-date'],
    ],
    ['a session put off', monthFrom(at('CCPCJ', { number: 29 })), report, ['CCPCJ 29 2020-11-03']],
  ])('%s', (_, timing, context, dues) => expect(given(timing, context)).toEqual(dues))
})

test.each(adoptionRules)('$id: $example', ({ example }) => expect(isAdoption(example)).toBe(true))

test('what was put off says so', () => {
  const [due] = table.due(at('CCPCJ', { number: 29 }), report, '2030-12-31')
  expect(table.explain(due!.why)).toBe('then: CCPCJ 29, 3 December 2020 (first fixed for 18–22 May 2020), verified')
})

test('deadlines count from the dates as held', () => {
  expect(table.deadlines('CCPCJ', 29).find(({ code }) => code === 'drafts')?.on).toBe('2020-11-03')
})
