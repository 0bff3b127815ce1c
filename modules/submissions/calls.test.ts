import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { anybody } from '#platform/access'
import { questionsOf } from './shown.ts'
import { done, openedCall, sampleWords } from './testing/opened-call.ts'
import { type SubmissionRooms, submissionRooms } from './testing/rooms.ts'
import { sampleForm } from './testing/sample-form.ts'

let rooms: SubmissionRooms
afterEach(() => rooms.close())
let today = '2012-10-01'
const opened = async (texts = true) => {
  today = '2012-10-01'
  rooms = await submissionRooms(() => new Date(`${today}T09:00:00Z`), { texts })
  return rooms
}
const invalid = (...errors: readonly (readonly [field: string, code: string])[]) => ({
  refused: 'invalid',
  errors: errors.map(([field, code]) => expect.objectContaining({ field, code })),
})

test('a call is made, written, opened, closed and opened again', async () => {
  const { submissions, person, ledger } = await opened()
  const officer = await person('officer')
  expect(await submissions.makeCall(officer, { words: sampleWords })).toEqual({ call: '2012-1' })
  expect(await submissions.call('2012-1', anybody)).toBeNull()
  expect(await submissions.openCall(officer, { call: '2012-1' })).toEqual({ refused: 'form-not-ready' })
  const changed = await submissions.changeForm(officer, { call: '2012-1', form: sampleForm, seen: 0 })
  expect('notes' in changed && changed.notes.filter(({ severity }) => severity === 'blocks')).toEqual([])
  expect(await submissions.openCall(officer, { call: '2012-1', seen: 0 })).toEqual({ refused: 'changed-since' })
  expect(await submissions.openCall(officer, { call: '2012-1', seen: 1 })).toEqual({ version: 1 })
  expect(await submissions.call('2012-1', anybody)).toMatchObject({ state: 'open', version: 1, acts: 2 })
  expect(await submissions.openCall(officer, { call: '2012-1' })).toEqual({ refused: 'not-a-draft' })
  expect(await submissions.closeCall(officer, { call: '2012-1' })).toEqual({ call: '2012-1' })
  expect(await submissions.closeCall(officer, { call: '2012-1' })).toEqual({ refused: 'not-open' })
  expect(await submissions.changeForm(officer, { call: '2012-1', form: sampleForm })).toEqual({
    refused: 'not-a-draft',
  })
  expect(await submissions.openCall(officer, { call: '2012-1' })).toEqual({ version: 1 })
  expect(await submissions.call('2012-1', anybody)).toMatchObject({ state: 'open', closedAt: null })
  expect(await submissions.closeCall(officer, { call: '2012-9' })).toEqual({ refused: 'no-such-call' })
  expect(await ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})

test('who is not of the office makes nothing and sees no draft', async () => {
  const { submissions, person } = await opened(false)
  const words = { ...sampleWords, anchor: null }
  done(await submissions.makeCall(await person('officer'), { words }))
  for (const by of [anybody, await person('focal-point', 'cl'), await person('evaluator')]) {
    expect(await submissions.makeCall(by, { words })).toMatchObject({ refused: 'not-allowed' })
    expect(await submissions.openCall(by, { call: '2012-1' })).toMatchObject({ refused: 'not-allowed' })
    expect(await submissions.changeForm(by, { call: '2012-1', form: sampleForm })).toMatchObject({
      refused: 'not-allowed',
    })
  }
  for (const by of [anybody, await person('focal-point', 'cl')]) {
    expect(await submissions.calls({}, by)).toEqual([])
    expect(await submissions.calls({ state: 'draft' }, by)).toEqual([])
    expect(await submissions.draftForm('2012-1', by)).toBeNull()
    expect(await submissions.drafts('2012-1', by)).toEqual([])
    expect(await submissions.library(by)).toEqual([])
    expect(await submissions.form('2012-1', by)).toBeNull()
  }
})

test('words that cannot be are told field by field', async () => {
  const { submissions, person } = await opened()
  const officer = await person('officer')
  const attempt = async (patch: object) => submissions.makeCall(officer, { words: { ...sampleWords, ...patch } })
  expect(await attempt({ subject: { en: ' ' } })).toEqual(invalid(['subject', 'missing']))
  expect(await attempt({ subject: { en: 'x'.repeat(301) } })).toEqual(invalid(['subject.en', 'too-long']))
  expect(await attempt({ introduction: { fr: 'a\u0000' } })).toEqual(invalid(['introduction.fr', 'unreadable']))
  expect(await attempt({ deadline: '2012-09-30' })).toEqual(invalid(['deadline', 'in-the-past']))
  expect(await attempt({ deadline: '2013-02-30' })).toEqual(invalid(['deadline', 'no-such-day']))
  expect(await attempt({ caller: 'nobody' })).toEqual(invalid(['caller', 'no-such-actor']))
  expect(await attempt({ anchor: { ...sampleWords.anchor, path: '99' } })).toEqual(
    invalid(['anchor', 'no-such-paragraph']),
  )
  expect(await attempt({ report: { body: 'XYZ', session: 22, obligation: null } })).toEqual(
    invalid(['report', 'not-a-choice']),
  )
  expect(await attempt({ reminders: [1, 2, 3, 4, 5, 6, 7] })).toEqual(invalid(['reminders', 'too-many']))
  expect(await attempt({ reminders: [Number.NaN] })).toEqual(invalid(['reminders', 'no-number']))
  expect(await attempt({ contact: 'nobody', visibility: 'all' })).toEqual(
    invalid(['visibility', 'not-a-choice'], ['contact', 'no-mail-address']),
  )
  expect(await submissions.calls({}, officer)).toEqual([])
})

test('once it is open, subject, paragraph and day stand as letters have them; a language may be added', async () => {
  const { submissions, person } = await opened()
  const officer = await person('officer')
  const { call } = await openedCall(rooms, { words: { subject: { en: 'Threats' } } })
  const words = { ...sampleWords, subject: { en: 'Threats', fr: 'Menaces' } }
  const attempt = async (patch: object) => submissions.changeCall(officer, { call, words: { ...words, ...patch } })
  expect(await attempt({ deadline: '2013-02-01' })).toEqual(invalid(['deadline', 'fixed']))
  expect(await attempt({ subject: { en: 'Others' }, anchor: null })).toEqual(
    invalid(['subject', 'fixed'], ['anchor', 'fixed']),
  )
  expect(await attempt({ contact: 'other@example.org' })).toEqual({ call })
  expect((await submissions.call(call, anybody))?.words).toMatchObject({
    subject: { en: 'Threats', fr: 'Menaces' },
    contact: 'other@example.org',
  })
})

test('without a day, or with one that has passed, it does not open; what is dropped is gone', async () => {
  const { submissions, person } = await opened()
  const officer = await person('officer')
  const { call } = done(await submissions.makeCall(officer, { words: { ...sampleWords, deadline: null } }))
  done(await submissions.changeForm(officer, { call, form: sampleForm }))
  expect(await submissions.openCall(officer, { call })).toEqual({ refused: 'no-deadline' })
  done(await submissions.changeCall(officer, { call, words: { ...sampleWords, deadline: '2012-10-02' } }))
  today = '2012-10-03'
  expect(await submissions.openCall(officer, { call })).toEqual(invalid(['deadline', 'in-the-past']))
  expect(await submissions.dropCall(officer, { call })).toEqual({ call })
  expect(await submissions.calls({}, officer)).toEqual([])
  expect(await submissions.calls({ state: 'dropped' }, officer)).toMatchObject([{ id: call }])
  expect(await submissions.openCall(officer, { call })).toEqual({ refused: 'not-a-draft' })
})

test('a form goes out in versions; what is being written is seen by the office alone', async () => {
  const { submissions, person } = await opened()
  const officer = await person('officer')
  const { call } = await openedCall(rooms)
  expect(await submissions.draftForm(call, officer)).toMatchObject({ isOut: true, free: { section: 4, question: 11 } })
  const shorter = { ...sampleForm, sections: sampleForm.sections.slice(0, 2) }
  done(await submissions.changeForm(officer, { call, form: shorter }))
  expect(await submissions.draftForm(call, officer)).toMatchObject({ isOut: false, free: { section: 4, question: 11 } })
  expect(questionsOf((await submissions.form(call, anybody))!.form)).toHaveLength(10)
  expect(await submissions.issueForm(officer, { call })).toEqual({ version: 2 })
  expect(questionsOf((await submissions.form(call, anybody))!.form)).toHaveLength(8)
  expect(questionsOf((await submissions.form(call, anybody, 1))!.form)).toHaveLength(10)
  expect(await submissions.form(call, anybody, 3)).toBeNull()
  const drafts = await submissions.drafts(call, officer)
  expect(drafts.map(({ questions }) => questions)).toEqual([8, 10, 0])
  expect(questionsOf((await submissions.draftForm(call, officer, drafts[1]!.draft))!.form)).toHaveLength(10)
})

test('a form is taken over with what its questions are known by', async () => {
  const { submissions, person } = await opened()
  const officer = await person('officer')
  await openedCall(rooms)
  expect(await submissions.library(officer)).toMatchObject([{ call: '2012-1', questions: 10, answered: 0 }])
  const words = { ...sampleWords, subject: { en: 'Again' } }
  const { call } = done(await submissions.makeCall(officer, { words, formOf: '2012-1' }))
  const form = (await submissions.draftForm(call, officer))!.form
  expect(form.title).toEqual({ en: 'Again' })
  expect(questionsOf(form)[0]).toMatchObject({ id: 'q1', same: '2012-1/q1' })
  expect(await submissions.makeCall(officer, { words, formOf: '2012-77' })).toEqual({ refused: 'no-such-call' })
})

test('calls are found by the report they feed and the document that orders them', async () => {
  const { submissions } = await opened()
  await openedCall(rooms)
  expect(await submissions.feeding('CCPCJ', 22)).toMatchObject([{ id: '2012-1' }])
  expect(await submissions.feeding('CCPCJ', 23)).toEqual([])
  expect(await submissions.calls({ document: 'E/RES/2012/19' }, anybody)).toMatchObject([{ invited: 0, answered: 0 }])
  expect(await submissions.calls({ document: 'E/2011/30' }, anybody)).toEqual([])
})

test('ten who make a call at once get ten numbers; a form sent twice makes one', async () => {
  const { submissions, person } = await opened(false)
  const officer = await person('officer')
  const words = { ...sampleWords, anchor: null }
  const made = await Promise.all(Array.from({ length: 10 }, () => submissions.makeCall(officer, { words })))
  const ids = made.map((one) => ('call' in one ? Number(one.call.replace('2012-', '')) : 0))
  expect(ids.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  const once = 'a-key-of-one-form'
  const twice = [
    await submissions.makeCall(officer, { words, once }),
    await submissions.makeCall(officer, { words, once }),
  ]
  expect(twice).toEqual([{ call: '2012-11' }, { call: '2012-11' }])
  today = '2013-01-02'
  expect(await submissions.makeCall(officer, { words })).toEqual({ call: '2013-1' })
})

test('a call put into another state by other means is found', async () => {
  const { ledger, place } = await opened()
  await openedCall(rooms)
  await sql`update submissions.calls set state = 'closed'`.execute(place.database)
  const { crossFaults } = await ledger.verify()
  expect(crossFaults).toEqual([
    { module: 'submissions', code: 'state', facts: { id: '2012-1', state: 'closed', told: 'open' } },
  ])
  expect(ledger.sayFault(crossFaults[0]!)).toContain('stands as closed')
})
