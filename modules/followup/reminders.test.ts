import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anybody, program, type Visitor } from '#platform/access'
import { sixLanguages } from '#platform/i18n'
import type { OutboxLetter } from '#platform/mail'
import { type DatedDue, dayOf, goesOn, isAnswered, plusDays, reminderRules, ruleOn } from './reminders.ts'
import { type FollowedRooms, followedRooms } from './testing/rooms.ts'

describe('the rules', () => {
  const due = '2013-04-22'
  test.for([
    [-91, null],
    [-90, '90-before'],
    [-31, '90-before'],
    [-30, '30-before'],
    [-7, '7-before'],
    [-1, '7-before'],
    [0, 'on-the-day'],
    [13, 'on-the-day'],
    [14, '14-after'],
    [43, '14-after'],
    [44, null],
  ] as const)('%i days from the date: %s', ([days, code]) => {
    expect(ruleOn(due, plusDays(due, days))?.code ?? null).toBe(code)
  })

  test('every day has the rule that came last', () => {
    for (const { code, days } of reminderRules) expect(ruleOn(due, plusDays(due, days))?.code).toBe(code)
  })

  const dated = (from: string, session: number | null = null): DatedDue => ({
    ...{ state: 'dated', body: null, session, part: null, from, to: plusDays(from, 4) },
    ...{ mark: 'verified', why: { code: 'date', facts: {} } },
  })

  test('by a session when it opens, within a span when it ends', () => {
    expect(dayOf(dated('2013-04-22', 22))).toBe('2013-04-22')
    expect(dayOf(dated('2013-04-22'))).toBe('2013-04-26')
  })

  test('done is done, but a duty that comes again was done for this time only', () => {
    const dues = [dated('2011-04-11', 20), dated('2013-04-22', 22)]
    const asked = { dues } as unknown as Parameters<typeof isAnswered>[0]
    const once = { dues: [dues[1]] } as unknown as Parameters<typeof isAnswered>[0]
    expect(isAnswered(once, dues[1]!, 'implemented', null)).toBe(true)
    expect(isAnswered(asked, dues[1]!, 'implemented', '2011-03-01')).toBe(false)
    expect(isAnswered(asked, dues[1]!, 'implemented', '2013-03-01')).toBe(true)
    expect(isAnswered(asked, dues[1]!, 'discontinued', '2010-01-01')).toBe(true)
    for (const status of ['in_progress', 'not_started', 'no_information'] as const)
      expect(isAnswered(once, dues[1]!, status, null)).toBe(false)
  })

  test('weekly is on Mondays', () => {
    const week = Array.from({ length: 7 }, (_, day) => plusDays('2013-02-01', day))
    expect(week.filter((day) => goesOn('weekly', day))).toEqual(['2013-02-04'])
    expect(week.filter((day) => goesOn('daily', day))).toEqual(week)
    expect(week.filter((day) => goesOn('never', day))).toEqual([])
  })
})

describe('letters', () => {
  let rooms: FollowedRooms
  let clock = new Date('2013-02-01T06:00:00.000Z')
  let maria: Visitor
  const site = 'https://resolute.example.int'
  const administrator = program('system:test')

  beforeAll(async () => {
    rooms = await followedRooms(() => clock)
    maria = await rooms.person('focal-point', 'secretary-general')
    await rooms.person('focal-point', 'cl')
    await rooms.person('officer')
  })
  afterAll(() => rooms.close())

  async function letters(): Promise<readonly OutboxLetter[]> {
    const { mail } = rooms.platform
    const entries = await mail.outbox(administrator, { limit: 200 })
    if ('refused' in entries) throw new Error(entries.act)
    const digests = entries.filter(({ key }) => key.startsWith('digest:'))
    const found = await Promise.all(digests.map(({ id }) => mail.letter(administrator, id)))
    return found.flatMap((letter) => (letter !== null && !('refused' in letter) ? [letter] : []))
  }
  const send = (on: string) => {
    clock = new Date(`${on}T06:00:00.000Z`)
    return rooms.followup.sendReminders('system:reminders', { on, site })
  }

  test('who answers is reminded of what is due, once, however often and by however many it is asked', async () => {
    const planned = await rooms.followup.remindersOn('2013-02-01')
    expect(planned).toHaveLength(5)
    for (const one of planned) {
      expect(one).toMatchObject({ person: maria.person, rule: '90-before', day: '2013-04-22', inDays: 80 })
    }
    expect(await letters()).toEqual([])
    const sent = await Promise.all(Array.from({ length: 4 }, () => send('2013-02-01')))
    expect(sent.filter((one) => one.letters > 0)).toEqual([{ letters: 1, reminders: 5 }])
    expect(await send('2013-02-01')).toEqual({ letters: 0, reminders: 0 })
    expect(await send('2013-02-02')).toEqual({ letters: 0, reminders: 0 })
    expect(await rooms.followup.remindersOn('2013-02-02')).toEqual([])
    const [letter, ...more] = await letters()
    expect(more).toEqual([])
    expect(letter).toMatchObject({ to: 'person.1@example.org', subject: '5 matters await your answer' })
    expect(letter!.text).toContain('Due in 80 days, on 22 April 2013')
    expect(letter!.text).toContain(`${site}/dossiers/E/RES/2012/19%2317/1`)
    expect(letter!.html).toContain(`<a href="${site}/dossiers/E/RES/2012/19%2317/1"`)
    const entries = await rooms.ledger.entries({ act: 'followup.send-reminders' })
    expect(entries).toHaveLength(1)
    expect(JSON.stringify(entries)).not.toContain('example.org')
  })

  test('what was answered is not asked for again', async () => {
    const id = 'E/RES/2012/19#17/1'
    const before = await rooms.followup.remindersOn('2013-03-25')
    expect(before.map(({ asked, rule }) => `${asked.id} ${rule}`)).toContain(`${id} 30-before`)
    const update = { status: 'implemented', asOf: '2013-01-20', narrative: 'Done.', language: 'en' } as const
    const done = await rooms.followup.recordUpdate(maria, { id, actor: 'secretary-general', update, send: true })
    expect(done).toMatchObject({ id })
    const after = await rooms.followup.remindersOn('2013-03-25')
    expect(after.map(({ asked }) => asked.id)).not.toContain(id)
    expect(after).toHaveLength(before.length - 1)
  })

  test('whoever it was handed on to is reminded beside who answers', async () => {
    const other = await rooms.person('focal-point', 'secretary-general', 'Division')
    await rooms.followup.setLetters(other, 'never')
    const [first] = await rooms.followup.remindersOn('2013-03-25')
    const given = { id: first!.asked.id, actor: 'secretary-general' }
    await rooms.followup.assign(program('system:test'), { ...given, person: maria.person })
    await rooms.followup.handOn(maria, { ...given, person: other.person! })
    const people = async () =>
      (await rooms.followup.remindersOn('2013-03-25'))
        .filter(({ asked }) => asked.id === given.id)
        .map(({ person }) => person)
    expect(await people()).toEqual([maria.person])
    await rooms.followup.setLetters(other, 'daily')
    expect((await people()).sort()).toEqual([maria.person, other.person].sort())
    await rooms.followup.setLetters(other, 'never')
  })

  test('a reader makes them fewer by the link in the letter, and they stop', async () => {
    const [letter] = await letters()
    const token = /\/letters\?key=([\w-]+)/.exec(letter!.text!)![1]!
    expect(await rooms.followup.readerOf('x'.repeat(32))).toBeNull()
    const reader = await rooms.followup.readerOf(token)
    expect(reader).toMatchObject({ person: maria.person, grants: [] })
    const told = async (on: string) =>
      (await rooms.followup.remindersOn(on)).some(({ person }) => person === maria.person)
    await rooms.followup.setLetters(reader!, 'never')
    expect(await rooms.followup.lettersOf(maria.person!)).toBe('never')
    expect(await told('2013-03-25')).toBe(false)
    await rooms.followup.setLetters(reader!, 'weekly')
    expect(await told('2013-03-25')).toBe(true) // a Monday
    expect(await told('2013-03-26')).toBe(false)
    await rooms.followup.setLetters(reader!, 'daily')
    expect(await rooms.followup.setLetters(anybody, 'never')).toMatchObject({ refused: 'not-allowed' })
  })

  test('everybody reads their letter in their own language, one a day', async () => {
    for (const language of sixLanguages) {
      const one = await rooms.person('focal-point', 'unodc-executive-director')
      await rooms.parties.changeAccount(one, { language: language as 'ar' })
    }
    const before = await letters()
    expect(await send('2013-04-16')).toMatchObject({ letters: 7 })
    const fresh = (await letters()).filter(({ id, to }) => !to.includes('.1@') && !before.some((old) => old.id === id))
    const subjects = Object.fromEntries(fresh.map(({ language, subject }) => [language, subject]))
    expect(subjects).toEqual({
      ar: '3 مسائل تنتظر ردكم',
      zh: '有 3 项事项等待您答复',
      en: '3 matters await your answer',
      fr: '3 questions attendent votre réponse',
      ru: '3 вопроса ожидают вашего ответа',
      es: '3 asuntos esperan su respuesta',
    })
    const arabic = fresh.find(({ language }) => language === 'ar')
    expect(arabic!.html).toMatch(/<html lang="ar[^"]*" dir="rtl">/)
    expect(arabic!.text).toMatch(/يحل الموعد بعد 6 أيام، في 22 أبريل 2013/)
    for (const { text } of fresh) expect(text).not.toMatch(/letter\.|\{/)
  })

  test('nobody is told of a session that was moved twice, and everybody concerned is told once', async () => {
    const move = { body: 'CCPCJ', number: 22, part: 'regular', to: { from: '2013-05-13', to: '2013-05-17' } } as const
    const moved = await rooms.calendar.moveSession(administrator, { ...move, reason: 'The hall is <being> mended.' })
    expect(moved).toMatchObject({ move: { n: 1 } })
    const told = await Promise.all(Array.from({ length: 4 }, () => rooms.followup.tellMoves('system:moves', { site })))
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(1)
    const entries = await rooms.platform.mail.outbox(administrator, { limit: 200 })
    if ('refused' in entries) throw new Error(entries.act)
    const posted = entries.filter(({ key }) => key.startsWith('move:1:'))
    expect(posted).toHaveLength(8) // two for the Secretary-General, six for the Executive Director
    expect(new Set(posted.map(({ to }) => to)).size).toBe(8)
    const english = posted.find(({ to }) => to === 'person.1@example.org')
    const letter = await rooms.platform.mail.letter(administrator, english!.id)
    expect(letter).toMatchObject({
      subject: 'CCPCJ 22 has been moved to 13–17 May 2013',
      text: expect.stringContaining('CCPCJ 22 has been moved from 22–26 April 2013 to 13–17 May 2013.'),
      html: expect.stringContaining('Reason: The hall is &lt;being&gt; mended.'),
    })
    expect(letter).toMatchObject({ text: expect.stringContaining('Was due 22–26 April 2013, now due 13–17 May 2013') })
    const entriesOfMove = await rooms.ledger.entries({ act: 'followup.tell-move' })
    expect(entriesOfMove).toMatchObject([{ on: 'session:CCPCJ/22', data: { move: 1, letters: 8 } }])
    const days = new Set((await rooms.followup.remindersOn('2013-05-01')).map(({ day }) => day))
    expect(days).toEqual(new Set(['2013-05-13']))
    expect(await rooms.ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
  })
})
