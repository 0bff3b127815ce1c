import { describe, expect, it } from 'vitest'
import { readClauses } from './read-clauses.ts'

const commission = 'Commission on Crime Prevention and Criminal Justice'
const read = (text: string, organ = `The ${commission}`) => readClauses({ text, context: null, organ })[0]!
const timed = (text: string, organ?: string) => read(text, organ).timings

/** Every kind of expression the two founding texts and the manuals have: session, date, window, recurrence, offset, urgency. */
describe('a time is read as', () => {
  it.each([
    ['at its twenty-first session', { kind: 'session', number: 21, part: null }],
    ['during the twenty-second session of the Commission', { kind: 'session', number: 22 }],
    ['at its reconvened twentieth session', { kind: 'session', number: 20, part: 'reconvened' }],
    ['at the next session of the Commission', { kind: 'session', relative: 'next' }],
    ['at its next meeting', { kind: 'session', relative: 'next' }],
    ['at its second meeting', { kind: 'session', number: 2 }],
    ['at the final meeting of the Commission', { kind: 'session', number: null }],
    ['at its regular session', { kind: 'session', number: null, year: null }],
    ['before the end of its thirtieth session', { kind: 'session', number: 30 }],
    [
      'until the part of the session of the Commission to be held in the first half of 2013',
      { kind: 'session', year: 2013, part: 'regular' },
    ],
    ['at its session in 2026', { kind: 'session', year: 2026 }],
    ['starting with its twenty-first session', { kind: 'recurring', startSession: 21 }],
    ['at the part of its sessions held in the first half of the year', { kind: 'recurring', every: 'P1Y' }],
    ['by the end of 2011', { kind: 'date', date: '2011-12-31' }],
    ['no later than 1 March 2013', { kind: 'date', date: '2013-03-01' }],
    ['until 31 December 2013', { kind: 'date', date: '2013-12-31' }],
    ['in 2030', { kind: 'date', date: '2030' }],
    ['by mid-2014', { kind: 'date', date: '2014-06-30' }],
    ['in the course of 2011', { kind: 'window', from: '2011-01-01', to: '2011-12-31' }],
    ['in the first quarter of 2012', { kind: 'window', from: '2012-01-01', to: '2012-03-31' }],
    ['between 1 January and 31 March 2014', { kind: 'window', from: '2014-01-01', to: '2014-03-31' }],
    ['between 2014 and 2016', { kind: 'window', from: '2014-01-01', to: '2016-12-31' }],
    ['biennially, starting in 2012', { kind: 'recurring', every: 'P2Y', startYear: 2012 }],
    ['every two years', { kind: 'recurring', every: 'P2Y' }],
    ['on a regular basis', { kind: 'recurring', every: null }],
    ['one month prior to the commencement of that part of the session', { kind: 'offset', direction: 'before' }],
    ['at least three weeks before the start of the session', { kind: 'offset', atLeast: true }],
    ['if possible at least two months following the closure of the meeting', { kind: 'offset', direction: 'after' }],
    ['not later than 30 days after the closure of the meeting', { kind: 'offset', span: { count: 30, unit: 'day' } }],
    ['within six months of the adoption of the present resolution', { kind: 'offset', direction: 'after' }],
    ['within two years', { kind: 'offset', span: { count: 2, unit: 'year' } }],
    ['well in advance of the session', { kind: 'offset', span: null }],
    ['a reasonable amount of time before the meeting', { kind: 'offset', span: null }],
    ['upon completion of the review', { kind: 'offset', of: { kind: 'event', asWritten: 'completion of the review' } }],
    ['once the review has been completed', { kind: 'offset', direction: 'after' }],
    ['as soon as possible', { kind: 'relative' }],
    ['without further delay', { kind: 'relative' }],
    ['at the earliest possible date', { kind: 'relative' }],
    ['in a timely manner', { kind: 'relative' }],
    ['promptly', { kind: 'relative' }],
    ['swiftly', { kind: 'relative' }],
    ['as a matter of priority', { kind: 'relative' }],
    ['over a period of time', { kind: 'relative' }],
    ['intersessionally', { kind: 'relative' }],
  ])('%s', (asWritten, timing) => {
    expect(timed(`Requests the Secretariat to complete the plan ${asWritten};`)).toMatchObject([timing])
  })
  it('one time for each of several sessions', () => {
    expect(
      timed(
        'Requests the Secretary-General to report to it at its eightieth and eighty-first sessions;',
        'The General Assembly',
      ),
    ).toMatchObject([
      { body: 'General Assembly', number: 80 },
      { body: 'General Assembly', number: 81 },
    ])
  })
})

describe('the time of the act', () => {
  it('"it" and "its" are the body that speaks, or the one named before', () => {
    const [own] = timed(
      'Requests the Secretary-General to submit to it a report at its sixty-seventh session;',
      'The General Assembly',
    )
    expect(own).toMatchObject({ body: 'General Assembly' })
    const [other] = timed(
      'Requests the Office to report to the Commission on Narcotic Drugs at its fifty-sixth session;',
    )
    expect(other).toMatchObject({ body: 'Commission on Narcotic Drugs' })
  })
  it.each([
    'Requests the Office to use the report submitted to it at its twentieth session;',
    'Requests the Office to use the standards adopted by the Conference at its fifth session, held in Vienna from 18 to 22 October 2010;',
    'Requests the Office to explore the possibility of creating, if possible by the end of 2011, a system;',
    'Requests the Office to inform States, including at its twentieth session;',
    'Recalls that the Commission will meet at its sixth session;',
    'Requests the Office to send all documents relating to the matter at its seventy-fifth session;',
  ])('is not one inside it: %s', (text) => {
    expect(timed(text)).toEqual([{ kind: 'none' }])
  })
  it('an urgency without a measure is a time, and no due', () => {
    const clause = read('Requests the Office to notify States promptly;')
    expect(clause.timings).toEqual([{ kind: 'relative', asWritten: 'promptly' }])
    expect(clause.due.kind).toBe('none')
  })
  it('a sunset carries its review', () => {
    expect(
      timed(
        'Decides to renew the mandate of the working group until the part of the session of the Commission to be held in the first half of 2013, at which time the Commission shall carry out a review of its functioning;',
      ),
    ).toMatchObject([{ kind: 'session', year: 2013, body: commission }])
  })
})

describe('a report', () => {
  it('names whom it goes through', () => {
    const { reporting, due } = read(
      'Requests the Secretary-General to report, through the Economic and Social Council, to the General Assembly at its seventieth session;',
    )
    expect(reporting).toMatchObject({ to_whom: 'General Assembly', through_whom: 'Economic and Social Council' })
    expect(due).toMatchObject({ body: 'General Assembly', session: 70 })
  })
  it('goes through a body, never through a means', () => {
    expect(
      read('Requests the Office to report to the Commission through the database of the Organization;').reporting,
    ).not.toHaveProperty('through_whom')
  })
})
