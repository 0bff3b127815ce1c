import type { Timing } from '@resolute/reader'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addSpan } from './iso-date.ts'
import type { DueContext } from './session.ts'
import { shippedCalendar } from './shipped.ts'
import { sessionTable } from './table.ts'

const table = sessionTable(shippedCalendar())
const bodies = table.bodies().map(({ name }) => name.en)
const asWritten = fc.constantFrom('at its session', 'by then')
const part = fc.constantFrom(null, 'opening', 'regular', 'reconvened')
const number = fc.oneof(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1940, max: 2030 }))
const body = fc.oneof(fc.constantFrom(...bodies), fc.constant('a body nobody knows'))
const code = fc.constantFrom('2011', '2012-Q1', '2013-02-28', '2012-H2', '2012-02-30', 'soon')
const span = fc.record({
  count: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom('day', 'week', 'month', 'year'),
})

const session = fc.record({
  kind: fc.constant('session'),
  asWritten,
  body,
  number: fc.option(number),
  year: fc.option(fc.integer({ min: 1940, max: 2035 })),
  relative: fc.constantFrom(null, 'next', 'current'),
  part,
})
const recurring = fc.record({
  kind: fc.constant('recurring'),
  asWritten,
  every: fc.constantFrom(null, 'P1Y', 'P2Y', 'P6M', 'P2W', 'often'),
  startYear: fc.option(fc.integer({ min: 1990, max: 2020 })),
  startSession: fc.option(number),
  body: fc.option(body),
  part,
})
const plain = fc.oneof(
  session,
  recurring,
  fc.record({ kind: fc.constant('date'), asWritten, date: code }),
  fc.record({ kind: fc.constant('window'), asWritten, from: code, to: code }),
  fc.record({ kind: fc.constant('relative'), asWritten }),
  fc.record({ kind: fc.constant('unclear'), asWritten }),
  fc.constant({ kind: 'none' }),
)
const offset = fc.record({
  kind: fc.constant('offset'),
  asWritten,
  direction: fc.constantFrom('before', 'after'),
  span: fc.option(span),
  atLeast: fc.boolean(),
  of: fc.oneof(plain, fc.record({ kind: fc.constant('event'), asWritten })),
})
const timing = fc.oneof(plain, offset) as fc.Arbitrary<Timing>
const context: fc.Arbitrary<DueContext> = fc.record({
  adopted: fc.constantFrom(null, '2011-04-15', '2012-07-26', '2013-12-13'),
  session: fc.option(fc.record({ body: fc.constantFrom('CCPCJ', 'ECOSOC', 'GA'), number })),
})

test('any timing gives a due, in order of time, that can be put into words', () => {
  fc.assert(
    fc.property(timing, context, (timing, context) => {
      const dues = table.due(timing, context, '2016-12-31')
      expect(dues.length).toBeGreaterThan(0)
      const starts: string[] = []
      for (const due of dues) {
        expect(table.explain(due.why)).toMatch(/\S/)
        if (due.state !== 'dated') continue
        expect(due.from <= due.to).toBe(true)
        starts.push(due.from)
      }
      expect([...starts].sort()).toEqual(starts)
    }),
    { numRuns: 500 },
  )
})

test('the same question gives the same answer, and a later horizon only adds to it', () => {
  fc.assert(
    fc.property(timing, context, (timing, context) => {
      const [near, far] = [table.due(timing, context, '2014-12-31'), table.due(timing, context, '2018-12-31')]
      expect(table.due(timing, context, '2014-12-31')).toEqual(near)
      expect(far.slice(0, near.length)).toEqual(near)
    }),
    { numRuns: 300 },
  )
})

test('nothing is due that was over when the text was adopted', () => {
  fc.assert(
    fc.property(fc.oneof(session) as fc.Arbitrary<Timing>, context, (timing, context) => {
      for (const due of table.due(timing, context, '2016-12-31')) {
        if (due.state === 'dated' && context.adopted) expect(due.to >= context.adopted).toBe(true)
      }
    }),
  )
})

test('a date counted from a session lies a span away from it', () => {
  fc.assert(
    fc.property(span, fc.integer({ min: 21, max: 34 }), (span, number) => {
      const of = {
        kind: 'session',
        asWritten: 'the session',
        body: bodies[2]!,
        number,
        year: null,
        relative: null,
        part: null,
      } as const
      const given = (direction: 'before' | 'after') =>
        table.due(
          { kind: 'offset', asWritten: 'then', direction, span, atLeast: false, of },
          { adopted: null, session: null },
          '2016-12-31',
        )[0]
      const [held] = table.due(of, { adopted: null, session: null }, '2016-12-31')
      if (held?.state !== 'dated') throw new Error('a listed session has dates')
      expect(given('before')).toMatchObject({ from: addSpan(held.from, span, -1), to: addSpan(held.from, span, -1) })
      expect(given('after')).toMatchObject({ from: addSpan(held.to, span), to: addSpan(held.to, span) })
    }),
  )
})
