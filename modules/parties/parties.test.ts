import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Ledger, ledgerManifest } from '#modules/ledger'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { type Parties, partiesManifest, shippedActors } from './index.ts'

let place: TestDatabase
let ledger: Ledger
let parties: Parties

beforeEach(async () => {
  place = await testDatabase()
  const platform = { database: place.database, now: () => new Date('2013-04-01T09:00:00Z') }
  ledger = ledgerManifest.open(platform, {})
  parties = partiesManifest.open(platform, { ledger })
})
afterEach(() => place.close())

const entries = () => ledger.entries({ act: 'parties.load-directory' })

describe('parties.load-directory', () => {
  test('fills the table once, with one entry; the same actors again change nothing', async () => {
    expect((await parties.directory()).actors()).toEqual([])
    await partiesManifest.prepare!(parties)
    await partiesManifest.prepare!(parties)
    expect(await entries()).toHaveLength(1)
    expect((await entries())[0]).toMatchObject({
      who: 'system:parties',
      data: { actors: shippedActors().length, revision: 1 },
    })
    expect((await parties.directory()).actors()).toEqual(shippedActors())
  })

  test('two programs that start at once load it once', async () => {
    const states = await Promise.all([parties.loadDirectory('system:a'), parties.loadDirectory('system:b')])
    expect(states.map(({ state }) => state).sort()).toEqual(['loaded', 'unchanged'])
    expect(await entries()).toHaveLength(1)
  })

  test('a change is seen by whoever kept the directory, and what is gone is gone', async () => {
    await parties.loadDirectory('system:test')
    const before = await parties.directory()
    expect(await parties.directory()).toBe(before)
    const changed = shippedActors()
      .filter(({ id }) => id !== 'iaca')
      .map((actor) => (actor.id === 'unodc' ? { ...actor, aliases: [...actor.aliases, 'Vienna Office'] } : actor))
    await parties.loadDirectory('system:test', changed)
    const after = await parties.directory()
    expect(after.find('Vienna Office')?.id).toBe('unodc')
    expect(after.actor('iaca')).toBeNull()
    expect(await entries()).toHaveLength(2)
  })

  test('actors that break the rules change nothing', async () => {
    await parties.loadDirectory('system:test')
    const twice = shippedActors().map((actor) => (actor.id === 'wco' ? { ...actor, aliases: ['UNODC'] } : actor))
    await expect(parties.loadDirectory('system:test', twice)).rejects.toThrow(/names both unodc and wco/)
    const orphan = shippedActors().filter(({ id }) => id !== 'unodc')
    await expect(parties.loadDirectory('system:test', orphan)).rejects.toThrow()
    expect((await parties.directory()).actors()).toEqual(shippedActors())
    expect(await entries()).toHaveLength(1)
  })

  test('a directory changed by hand is found by verify', async () => {
    expect((await ledger.verify()).crossFaults).toEqual([])
    await parties.loadDirectory('system:test')
    expect((await ledger.verify()).crossFaults).toEqual([])
    await sql`update parties.actors set short = 'X' where id = 'unodc'`.execute(place.database)
    const { crossFaults } = await ledger.verify()
    expect(crossFaults).toEqual([{ module: 'parties', code: 'directory-changed', facts: { revision: 1 } }])
    expect(ledger.sayFault(crossFaults[0]!)).toMatch(/not the one the ledger says/)
  })
})

describe('the routes', () => {
  const get = async (address: string) => {
    const response = await partiesManifest.routes!(parties, { ledger }).request(address)
    return { status: response.status, body: response.status === 200 ? await response.json() : null }
  }

  test('list, filter, find and one', async () => {
    await parties.loadDirectory('system:test')
    expect((await get('/actors')).body.rows).toHaveLength(shippedActors().length)
    expect((await get('/actors?kind=state&group=eastern-europe')).body.rows).toHaveLength(23)
    expect(
      (await get(`/actors?name=${encodeURIComponent('всемирная организация здравоохранения')}`)).body.rows,
    ).toMatchObject([{ id: 'who' }])
    expect((await get('/actors?name=nobody')).body.rows).toEqual([])
    expect((await get('/actors/cl')).body).toMatchObject({
      name: { en: 'Chile', ar: 'شيلي' },
      codes: { alpha3: 'CHL', m49: '152' },
      groups: ['member-states', 'states', 'latin-american-caribbean-states'],
    })
    expect((await get('/actors/nobody')).status).toBe(404)
    expect((await get('/actors?kind=planet')).status).toBe(400)
  })
})
