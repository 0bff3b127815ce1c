import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Ledger, ledgerManifest } from '#modules/ledger'
import { anybody, program } from '#platform/access'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { type InviteRequest, type Parties, partiesManifest } from './index.ts'
import { signInAs } from './testing/sign-in-as.ts'

let place: TestDatabase
let ledger: Ledger
let parties: Parties
let now = new Date('2013-04-01T09:00:00Z')

beforeEach(async () => {
  now = new Date('2013-04-01T09:00:00Z')
  place = await testDatabase()
  const ground = { database: place.database, now: () => now }
  ledger = ledgerManifest.open(ground, {})
  parties = partiesManifest.open(ground, { ledger })
  await parties.loadDirectory('system:test')
})
afterEach(() => place.close())

const command = program('command-line:test')
const maria: InviteRequest = {
  email: 'maria@mission.example',
  name: 'María Pérez',
  language: 'es',
  role: 'focal-point',
  actor: 'cl',
  unit: 'mission',
  origin: null,
}

/** Acts of the ledger since the directory was loaded, oldest first. */
const acts = async () =>
  (await ledger.entries())
    .map(({ act, on, data }) => ({ act, on, data }))
    .reverse()
    .slice(1)

describe('parties.invite-person', () => {
  test('makes the person once; the ledger holds numbers, neither name nor address', async () => {
    const first = await parties.invitePerson(command, maria)
    const again = await parties.invitePerson(command, { ...maria, email: 'MARIA@mission.example' })
    const more = await parties.invitePerson(command, { ...maria, actor: 'pe' })
    expect(first).toMatchObject({ created: true })
    expect(again).toEqual({ refused: 'already-granted' })
    expect(more).toMatchObject({ created: false, person: 'person' in first ? first.person : '' })
    expect((await acts()).map(({ act }) => act)).toEqual(['parties.invite-person', 'parties.invite-person'])
    expect(JSON.stringify(await ledger.entries())).not.toMatch(/maria|María/i)
    expect(await parties.peopleOf('cl')).toMatchObject([{ name: 'María Pérez', grants: [{ unit: 'mission' }, {}] }])
  })

  test.each([
    [{ email: 'no address' }, 'bad-email'],
    [{ email: 'a@b.example\r\nBcc: all@b.example' }, 'bad-email'],
    [{ name: ' ' }, 'bad-name'],
    [{ name: 'A\u202eB' }, 'bad-name'],
    [{ actor: 'atlantis' }, 'no-such-actor'],
    [{ actor: null }, 'actor-missing'],
    [{ role: 'officer' as const }, 'no-such-actor'],
    [{ unit: 'a\nb' }, 'bad-unit'],
    [{ until: '2013-03-31' }, 'bad-until'],
    [{ until: 'soon' }, 'bad-until'],
  ])('refuses %j: %s', async (change, refused) => {
    expect(await parties.invitePerson(command, { ...maria, ...change })).toEqual({ refused })
    expect(await acts()).toEqual([])
  })

  test('a focal point invites for its own actor, and to no other role', async () => {
    const { visitor } = await signInAs(parties, { role: 'focal-point', actor: 'cl' })
    expect(await parties.invitePerson(visitor, maria)).toMatchObject({ created: true })
    const others = { ...maria, email: 'b@b.example' }
    const refused = { refused: 'not-allowed', act: 'parties.invite-person', signIn: false }
    expect(await parties.invitePerson(visitor, { ...others, actor: 'pe' })).toEqual(refused)
    expect(await parties.invitePerson(visitor, { ...others, role: 'administrator' })).toMatchObject({
      refused: 'not-allowed',
    })
    expect(await parties.invitePerson(visitor, { ...others, role: 'officer', actor: null })).toMatchObject(refused)
    expect(await parties.invitePerson(anybody, maria)).toEqual({ ...refused, signIn: true })
  })

  test('two invitations of one address at once make one person', async () => {
    const both = await Promise.all(['cl', 'pe'].map((actor) => parties.invitePerson(command, { ...maria, actor })))
    const people = new Set(both.map((one) => ('person' in one ? one.person : one.refused)))
    expect(people.size).toBe(1)
  })
})

describe('roles', () => {
  test('end when they are ended, and by themselves', async () => {
    const { visitor, value, person } = await signInAs(parties, { role: 'focal-point', actor: 'cl' })
    const until = '2013-04-01T10:00:00Z'
    expect(await parties.grantRole(command, person, { role: 'evaluator', until })).toHaveProperty('grant')
    const roles = async () => (await parties.recognise(value))?.visitor.grants.map(({ role }) => role)
    expect(await roles()).toEqual(['focal-point', 'evaluator'])
    now = new Date('2013-04-01T10:00:00Z')
    expect(await roles()).toEqual(['focal-point'])
    const [held] = (await parties.person(person))!.grants
    expect(await parties.endGrant(visitor, held!.id)).toEqual({ person })
    expect(await roles()).toEqual([])
    expect(await parties.endGrant(command, held!.id)).toEqual({ refused: 'no-such-grant' })
  })

  test('of another actor are none of a focal point’s business', async () => {
    const { visitor } = await signInAs(parties, { role: 'focal-point', actor: 'cl' })
    const other = await signInAs(parties, { role: 'focal-point', actor: 'pe' })
    const [held] = (await parties.person(other.person))!.grants
    expect(await parties.endGrant(visitor, held!.id)).toMatchObject({ refused: 'not-allowed' })
    expect(await parties.grantRole(visitor, other.person, maria)).toMatchObject({ refused: 'not-allowed' })
    const seen = await parties.people(visitor)
    expect(Array.isArray(seen) && seen.map(({ id }) => id)).not.toContain(other.person)
    expect(await parties.people(visitor, { actor: 'pe' })).toMatchObject({ refused: 'not-allowed' })
    expect(await parties.people(anybody)).toMatchObject({ refused: 'not-allowed', signIn: true })
  })

  test('the last administrator stays', async () => {
    const one = await signInAs(parties, { role: 'administrator' })
    const grantOf = async (person: string) => (await parties.person(person))!.grants[0]!.id
    expect(await parties.endGrant(one.visitor, await grantOf(one.person))).toEqual({ refused: 'last-administrator' })
    expect(await parties.closePerson(one.visitor, one.person)).toEqual({ refused: 'last-administrator' })
    const two = await signInAs(parties, { role: 'administrator' })
    const both = await Promise.all([
      parties.endGrant(one.visitor, await grantOf(two.person)),
      parties.endGrant(two.visitor, await grantOf(one.person)),
    ])
    expect(both.filter((result) => 'refused' in result)).toEqual([{ refused: 'last-administrator' }])
  })
})

describe('parties.close-person', () => {
  test('ends everything; forgetting takes name and address, and frees the address', async () => {
    const { value, person } = await signInAs(parties, { role: 'officer' })
    const link = await parties.giveLink(command, person)
    expect(await parties.closePerson(command, person, { forget: true })).toEqual({ person })
    expect(await parties.recognise(value)).toBeNull()
    expect('token' in link && (await parties.isLink(link.token))).toBe(false)
    expect(await parties.person(person)).toMatchObject({ name: null, email: null, grants: [] })
    expect(await parties.grantRole(command, person, { role: 'officer' })).toEqual({ refused: 'no-such-person' })
    expect((await acts()).at(-1)).toMatchObject({ act: 'parties.close-person', data: { forgotten: true } })
  })
})

test('a matter can be handed on within its actor only', async () => {
  const from = await signInAs(parties, { role: 'focal-point', actor: 'cl', unit: 'mission' })
  const to = await signInAs(parties, { role: 'focal-point', actor: 'cl', unit: 'Ministry of Justice' })
  const foreign = await signInAs(parties, { role: 'focal-point', actor: 'pe' })
  const hand = (person: string) => parties.canReceive({ actor: 'cl', from: from.person, to: person })
  expect([await hand(to.person), await hand(foreign.person), await hand('999'), await hand('x')]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

describe('a role given by hand is found by verify', () => {
  const codes = async () => (await ledger.verify()).crossFaults.map(({ code }) => code)

  test.each([
    [
      'made',
      `insert into parties.grants (person, role, given_by, given_at) values (1, 'administrator', 'x', now())`,
      'grant-unknown',
    ],
    [
      'turned into another',
      `update parties.grants set role = 'administrator', actor = null, unit = null where id = 1`,
      'grant-unknown',
    ],
    ['moved to another actor', `update parties.grants set actor = 'pe' where id = 1`, 'grant-unknown'],
    ['begun again', `update parties.grants set until_at = null where id = 2`, 'grant-prolonged'],
    ['made longer', `update parties.grants set until_at = '2099-01-01' where id = 3`, 'grant-prolonged'],
  ])('%s', async (_, statement, code) => {
    await parties.invitePerson(command, maria)
    const role = { role: 'officer' as const }
    const second = await parties.grantRole(command, '1', role)
    await parties.endGrant(command, 'grant' in second ? second.grant : '')
    await parties.grantRole(command, '1', { ...role, until: '2013-06-01' })
    expect(await codes()).toEqual([])
    await sql.raw(statement).execute(place.database)
    expect(await codes()).toEqual([code])
  })

  test('closing an account leaves nothing to find', async () => {
    const { person } = await signInAs(parties, { role: 'officer' })
    await parties.closePerson(command, person, { forget: true })
    expect(await codes()).toEqual([])
  })
})
