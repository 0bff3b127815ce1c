import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import { answeredCall } from './testing/answered-call.ts'
import { done } from './testing/opened-call.ts'
import { type SubmissionRooms, submissionRooms } from './testing/rooms.ts'
import { answered, holderOf } from './testing/sends.ts'

let now = new Date('2012-09-03T09:00:00Z')
let rooms: SubmissionRooms
let officer: Visitor
let chile: Visitor
let call: string
let of: Readonly<Record<string, string>>

beforeAll(async () => {
  rooms = await submissionRooms(() => now)
  officer = await rooms.person('officer')
  chile = await rooms.person('focal-point', 'cl')
  const made = await answeredCall(rooms, (at) => {
    now = at
  })
  call = made.call
  of = made.of
}, 120_000)
afterAll(() => rooms.close())

const n = (name: string): number => Number(of[name]!.split('/')[1])

describe('what came', () => {
  test('is seen by each as far as it is shown, in the order of names; what is not is counted', async () => {
    const names = async (by: Visitor) => (await rooms.submissions.submissions(call, by)).rows.map(({ name }) => name)
    expect(await names(anybody)).toEqual(['Chile', 'Italy', 'Japan', 'United States of America', 'World Tourism Forum'])
    expect(await names(chile)).toContain('Kenya')
    expect((await rooms.submissions.submissions(call, anybody)).hidden).toBe(1)
    expect((await rooms.submissions.submissions(call, chile)).hidden).toBe(0)
    expect(await names(holderOf(of.ke!))).toContain('Kenya')
  })

  test('comes in pages that meet', async () => {
    const first = await rooms.submissions.submissions(call, anybody, { limit: 2 })
    const second = await rooms.submissions.submissions(call, anybody, { limit: 2, after: first.next! })
    const third = await rooms.submissions.submissions(call, anybody, { limit: 2, after: second.next! })
    expect([first, second, third].flatMap(({ rows }) => rows).map(({ actor }) => actor)).toEqual([
      'cl',
      'it',
      'jp',
      'us',
      null,
    ])
    expect(third.next).toBeNull()
    expect(await rooms.submissions.submissions(call, anybody, { after: 'nonsense' })).toMatchObject({ rows: [] })
  })

  test('stands at an address of its own for whoever may see it, and for nobody else', async () => {
    expect(await rooms.submissions.submission(call, n('cl'), anybody)).toMatchObject({
      name: 'Chile',
      state: 'standing',
    })
    expect(await rooms.submissions.submission(call, n('ke'), anybody)).toBeNull()
    expect(await rooms.submissions.submission(call, n('pl'), anybody)).toBeNull()
    expect(await rooms.submissions.submission(call, n('pl'), officer)).toMatchObject({
      state: 'withdrawn',
      withdrawn: { reason: 'Under review.' },
    })
    expect(await rooms.submissions.submission(call, n('pl'), holderOf(of.pl!))).toMatchObject({ state: 'withdrawn' })
    expect(await rooms.submissions.submission(call, n('br'), officer)).toBeNull()
  })

  test('stands side by side for one question, with those who said nothing there', async () => {
    const replies = await rooms.submissions.replies(call, 'q3', anybody)
    expect(replies).toMatchObject({ total: 5, hidden: 1, next: null })
    expect(replies.rows.map(({ actor, answers }) => [actor, Object.keys(answers)])).toEqual([
      ['cl', ['q3']],
      ['it', []],
      ['jp', ['q3']],
      ['us', []],
      [null, ['q3']],
    ])
    const page = await rooms.submissions.replies(call, 'q3', officer, { limit: 2 })
    const next = await rooms.submissions.replies(call, 'q3', officer, { limit: 10, after: page.next! })
    expect([...page.rows, ...next.rows].map(({ invitation }) => invitation)).toEqual(
      ['cl', 'it', 'jp', 'ke', 'us', 'forum'].map(n),
    )
  })
})

describe('findings', () => {
  let finding: string

  test('rest on words that stand in the answer, found whatever the line breaks', async () => {
    const made = await rooms.submissions.makeFinding(officer, {
      call,
      statement: {
        en: 'reported that tourist police units had been set up.',
        fr: 'ont signalé la création d’unités de police touristique',
      },
      theme: { en: 'Police', fr: 'Police' },
    })
    finding = done(made).finding
    expect(finding).toBe(`${call}/1`)
    const mark = (name: string, quote: string, more: object = {}) =>
      rooms.submissions.markPassage(officer, {
        ...{ finding, submission: `${of[name]}/1`, question: 'q3', part: null, quote },
        ...more,
      })
    done(await mark('cl', 'found. Tourist police\r\n units'))
    done(await mark('jp', 'Police units for tourists'))
    done(await mark('forum', 'unités de police touristique'))
    expect(await mark('cl', 'words nobody wrote')).toEqual({ refused: 'no-such-passage' })
    expect(await mark('cl', 'Two rings', { start: 5 })).toEqual({ refused: 'no-such-passage' })
    expect(await mark('cl', ' ')).toMatchObject({ refused: 'invalid' })
    expect(await mark('pl', 'Secret')).toEqual({ refused: 'no-such-submission' })
    expect(await mark('cl', 'Two rings', { finding: `${call}/9` })).toEqual({ refused: 'no-such-finding' })
    const [found] = await rooms.submissions.findings(call, anybody)
    expect(found?.passages.map(({ name, quote, start, stands }) => [name, quote, start, stands])).toEqual([
      ['Chile', 'found.\nTourist police units', 15, true],
      ['Japan', 'Police units for tourists', 0, true],
      ['World Tourism Forum', 'unités de police touristique', 4, true],
    ])
    expect(found?.passages.map(({ language }) => language)).toEqual(['en', 'en', 'fr'])
  })

  test('are made, changed and dropped by the office alone; the public sees none that rests on nothing it may see', async () => {
    const words = { statement: { en: 'asked for more time' }, theme: {} }
    expect(await rooms.submissions.makeFinding(chile, { call, ...words })).toMatchObject({ refused: 'not-allowed' })
    expect(await rooms.submissions.makeFinding(officer, { call, statement: {}, theme: {} })).toMatchObject({
      errors: [{ field: 'statement', code: 'missing' }],
    })
    expect(await rooms.submissions.makeFinding(officer, { call: '2012-9', ...words })).toEqual({
      refused: 'no-such-call',
    })
    const other = done(await rooms.submissions.makeFinding(officer, { call, ...words })).finding
    done(
      await rooms.submissions.changeFinding(officer, {
        finding: other,
        statement: { en: 'asked for help' },
        theme: {},
        order: 0,
      }),
    )
    expect((await rooms.submissions.findings(call, officer)).map(({ id }) => id)).toEqual([other, finding])
    expect((await rooms.submissions.findings(call, anybody)).map(({ id }) => id)).toEqual([finding])
    done(await rooms.submissions.dropFinding(officer, { finding: other }))
    expect(await rooms.submissions.dropFinding(officer, { finding: other })).toEqual({ refused: 'no-such-finding' })
    expect(await rooms.submissions.findings(call, officer)).toHaveLength(1)
  })

  test('a passage is taken away once', async () => {
    const marked = await rooms.submissions.markPassage(officer, {
      ...{ finding, submission: `${of.it}/1`, question: 'q9', part: '5', quote: 'Too long' },
    })
    const { passage } = done(marked)
    done(await rooms.submissions.unmarkPassage(officer, { passage }))
    expect(await rooms.submissions.unmarkPassage(officer, { passage })).toEqual({ refused: 'no-such-passage' })
    expect((await rooms.submissions.findings(call, officer))[0]?.passages).toHaveLength(3)
  })
})

describe('figures and coverage', () => {
  test('have their denominators, and count what stands and may be seen', async () => {
    const figures = await rooms.submissions.figures(call, anybody, 'en')
    const of = (id: string) => figures.find(({ question }) => question === id)!
    expect(of('q1')).toMatchObject({ invited: 8, submitted: 5, answered: 5 })
    expect(of('q1').rows.map(({ label, count }) => [label, count])).toEqual([
      ['Yes', 4],
      ['No', 1],
    ])
    expect(of('q2')).toMatchObject({ answered: 3, notes: { no_information: 1, not_applicable: 0 } })
    expect(of('q2').rows.map(({ id, count }) => [id, count])).toEqual([
      ['trafficking', 1],
      ['fraud', 3],
      ['terrorism', 0],
      ['other', 1],
    ])
    expect(of('q4').numbers).toMatchObject({ sum: '1301', least: '18', middle: '33', greatest: '1250' })
    expect(of('q9').rows.map(({ id, count }) => [id, count])).toEqual([
      ['4', 1],
      ['5', 1],
    ])
    const office = await rooms.submissions.figures(call, officer, 'en')
    expect(office.find(({ question }) => question === 'q4')?.numbers).toMatchObject({ sum: '1308', middle: '25.5' })
    expect(await rooms.submissions.figures(call, anybody, 'en', '2012-09-30')).toEqual([])
  })

  test('who answered by group, and silence as no information', async () => {
    const coverage = await rooms.submissions.coverage(call, anybody, 'fr')
    expect(coverage?.groups.map(({ group, invited, submitted }) => [group, invited, submitted])).toEqual([
      ['africa', 1, 1],
      ['asia-pacific', 1, 1],
      ['eastern-europe', 1, 0],
      ['latin-america-caribbean', 2, 1],
      ['western-europe-others', 2, 2],
      ['organization', 1, 1],
    ])
    const members = coverage!.groups.flatMap((group) => group.members)
    expect(members.map(({ name, state, address }) => [name, state, address !== null])).toEqual([
      ['Kenya', 'submitted', false],
      ['Japon', 'late', true],
      ['Pologne', 'withdrawn', false],
      ['Brésil', 'no_information', false],
      ['Chili', 'submitted', true],
      ['États-Unis d’Amérique', 'submitted', true],
      ['Italie', 'submitted', true],
      ['World Tourism Forum', 'submitted', true],
    ])
  })
})

describe('the section of the report', () => {
  const said = async (language: 'en' | 'ar' | 'fr', asOf = '2013-03-01') =>
    (await rooms.submissions.section(call, language, asOf))!

  test('names and links everybody a sentence rests on, says its denominators, and leaves no one unnamed', async () => {
    const section = await said('en')
    const text = section.paragraphs.map(({ sentences }) => sentences.map(({ words }) => words).join(' '))
    expect(text).toMatchInlineSnapshot(`
      [
        "Pursuant to paragraph 4 of E/RES/2012/19, views on “Threats to the tourism sector” were called for on 1 October 2012, to be submitted by 15 January 2013. Invitations were addressed to 7 Member States and 1 organization.",
        "As at 1 March 2013, 5 submissions had been received, from: Chile, Italy, Japan, United States of America and World Tourism Forum. Of these, 1 arrived after the time given: Japan. Of those invited, submissions by group: African States, 0 of 1; Asia-Pacific States, 1 of 1; Eastern European States, 0 of 1; Latin American and Caribbean States, 1 of 2; Western European and other States, 2 of 2; organizations, 1 of 1. Besides these, 1 submission was received that is not open to the public; it is counted nowhere else in the present report. Another submission was withdrawn and is not counted. No information had been received from the one other invited; nothing is inferred from that.",
        "Chile, Japan and World Tourism Forum reported that tourist police units had been set up.",
        "“Has your country met threats to the tourism sector?”: of the 5 submissions, 5 answered this question. The answers were: Yes: 4 (Chile, Japan, United States of America and World Tourism Forum); No: 1 (Italy).",
        "“Which threats were met?”: of the 4 submissions to which this question applied (5 in all), 3 answered this question. The answers were: Trafficking in persons: 1 (Chile); Fraud: 3 (Chile, Japan and World Tourism Forum); Terrorism: none; Other: 1 (World Tourism Forum). Noted that there was no information: 1 (United States of America).",
        "“Describe the threats in a few paragraphs.”: of the 3 submissions to which this question applied (5 in all), 3 answered this question (Chile, Japan and World Tourism Forum).",
        "“Number of cases in the last year”: of the 4 submissions to which this question applied (5 in all), 3 answered this question (Chile, Japan and United States of America). In cases: the answers add up to 1,301; the least is 18, the middle value 33 and the greatest 1,250.",
        "“Day on which the national strategy entered into force”: of the 5 submissions, none answered this question; there is no information. Noted that the question did not apply: 1 (United States of America).",
        "“Cases by year”: of the 4 submissions to which this question applied (5 in all), none answered this question; there is no information.",
        "“Laws and measures”: of the 5 submissions, none answered this question; there is no information.",
        "“Strategies and laws, as files”: of the 5 submissions, none answered this question; there is no information.",
        "“Comments paragraph by paragraph”: of the 5 submissions, 2 answered this question. The answers were: paragraph 4: 1 (Chile); paragraph 5: 1 (Italy).",
        "“Anything else, in one line”: of the 5 submissions, none answered this question; there is no information.",
      ]
    `)
    const finding = section.paragraphs.find(({ place }) => place === 'finding/1')!.sentences[0]!
    expect(finding.links.map(({ address }) => address)).toEqual(
      ['cl', 'jp', 'forum'].map((name) => `/calls/${call}/submissions/${n(name)}#q3`),
    )
    expect(section.annex.map(({ name }) => name)).toEqual([
      'Chile',
      'Italy',
      'Japan',
      'United States of America',
      'World Tourism Forum',
    ])
    expect(JSON.stringify(section)).not.toMatch(/Kenya|Poland|Secret/)
  })

  test('tells of a day what stood then, without words that were taken back since', async () => {
    const before = await said('en', '2013-01-15')
    expect(JSON.stringify(before)).not.toContain('Japan')
    // Poland took its answer back after that day: it is counted, and neither named nor quoted again.
    expect(before.submissions).toBe(4)
    expect(JSON.stringify(before)).not.toMatch(/Poland|Secret/)
    expect(JSON.stringify(before)).toContain(
      'Besides these, 2 submissions were received that are not open to the public',
    )
    now = new Date('2013-03-05T10:00:00Z')
    await answered(rooms, holderOf(of.br!), of.br!, { q1: { options: ['no'] } })
    done(await rooms.submissions.withdraw(holderOf(of.jp!), { invitation: of.jp! }))
    expect(await said('en', '2013-01-15')).toEqual(before)
    done(await rooms.submissions.show(holderOf(of.it!), { invitation: of.it!, visibility: 'office' }))
    expect(JSON.stringify(await said('en', '2013-01-15'))).not.toContain('Italy')
    const after = JSON.stringify(await said('en', '2013-03-05'))
    expect(after).toContain('Brazil')
    expect(after).not.toMatch(/Italy|Japan/)
    expect((await rooms.submissions.findings(call, officer))[0]?.passages.map(({ stands }) => stands)).toEqual([
      true,
      false,
      true,
    ])
    expect(await rooms.submissions.section(call, 'en', '2012-09-30')).toBeNull()
  })

  test('is told in the language of whoever reads, and in that of a finding where nobody wrote it in theirs', async () => {
    const arabic = await said('ar')
    const finding = arabic.paragraphs.find(({ place }) => place === 'finding/1')!.sentences[0]!
    expect(finding).toMatchObject({ language: 'en', words: expect.stringMatching(/^Chile and World/) })
    expect(arabic.paragraphs[1]!.sentences[0]!.words).toContain('شيلي')
    const french = (await said('fr')).paragraphs.find(({ place }) => place === 'finding/1')!
    expect(french.sentences[0]!.words).toBe(
      'Chili et World Tourism Forum ont signalé la création d’unités de police touristique.',
    )
  })
})

test('counting one question reads less and says the same as counting all', async () => {
  for (const by of [anybody, officer]) {
    const all = await rooms.submissions.figures(call, by, 'en')
    expect(all.length).toBeGreaterThan(8)
    for (const figure of all) {
      expect(await rooms.submissions.figures(call, by, 'en', undefined, figure.question)).toEqual([figure])
    }
  }
  expect(await rooms.submissions.figures(call, anybody, 'en', undefined, 'q99')).toEqual([])
})

test('every act left one entry whose rows stand', async () => {
  expect(await rooms.ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})
