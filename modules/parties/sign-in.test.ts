import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Ledger, ledgerManifest } from '#modules/ledger'
import { program } from '#platform/access'
import { inviteAdministrator } from '#platform/database'
import { openMail } from '#platform/mail'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { type Parties, partiesManifest, type Whence } from './index.ts'
import { lasting, limits } from './session.ts'
import { signInAs } from './testing/sign-in-as.ts'

let place: TestDatabase
let ledger: Ledger
let parties: Parties
let now = new Date()

const start = Date.parse('2013-04-01T09:00:00Z')
const later = (milliseconds: number) => {
  now = new Date(start + milliseconds)
}

beforeEach(async () => {
  later(0)
  place = await testDatabase()
  const ground = { database: place.database, now: () => now }
  ledger = ledgerManifest.open(ground, {})
  parties = partiesManifest.open(ground, { ledger })
  await parties.loadDirectory('system:test')
})
afterEach(() => place.close())

const command = program('command-line:test')
const here: Whence = { network: '192.0.2.1', device: 'Firefox', origin: 'https://resolute.example', session: null }
const email = 'maria@mission.example'
const request = (to = email, whence = here, next: string | null = null) =>
  parties.requestLink({ email: to, next }, whence)

async function invite() {
  const role = { role: 'focal-point' as const, actor: 'cl' }
  const invited = await parties.invitePerson(command, { ...role, email, name: 'María', language: 'en', origin: null })
  return 'person' in invited ? invited.person : ''
}

/** Letters in the outbox, newest first. */
async function letters() {
  const mail = openMail({ database: place.database, now: () => now })
  const entries = await mail.outbox(command)
  return Promise.all('refused' in entries ? [] : entries.map(({ id }) => mail.letter(command, id)))
}

/** The token of the newest letter's link, and where the link leads. */
async function mailed() {
  const [letter] = await letters()
  const text = letter && 'text' in letter ? (letter.text ?? '') : ''
  const link = new URL(/https:\S+\/sign-in\/link\S+/.exec(text)?.[0] ?? 'https://none.example')
  return { link, token: link.searchParams.get('token') ?? '' }
}

describe('the first administrator', () => {
  const whoever = { name: 'Ada', email: 'ada@office.example', language: 'en' as const }

  test('is made by the one-time link, once, and is signed in', async () => {
    const token = await inviteAdministrator(place.database, now)
    expect(await parties.isInvited(token)).toBe(true)
    const both = await Promise.all(
      [1, 2].map((n) => parties.becomeAdministrator({ ...whoever, email: `a${n}@b.example`, token }, here)),
    )
    const signedIn = both.filter((result) => 'token' in result)
    expect(signedIn).toHaveLength(1)
    expect(both).toContainEqual({ refused: 'link-unusable' })
    expect((await parties.recognise(signedIn[0]!.token))?.visitor.grants).toEqual([
      { role: 'administrator', actor: null },
    ])
    expect(await parties.isInvited(token)).toBe(false)
    expect(await ledger.entries({ act: 'parties.become-administrator' })).toHaveLength(1)
  })

  test('what is filled in badly does not use the link up', async () => {
    const token = await inviteAdministrator(place.database, now)
    expect(await parties.becomeAdministrator({ ...whoever, name: '', token }, here)).toEqual({ refused: 'bad-name' })
    expect(await parties.becomeAdministrator({ ...whoever, email: 'x', token }, here)).toEqual({ refused: 'bad-email' })
    expect(await parties.isInvited(token)).toBe(true)
    expect(await parties.becomeAdministrator({ ...whoever, token: `${token}x` }, here)).toEqual({
      refused: 'link-unusable',
    })
  })
})

describe('a link by mail', () => {
  test('lets its person in once, in any browser, and every other open link of theirs is void', async () => {
    const person = await invite()
    await request()
    const older = await mailed()
    await request(email.toUpperCase(), here, '/actors/cl?x=1')
    const { token, link } = await mailed()
    expect(link.searchParams.get('next')).toBe('/actors/cl?x=1')
    expect(await parties.isLink(token)).toBe(true)
    expect(await parties.isLink(token)).toBe(true)
    const elsewhere = { ...here, network: '198.51.100.7', device: 'another' }
    const both = await Promise.all([parties.signInByLink(token, elsewhere), parties.signInByLink(token, here)])
    expect(both).toContainEqual({ refused: 'link-unusable' })
    expect(both).toContainEqual(expect.objectContaining({ person }))
    expect(await parties.signInByLink(older.token, here)).toEqual({ refused: 'link-unusable' })
    expect((await ledger.entries({ act: 'parties.sign-in' })).map(({ who, data }) => [who, data])).toEqual([
      [`person:${person}`, { way: 'link', session: expect.any(String) }],
    ])
  })

  test('is good for fifteen minutes', async () => {
    await invite()
    await request()
    const { token } = await mailed()
    later(lasting.link - 1)
    expect(await parties.isLink(token)).toBe(true)
    later(lasting.link)
    expect(await parties.signInByLink(token, here)).toEqual({ refused: 'link-unusable' })
  })

  test('is kept nowhere but in its letter: not in the tables, not in the ledger', async () => {
    await invite()
    await request()
    const { token } = await mailed()
    const signedIn = await parties.signInByLink(token, here)
    const tables = ['sign_in_links', 'sessions', 'people', 'tries', 'ceremonies']
    const kept = await Promise.all(
      tables.map((table) =>
        sql`select row_to_json(t)::text as row from ${sql.table(`parties.${table}`)} t`.execute(place.database),
      ),
    )
    const text = JSON.stringify([kept.map(({ rows }) => rows), await ledger.entries()])
    expect(text).not.toContain(token)
    expect('token' in signedIn && text.includes(signedIn.token)).toBe(false)
    expect(JSON.stringify(await ledger.entries())).not.toContain(email)
  })

  test('says and does the same for an address nobody has, as far as anybody can tell', async () => {
    await invite()
    const before = (await ledger.entries()).length
    const known = await request()
    const unknown = await request('nobody@mission.example')
    expect(unknown).toEqual(known)
    expect((await letters()).map((letter) => letter && 'to' in letter && letter.to)).toEqual([email])
    expect((await ledger.entries()).length).toBe(before)
  })

  test('is not sent to a closed account', async () => {
    await parties.closePerson(command, await invite())
    expect(await request()).toEqual({ state: 'asked' })
    expect(await letters()).toEqual([])
  })

  test.each([
    'maria@mission.example\r\nBcc: everybody@example.org',
    'maria@mission.example, other@example.org',
    '"Maria" <maria@mission.example>',
    'maria@mission.example\u0000',
    `${'a'.repeat(300)}@b.example`,
    '',
  ])('an address that could break out of a header is none: %j', async (address) => {
    expect(await request(address)).toEqual({ refused: 'bad-email' })
  })

  test.each([
    '//evil.example/x',
    'https://evil.example/',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/x\r\nSet-Cookie: a=b',
    'javascript:alert(1)',
    '/../..//evil.example',
    'sign-in',
    '',
  ])('leads on to this site only, whatever is asked: %j', async (next) => {
    await invite()
    await request(email, here, next)
    const { link } = await mailed()
    expect(link.origin).toBe(here.origin)
    const led = link.searchParams.get('next')
    expect(led === null || new URL(led, here.origin).origin === here.origin).toBe(true)
    expect(led ?? '').not.toMatch(/evil|Set-Cookie|javascript/)
  })
})

describe('tries are counted in the database', () => {
  test('per address, whether it is known or not', async () => {
    await invite()
    for (const address of [email, 'nobody@mission.example']) {
      const answers = []
      for (let n = 0; n <= limits.linkByAddress.count; n++)
        answers.push(await request(address, { ...here, network: `n${n}` }))
      expect(answers.at(-2)).toEqual({ state: 'asked' })
      expect(answers.at(-1)).toEqual({ refused: 'too-many' })
    }
    expect(await letters()).toHaveLength(limits.linkByAddress.count)
    later(limits.linkByAddress.window)
    expect(await request()).toEqual({ state: 'asked' })
  })

  test('per network, whatever the addresses', async () => {
    const asked = Array.from({ length: limits.linkByNetwork.count + 5 }, (_, n) => request(`n${n}@b.example`))
    const refused = (await Promise.all(asked)).filter((answer) => 'refused' in answer)
    expect(refused).toHaveLength(5)
    expect(await request('one@b.example', { ...here, network: '198.51.100.1' })).toEqual({ state: 'asked' })
  })

  test('guessing at links ends soon, also for the right one', async () => {
    await invite()
    await request()
    const { token } = await mailed()
    for (let n = 0; n < limits.proofByNetwork.count; n++) await parties.signInByLink(`guess${n}`, here)
    expect(await parties.signInByLink(token, here)).toEqual({ refused: 'too-many' })
    expect(await parties.signInByLink(token, { ...here, network: '198.51.100.1' })).toHaveProperty('token')
  })
})

describe('a session', () => {
  const signIn = () => signInAs(parties, { role: 'officer' })

  test('ends after days without use, and after a fortnight anyway', async () => {
    const { value } = await signIn()
    later(lasting.idle)
    expect(await parties.recognise(value)).toBeNull()
    let token = (await signInAs(parties, { role: 'officer' })).value
    const begun = lasting.idle
    for (let at = begun; at < begun + lasting.session; at += lasting.idle / 2) {
      later(at)
      token = (await parties.recognise(token))?.fresh?.token ?? token
    }
    expect(await parties.recognise(token)).not.toBeNull()
    later(begun + lasting.session)
    expect(await parties.recognise(token)).toBeNull()
  })

  test('turns its token; the old one is good until the new one has arrived, then a sign of theft', async () => {
    const { value } = await signIn()
    later(lasting.token)
    const fresh = (await parties.recognise(value))?.fresh?.token ?? ''
    expect(fresh).not.toBe(value)
    expect(await parties.recognise(value)).toMatchObject({ fresh: null })
    expect(await parties.recognise(fresh)).toMatchObject({ fresh: null })
    later(lasting.token + lasting.grace)
    expect(await parties.recognise(value)).not.toBeNull()
    later(lasting.token + lasting.grace + 1)
    expect(await parties.recognise(value)).toBeNull()
    expect(await parties.recognise(fresh)).toBeNull()
    expect((await ledger.entries({ act: 'parties.sign-out' }))[0]).toMatchObject({
      who: 'system:parties',
      data: { why: 'token-copied' },
    })
  })

  test('survives an answer that was lost on its way', async () => {
    const { value } = await signIn()
    later(lasting.token)
    const lost = (await parties.recognise(value))?.fresh?.token ?? ''
    later(2 * lasting.token)
    const again = (await parties.recognise(value))?.fresh?.token ?? ''
    expect(await parties.recognise(again)).not.toBeNull()
    expect(await parties.recognise(lost)).toBeNull()
  })

  test('turns once however many requests come at once', async () => {
    const { value } = await signIn()
    later(lasting.token)
    const all = await Promise.all(Array.from({ length: 8 }, () => parties.recognise(value)))
    expect(all.filter((one) => one === null)).toEqual([])
    expect(all.filter((one) => one?.fresh)).toHaveLength(1)
  })

  test('is new with every sign-in, and the one the browser had is over', async () => {
    const before = await signIn()
    const known = await parties.recognise(before.value)
    const link = await parties.giveLink(command, before.person)
    const token = 'token' in link ? link.token : ''
    const after = await parties.signInByLink(token, { ...here, session: known!.session })
    expect('token' in after && after.token).not.toBe(before.value)
    expect(await parties.recognise(before.value)).toBeNull()
  })

  test('is ended by its owner and by nobody else', async () => {
    const own = await signIn()
    const other = await signIn()
    const [session] = await parties.signInSessions(own.visitor)
    expect(await parties.signOut(other.visitor, session!.id)).toEqual({ ended: false })
    expect(await parties.recognise(own.value)).not.toBeNull()
    expect(await parties.signOut(own.visitor, session!.id)).toEqual({ ended: true })
    expect(await parties.recognise(own.value)).toBeNull()
    expect(await parties.signOut(own.visitor, '1; drop table')).toEqual({ ended: false })
  })
})
