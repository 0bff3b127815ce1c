import type { Ledger } from '#modules/ledger'
import { plainName } from '#modules/parties'
import { type Permission, refusalOf, type Visitor } from '#platform/access'
import type { Database, Transaction } from '#platform/database'
import { hashOf, newToken } from '#platform/secrets'
import { feedOf } from './feed.ts'
import { limits, type SavedRefusal, type SavedSearches, type SearchAsked } from './saved.ts'
import { savedPermissions as permissions } from './saved-permissions.ts'
import type { Search } from './search.ts'
import { deleteSaved, insertSaved, savedOf, setSavedToken } from './store-saved.ts'

interface Around {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
  readonly find: Search['find']
}

const refused = (code: SavedRefusal['refused']): SavedRefusal => ({ refused: code })

/** An id of a row; anything else is no search of anybody's. */
const isId = (text: string): boolean => /^\d{1,18}$/.test(text)

/** What was asked and nothing else that came with it. */
const askedOf = ({ text, order, filter = {} }: SearchAsked): SearchAsked => ({
  text: text.trim(),
  ...(order && { order }),
  filter,
})

/** Opens the searches people keep, over the search itself. */
export function openSaved({ database, now, ledger, find }: Around): SavedSearches {
  async function act<T>(by: Visitor, permission: Permission, work: (person: string) => Promise<T>) {
    const refusal = refusalOf(by, permission)
    if (refusal) return refusal
    if (by.person === null) return { refused: 'not-allowed', act: permission.act, signIn: true } as const
    return work(by.person)
  }

  /** A change with its entry, where it changed anything. The ledger is not told what somebody searches for. */
  async function write<T>(by: Visitor, { act }: Permission, change: (transaction: Transaction) => Promise<T | null>) {
    return database.transaction().execute(async (transaction) => {
      const done = await change(transaction)
      if (done !== null) await ledger.append(transaction, { who: by.doer, act, on: `person:${by.person}`, data: {} })
      return done
    })
  }

  return {
    saved: async ({ person }) => (person === null ? [] : savedOf(database, person)),

    save: (by, { name, asked }) =>
      act(by, permissions.save, async (person) => {
        const kept = askedOf(asked)
        if (kept.text === '') return refused('nothing-asked')
        if (kept.text.length > limits.text || !kept.text.isWellFormed()) return refused('too-long')
        const plain = plainName(name.trim() === '' ? kept.text.slice(0, limits.name) : name)
        if (plain === null) return refused('bad-name')
        if ((await savedOf(database, person)).length >= limits.searches) return refused('too-many')
        const row = { person, name: plain, asked: kept, saved_at: now() }
        const saved = await write(by, permissions.save, (transaction) => insertSaved(transaction, row))
        return saved === null ? refused('name-taken') : { saved }
      }),

    remove: (by, saved) =>
      act(by, permissions.remove, async (person) => {
        const gone = await write(by, permissions.remove, async (transaction) =>
          isId(saved) && (await deleteSaved(transaction, person, saved)) ? saved : null,
        )
        return gone === null ? refused('no-such-search') : { saved: gone }
      }),

    makeFeedAddress: (by, saved) =>
      act(by, permissions.makeFeedAddress, async (person) => {
        const key = newToken()
        const token = { token_sha256: hashOf(key), token_made_at: now() }
        const made = await write(by, permissions.makeFeedAddress, async (transaction) =>
          isId(saved) && (await setSavedToken(transaction, { person, id: saved }, token)) ? key : null,
        )
        return made === null ? refused('no-such-search') : { key: made }
      }),

    endFeedAddress: (by, saved) =>
      act(by, permissions.endFeedAddress, async (person) => {
        const ended = await write(by, permissions.endFeedAddress, async (transaction) =>
          isId(saved) && (await setSavedToken(transaction, { person, id: saved }, null)) ? true : null,
        )
        return { ended: ended ?? false }
      }),

    feed: feedOf(database, find),
  }
}
