import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'
import { layOut } from './layout.ts'
import { countWords } from './limits.ts'
import { moneyRules } from './resources.ts'
import { textOf } from './sheet.ts'
import { standingRules } from './standing.ts'
import { factsFor, register } from './testing/sample-register.ts'
import { inEnglish } from './words.ts'

const report = compile(factsFor(22), inEnglish)

describe('the report for the twenty-second session', () => {
  test('stands under the masthead of the parent organ, with session, place and dates', () => {
    expect(report.masthead).toEqual({
      organ: 'Economic and Social Council',
      symbol: null,
      distribution: 'General',
      date: '1 April 2013',
      originalLanguage: 'English',
    })
    expect(report.sessionLine).toBe('Twenty-second session')
    expect(report.placeAndDates).toBe('Vienna, 22–26 April 2013')
    expect(report.agendaLine).toBeNull()
    expect(report.genre).toBe('Report by the Secretariat')
  })

  test('names the paragraph that asks for it', () => {
    expect(report.pursuantTo?.mandate).toBe('E/2011/30#D/Resolution 20/1#21(f)')
    expect(report.summary[0]).toBe(
      'The present report was prepared pursuant to paragraph 21 (f) of resolution 20/1 (E/2011/30).',
    )
  })

  test('has one entry for each paragraph due, in the order of the texts, numbered on from the introduction', () => {
    expect(report.entries.map((entry) => `${entry.unit} ${entry.path}`)).toEqual([
      'A/Draft resolution III 3',
      'A/Draft resolution III 10',
      'B/Draft resolution IV 7',
      'D/Resolution 20/1 21(f)',
      'E/RES/2012/19 4',
      'E/RES/2012/19 17',
    ])
    const first = report.introduction.length + 1
    expect(report.entries.map((entry) => entry.number)).toEqual([0, 1, 2, 3, 4, 5].map((n) => first + n))
  })

  test('joins the duties of one paragraph and keeps each', () => {
    const [proposals] = report.entries
    expect(proposals?.addressees).toEqual(['Member States', 'other donors'])
    expect(proposals?.duties).toHaveLength(2)
    expect(proposals?.conditions).toEqual(['where appropriate'])
    expect(proposals?.resources).toBe('Contributions invited in para. 11')
    expect(proposals?.citation).toBe('Draft resolution III (sect. A), para. 3')
  })

  test('says of an event what it is, and of an act cut short that it goes on', () => {
    const actions = report.entries.map((entry) => entry.actionRequired)
    expect(actions[0]).toBe('Member States and other donors: submit to the Commission practical proposals')
    expect(actions[2]).toBe('Member States: thematic discussion')
    expect(actions[4]).toBe('UNODC: report on those submissions …')
    expect(actions[5]).toMatch(/the implementation of the present resolution$/)
  })

  test('says "no information" where nobody recorded anything, and rates nobody', () => {
    expect(new Set(report.entries.map((entry) => entry.status))).toEqual(new Set(['No information']))
    const words = textOf(layOut(report, inEnglish)).join(' ')
    expect(words).not.toMatch(/non-?complian|overdue|fail(ed|ure)|\blate\b/i)
  })

  test('keeps every duty without a date, with the reason', () => {
    expect(report.undated.map(({ path, actor, reason }) => [path, actor, reason])).toEqual([
      ['4', 'Member States', 'no-time'],
      ['11', 'Member States', 'no-time'],
      ['4', 'UNODC', 'no-time'],
      ['5', 'Member States', 'manner'],
      ['16', 'States', 'no-time'],
    ])
  })

  test('counts its words, headings and footnotes included, against the limit for Secretariat reports', () => {
    const paragraphs = textOf(layOut(report, inEnglish))
    expect(report.words.count).toBe(countWords(paragraphs.join(' ')))
    expect(report.words).toMatchObject({ limit: 8500, rule: 'secretariat-report' })
    expect(paragraphs.at(-1)).toContain('E/RES/2012/19, text of 26 July 2012')
    expect(paragraphs.join(' ')).toContain(`${report.words.count.toLocaleString('en')} words`)
  })

  test('the same facts give the same report', () => {
    expect(compile(factsFor(22), inEnglish)).toEqual(report)
  })
})

test('the item of the agenda under which a text lists the report stands on the sheet', () => {
  const agendaItems = new Map([['E/2011/30#D/Resolution 20/1#21(f)', '3']])
  const listed = compile({ ...factsFor(21), agendaItems }, inEnglish)
  expect(listed.agendaLine).toBe('Item 3 of the provisional agenda')
  expect(layOut(listed, inEnglish).place).toContain('Item 3 of the provisional agenda')
})

test('a session at which nothing falls due says so', () => {
  const empty = compile({ ...factsFor(25), due: [], register: [], sources: [] }, inEnglish)
  expect(empty.entries).toEqual([])
  expect(empty.summary).toEqual([
    'The present report was compiled from the register of mandates; no paragraph in the register asks for it.',
    'As the register stood on 1 April 2013, no paragraph falls due at the twenty-fifth session of the Commission on Crime Prevention and Criminal Justice.',
  ])
  expect(textOf(layOut(empty, inEnglish)).join(' ')).not.toContain('Annex I:')
  expect(empty.genre).toBe('Compilation from the register of mandates')
})

test('a session counted by year, with dates nobody verified', () => {
  const facts = factsFor(22)
  const year = compile(
    {
      ...facts,
      body: { ...facts.body, code: 'ECOSOC', name: { en: 'Economic and Social Council' } },
      session: {
        ...facts.session,
        number: 2012,
        place: null,
        parts: [
          {
            part: 'regular',
            planned: { from: '2012-07-02', to: '2012-07-27' },
            held: null,
            mark: 'unverified',
            note: null,
          },
        ],
      },
    },
    inEnglish,
  )
  expect(year.sessionLine).toBe('Session of 2012')
  expect(year.placeAndDates).toBe('2–27 July 2012 (dates not verified)')
  expect(layOut(year, inEnglish).place[0]).toBe('Session of 2012')
})

test('a due entry whose mandate is missing from the register is a fault', () => {
  expect(() => compile({ ...factsFor(22), register: register.slice(0, 2) }, inEnglish)).toThrow(/not in the register/)
})

describe('rules fit their own examples', () => {
  test.each([...standingRules])('$id', ({ pattern, example }) => expect(example).toMatch(pattern))
  test.each([...moneyRules])('$id', ({ pattern, example }) => expect(example).toMatch(pattern))
  test('a report on the present resolution is not the one on resolutions', () => {
    const other =
      'to report to the Commission at its twenty-second session on the implementation of the present resolution'
    expect(standingRules.some(({ pattern }) => pattern.test(other))).toBe(false)
  })
})

test('words are counted as a word processor counts them', () => {
  expect(countWords('In E/CN.15/2012/15, para. 21 (f) – “no information” …')).toBe(7)
  expect(countWords('')).toBe(0)
  expect(countWords('委员会第二十二届会议，2013 年')).toBe(12)
})
