import { describe, expect, test } from 'vitest'
import { addDays } from './iso-date.ts'
import en from './messages/en.json' with { type: 'json' }
import { shippedCalendar } from './shipped.ts'
import { sessionTable } from './table.ts'

const rows = shippedCalendar()
const table = sessionTable(rows)
const regular = (body: string, number: number) => table.session(body, number)?.parts.find((p) => p.part === 'regular')

describe('the calendar that ships', () => {
  test('lists the sessions of the field guide, each part once', () => {
    const counts = rows.bodies.map(({ code }) => [code, table.sessions(code).length])
    expect(Object.fromEntries(counts)).toEqual({ GA: 28, ECOSOC: 0, CCPCJ: 35, CND: 16, 'UNTOC-COP': 12, CONGRESS: 15 })
    for (const { body, number, parts } of rows.sessions) {
      expect(new Set(parts.map((p) => p.part)).size, `${body} ${number}`).toBe(parts.length)
    }
  })

  test('parts follow each other in time, and so do sessions', () => {
    for (const { code } of rows.bodies) {
      const starts = table
        .sessions(code)
        .map((s) => regular(code, s.number)?.held?.from ?? regular(code, s.number)?.planned?.from)
      expect([...starts].sort(), code).toEqual(starts)
      for (const { number, parts } of table.sessions(code)) {
        const from = parts.map((p) => (p.held ?? p.planned)?.from)
        expect([...from].sort(), `${code} ${number}`).toEqual(from)
      }
    }
  })

  test('what was put off keeps the dates first fixed', () => {
    expect(regular('CCPCJ', 29)).toMatchObject({
      planned: { from: '2020-05-18', to: '2020-05-22' },
      held: { from: '2020-12-03', to: '2020-12-03' },
    })
    expect(table.session('CND', 63)?.parts.find((p) => p.part === 'reconvened')).toMatchObject({
      planned: { from: '2020-12-03', to: '2020-12-04' },
      held: { from: '2020-12-02', to: '2020-12-04' },
    })
    expect(regular('CONGRESS', 14)).toMatchObject({ planned: { from: '2020-04-20' }, held: { from: '2021-03-07' } })
  })

  test('the General Assembly opens on the Tuesday of the third week of September that has a working day', () => {
    const sessions = table.sessions('GA')
    for (const [index, { number, parts, window }] of sessions.entries()) {
      const { from, to } = parts[0]!.planned!
      expect(window && parts[0]!.held === null, String(number)).toBe(true)
      expect(from.slice(0, 8), String(number)).toBe(`${1945 + number}-09-`)
      expect(new Date(from).getUTCDay(), from).toBe(2)
      // The Friday of the first such week is between 1 and 7 September; the Tuesday of the third comes 11 days later.
      expect(Number(addDays(from, -11).slice(8)), from).toBeLessThanOrEqual(7)
      expect(addDays(from, -11).slice(5, 7), from).toBe('09')
      const next = sessions[index + 1]
      if (next) expect(addDays(to, 1), String(number)).toBe(next.parts[0]!.planned!.from)
    }
  })

  test('a rule gives a window, marked derived, where no session is listed', () => {
    expect(table.session('ecosoc', 2012)).toMatchObject({
      window: true,
      parts: [{ part: 'regular', planned: { from: '2012-01-01', to: '2012-12-31' }, held: null, mark: 'derived' }],
    })
    expect(regular('CCPCJ', 40)).toMatchObject({ planned: { from: '2031-01-01', to: '2031-06-30' }, mark: 'derived' })
    expect(regular('GA', 40)).toMatchObject({ planned: { from: '1985-09-01', to: '1986-09-30' } })
    expect(regular('UNTOC-COP', 13)).toMatchObject({ planned: { from: '2026-01-01', to: '2026-12-31' } })
    expect(table.session('CONGRESS', 16)).toBeNull()
  })

  test('every rule holds for the sessions that are listed, but for what was put off', () => {
    for (const rule of rows.windows.filter((r) => r.part !== 'opening')) {
      for (const { number, parts } of table.sessions(rule.body).filter((s) => s.number >= rule.firstNumber)) {
        const part = parts.find((p) => p.part === rule.part)
        const dates = part?.planned ?? part?.held
        if (!dates) continue
        const year = rule.firstYear + (number - rule.firstNumber) * rule.everyYears
        expect(dates.from >= `${year}-${rule.from}`, `${rule.body} ${number}`).toBe(true)
        expect(dates.to <= `${year + rule.yearsLater}-${rule.to}`, `${rule.body} ${number}`).toBe(true)
      }
    }
  })

  test('bodies are found by code, address, name in six languages and alias', () => {
    for (const body of rows.bodies) {
      for (const name of [body.code, body.slug, ...Object.values(body.name), ...body.aliases]) {
        expect(table.findBody(name)?.code, name).toBe(body.code)
      }
    }
    expect(table.body('ccpcj')?.code).toBe('CCPCJ')
    expect(table.findBody('the Commission')).toBeNull()
  })
})

describe('deadlines', () => {
  const on = (body: string, number: number) =>
    Object.fromEntries(table.deadlines(body, number).map((d) => [d.code, d.on]))

  test('of the twenty-second session of the CCPCJ', () => {
    expect(on('CCPCJ', 22)).toEqual({
      'report-submitted': '2013-02-11',
      'report-issued': '2013-03-11',
      drafts: '2013-03-22',
      'six-languages': '2013-04-01',
      'in-session-papers': '2013-04-01',
    })
  })

  test('of the twenty-first, the first under decision 20/1; the twentieth had none of its own', () => {
    expect(on('ccpcj', 21)).toMatchObject({ drafts: '2012-03-23', 'six-languages': '2012-04-02' })
    expect(Object.keys(on('CCPCJ', 20))).toEqual(['report-submitted', 'report-issued', 'in-session-papers'])
    expect(Object.keys(on('CND', 56))).toEqual(['report-submitted', 'report-issued', 'in-session-papers'])
  })

  test('none where only a window is known', () => {
    expect(table.deadlines('GA', 67)).toEqual([])
    expect(table.deadlines('CCPCJ', 40)).toEqual([])
    expect(table.deadlines('nobody', 1)).toEqual([])
  })

  test('explain themselves', () => {
    const drafts = table.deadlines('CCPCJ', 21).find(({ code }) => code === 'drafts')!
    expect(table.explain(drafts.why)).toBe(
      'draft resolutions 1 month before CCPCJ 21 opens on 23 April 2012 (CCPCJ decision 20/1, para. (a))',
    )
  })
})

describe('words', () => {
  test('an unknown code is an error of the program', () => {
    expect(() => table.explain({ code: 'nonsense', facts: {} })).toThrow(/calendar.why.nonsense/)
  })

  test('a language without words is answered in English', () => {
    expect(table.explain({ code: 'no-time', facts: {} }, 'tlh')).toBe(en['calendar.why.no-time'])
  })

  test.each([
    ['2013-04-22', '2013-04-26', '22–26 April 2013'],
    ['2010-04-30', '2010-05-04', '30 April–4 May 2010'],
    ['2012-12-28', '2013-01-03', '28 December 2012–3 January 2013'],
    ['2012-02-01', '2012-02-29', 'February 2012'],
    ['2012-01-01', '2012-03-31', 'January–March 2012'],
    ['2012-07-01', '2013-06-30', 'July 2012–June 2013'],
    ['2012-01-01', '2012-12-31', '2012'],
  ])('%s to %s: %s', (from, to, words) => {
    const said = table.explain({ code: 'window', facts: { asWritten: 'then', from, to } })
    expect(said).toBe(`then: within ${words}, as the text says`)
  })
})
