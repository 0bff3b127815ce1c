import type { SessionPart, Timing } from '@resolute/reader'
import { describe, expect, test } from 'vitest'
import type { DueContext } from './session.ts'
import { shippedCalendar } from './shipped.ts'
import { sessionTable } from './table.ts'

const table = sessionTable(shippedCalendar())
const CCPCJ = 'Commission on Crime Prevention and Criminal Justice'
const CND = 'Commission on Narcotic Drugs'
const GA = 'General Assembly'
const COP = 'Conference of the Parties to the United Nations Convention against Transnational Organized Crime'
const until = '2015-12-31'

/** The two founding texts: chapter I of the report on the twentieth session, and ECOSOC resolution 2012/19. */
const report: DueContext = { adopted: '2011-04-15', session: { body: 'CCPCJ', number: 20 } }
const resolution: DueContext = { adopted: '2012-07-26', session: { body: 'ECOSOC', number: 2012 } }

type Named = { number?: number; year?: number; relative?: 'next' | 'current'; part?: SessionPart }
function session(asWritten: string, body: string, { number, year, relative, part }: Named): Timing {
  const named = { number: number ?? null, year: year ?? null, relative: relative ?? null, part: part ?? null }
  return { kind: 'session', asWritten, body, ...named }
}
function recurring(asWritten: string, given: Partial<Extract<Timing, { kind: 'recurring' }>>): Timing {
  return {
    kind: 'recurring',
    asWritten,
    every: null,
    startYear: null,
    startSession: null,
    body: null,
    part: null,
    ...given,
  }
}
const first22 = session('that part of the session', CCPCJ, { number: 22 })

/** A row of the table of time expressions in the founding texts: words, where they stand, and the dates they give. */
interface Row {
  readonly where: string
  readonly timing: Timing
  readonly context?: DueContext
  /** `from` or `from/to` of each date, or the reason why there is none. */
  readonly gives: readonly string[]
  readonly says: string
}

const rows: readonly Row[] = [
  {
    where: 'A-I/4',
    timing: session('at its twenty-first session', CCPCJ, { number: 21 }),
    gives: ['2012-04-23/2012-04-27'],
    says: 'at its twenty-first session: CCPCJ 21, 23–27 April 2012, verified',
  },
  {
    where: '2012/19/4',
    timing: session('at its twenty-second session', CCPCJ, { number: 22 }),
    context: resolution,
    gives: ['2013-04-22/2013-04-26'],
    says: 'at its twenty-second session: CCPCJ 22, 22–26 April 2013, verified',
  },
  {
    where: 'B-I/21',
    timing: session('at its twenty-third session', CCPCJ, { number: 23 }),
    gives: ['2014-05-12/2014-05-16'],
    says: 'at its twenty-third session: CCPCJ 23, 12–16 May 2014, verified',
  },
  {
    where: 'A-II/12',
    timing: session('at its sixty-seventh session', GA, { number: 67 }),
    gives: ['2012-09-18/2013-09-16'],
    says: 'at its sixty-seventh session: GA 67, within 18 September 2012–16 September 2013, derived',
  },
  {
    where: '2012/19/2',
    timing: session('at its sixth session', COP, { number: 6 }),
    context: resolution,
    gives: ['2012-10-15/2012-10-19'],
    says: 'at its sixth session: UNTOC-COP 6, 15–19 October 2012, unverified',
  },
  {
    where: 'B-IV/7',
    timing: session('during the twenty-second session', CCPCJ, { number: 22 }),
    gives: ['2013-04-22/2013-04-26'],
    says: 'during the twenty-second session: CCPCJ 22, 22–26 April 2013, verified',
  },
  {
    where: 'r20/1/4',
    timing: session('at its reconvened twentieth session', CCPCJ, { number: 20, part: 'reconvened' }),
    gives: ['2011-12-12/2011-12-13'],
    says: 'at its reconvened twentieth session: CCPCJ 20 (reconvened), 12–13 December 2011, unverified',
  },
  {
    where: 'r20/1/11',
    timing: session('at its reconvened fifty-fourth session', CND, { number: 54, part: 'reconvened' }),
    gives: ['2011-12-12/2011-12-13'],
    says: 'at its reconvened fifty-fourth session: CND 54 (reconvened), 12–13 December 2011, unverified',
  },
  {
    where: 'C-I(e)',
    timing: session('at the next session of the Commission', CCPCJ, { relative: 'next' }),
    gives: ['2012-04-23/2012-04-27'],
    says: 'at the next session of the Commission: CCPCJ 21, 23–27 April 2012, verified',
  },
  {
    where: 'A-III/8',
    timing: session('at its next meeting', 'open-ended intergovernmental expert group', { relative: 'next' }),
    gives: ['session-unknown'],
    says: 'at its next meeting: the calendar holds no sessions of open-ended intergovernmental expert group',
  },
  {
    where: 'C-II(d)',
    timing: session('the part of the session to be held in the first half of 2013', CCPCJ, { year: 2013 }),
    gives: ['2013-04-22/2013-04-26'],
    says: 'the part of the session to be held in the first half of 2013: CCPCJ 22, 22–26 April 2013, verified',
  },
  {
    where: 'd20/1(a)',
    timing: recurring('starting with its twenty-first session', { body: CCPCJ, startSession: 21 }),
    gives: ['2012-04-23/2012-04-27', '2013-04-22/2013-04-26', '2014-05-12/2014-05-16', '2015-05-18/2015-05-22'],
    says: 'starting with its twenty-first session: each time, here CCPCJ 21, 23–27 April 2012, verified',
  },
  {
    where: 'r20/1/10',
    timing: { kind: 'date', asWritten: 'by the end of 2011', date: '2011-12-31' },
    gives: ['2011-12-31'],
    says: 'by the end of 2011: 31 December 2011, as the text says',
  },
  {
    where: 'B-II/9',
    timing: { kind: 'window', asWritten: 'in the course of 2011', from: '2011-01-01', to: '2011-12-31' },
    gives: ['2011-01-01/2011-12-31'],
    says: 'in the course of 2011: within 2011, as the text says',
  },
  {
    where: 'C-II(e), first',
    timing: { kind: 'window', asWritten: 'in the first quarter of 2012', from: '2012-Q1', to: '2012-Q1' },
    gives: ['2012-01-01/2012-03-31'],
    says: 'in the first quarter of 2012: within January–March 2012, as the text says',
  },
  {
    where: 'C-II(e), second',
    timing: { kind: 'window', asWritten: 'in the first quarter of 2013', from: '2013-01-01', to: '2013-03-31' },
    gives: ['2013-01-01/2013-03-31'],
    says: 'in the first quarter of 2013: within January–March 2013, as the text says',
  },
  {
    where: 'C-I(c)(ii)a',
    timing: {
      kind: 'offset',
      asWritten: 'one month prior to the commencement of that part of the session',
      direction: 'before',
      span: { count: 1, unit: 'month' },
      atLeast: false,
      of: session('that part of the session', CCPCJ, { number: 21 }),
    },
    gives: ['2012-03-23'],
    says: 'one month prior to the commencement of that part of the session: 1 month before CCPCJ 21, 23–27 April 2012, that is 23 March 2012, verified',
  },
  {
    where: 'C-I(c)(iii)',
    timing: {
      kind: 'offset',
      asWritten: 'at least three weeks before the start',
      direction: 'before',
      span: { count: 3, unit: 'week' },
      atLeast: true,
      of: recurring('of the part of the session', { body: CCPCJ, startSession: 21 }),
    },
    gives: ['2012-04-02', '2013-04-01', '2014-04-21', '2015-04-27'],
    says: 'at least three weeks before the start: at least 3 weeks before CCPCJ 21, 23–27 April 2012, that is 2 April 2012, verified',
  },
  {
    where: 'C-I(c)(i)',
    timing: {
      kind: 'offset',
      asWritten: 'at least two months, following the closure',
      direction: 'after',
      span: { count: 2, unit: 'month' },
      atLeast: true,
      of: session('of the part of the session of the Commission on Narcotic Drugs', CND, { number: 55 }),
    },
    gives: ['2012-05-16'],
    says: 'at least two months, following the closure: at least 2 months after CND 55, 12–16 March 2012, that is 16 May 2012, unverified',
  },
  {
    where: 'r20/1/8',
    timing: {
      kind: 'offset',
      asWritten: 'well in advance of the part of the sessions',
      direction: 'before',
      span: null,
      atLeast: false,
      of: first22,
    },
    gives: ['manner'],
    says: 'well in advance of the part of the sessions: does not say how long before or after',
  },
  {
    where: 'r20/1/3',
    timing: {
      kind: 'offset',
      asWritten: 'a reasonable amount of time before the meeting',
      direction: 'before',
      span: null,
      atLeast: false,
      of: { kind: 'event', asWritten: 'the meeting' },
    },
    gives: ['event-without-date'],
    says: 'a reasonable amount of time before the meeting: no date is known for the meeting',
  },
  {
    where: 'r20/3/10',
    timing: recurring('biennially, starting in 2012', { every: 'P2Y', startYear: 2012 }),
    gives: ['2012-01-01/2012-12-31', '2014-01-01/2014-12-31'],
    says: 'biennially, starting in 2012: each time, here within 2012, derived',
  },
  {
    where: 'r20/1/21(f)',
    timing: recurring('at the part of its sessions held in the first half of the year', { every: 'P1Y', body: CCPCJ }),
    gives: ['2012-04-23/2012-04-27', '2013-04-22/2013-04-26', '2014-05-12/2014-05-16', '2015-05-18/2015-05-22'],
    says: 'at the part of its sessions held in the first half of the year: each time, here CCPCJ 21, 23–27 April 2012, verified',
  },
  {
    where: 'r20/5/3',
    timing: recurring('on a regular basis', {}),
    gives: ['no-rhythm'],
    says: 'on a regular basis: recurs, but the text gives no rhythm',
  },
  {
    where: 'r20/1/8, annual report',
    timing: recurring('annual', { every: 'P1Y' }),
    gives: ['2012-01-01/2012-12-31', '2013-01-01/2013-12-31', '2014-01-01/2014-12-31', '2015-01-01/2015-12-31'],
    says: 'annual: each time, here within 2012, derived',
  },
  {
    where: 'r20/1/6',
    timing: { kind: 'relative', asWritten: 'as soon as possible' },
    gives: ['manner'],
    says: 'as soon as possible: says how, not when',
  },
  { where: 'A-II/8', timing: { kind: 'none' }, gives: ['no-time'], says: 'the text gives no time' },
  {
    where: 'A-III/1, a session of the past',
    timing: session('at its fifth session', COP, { number: 5 }),
    gives: ['past'],
    says: 'at its fifth session: UNTOC-COP 5, 18–22 October 2010, was over when the text was adopted',
  },
]

describe('every time expression of the founding texts', () => {
  test.each(rows)('$where: $says', ({ timing, context = report, gives, says }) => {
    const dues = table.due(timing, context, until)
    const given = dues.map((due) => {
      if (due.state === 'undated') return due.reason
      return due.from === due.to ? due.from : `${due.from}/${due.to}`
    })
    expect(given).toEqual(gives)
    expect(table.explain(dues[0]!.why)).toBe(says)
  })
})
