import type { Timing } from '@resolute/reader'
import { describe, expect, test } from 'vitest'
import { sessionTable, shippedCalendar } from '#modules/calendar'
import { duesOf, fingerprintOf, horizonOf } from './working-out.ts'

const rows = shippedCalendar()
const table = sessionTable(rows)
const horizon = horizonOf(table)
const context = { adopted: '2011-04-15', session: { body: 'CCPCJ', number: 20 } }
const concerned = ['Secretary-General', 'Commission on Crime Prevention and Criminal Justice']
const at = (number: number, part: 'regular' | 'reconvened' | null = null): Timing => ({
  kind: 'session',
  asWritten: `at session ${number}`,
  body: 'Commission on Crime Prevention and Criminal Justice',
  number,
  year: null,
  relative: null,
  part,
})

describe('the dues of an obligation', () => {
  test('several timings, dates first, in order of time', () => {
    const dues = duesOf(
      { timings: [{ kind: 'relative', asWritten: 'promptly' }, at(22), at(21)], context, concerned },
      table,
      horizon,
    )
    expect(dues.map((due) => (due.state === 'dated' ? `${due.body} ${due.session}` : due.reason))).toEqual([
      'CCPCJ 21',
      'CCPCJ 22',
      'manner',
    ])
  })
  test('no time gives a reason, never nothing', () => {
    expect(duesOf({ timings: [{ kind: 'none' }], context, concerned }, table, horizon)).toMatchObject([
      { state: 'undated', reason: 'no-time' },
    ])
  })
  test('a yearly duty is worked out as far as the calendar reaches', () => {
    const yearly: Timing = {
      kind: 'recurring',
      asWritten: 'annually',
      every: 'P1Y',
      startYear: null,
      startSession: null,
      body: 'Commission on Crime Prevention and Criminal Justice',
      part: null,
    }
    const sessions = duesOf({ timings: [yearly], context, concerned }, table, horizon).map(
      (due) => due.state === 'dated' && due.session,
    )
    expect(sessions.slice(0, 3)).toEqual([21, 22, 23])
    expect(sessions).toContain(table.sessions('CCPCJ').at(-1)?.number)
  })
  test('a rhythm that concerns no body is a matter of years, not of sessions', () => {
    const biennially: Timing = {
      kind: 'recurring',
      asWritten: 'biennially, starting in 2012',
      every: 'P2Y',
      startYear: 2012,
      startSession: null,
      body: 'Commission on Crime Prevention and Criminal Justice',
      part: null,
    }
    const first = (names: readonly string[]) =>
      duesOf({ timings: [biennially], context, concerned: names }, table, horizon)[0]
    expect(first(['UNODC'])).toMatchObject({ body: null, session: null, from: '2012-01-01', to: '2012-12-31' })
    expect(first(['UNODC', 'the Commission on Crime Prevention and Criminal Justice'])).toMatchObject({ session: 21 })
  })
  test('a daily duty does not fill the register', () => {
    const daily: Timing = {
      kind: 'recurring',
      asWritten: 'daily',
      every: 'P1D',
      startYear: 2011,
      startSession: null,
      body: null,
      part: null,
    }
    expect(duesOf({ timings: [daily], context, concerned }, table, horizon)).toHaveLength(120)
  })
})

describe('the fingerprint of a calendar', () => {
  test('is the same for the same rows', () => expect(fingerprintOf(sessionTable(rows))).toBe(fingerprintOf(table)))
  test('changes when a session moves', () => {
    const moved = rows.sessions.map((session) => {
      if (session.body !== 'CCPCJ' || session.number !== 22) return session
      const held = { from: '2013-05-06', to: '2013-05-10' }
      return { ...session, parts: session.parts.map((part) => (part.part === 'regular' ? { ...part, held } : part)) }
    })
    expect(fingerprintOf(sessionTable({ ...rows, sessions: moved }))).not.toBe(fingerprintOf(table))
  })
  test('changes when the rules answer otherwise', () => {
    const later = { ...table, due: (...given: Parameters<typeof table.due>) => table.due(...given).slice(0, 1) }
    expect(fingerprintOf(later)).not.toBe(fingerprintOf(table))
  })
})
