import { createHash, randomBytes } from 'node:crypto'
import { type Calendar, countingDates, type Session, type SessionMove, type SessionTable } from '#modules/calendar'
import type { Ledger } from '#modules/ledger'
import type { Parties } from '#modules/parties'
import { type NotAllowed, type Permission, program, refusalOf, type Visitor } from '#platform/access'
import type { Database, Transaction } from '#platform/database'
import { type Speak, wordsIn } from '#platform/words'
import type { Feed, FeedItem, FeedOf } from './feed.ts'
import type { Followable } from './followable.ts'
import { endFeedAddress, makeFeedAddress } from './permissions-letters.ts'
import type { DossierFilter, Dossiers } from './room.ts'
import { dropFeedAddress, feedAddressOf, feedReader, setFeedAddress } from './store-feeds.ts'

const words = wordsIn(new URL('./letters/', import.meta.url))

/** The most things one feed holds. */
const mostItems = 2000

/** Subscriptions: what is due and when, to be read by a calendar or a feed reader. */
export interface Feeds {
  /** Null where there is no such body, session, actor or secret address. */
  feed(of: FeedOf, language: string): Promise<Feed | null>
  /**
   * Act `followup.make-feed-address`. Does: makes a secret address for one's own feed, told this once; the one before no
   * longer leads anywhere. Who may: the person.
   */
  makeFeedAddress(by: Visitor): Promise<{ readonly key: string } | NotAllowed>
  /** Act `followup.end-feed-address`: nothing is found under it any more. Who may: the person. */
  endFeedAddress(by: Visitor): Promise<{ readonly ended: boolean } | NotAllowed>
  /** ISO instant at which a person's address was made; null where there is none. */
  feedAddress(person: string): Promise<string | null>
}

interface Around {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly dossiers: Pick<Dossiers, 'dossiers'>
}

export function openFeeds({ database, now, ledger, parties, calendar, dossiers }: Around): Feeds {
  /** What every item needs to know: the calendar, since when it stands, and how often what was moved. */
  async function ground(language: string) {
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
        const name = actor.name[language as 'en'] ?? actor.name.en
        const items = duesOf(base, await asked({ actor: actor.id })).map(({ item }) => item)
        return laid(`actor:${actor.id}`, say('feed.actor', { actor: name }), `/actors/${actor.id}`, items)
      }
      case 'person': {
        const id = /^[\w-]{32}$/.test(of.key) ? await feedReader(database, hashOf(of.key)) : null
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
        const key = randomBytes(24).toString('base64url')
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

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()

interface Base {
  readonly say: Speak
  readonly language: string
  readonly table: SessionTable
  readonly since: string
  readonly movesOf: (body: string | null, number: number | null) => readonly SessionMove[]
}

const sessionPath = (body: string, number: number): string => `/sessions/${body.toLowerCase()}/${number}`

const itemsOfBody = (base: Base, code: string): readonly FeedItem[] =>
  base.table.sessions(code).flatMap((session) => itemsOfSession(base, session))

/** The parts of a session, the deadlines before it, and the news of its moves. */
function itemsOfSession(base: Base, { body, number, parts, place }: Session): readonly FeedItem[] {
  const { say, table, since, language } = base
  const moves = base.movesOf(body, number)
  const address = sessionPath(body, number)
  const updated = moves.at(-1)?.at ?? since
  const held = parts.flatMap((part): FeedItem[] => {
    const dates = countingDates(part)
    if (!dates) return []
    const own = moves.filter((move) => move.part === part.part)
    const title = say('feed.session', { body, number, part: part.part })
    const text = [place, part.note].filter(Boolean).join('. ')
    const stands = { updated: own.at(-1)?.at ?? since, sequence: own.length }
    return [
      { kind: 'session', id: `session:${body}/${number}/${part.part}`, title, text, address, ...dates, ...stands },
    ]
  })
  const deadlines = table.deadlines(body, number).map(
    ({ code, on, why }): FeedItem => ({
      ...{ kind: 'deadline', id: `deadline:${body}/${number}/${code}`, address },
      title: say(`feed.deadline.${code}`, { body, number }),
      text: table.explain(why, language),
      ...{ from: on, to: on, updated, sequence: moves.length },
    }),
  )
  const news = moves.map(
    ({ n, to, reason, at, part }): FeedItem => ({
      ...{ kind: 'move', id: `move:${n}`, address, ...to, updated: at, sequence: 0 },
      title: say('feed.move', { body, number, part }),
      text: reason,
    }),
  )
  return [...held, ...deadlines, ...news]
}

/** Every date of what is asked, with the session it is due by. */
function duesOf(base: Base, all: readonly Followable[]): readonly { readonly by: string; readonly item: FeedItem }[] {
  const { say, table, since, language, movesOf } = base
  return all.flatMap(({ id, title, subject, actorName, dues }) =>
    dues.flatMap((due) => {
      if (due.state !== 'dated') return []
      const moves = movesOf(due.body, due.session)
      const by = due.session === null ? due.from : `${due.body} ${due.session}`
      const item: FeedItem = {
        ...{ kind: 'due', id: `due:${id} ${by} ${due.part ?? ''}`.trimEnd() },
        title: say('feed.due', { actor: actorName, what: subject ?? title }),
        text: `${title}\n${table.explain(due.why, language)}`,
        address: `/dossiers/${id.split('/').map(encodeURIComponent).join('/')}`,
        // what is due by a session is due when it opens
        ...{ from: due.session === null ? due.to : due.from, to: due.session === null ? due.to : due.from },
        ...{ updated: moves.at(-1)?.at ?? since, sequence: moves.length },
      }
      return [{ by, item }]
    }),
  )
}
