import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody, program, type Visitor } from '#platform/access'
import { submissionsManifest } from './index.ts'
import type { InviteeGiven } from './invitation.ts'
import { done, openedCall, sampleWords } from './testing/opened-call.ts'
import { type SubmissionRooms, submissionRooms } from './testing/rooms.ts'

const site = 'https://resolute.example.org'
const start = new Date('2012-09-03T09:00:00Z')
let now = start
let rooms: SubmissionRooms
let officer: Visitor
let chile: Visitor

const system = program('system:test')

/** Every letter in the outbox that names one of these words in its text or its address, oldest first. */
async function letters(...words: readonly string[]) {
  const entries = await rooms.platform.mail.outbox(system, { limit: 200 })
  if ('refused' in entries) throw new Error('refused')
  const all = await Promise.all(entries.map(({ id }) => rooms.platform.mail.letter(system, id)))
  return all
    .flatMap((letter) => (letter && !('refused' in letter) ? [letter] : []))
    .filter(({ text, to }) => words.every((word) => text?.includes(word) || to === word))
    .reverse()
}

const tokenIn = (text: string): string => /\/answer\/([\w-]{32,})/.exec(text)?.[1] ?? ''

const forum: InviteeGiven = {
  ...{ kind: 'organization', name: 'World Tourism Forum', language: 'fr' },
  email: 'forum@example.org',
}

/** Text of a Word file. */
const wordsIn = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml']!)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')

beforeAll(async () => {
  rooms = await submissionRooms(() => now)
  officer = await rooms.person('officer')
  chile = await rooms.person('focal-point', 'cl', 'mission')
}, 60_000)
afterAll(() => rooms.close())

test('members stand in the place of groups, each once; who is invited already is not invited again', async () => {
  const { call } = await openedCall(rooms)
  const invite = (...invitees: readonly InviteeGiven[]) => rooms.submissions.invite(officer, { call, invitees })
  expect(await invite({ kind: 'actor', actor: 'african-states' })).toMatchObject({ already: 0 })
  const all = done(await invite({ kind: 'actor', actor: 'member-states' }, { kind: 'actor', actor: 'interpol' }))
  expect(all.already).toBe(54)
  expect(all.invited).toHaveLength(193 - 54 + 1)
  expect(await invite({ kind: 'actor', actor: 'cl' })).toEqual({ refused: 'already-invited' })
  expect(await invite(forum)).toEqual({ invited: [`${call}/195`], already: 0 })
  expect(await invite({ ...forum, name: 'world tourism forum ' })).toEqual({ refused: 'already-invited' })
  expect(await rooms.submissions.counts(call)).toMatchObject({ total: 195, states: { invited: 195, sent: 0 } })
  const page = await rooms.submissions.invitations(call, { group: 'eastern-europe' }, officer)
  expect(page.rows).toHaveLength(23)
  const others = await rooms.submissions.invitations(call, { group: 'entity' }, officer)
  expect(others.rows).toEqual([])
  const organizations = await rooms.submissions.invitations(call, { group: 'organization' }, officer)
  expect(organizations.rows.map(({ name }) => name)).toEqual([
    'International Criminal Police Organization',
    'World Tourism Forum',
  ])
})

test('whom nobody knows, and what is no address, is said for each; then nobody is invited', async () => {
  const { call } = await openedCall(rooms)
  const refused = await rooms.submissions.invite(officer, {
    call,
    invitees: [
      { kind: 'actor', actor: 'atlantis' },
      { kind: 'actor', actor: 'cl', email: 'no address' },
      { kind: 'person', name: ' ', email: null, language: 'en' },
    ],
  })
  expect(refused).toMatchObject({
    refused: 'invalid',
    errors: [
      { field: '0.actor', code: 'no-such-actor' },
      { field: '1.email', code: 'no-mail-address' },
      { field: '2.name', code: 'missing' },
    ],
  })
  expect(await rooms.submissions.invite(officer, { call, invitees: [] })).toEqual({ refused: 'nobody-invited' })
  const tried = await rooms.submissions.invite(chile, { call, invitees: [{ kind: 'actor', actor: 'cl' }] })
  expect(tried).toMatchObject({ refused: 'not-allowed' })
})

test('letters go to the address given, with a link, and to who acts for the actor; who has neither was not reached', async () => {
  const mission = { kind: 'actor', actor: 'cl', email: 'mission.cl@example.org', language: 'es' } as const
  const { call } = await openedCall(rooms, { invitees: [mission, { kind: 'actor', actor: 'ke' }, forum] })
  const asked = await rooms.submissions.ask(officer, { call, origin: site })
  expect(asked).toEqual({ asked: 2, notReached: 1 })
  const [toMission] = await letters('mission.cl@example.org', `${call}/1`)
  expect(toMission).toMatchObject({ language: 'es', secret: true })
  expect(toMission!.text).toContain('15 de enero de 2013')
  expect(toMission!.text).toContain('Invites the United Nations Office on Drugs and Crime')
  expect(toMission!.text).toContain('calls@example.org')
  const toPeople = await letters(`${site}/calls/${call}/answer/1`)
  expect(toPeople).toHaveLength(1)
  expect(toPeople[0]!.text).not.toContain(`${site}/answer/`)
  expect((await rooms.submissions.invitation(`${call}/2`, officer))!.notReached).toBe('no-address')
  expect((await rooms.submissions.invitation(`${call}/1`, officer))!.state).toBe('asked')
  const unreached = await rooms.submissions.invitations(call, { notReached: true }, officer)
  expect(unreached.rows.map(({ actor }) => actor)).toEqual(['ke'])
  expect((await rooms.submissions.history(`${call}/1`, officer)).map(({ act }) => act)).toEqual([
    'submissions.invite',
    'submissions.ask',
  ])
})

test('a link opens one invitation; a reminder leaves it good, a new link ends it', async () => {
  const { call } = await openedCall(rooms, { invitees: [forum] })
  const invitation = `${call}/1`
  await rooms.submissions.ask(officer, { call, origin: site })
  const first = tokenIn((await letters('forum@example.org', invitation))[0]!.text!)
  const held = await rooms.submissions.holder(first, anybody)
  expect(held).toMatchObject({
    invitation,
    visitor: { person: null, grants: [{ role: 'invitee', actor: invitation }] },
  })
  expect((await rooms.submissions.invitation(invitation, officer))!.state).toBe('opened')
  now = new Date('2012-09-10T09:00:00Z')
  expect(await rooms.submissions.remind(officer, { call, origin: site })).toEqual({ reminded: 1 })
  expect(await rooms.submissions.remind(officer, { call, origin: site })).toEqual({ refused: 'nobody-to-write-to' })
  const second = tokenIn((await letters('forum@example.org', invitation))[1]!.text!)
  expect(second).not.toBe(first)
  expect(await rooms.submissions.holder(first, anybody)).not.toBeNull()
  expect(await rooms.submissions.holder(second, anybody)).not.toBeNull()
  const { token } = done(await rooms.submissions.renewLink(officer, { invitation }))
  expect(await rooms.submissions.holder(first, anybody)).toBeNull()
  expect(await rooms.submissions.holder(second, anybody)).toBeNull()
  expect(await rooms.submissions.holder(token, chile)).toMatchObject({ visitor: { doer: chile.doer } })
  expect(await rooms.submissions.holder(`${token}x`, anybody)).toBeNull()
  done(await rooms.submissions.uninvite(officer, { invitation }))
  expect(await rooms.submissions.holder(token, anybody)).toBeNull()
})

test('the covering letter is a Word file in the language of the invitee, from right to left where that runs so', async () => {
  now = start
  const egypt = { kind: 'actor', actor: 'eg', language: 'ar' } as const
  const { call } = await openedCall(rooms, { invitees: [egypt, forum] })
  const letter = (await rooms.submissions.letter(`${call}/1`, officer, `${site}/answer/x`))!
  expect(letter.name).toBe(`letter-${call}-1-eg.docx`)
  const xml = strFromU8(unzipSync(letter.bytes)['word/document.xml']!)
  expect(xml).toContain('<w:bidi/>')
  const words = wordsIn(letter.bytes)
  expect(words).toContain('مصر')
  expect(words).toContain('15 يناير 2013')
  expect(words).toContain('Invites the United Nations Office on Drugs and Crime')
  expect(words).toContain(`${site}/answer/x`)
  const french = wordsIn((await rooms.submissions.letter(`${call}/2`, officer))!.bytes)
  expect(french).toContain('Appel à communications d’ici au 15 janvier 2013')
  expect(french).toContain('Invites the United Nations Office on Drugs and Crime')
  const paragraph =
    'Invite l’Office des Nations Unies contre la drogue et le crime à demander leurs vues aux États Membres'
  const inFrench = [
    'E/RES/2012/19',
    '2012/19. Renforcement de la coopération internationale dans la lutte contre la criminalité transnationale organisée',
    'Le Conseil économique et social,',
    '1. Invite les États Membres à envisager de ratifier la Convention ;',
    '2. Prie les États Membres de coopérer ;',
    '3. Prie le Secrétaire général d’agir ;',
    `4. ${paragraph}.`,
  ]
  const bytes = new TextEncoder().encode(inFrench.join('\n\n'))
  await rooms.documents.importText({ fileName: 'fr.txt', bytes, by: 'system:test' })
  const known = wordsIn((await rooms.submissions.letter(`${call}/2`, officer))!.bytes)
  expect(known).toContain(paragraph)
  expect(known).not.toContain('Invites the United Nations')
  expect(await rooms.submissions.letter(`${call}/1`, chile)).toBeNull()
  const onPaper = done(await rooms.submissions.askOnPaper(officer, { call, origin: site }))
  const files = unzipSync(onPaper.letters.bytes)
  expect(Object.keys(files)).toEqual([`letter-${call}-1-eg.docx`, `letter-${call}-2.docx`])
  const token = tokenIn(wordsIn(files[`letter-${call}-1-eg.docx`]!))
  expect(await rooms.submissions.holder(token, anybody)).toMatchObject({ invitation: `${call}/1` })
})

test('the clock reminds each once for each day, not who has sent, and not who signs in', async () => {
  now = start
  const mission = { kind: 'actor', actor: 'cl', email: 'person.2@example.org' } as const
  const { call } = await openedCall(rooms, { invitees: [mission, forum, { kind: 'actor', actor: 'ke' }] })
  await rooms.submissions.ask(officer, { call, origin: site })
  const remindedOn = async (day: string) => {
    now = new Date(`${day}T06:00:00Z`)
    await rooms.submissions.remindDue(site)
    return (await rooms.submissions.history(`${call}/2`, officer)).filter(({ act }) => act === 'submissions.remind')
      .length
  }
  expect(sampleWords.reminders).toEqual([14, 3])
  expect(await remindedOn('2012-12-31')).toBe(0)
  expect(await remindedOn('2013-01-02')).toBe(1)
  expect(await remindedOn('2013-01-03')).toBe(1)
  expect(await remindedOn('2013-01-12')).toBe(2)
  expect(await remindedOn('2013-01-15')).toBe(2)
  const extended = await rooms.submissions.extend(officer, {
    ...{ call, invitations: [`${call}/2`], deadline: '2013-02-15', reason: 'Asked for by letter' },
  })
  expect(extended).toEqual({ extended: 1 })
  expect(await remindedOn('2013-01-20')).toBe(2)
  expect(await remindedOn('2013-02-01')).toBe(3)
  const own = await rooms.submissions.history(`${call}/1`, officer)
  expect(own.filter(({ act }) => act === 'submissions.remind')).toEqual([])
})

test('who was not reached is seen once the outbox gave up on every letter, and no more once another address is given', async () => {
  now = start
  const mission = { kind: 'actor', actor: 'cl', email: 'mission.cl@example.org' } as const
  const { call } = await openedCall(rooms, { invitees: [mission, forum] })
  await rooms.submissions.ask(officer, { call, origin: site })
  const gaveUpOn = (...to: readonly string[]) =>
    sql`update mail.outbox set failed_at = ${now} where sent_at is null and recipient = any(${to}::text[])
      and text like ${`%${call}/%`}`.execute(rooms.place.database)
  const notReached = async () => {
    await rooms.submissions.seeLetters()
    return (await rooms.submissions.invitations(call, { notReached: true }, officer)).rows.map(({ n }) => n)
  }
  // Chile has another letter on its way, to the person who signs in
  await gaveUpOn('mission.cl@example.org')
  expect(await notReached()).toEqual([])
  await gaveUpOn('forum@example.org')
  expect(await notReached()).toEqual([2])
  const invitation = `${call}/2`
  done(await rooms.submissions.changeInvitation(officer, { invitation, email: 'office@example.org' }))
  done(await rooms.submissions.ask(officer, { call, invitations: [invitation], origin: site }))
  expect(await notReached()).toEqual([])
})

test('reminders that two processes make at once are sent once, and none is left half written by one that breaks off', async () => {
  now = start
  const { call } = await openedCall(rooms, { invitees: [forum] })
  await rooms.submissions.ask(officer, { call, origin: site })
  now = new Date('2013-01-02T06:00:00Z')
  const broken = { ...rooms.platform.mail, post: () => Promise.reject(new Error('the process ended here')) }
  const again = submissionsManifest.open({ ...rooms.platform, mail: broken }, rooms)
  await expect(again.remindDue(site)).rejects.toThrow('the process ended here')
  const reminders = async () =>
    (await rooms.submissions.history(`${call}/1`, officer)).filter(({ act }) => act === 'submissions.remind').length
  expect(await reminders()).toBe(0)
  await Promise.all([rooms.submissions.remindDue(site), rooms.submissions.remindDue(site)])
  expect(await reminders()).toBe(1)
  expect((await rooms.ledger.verify()).crossFaults).toEqual([])
})

test('nobody is given less time than they were told', async () => {
  now = start
  const { call } = await openedCall(rooms, { invitees: [forum, { kind: 'actor', actor: 'cl' }] })
  const extend = (deadline: string, invitations?: readonly string[]) =>
    rooms.submissions.extend(officer, { call, deadline, ...(invitations && { invitations }) })
  expect(await extend('2013-02-30')).toMatchObject({ errors: [{ code: 'no-such-day' }] })
  expect(await extend('2012-01-01')).toMatchObject({ errors: [{ code: 'in-the-past' }] })
  expect(await extend('2013-01-10')).toMatchObject({
    errors: [{ code: 'before-the-first', facts: { first: '2013-01-15' } }],
  })
  expect(await extend('2013-03-01', [`${call}/1`])).toEqual({ extended: 1 })
  expect(await extend('2013-02-01')).toEqual({ extended: 1 })
  const days = (await rooms.submissions.invitations(call, {}, officer)).rows.map(({ deadline }) => deadline)
  expect(days).toEqual(['2013-03-01', '2013-02-01'])
  expect(await extend('2013-03-01', ['2012-999/1'])).toEqual({ refused: 'no-such-invitation' })
})

test('everybody sees who is invited and whether something stands, and no more', async () => {
  now = start
  const person: InviteeGiven = { kind: 'person', name: 'Ada Example', email: 'ada@example.org', language: 'en' }
  const { call } = await openedCall(rooms, { invitees: [{ kind: 'actor', actor: 'cl' }, forum, person] })
  await rooms.submissions.ask(officer, { call, origin: site })
  const seen = (await rooms.submissions.invitations(call, {}, anybody)).rows
  expect(seen.map(({ name }) => name)).toEqual(['Chile', 'World Tourism Forum'])
  expect(seen.every(({ email, askedAt, state }) => email === null && askedAt === null && state === 'invited')).toBe(
    true,
  )
  expect(await rooms.submissions.invitation(`${call}/3`, anybody)).toBeNull()
  expect(await rooms.submissions.history(`${call}/1`, anybody)).toEqual([])
  expect(await rooms.submissions.history(`${call}/1`, chile)).toHaveLength(2)
  expect((await rooms.submissions.awaiting(chile)).map(({ id }) => id)).toContain(`${call}/1`)
  expect(await rooms.submissions.awaiting(anybody)).toEqual([])
})

test('a call to all Member States is asked in one act with one entry', async () => {
  now = start
  const { call } = await openedCall(rooms, { invitees: [{ kind: 'actor', actor: 'member-states' }] })
  const before = (await rooms.ledger.entries({ on: `call:${call}` })).length
  const rows = (await rooms.submissions.invitations(call, { limit: 1000 }, officer)).rows
  for (const { id, actor } of rows) {
    done(await rooms.submissions.changeInvitation(officer, { invitation: id, email: `${actor}@example.org` }))
  }
  expect(await rooms.submissions.ask(officer, { call, origin: site })).toEqual({ asked: 193, notReached: 0 })
  const entries = await rooms.ledger.entries({ on: `call:${call}` })
  expect(entries.length).toBe(before + 1)
  expect(entries[0]).toMatchObject({ act: 'submissions.ask', data: { asked: 193, notReached: 0 } })
  expect(JSON.stringify(entries[0])).not.toContain('@example.org')
  expect((await rooms.ledger.verify()).crossFaults).toEqual([])
})
