import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import type { Form } from './form.ts'
import { isLate } from './hands.ts'
import type { AnswerEvent } from './room.ts'
import { done, openedCall } from './testing/opened-call.ts'
import { type SubmissionRooms, submissionRooms } from './testing/rooms.ts'
import { sampleForm } from './testing/sample-form.ts'

let now = new Date('2012-11-05T09:00:00Z')
let rooms: SubmissionRooms
let officer: Visitor
let evaluator: Visitor
let mission: Visitor
let ministry: Visitor
let italy: Visitor
const heard: AnswerEvent[] = []

beforeAll(async () => {
  rooms = await submissionRooms(() => now)
  rooms.submissions.onAnswer(async (_, event) => void heard.push(event))
  officer = await rooms.person('officer')
  evaluator = await rooms.person('evaluator')
  mission = await rooms.person('focal-point', 'cl', 'mission')
  ministry = await rooms.person('focal-point', 'cl', 'Ministry of Tourism')
  italy = await rooms.person('focal-point', 'it', 'mission')
}, 60_000)
afterAll(() => rooms.close())

const invitees = [
  { kind: 'actor', actor: 'cl' },
  { kind: 'actor', actor: 'it' },
  { kind: 'organization', name: 'World Tourism Forum', email: 'forum@example.org', language: 'fr' },
] as const

/** The same questions as those of other calls with this name; each call asks its own where none is given. */
const asking = (name: string, form: Form = sampleForm): Form => ({
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ({ ...question, same: `${name}/${question.id}` })),
  })),
})
const opened = (words = {}, name: string = crypto.randomUUID()) =>
  openedCall(rooms, { invitees, words, form: asking(name) })
/** Somebody who holds the link of an invitation. */
const holder = (invitation: string, by: Visitor = anybody): Visitor => ({
  ...by,
  doer: by.person === null ? `invitee:${invitation}` : by.doer,
  grants: [...by.grants, { role: 'invitee', actor: invitation }],
})
const chile = async (call: string, by: Visitor = mission) => (await rooms.submissions.answering(`${call}/1`, by))!
const save = (invitation: string, by: Visitor, answers: object, more: object = {}) =>
  rooms.submissions.save(by, { invitation, answers: answers as never, language: 'en', ...more })
const send = (invitation: string, by: Visitor, more: object = {}) =>
  rooms.submissions.send(by, { invitation, visibility: 'public', language: 'en', ...more })
const enough = { q1: { options: ['yes'] }, q4: { text: '12' } }

describe('writing', () => {
  test('what is taken is kept, what is not leaves what stood and says why; the page starts where one left', async () => {
    const { call } = await opened()
    const id = `${call}/1`
    expect(done(await save(id, mission, enough))).toEqual({ saved: ['q1', 'q4'], errors: [], acts: expect.any(Number) })
    const again = done(
      await save(id, mission, { q4: { text: 'many' }, q5: { text: '2012-01-02' }, q99: { text: 'x' } }),
    )
    expect(again.saved).toEqual(['q5'])
    expect(again.errors).toEqual([
      { field: 'q4', code: 'no-number' },
      { field: 'q99', code: 'no-such-question' },
    ])
    const found = await chile(call)
    expect(found.drafts.q4).toMatchObject({ answer: { number: '12' }, by: mission.doer, from: null })
    expect(found.invitation).toMatchObject({ state: 'begun', acts: again.acts, email: null })
    expect(found.may).toMatchObject({ write: true, send: true })
    // the same once more changes nothing
    expect(done(await save(id, mission, enough)).acts).toBe(again.acts)
  })

  test('typing leaves no entry; nobody but those who answer sees it, and the office only that it is begun', async () => {
    const { call } = await opened()
    const id = `${call}/1`
    const before = (await rooms.ledger.entries({ limit: 1 }))[0]!.seq
    await save(id, mission, { q1: { options: ['yes'] }, q3: { text: 'A secret of the mission.' } })
    expect((await rooms.ledger.entries({ limit: 1 }))[0]!.seq).toBe(before)
    expect(await rooms.submissions.answering(id, italy)).toBeNull()
    expect(await rooms.submissions.answering(id, anybody)).toBeNull()
    expect(await rooms.submissions.answering(id, holder(`${call}/2`))).toBeNull()
    for (const one of [officer, evaluator]) {
      const seen = await rooms.submissions.answering(id, one)
      expect(seen).toMatchObject({ invitation: { state: 'begun' }, drafts: {}, sent: null, onBehalf: true })
      expect(JSON.stringify(seen)).not.toContain('secret')
    }
    expect(await save(id, italy, enough)).toMatchObject({ refused: 'not-allowed' })
    expect(await save(id, evaluator, enough)).toMatchObject({ refused: 'not-allowed' })
    expect(await save(id, anybody, enough)).toMatchObject({ refused: 'not-allowed', signIn: true })
  })

  test('one who writes over the words of another leaves them beneath; a page shown before comes too late', async () => {
    const { call } = await opened()
    const id = `${call}/1`
    const first = done(await save(id, mission, { q1: { options: ['yes'] }, q10: { text: 'Ours.' } }))
    const link = holder(id)
    expect(await save(id, link, { q10: { text: 'Theirs.' } }, { seen: first.acts - 1 })).toEqual({
      refused: 'changed-since',
    })
    expect(done(await save(id, link, { q10: { text: 'Theirs.' } }, { seen: first.acts })).saved).toEqual(['q10'])
    const rows = await rooms.place.database
      .withTables<{ 'submissions.drafts': { question: string; hand: number; by: string; answer: { text: string } } }>()
      .selectFrom('submissions.drafts')
      .select(['hand', 'by', 'answer'])
      .where('question', '=', 'q10')
      .orderBy('hand')
      .execute()
    expect(rows.slice(-2)).toMatchObject([
      { hand: 1, by: mission.doer, answer: { text: 'Ours.' } },
      { hand: 2, by: `invitee:${id}`, answer: { text: 'Theirs.' } },
    ])
    // a page that comes back whole in another language does not say that others wrote in it
    await rooms.submissions.save(mission, { invitation: id, answers: { q10: { text: 'Theirs.' } }, language: 'fr' })
    expect((await chile(call)).drafts.q10).toMatchObject({ by: `invitee:${id}`, answer: { language: 'en' } })
  })

  test('files are kept first and named after; one nobody brought is not taken', async () => {
    const { call } = await opened()
    const id = `${call}/1`
    async function* bytes(text: string) {
      yield Buffer.from(text)
    }
    const given = { invitation: id, question: 'q8', name: 'C:\\letters\\law.txt' }
    const { file } = done(await rooms.submissions.keepFile(mission, { ...given, bytes: bytes('The law.') }))
    expect(file).toMatchObject({ name: 'law.txt', type: 'text/plain', size: 8 })
    expect(done(await save(id, mission, { q8: { files: [{ ...file, size: 1, type: 'text/html' }] } })).saved).toEqual([
      'q8',
    ])
    expect((await chile(call)).drafts.q8?.answer).toMatchObject({ files: [{ size: 8, type: 'text/plain' }] })
    const other = done(await save(`${call}/2`, italy, { q8: { files: [file] } }))
    expect(other.errors).toEqual([{ field: 'q8', code: 'no-such-file' }])
    expect(await rooms.submissions.keepFile(mission, { ...given, question: 'q3', bytes: bytes('x') })).toMatchObject({
      errors: [{ code: 'no-such-question' }],
    })
    expect(await rooms.submissions.keepFile(mission, { ...given, bytes: bytes('') })).toMatchObject({
      errors: [{ code: 'empty' }],
    })
    expect(await rooms.submissions.keepFile(italy, { ...given, bytes: bytes('x') })).toMatchObject({
      refused: 'not-allowed',
    })
  })
})

describe('sending', () => {
  test('whole or not at all; only what is asked goes out; a correction takes its place, a withdrawal takes it back', async () => {
    const { call } = await opened()
    const id = `${call}/1`
    heard.length = 0
    expect(await send(id, mission)).toEqual({ refused: 'invalid', errors: [{ field: 'q1', code: 'missing' }] })
    await save(id, mission, { ...enough, q2: { options: ['fraud'] } })
    const once = crypto.randomUUID()
    expect(done(await send(id, mission, { once }))).toEqual({ submission: `${id}/1` })
    expect(done(await send(id, mission, { once }))).toEqual({ submission: `${id}/1` })
    expect(await send(id, mission)).toEqual({ refused: 'nothing-to-send' })
    await save(id, mission, { q1: { options: ['no'] } })
    expect(done(await send(id, mission, { visibility: 'office' }))).toEqual({ submission: `${id}/2` })
    const found = await chile(call)
    // what depends on another answer stays written, and is not sent
    expect(found.sent).toMatchObject({
      number: 2,
      state: 'standing',
      visibility: 'office',
      channel: 'online',
      late: false,
    })
    expect(Object.keys(found.sent!.answers)).toEqual(['q1'])
    expect(found.drafts.q4?.answer).toMatchObject({ number: '12' })
    expect(found.history.map(({ number, state }) => [number, state])).toEqual([
      [1, 'replaced'],
      [2, 'standing'],
    ])
    expect(done(await rooms.submissions.show(mission, { invitation: id, visibility: 'member-states' }))).toEqual({
      submission: `${id}/2`,
    })
    expect(done(await rooms.submissions.withdraw(mission, { invitation: id, reason: 'A new count.' }))).toEqual({
      submission: `${id}/2`,
    })
    expect(await rooms.submissions.withdraw(mission, { invitation: id })).toEqual({ refused: 'already-withdrawn' })
    expect((await chile(call)).sent).toMatchObject({
      state: 'withdrawn',
      visibility: 'member-states',
      withdrawn: { reason: 'A new count.' },
    })
    expect(done(await send(id, mission))).toEqual({ submission: `${id}/3` })
    expect((await chile(call)).invitation).toMatchObject({ state: 'sent' })
    expect(heard.map(({ state, submission, actor }) => [state, submission, actor])).toEqual([
      ['sent', `${id}/1`, 'cl'],
      ['sent', `${id}/2`, 'cl'],
      ['withdrawn', `${id}/2`, 'cl'],
      ['sent', `${id}/3`, 'cl'],
    ])
  })

  test('late is taken and said, once the day is over everywhere on earth; what is closed takes nothing', async () => {
    const { call } = await opened({ deadline: '2012-11-06' })
    expect(isLate('2012-11-06', new Date('2012-11-07T11:59:59Z'))).toBe(false)
    now = new Date('2012-11-07T12:00:00Z')
    await save(`${call}/1`, mission, enough)
    done(await send(`${call}/1`, mission))
    expect((await chile(call)).sent).toMatchObject({ late: true })
    done(await rooms.submissions.closeCall(officer, { call }))
    expect(await save(`${call}/2`, italy, enough)).toEqual({ refused: 'call-closed' })
    expect(await send(`${call}/2`, italy)).toEqual({ refused: 'call-closed' })
    expect((await chile(call)).may).toMatchObject({ write: false, send: false, withdraw: true })
    now = new Date('2012-11-08T09:00:00Z')
  })

  test('what the office writes down goes out at once and says so, and lies beside what those who answer write', async () => {
    const { call } = await opened()
    const id = `${call}/1`
    await save(id, mission, { q10: { text: 'Not ready.' } })
    await save(id, officer, { q1: { options: ['no'] } })
    expect((await chile(call)).drafts.q1).toBeUndefined()
    done(await send(id, officer))
    const found = await chile(call)
    expect(found.sent).toMatchObject({ onBehalf: true, channel: 'office', by: officer.doer })
    expect(Object.keys(found.sent!.answers)).toEqual(['q1'])
    expect(found.drafts.q10?.answer).toMatchObject({ text: 'Not ready.' })
    // their correction starts from what stands
    done(await send(id, mission))
    const corrected = (await chile(call)).sent!
    expect(corrected).toMatchObject({ number: 2, onBehalf: false })
    expect(Object.keys(corrected.answers).sort()).toEqual(['q1', 'q10'])
  })

  test('who holds the link sends where nobody was named, else writes drafts; organizations have the link alone', async () => {
    const { call } = await opened()
    const id = `${call}/1`
    const link = holder(id)
    done(await save(id, link, enough))
    expect((await chile(call, link)).byLink).toBe(true)
    done(await rooms.submissions.assign(mission, { invitation: id, person: mission.person }))
    expect(await send(id, link)).toEqual({ refused: 'not-yours-to-clear' })
    expect(done(await save(id, link, { q10: { text: 'From an expert.' } })).saved).toEqual(['q10'])
    done(await send(id, mission))
    const forum = holder(`${call}/3`, italy)
    done(await save(`${call}/3`, forum, enough))
    expect(done(await send(`${call}/3`, forum))).toEqual({ submission: `${call}/3/1` })
    // one who is signed in acts in their own name
    expect((await rooms.submissions.answering(`${call}/3`, forum))!.sent).toMatchObject({ by: italy.doer, actor: null })
    expect(await rooms.submissions.handOn(forum, { invitation: `${call}/3`, person: mission.person! })).toMatchObject({
      refused: 'not-allowed',
    })
  })

  test('from mission to ministry and back, with one clearance', async () => {
    const { call } = await opened()
    const id = `${call}/1`
    const origin = 'https://resolute.example'
    const handed = { invitation: id, person: ministry.person!, reason: 'Please count the cases.', origin }
    done(await rooms.submissions.handOn(mission, handed))
    expect(await save(id, mission, enough)).toEqual({ refused: 'held-elsewhere' })
    done(await save(id, ministry, enough))
    expect(await send(id, ministry)).toEqual({ refused: 'not-yours-to-clear' })
    expect(await rooms.submissions.assign(ministry, { invitation: id, person: ministry.person })).toEqual({
      refused: 'not-yours-to-clear',
    })
    expect(await rooms.submissions.handOn(ministry, { invitation: id, person: italy.person! })).toMatchObject({
      errors: [{ field: 'person', code: 'no-such-person' }],
    })
    // why it was handed on is theirs: the office reads that it was
    const told = async (by: Visitor) =>
      (await rooms.submissions.history(id, by)).find(({ act }) => act === 'submissions.hand-on')?.facts
    expect(await told(mission)).toMatchObject({ reason: 'Please count the cases.', to: ministry.person })
    expect(await told(officer)).toEqual({ from: null, to: ministry.person })
    done(await rooms.submissions.takeBack(ministry, { invitation: id }))
    done(await send(id, mission, { origin }))
    const letters = await rooms.platform.mail.outbox({ ...officer, grants: [{ role: 'administrator', actor: null }] })
    if ('refused' in letters) throw new Error(letters.act)
    const keys = letters.map(({ key, to }) => [key.split(':')[0], to])
    expect(keys).toContainEqual(['handed-on', expect.stringContaining('@example.org')])
    expect(keys.filter(([kind]) => kind === 'receipt')).toHaveLength(2)
    expect(letters.find(({ key }) => key.startsWith('handed-on'))!.subject).toContain('Threats to the tourism sector')
  })

  test('a receipt tells what was received, in the language of whoever asks; only who sent it and the office get it', async () => {
    const { call } = await opened()
    const id = `${call}/1`
    await save(id, mission, { ...enough, q10: { text: 'Patrols.' } })
    const { submission } = done(await send(id, mission))
    for (const language of ['en', 'ar'] as const) {
      const receipt = await rooms.submissions.receipt(submission, mission, language)
      expect(receipt).toMatchObject({ name: `receipt-${submission.replaceAll('/', '-')}-${language}.docx` })
      expect(receipt!.bytes.length).toBeGreaterThan(2000)
    }
    expect(await rooms.submissions.receipt(submission, officer, 'en')).not.toBeNull()
    for (const one of [italy, anybody, holder(`${call}/2`)]) {
      expect(await rooms.submissions.receipt(submission, one, 'en')).toBeNull()
    }
  })
})

describe('filling in from earlier answers', () => {
  test('the last answer to the same question is offered, marked, and never goes out unlooked at', async () => {
    const before = await opened({}, '2011-1')
    await save(`${before.call}/1`, mission, {
      ...enough,
      q2: { options: ['fraud'], other: 'piracy' },
      q10: { text: 'Then.' },
    })
    await save(`${before.call}/1`, mission, { q5: { note: 'no_information' } })
    done(await send(`${before.call}/1`, mission, { visibility: 'office' }))
    const { call } = await opened({}, '2011-1')
    const id = `${call}/1`
    const { drafts } = await chile(call)
    expect(drafts.q10).toMatchObject({
      answer: { text: 'Then.' },
      from: { call: before.call, submission: `${before.call}/1/1`, at: now.toISOString() },
    })
    expect(drafts.q2).toMatchObject({ answer: { options: ['fraud'], other: 'piracy' } })
    expect(drafts.q5).toBeUndefined()
    // what only the office may see is not for whoever holds a link
    expect((await chile(call, holder(id))).drafts).toEqual({})
    const refused = await send(id, mission)
    expect(refused).toMatchObject({ refused: 'invalid' })
    const codes = 'errors' in refused ? refused.errors : []
    expect(codes.map(({ field, code }) => `${field} ${code}`)).toEqual(
      ['q1', 'q2', 'q4', 'q10'].map((q) => `${q} unconfirmed`),
    )
    // a page that comes back as it was shown confirms nothing
    await save(id, mission, { q1: { options: ['yes'] }, q10: { text: 'Then.' } })
    expect((await chile(call)).drafts.q10?.from).not.toBeNull()
    await save(id, mission, { q10: { text: 'Now.' }, q4: { text: '' } }, { confirm: ['q1', 'q2'] })
    const confirmed = await chile(call)
    expect(confirmed.drafts.q1).toMatchObject({ from: null, by: mission.doer })
    expect(confirmed.drafts.q4).toMatchObject({ answer: null, from: null })
    done(await send(id, mission))
    expect((await chile(call)).sent!.answers).toEqual({
      q1: { kind: 'choice', option: 'yes', other: null },
      q2: { kind: 'several', options: ['fraud'], other: 'piracy' },
      q10: { kind: 'text', text: 'Now.', language: 'en' },
    })
  })

  test('not from what was withdrawn, nor where the question asks otherwise now', async () => {
    const before = await opened({}, '2011-2')
    await save(`${before.call}/2`, italy, enough)
    done(await send(`${before.call}/2`, italy))
    const changed: Form = {
      ...sampleForm,
      sections: sampleForm.sections.map((section) => ({
        ...section,
        questions: section.questions.map((question) =>
          question.kind === 'number' ? { ...question, unit: { en: 'thousand cases' } } : question,
        ),
      })),
    }
    const other = await openedCall(rooms, { invitees, form: asking('2011-2', changed) })
    const found = await rooms.submissions.answering(`${other.call}/2`, italy)
    expect(Object.keys(found!.drafts)).toEqual(['q1'])
    done(await rooms.submissions.withdraw(italy, { invitation: `${before.call}/2` }))
    const { call } = await opened({}, '2011-2')
    expect((await rooms.submissions.answering(`${call}/2`, italy))!.drafts).toEqual({})
  })
})

test('every act has its entry and every row its seal', async () => {
  expect(await rooms.ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})
