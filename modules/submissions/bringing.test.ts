import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program, type Visitor } from '#platform/access'
import { offlineFormats } from './offline.ts'
import { answeredSample } from './testing/answered-sample.ts'
import { done, openedCall } from './testing/opened-call.ts'
import { readSample, writtenSample } from './testing/papers.ts'
import { type SubmissionRooms, submissionRooms } from './testing/rooms.ts'

const now = () => new Date('2012-10-01T09:00:00Z')
let rooms: SubmissionRooms
let mission: Visitor
let stranger: Visitor
let officer: Visitor
let call: string

const actors = ['cl', 'it', 'jp', 'ke', 'fr', 'ru']
beforeAll(async () => {
  rooms = await submissionRooms(now)
  const invitees = actors.map((actor) => ({ kind: 'actor' as const, actor, language: 'en' as const }))
  const opened = await openedCall(rooms, { invitees })
  call = opened.call
  mission = await rooms.person('focal-point', 'cl')
  stranger = await rooms.person('focal-point', 'it')
  officer = await rooms.person('officer')
})
afterAll(() => rooms.close())

const invitation = async (by: Visitor, actor: string): Promise<string> => {
  const { rows } = await rooms.submissions.invitations(call, { limit: 50 }, program('system:test'))
  expect(by).toBeDefined()
  return rows.find((row) => row.actor === actor)!.id
}

const given = {
  q1: { options: ['yes'] },
  q2: { options: ['fraud'], other: 'Piracy' },
  q3: { text: 'Some lines.\n\nAnd more.' },
  q4: { text: '17' },
  q5: { text: '2011-03-09' },
  q6: { rows: [{ row: '2010', cells: { cases: '3', trend: 'up' } }] },
  q7: { rows: [{ row: null, cells: { name: 'Law' } }] },
  q9: { comments: [{ path: '5', text: 'Agreed.', proposal: 'Invites' }] },
  q10: { note: 'no_information' },
}

describe.each(offlineFormats)('%s', (format) => {
  test('goes out with what is written, and comes back for another as it was, as drafts, with one entry', async () => {
    const by = await rooms.person('focal-point', actors[3 + offlineFormats.indexOf(format)]!)
    const id = await invitation(by, by.grants[0]!.actor!)
    done(await rooms.submissions.save(by, { invitation: id, answers: given, language: 'en' }))
    const before = (await rooms.submissions.answering(id, by))!
    const file = (await rooms.submissions.offlineForm(id, by, format, 'fr'))!
    expect(file.name).toMatch(new RegExp(`\\.${format}$`))
    for (const question of Object.keys(given)) {
      done(await rooms.submissions.save(by, { invitation: id, answers: { [question]: {} }, language: 'en' }))
    }
    const entries = (await rooms.ledger.entries({ limit: 1000 })).length
    const brought = done(await rooms.submissions.bringFile(by, { invitation: id, file }))
    expect(brought.report).toMatchObject({
      format,
      version: 1,
      language: 'fr',
      refused: false,
      empty: ['q8'],
      replaced: [],
    })
    expect(brought.report.taken).toEqual(Object.keys(given))
    expect(brought.report.unread).toEqual([])
    const after = (await rooms.submissions.answering(id, by))!
    for (const question of Object.keys(given)) {
      const was = before.drafts[question]!.answer!
      const answer = 'language' in was ? { ...was, language: 'fr' } : was
      expect(after.drafts[question]!.answer, question).toEqual(answer)
    }
    expect(after.invitation.state).toBe('begun')
    expect(await rooms.ledger.entries({ limit: 1000 })).toHaveLength(entries + 1)
    // the same file once more changes nothing, not even what was typed since
    done(await rooms.submissions.save(by, { invitation: id, answers: { q4: { text: '18' } }, language: 'en' }))
    expect(await rooms.submissions.bringFile(by, { invitation: id, file })).toEqual(brought)
    expect((await rooms.submissions.answering(id, by))!.drafts.q4!.answer).toEqual({ kind: 'number', number: '18' })
    expect(await rooms.ledger.entries({ limit: 1000 })).toHaveLength(entries + 1)
    expect(await rooms.submissions.brought(brought.brought, by)).toMatchObject({
      invitation: id,
      report: brought.report,
    })
    // what was not sent is seen by those who write it alone
    expect(await rooms.submissions.brought(brought.brought, stranger)).toBeNull()
    expect(await rooms.submissions.brought(brought.brought, officer)).toBeNull()
    const sent = done(await rooms.submissions.send(by, { invitation: id, visibility: 'public', language: 'fr' }))
    const [, n = '', number = ''] = sent.submission.split('/')
    const shown = await rooms.submissions.submission(call, Number(n), by, Number(number))
    expect(shown).toMatchObject({ channel: format, original: { name: file.name } })
  })
})

test('another answer that stood is told as replaced; an empty place leaves what stood', async () => {
  const id = await invitation(mission, 'cl')
  const file = (await rooms.submissions.offlineForm(id, mission, 'docx', 'en'))!
  const written = await readSample(await writtenSample('docx', 'en', answeredSample('en')))
  expect(written.report.refused).toBe(false)
  done(await rooms.submissions.save(mission, { invitation: id, answers: { q4: { text: '5' } }, language: 'en' }))
  const empty = done(await rooms.submissions.bringFile(mission, { invitation: id, file }))
  expect(empty.report.empty).toContain('q4')
  expect((await rooms.submissions.answering(id, mission))!.drafts.q4!.answer).toEqual({
    kind: 'number',
    number: '5',
  })
  const full = (await rooms.submissions.offlineForm(id, mission, 'xlsx', 'en'))!
  done(await rooms.submissions.save(mission, { invitation: id, answers: { q4: { text: '6' } }, language: 'en' }))
  const back = done(await rooms.submissions.bringFile(mission, { invitation: id, file: full }))
  expect(back.report).toMatchObject({ taken: ['q4'], replaced: ['q4'] })
  expect((await rooms.submissions.answering(id, mission))!.drafts.q4!.answer).toEqual({
    kind: 'number',
    number: '5',
  })
})

test('a file made for another State is refused whole, and so is one that was not made here', async () => {
  const theirs = await invitation(stranger, 'it')
  const mine = await invitation(mission, 'cl')
  const file = (await rooms.submissions.offlineForm(theirs, stranger, 'html', 'en'))!
  const { report } = done(await rooms.submissions.bringFile(mission, { invitation: mine, file }))
  expect(report).toMatchObject({ refused: true, taken: [], unread: [{ code: 'other-invitee', weight: 'refused' }] })
  const text = { name: 'x.docx', bytes: new TextEncoder().encode('Dear all') }
  const other = done(await rooms.submissions.bringFile(mission, { invitation: mine, file: text }))
  expect(other.report.unread).toMatchObject([{ code: 'no-such-format', weight: 'refused' }])
})

test('who may not write brings nothing and is handed nothing', async () => {
  const mine = await invitation(mission, 'cl')
  const file = (await rooms.submissions.offlineForm(mine, mission, 'docx', 'en'))!
  expect(await rooms.submissions.bringFile(stranger, { invitation: mine, file })).toMatchObject({
    refused: 'not-allowed',
  })
  expect(await rooms.submissions.offlineForm(mine, stranger, 'docx', 'en')).toBeNull()
  expect(
    await rooms.submissions.bringFile(mission, { invitation: mine, file: { ...file, bytes: new Uint8Array() } }),
  ).toMatchObject({
    refused: 'invalid',
    errors: [{ field: 'file', code: 'empty' }],
  })
  const large = { ...file, bytes: new Uint8Array(20 * 1024 * 1024 + 1) }
  expect(await rooms.submissions.bringFile(mission, { invitation: mine, file: large })).toMatchObject({
    refused: 'invalid',
    errors: [{ field: 'file', code: 'too-large' }],
  })
  expect(await rooms.submissions.bringFile(mission, { invitation: mine, file, seen: 0 })).toMatchObject({
    refused: 'changed-since',
  })
})
