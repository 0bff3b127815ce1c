import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import { done, openedCall } from '../submissions/testing/opened-call.ts'
import { type FollowedRooms, followedRooms } from './testing/rooms.ts'

let now = new Date('2012-09-03T09:00:00Z')
let rooms: FollowedRooms
let officer: Visitor
let chile: Visitor

beforeAll(async () => {
  rooms = await followedRooms(() => now)
  officer = await rooms.person('officer')
  chile = await rooms.person('focal-point', 'cl', 'mission')
}, 60_000)
afterAll(() => rooms.close())

/** An open call that asks Chile, and its invitation. */
async function invited(words: { readonly anchor?: null } = {}): Promise<string> {
  const { invited: ids } = await openedCall(rooms, {
    words,
    invitees: [
      { kind: 'actor', actor: 'cl' },
      { kind: 'organization', name: 'World Tourism Forum', email: null, language: 'en' },
    ],
  })
  return ids[0]!
}

const lines = async () => (await rooms.followup.dossiers({ actor: 'cl', kind: 'invitation' }, chile)).rows

/** What the room of calls tells when something is sent or withdrawn. */
const tell = (id: string, state: 'sent' | 'withdrawn', submission: string) =>
  rooms.place.database
    .transaction()
    .execute((transaction) =>
      rooms.followup.takeSubmission(transaction, { id, actor: 'cl', state, submission, by: chile, at: now }),
    )

test('an invitation is a dossier of who is invited, due on the day the call asks for', async () => {
  const id = await invited()
  const line = (await lines()).find(({ asked }) => asked.id === id)!
  expect(line).toMatchObject({
    status: 'no_information',
    asked: { kind: 'invitation', actor: 'cl', title: 'Threats to the tourism sector' },
  })
  expect(line.asked.anchor).toEqual({ document: 'E/RES/2012/19', unit: 'E/RES/2012/19', path: '4' })
  const [due] = line.asked.dues
  expect(due).toMatchObject({ state: 'dated', from: '2013-01-15' })
  expect((await rooms.calendar.table()).explain(due!.why, 'en')).toBe(
    `answers to the call for views ${line.asked.holder} are asked for by 15 January 2013`,
  )
  const free = await invited({ anchor: null })
  expect((await rooms.followup.dossier(free, chile))?.asked.anchor).toBeNull()
  // who is invited by name alone stands on the pages of the call
  expect(await rooms.followup.dossier(id.replace('/1', '/2'), officer)).toBeNull()
})

test('what is sent is the update of the dossier, a correction takes its place, a withdrawal withdraws it', async () => {
  const id = await invited()
  await tell(id, 'sent', `${id}/1`)
  const after = (await rooms.followup.dossier(id, anybody))!
  expect(after.status).toBe('implemented')
  expect(after.replies[0]!.updates).toMatchObject([{ state: 'published', submission: `${id}/1`, narrative: '' }])
  await tell(id, 'sent', `${id}/2`)
  const states = async () =>
    (await rooms.followup.dossier(id, chile))!.replies[0]!.updates.map(({ state, submission }) => [submission, state])
  expect(await states()).toEqual([
    [`${id}/2`, 'published'],
    [`${id}/1`, 'replaced'],
  ])
  await tell(id, 'withdrawn', `${id}/2`)
  expect(await states()).toEqual([
    [`${id}/2`, 'withdrawn'],
    [`${id}/1`, 'replaced'],
  ])
  expect((await rooms.followup.dossier(id, anybody))!.status).toBe('no_information')
  const entries = await rooms.ledger.entries({ on: `dossier:${id}` })
  expect(entries.map(({ act, data }) => [act, (data as { state: string }).state])).toEqual([
    ['followup.take-submission', 'withdrawn'],
    ['followup.take-submission', 'sent'],
    ['followup.take-submission', 'sent'],
  ])
  const verdict = await rooms.ledger.verify()
  expect([...verdict.faults, ...verdict.crossFaults]).toEqual([])
})

test('sending and withdrawing are two acts each, in one transaction', async () => {
  const id = await invited()
  const answers = { q1: { options: ['yes'] }, q4: { text: '12' } }
  done(await rooms.submissions.save(chile, { invitation: id, answers, language: 'en' }))
  const sent = await rooms.submissions.send(chile, { invitation: id, visibility: 'public', language: 'en' })
  expect(done(sent).submission).toBe(`${id}/1`)
  const [line] = (await lines()).filter(({ asked }) => asked.id === id)
  expect(line).toMatchObject({ status: 'implemented', replies: 1 })
  const [update] = (await rooms.followup.dossier(id, anybody))!.replies[0]!.updates
  expect(update).toMatchObject({ submission: `${id}/1`, onBehalf: false, by: chile.doer })
  done(await rooms.submissions.withdraw(chile, { invitation: id }))
  expect((await rooms.followup.dossier(id, anybody))!.status).toBe('no_information')
  const before = (await rooms.ledger.entries({ limit: 1 }))[0]!.seq
  // one that hears of it after the dossier did
  rooms.submissions.onAnswer(async (_, { submission }) => {
    if (submission === `${id}/2`) throw new Error('the disk is full')
  })
  const again = rooms.submissions.send(chile, { invitation: id, visibility: 'office', language: 'en' })
  await expect(again).rejects.toThrow('the disk is full')
  expect((await rooms.submissions.invitation(id, chile))!.state).toBe('withdrawn')
  expect((await rooms.followup.dossier(id, anybody))!.status).toBe('no_information')
  expect((await rooms.ledger.entries({ limit: 1 }))[0]!.seq).toBe(before)
  const verdict = await rooms.ledger.verify()
  expect([...verdict.faults, ...verdict.crossFaults]).toEqual([])
})

test('acts on replies are refused for invitations; the office may note and assess', async () => {
  const id = await invited()
  const update = { status: 'implemented', asOf: '2012-09-01', narrative: 'Sent.', language: 'en' } as const
  const elsewhere = { refused: 'answered-in-call' }
  expect(await rooms.followup.recordUpdate(chile, { id, actor: 'cl', update })).toEqual(elsewhere)
  expect(await rooms.followup.answerSeveral(chile, { actor: 'cl', answers: [{ id, update }] })).toEqual(elsewhere)
  expect(await rooms.followup.handOn(chile, { id, actor: 'cl', person: chile.person! })).toEqual(elsewhere)
  expect(await rooms.followup.assign(officer, { id, actor: 'cl', person: null })).toEqual(elsewhere)
  expect(await rooms.followup.note(officer, { id, text: 'Called the mission.' })).toHaveProperty('note')
})

test('lists keep their order when a day is moved, an invitation taken back, a call closed', async () => {
  const [first, second] = [await invited(), await invited()]
  for (const id of [first, second]) await tell(id, 'sent', `${id}/1`)
  const said = async () => {
    const page = await rooms.followup.dossiers({ actor: 'cl', kind: 'invitation', status: 'implemented' }, chile)
    return page.rows.map(({ asked }) => asked.id).filter((id) => id === first || id === second)
  }
  expect(await said()).toEqual([first, second])
  const [call = ''] = first.split('/')
  await rooms.submissions.extend(officer, { call, deadline: '2013-02-20' })
  expect(await said()).toEqual([second, first])
  await rooms.submissions.closeCall(officer, { call })
  expect(await said()).toEqual([second, first])
  await rooms.submissions.uninvite(officer, { invitation: second })
  expect(await said()).toEqual([first])
  expect((await rooms.followup.dossier(second, chile))?.stands).toBe(false)
})

test('who acts for an actor is reminded with all else that awaits them, while nothing was sent', async () => {
  const id = await invited()
  const reminded = async (on: string) =>
    (await rooms.followup.remindersOn(on))
      .filter(({ asked }) => asked.id === id)
      .map(({ person, rule }) => [person, rule])
  expect(await reminded('2012-12-20')).toEqual([[chile.person, '30-before']])
  const [call = ''] = id.split('/')
  await tell(id, 'sent', `${id}/1`)
  expect(await reminded('2012-12-20')).toEqual([])
  await tell(id, 'withdrawn', `${id}/1`)
  expect(await reminded('2012-12-20')).toEqual([[chile.person, '30-before']])
  now = new Date('2012-12-20T09:00:00Z')
  await rooms.followup.sendReminders('system:test', { on: '2012-12-20', site: 'https://resolute.example.org' })
  const letters = await rooms.platform.mail.outbox({ ...officer, grants: [{ role: 'administrator', actor: null }] })
  if ('refused' in letters) throw new Error('refused')
  const digest = letters.find(({ key }) => key.startsWith('digest:'))!
  const letter = await rooms.platform.mail.letter(
    { ...officer, grants: [{ role: 'administrator', actor: null }] },
    digest.id,
  )
  expect(letter && 'text' in letter && letter.text).toContain(`/calls/${call}/answer/1`)
  now = new Date('2012-09-03T09:00:00Z')
  await rooms.submissions.closeCall(officer, { call })
  expect(await reminded('2012-12-28')).toEqual([])
})
