import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anybody, program, type Visitor } from '#platform/access'
import { searchAddress, searchFrom } from './address.ts'
import type { SearchAsked } from './saved.ts'
import { type SearchedRooms, searchedRooms } from './testing/searched-rooms.ts'

let rooms: SearchedRooms
let anna: Visitor
let boris: Visitor
const asked: SearchAsked = { text: 'trafficking "cultural property"', order: 'newest', filter: { kind: 'operative' } }

beforeAll(async () => {
  rooms = await searchedRooms(() => new Date('2013-04-01T09:00:00Z'))
  anna = await rooms.person('officer')
  boris = await rooms.person('evaluator')
})
afterAll(() => rooms.close())

async function entries(act: string) {
  return rooms.ledger.entries({ act, limit: 100 })
}

describe('search.save', () => {
  test('a search is kept as it was asked, for the one who asked it, and the ledger is not told which', async () => {
    const result = await rooms.search.save(anna, {
      name: '  Cultural  property ',
      asked: { ...asked, limit: 9 } as never,
    })
    expect(result).toEqual({ saved: expect.stringMatching(/^\d+$/) })
    expect(await rooms.search.saved(anna)).toEqual([
      { id: expect.anything(), name: 'Cultural property', asked, savedAt: '2013-04-01T09:00:00.000Z', feedSince: null },
    ])
    expect(await rooms.search.saved(boris)).toEqual([])
    expect(await rooms.search.saved(anybody)).toEqual([])
    const [entry, ...others] = await entries('search.save')
    expect(others).toEqual([])
    expect(entry).toMatchObject({ who: anna.doer, on: `person:${anna.person}`, data: {} })
  })

  test('without a name it has the words that were typed', async () => {
    await rooms.search.save(boris, { name: '', asked: { text: ' firearms ' } })
    expect(await rooms.search.saved(boris)).toMatchObject([{ name: 'firearms', asked: { text: 'firearms' } }])
  })

  test.each([
    ['nothing-asked', 'x', ' '],
    ['too-long', 'x', 'w'.repeat(1001)],
    ['bad-name', 'a\nb', 'words'],
    ['name-taken', 'Cultural property', 'other words'],
  ])('%s', async (refused, name, text) => {
    const before = (await entries('search.save')).length
    expect(await rooms.search.save(anna, { name, asked: { text } })).toEqual({ refused })
    expect((await entries('search.save')).length).toBe(before)
  })

  test('nobody keeps more than can be listed', async () => {
    const one = await rooms.person('officer')
    for (let n = 0; n < 100; n++) await rooms.search.save(one, { name: `${n}`, asked })
    expect(await rooms.search.save(one, { name: 'one more', asked })).toEqual({ refused: 'too-many' })
  })

  test('the public is asked to sign in; the program keeps nothing', async () => {
    const notAllowed = { refused: 'not-allowed', act: 'search.save', signIn: true }
    expect(await rooms.search.save(anybody, { name: 'x', asked })).toEqual(notAllowed)
    expect(await rooms.search.save(program('system:test'), { name: 'x', asked })).toMatchObject({
      refused: 'not-allowed',
    })
  })
})

describe('the feed of a saved search', () => {
  test('it stands under a secret address, is not found under an old one, and not once the search is removed', async () => {
    const [own] = await rooms.search.saved(anna)
    const made = async () => {
      const result = await rooms.search.makeFeedAddress(anna, own!.id)
      if ('refused' in result) throw new Error(result.refused)
      return result.key
    }
    const first = await made()
    const feed = await rooms.search.feed({ of: 'saved', key: first }, 'fr')
    expect(feed).toMatchObject({ title: 'Recherche : Cultural property', language: 'fr' })
    expect(JSON.stringify(feed)).not.toContain(first)
    expect(feed!.items.length).toBeGreaterThan(2)
    for (const { text, kind, updated, address } of feed!.items) {
      expect(text).toMatch(/cultural\s+property/i)
      expect(kind).toBe('operative')
      expect(updated).toMatch(/^20\d\d-\d\d-\d\dT00:00:00\.000Z$/)
      expect(address).toMatch(/^\/documents\/E\/.+#/)
    }
    const second = await made()
    expect(await rooms.search.feed({ of: 'saved', key: first }, 'en')).toBeNull()
    expect(await rooms.search.feed({ of: 'saved', key: second }, 'en')).not.toBeNull()
    expect(await rooms.search.endFeedAddress(anna, own!.id)).toEqual({ ended: true })
    expect(await rooms.search.endFeedAddress(anna, own!.id)).toEqual({ ended: false })
    expect(await rooms.search.feed({ of: 'saved', key: second }, 'en')).toBeNull()
    const third = await made()
    expect(await rooms.search.remove(anna, own!.id)).toEqual({ saved: own!.id })
    expect(await rooms.search.remove(anna, own!.id)).toEqual({ refused: 'no-such-search' })
    expect(await rooms.search.feed({ of: 'saved', key: third }, 'en')).toBeNull()
    expect((await entries('search.make-feed-address')).length).toBe(3)
    expect((await entries('search.end-feed-address')).length).toBe(1)
    expect((await entries('search.remove')).length).toBe(1)
  })

  test('what is another’s is nobody’s: not removed, given no address', async () => {
    const [own] = await rooms.search.saved(boris)
    for (const id of [own!.id, '0', 'x', '99999999999999999999']) {
      expect(await rooms.search.remove(anna, id)).toEqual({ refused: 'no-such-search' })
      expect(await rooms.search.makeFeedAddress(anna, id)).toEqual({ refused: 'no-such-search' })
      expect(await rooms.search.endFeedAddress(anna, id)).toEqual({ ended: false })
    }
    expect(await rooms.search.saved(boris)).toHaveLength(1)
  })

  test('who is gone keeps no searches, and their feed ends', async () => {
    const gone = await rooms.person('officer')
    await rooms.search.save(gone, { name: 'mine', asked })
    const [own] = await rooms.search.saved(gone)
    const made = await rooms.search.makeFeedAddress(gone, own!.id)
    if ('refused' in made) throw new Error(made.refused)
    await rooms.person('administrator')
    await rooms.parties.closePerson(program('system:test'), gone.person!)
    expect(await rooms.search.saved(gone)).toEqual([])
    expect(await rooms.search.feed({ of: 'saved', key: made.key }, 'en')).toBeNull()
  })
})

describe('the feed of any search', () => {
  test('the same search is the same feed, and its page finds the same', async () => {
    const of = { of: 'search', asked: searchFrom(new URLSearchParams('after=x&kind=operative&q= women ')) } as const
    const feed = await rooms.search.feed(of, 'en')
    expect(feed).toMatchObject({ id: 'search?q=women&kind=operative', address: '/search?q=women&kind=operative' })
    const page = await rooms.search.find({ ...of.asked, after: undefined, limit: 100 })
    expect(feed!.items.length).toBe(page.total)
    expect(new Set(feed!.items.map(({ id }) => id)).size).toBe(page.total)
  })

  test('nothing asked is no feed, nothing found an empty one', async () => {
    expect(await rooms.search.feed({ of: 'search', asked: { text: ' ' } }, 'en')).toBeNull()
    expect((await rooms.search.feed({ of: 'search', asked: { text: 'zzzz' } }, 'en'))!.items).toEqual([])
  })
})

describe('the address of a search', () => {
  test.each([
    'q=women',
    'q=%22in+this+order%22+-not&order=newest&body=general-assembly&year=2012&kind=operative&language=fr',
    'q=x&year=2010-2015',
    'q=x&year=2010-',
    'q=x&year=-2015&actor=unodc&document=E%2FRES%2F2012%2F19',
  ])('%s is read and written the same', (address) => {
    expect(searchAddress(searchFrom(new URLSearchParams(address)))).toBe(address)
  })

  test.each(['q=x&year=20', 'q=x&year=2010-2', 'q=x&kind=nothing', 'q=x&language=tlh', 'q=x&order=worst', 'q=x&body='])(
    'what is not understood is left out: %s',
    (address) => {
      expect(searchFrom(new URLSearchParams(address))).toEqual({ text: 'x', filter: {} })
    },
  )
})
