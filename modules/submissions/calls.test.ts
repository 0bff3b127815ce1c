import { afterEach, expect, test } from 'vitest'
import { anybody } from '#platform/access'
import { openedCall, sampleWords } from './testing/opened-call.ts'
import { type SubmissionRooms, submissionRooms } from './testing/rooms.ts'
import { sampleForm } from './testing/sample-form.ts'

let rooms: SubmissionRooms
afterEach(() => rooms.close())
const now = () => new Date('2012-10-01T09:00:00Z')

test('a call is made, written, opened and closed', async () => {
  rooms = await submissionRooms(now)
  const { submissions, person, ledger } = rooms
  const officer = await person('officer')
  const made = await submissions.makeCall(officer, { words: sampleWords })
  expect(made).toEqual({ call: '2012-1' })
  expect(await submissions.call('2012-1', anybody)).toBeNull()
  expect(await submissions.openCall(officer, { call: '2012-1' })).toEqual({ refused: 'form-not-ready' })
  const changed = await submissions.changeForm(officer, { call: '2012-1', form: sampleForm, seen: 0 })
  expect('notes' in changed && changed.notes.filter(({ severity }) => severity === 'blocks')).toEqual([])
  expect(await submissions.openCall(officer, { call: '2012-1', seen: 0 })).toEqual({ refused: 'changed-since' })
  expect(await submissions.openCall(officer, { call: '2012-1', seen: 1 })).toEqual({ version: 1 })
  expect(await submissions.call('2012-1', anybody)).toMatchObject({ state: 'open', version: 1, acts: 2 })
  const words = { ...sampleWords, deadline: '2013-02-01', contact: 'other@example.org' }
  expect(await submissions.changeCall(officer, { call: '2012-1', words })).toEqual({
    refused: 'invalid',
    errors: [{ field: 'deadline', code: 'fixed' }],
  })
  expect(await submissions.closeCall(officer, { call: '2012-1' })).toEqual({ call: '2012-1' })
  expect(await ledger.verify()).toMatchObject({ faults: [], crossFaults: [] })
})

test('an opened call for tests', async () => {
  rooms = await submissionRooms(now)
  expect(await openedCall(rooms)).toEqual({ call: '2012-1', invited: [] })
})
