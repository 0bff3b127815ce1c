import type { Calendar, SessionMove } from '#modules/calendar'
import type { Ledger } from '#modules/ledger'
import type { Parties } from '#modules/parties'
import { type Permission, program, refusalOf, type Visitor } from '#platform/access'
import type { Database, Transaction } from '#platform/database'
import { nameIn } from '#platform/i18n'
import { hashOf, isToken, newToken } from '#platform/secrets'
import { wordsIn } from '#platform/words'
import type { Feed, FeedItem, FeedOf } from './feed.ts'
import { type Base, duesOf, itemsOfBody, itemsOfSession, sessionPath } from './feed-items.ts'
import type { Followable } from './followable.ts'
import { endFeedAddress, makeFeedAddress } from './permissions-letters.ts'
import type { DossierFilter, Dossiers } from './room.ts'
import { dropFeedAddress, feedAddressOf, feedReader, setFeedAddress } from './store-feeds.ts'
import type { Feeds } from './telling.ts'

const words = wordsIn(new URL('./letters/', import.meta.url))

/** The most things one feed holds. */
const mostItems = 2000

interface Around {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly dossiers: Pick<Dossiers, 'dossiers'>
}

export function openFeeds({ database, now, ledger, parties, calendar, dossiers }: Around): Feeds {
  async function ground(language: string): Promise<Base> {
    const [table, moves, [loaded]] = await Promise.all([
      calendar.table(),
      calendar.moves(),
      ledger.entries({ act: 'calendar.load-sessions', limit: 1 }),
    ])
    const bySession = Map.groupBy(moves, ({ body, number }) => `${body} ${number}`)
    const since = loaded?.at ?? '2012-07-26T00:00:00.000Z'
    return {
      say: words(language),
      table,
      language,
      since,
      movesOf: (body: string | null, number: number | null): readonly SessionMove[] =>
        bySession.get(`${body} ${number}`) ?? [],
    }
  }

  async function asked(filter: DossierFilter): Promise<readonly Followable[]> {
    const found: Followable[] = []
    for (let after: string | undefined; found.length < mostItems; ) {
      const page = await dossiers.dossiers({ ...filter, limit: 500, ...(after && { after }) }, program('system:feeds'))
      found.push(...page.rows.map((line) => line.asked))
      if (page.next === null) break
      after = page.next
    }
    return found
  }

  async function feed(of: FeedOf, language: string): Promise<Feed | null> {
    const base = await ground(language)
    const { table, say } = base
    const laid = (id: string, title: string, address: string, items: readonly FeedItem[]): Feed => {
      const kept = [...items].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1))
      return { id, title, language, address, items: kept.slice(-mostItems) }
    }
    switch (of.of) {
      case 'everything': {
        const items = table.bodies().flatMap(({ code }) => itemsOfBody(base, code))
        return laid('everything', say('feed.everything'), '/sessions', items)
      }
      case 'body': {
        const body = table.body(of.body)
        if (!body) return null
        const title = say('feed.body', { body: body.code })
        return laid(`body:${body.code}`, title, `/actors/${body.actor}`, itemsOfBody(base, body.code))
      }
      case 'session': {
        const session = table.session(of.body, of.session)
        if (!session) return null
        const { body, number } = session
        const due = duesOf(base, await asked({ body, session: number })).filter(({ by }) => by === `${body} ${number}`)
        const items = [...itemsOfSession(base, session), ...due.map(({ item }) => item)]
        return laid(`session:${body}/${number}`, `${body} ${number}`, sessionPath(body, number), items)
      }
      case 'actor': {
        const actor = (await parties.directory()).actor(of.actor)
        if (!actor) return null
        const name = nameIn(actor.name, language)
        const items = duesOf(base, await asked({ actor: actor.id })).map(({ item }) => item)
        return laid(`actor:${actor.id}`, say('feed.actor', { actor: name }), `/actors/${actor.id}`, items)
      }
      case 'person': {
        const id = isToken(of.key) ? await feedReader(database, hashOf(of.key)) : null
        const person = id === null ? null : await parties.person(id)
        if (!person || person.closedAt !== null) return null
        const actors = person.grants.flatMap(({ actor }) => (actor === null ? [] : [actor]))
        const lists = await Promise.all([
          asked({ person: person.id }),
          ...[...new Set(actors)].map((actor) => asked({ actor })),
        ])
        const each = new Map(lists.flat().map((one) => [one.id, one]))
        const items = duesOf(base, [...each.values()]).map(({ item }) => item)
        return laid(`person:${person.id}`, say('feed.person'), '/dossiers', items)
      }
    }
  }

  async function act<T>(by: Visitor, permission: Permission, work: (person: string) => Promise<T>) {
    const refusal = refusalOf(by, permission)
    if (refusal) return refusal
    if (by.person === null) return { refused: 'not-allowed', act: permission.act, signIn: true } as const
    return work(by.person)
  }

  /** A change of an address with its entry, where it changed anything. */
  async function write(by: Visitor, { act }: Permission, change: (transaction: Transaction) => Promise<boolean>) {
    return database.transaction().execute(async (transaction) => {
      const done = await change(transaction)
      if (done) await ledger.append(transaction, { who: by.doer, act, on: `person:${by.person}`, data: {} })
      return done
    })
  }

  return {
    feed,
    makeFeedAddress: (by) =>
      act(by, makeFeedAddress, async (person) => {
        const key = newToken()
        await write(by, makeFeedAddress, async (transaction) => {
          await setFeedAddress(transaction, { person, token_sha256: hashOf(key), made_at: now() })
          return true
        })
        return { key }
      }),
    endFeedAddress: (by) =>
      act(by, endFeedAddress, async (person) => ({
        ended: await write(by, endFeedAddress, (transaction) => dropFeedAddress(transaction, person)),
      })),
    feedAddress: async (person) => (await feedAddressOf(database, person))?.toISOString() ?? null,
  }
}
