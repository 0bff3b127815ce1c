import type { Calendar, Due, Period, SessionMove } from '#modules/calendar'
import type { Ledger } from '#modules/ledger'
import type { Parties } from '#modules/parties'
import { program } from '#platform/access'
import type { Database, Transaction } from '#platform/database'
import type { Mail } from '#platform/mail'
import type { Doer } from '#platform/manifest'
import type { Followable, FollowableProvider } from './followable.ts'
import { type MovedItem, moveLetter } from './reminders-letter.ts'
import type { Dossiers } from './room.ts'
import { claimMove, insertMove, type MovedDue, type MoveToTell, markTold } from './store-moves.ts'
import type { MovesTold } from './telling.ts'

/** Name of the act and of its ledger entry: one for each move. */
export const tellMoveAct = 'followup.tell-move'

interface Around {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly mail: Mail
  readonly providers: readonly FollowableProvider[]
  readonly dossiers: Pick<Dossiers, 'dossiers' | 'concerned'>
}

export function openMovesTold(around: Around): MovesTold {
  const { database, now, ledger, parties, calendar, mail, providers, dossiers } = around
  calendar.onMove(notice)

  /** Inside the act that moves: what is due by the session, with its days as they were before. */
  async function notice(transaction: Transaction, move: SessionMove): Promise<void> {
    const dues: MovedDue[] = []
    for (let after: string | undefined; ; ) {
      const filter = { body: move.body, session: move.number, limit: 1000, ...(after !== undefined && { after }) }
      const page = await dossiers.dossiers(filter, program('system:moves'))
      for (const { asked } of page.rows) {
        const before = daysBy(asked.dues, move)
        if (before.length > 0) dues.push({ id: asked.id, before })
      }
      if (page.next === null) break
      after = page.next
    }
    await insertMove(transaction, move, dues)
  }

  /** What is due on other days now. */
  async function changed(move: MoveToTell): Promise<readonly MovedItem[]> {
    const before = new Map(move.dues.map((due) => [due.id, due.before]))
    await Promise.all(providers.map((provider) => provider.current()))
    const found = (await Promise.all(providers.map((provider) => provider.find([...before.keys()])))).flat()
    return found.flatMap((asked) => {
      const after = daysBy(asked.dues, move)
      const pairs = (before.get(asked.id) ?? []).map((was, at) => ({ asked, before: was, after: after[at] }))
      const other = pairs.find((pair) => pair.after && !same(pair.before, pair.after))
      return other?.after ? [{ asked, before: other.before, after: other.after }] : []
    })
  }

  async function tellNext(by: Doer, site: string): Promise<boolean> {
    return database.transaction().execute(async (transaction) => {
      const move = await claimMove(transaction)
      if (!move) return false
      const items = new Map((await changed(move)).map((item) => [item.asked.id, item]))
      const concerned = await dossiers.concerned([...items.keys()])
      const byPerson = new Map<string, Map<string, MovedItem>>()
      for (const [id, people] of concerned) {
        for (const { person } of people) {
          const own = byPerson.get(person) ?? new Map<string, MovedItem>()
          byPerson.set(person, own.set(id, items.get(id)!))
        }
      }
      let letters = 0
      for (const [id, own] of byPerson) {
        const person = await parties.person(id)
        if (!person || person.closedAt !== null || person.email === null) continue
        const { name, language, email: to } = person
        const words = moveLetter({ name, language, site }, move, [...own.values()])
        const posted = await mail.post(transaction, { key: `move:${move.move}:${id}`, to, language, ...words })
        if (posted.state === 'posted') letters += 1
      }
      await markTold(transaction, move.move, now())
      const data = { move: move.move, changed: items.size, letters }
      await ledger.append(transaction, { who: by, act: tellMoveAct, on: `session:${move.body}/${move.number}`, data })
      return true
    })
  }

  return {
    async tellMoves(by, { site, signal }) {
      let told = 0
      while (!signal?.aborted && (await tellNext(by, site))) told += 1
      return told
    },
  }
}

/** Days on which something is due by a session, in order. */
function daysBy(
  dues: Followable['dues'],
  { body, number, part }: Pick<SessionMove, 'body' | 'number' | 'part'>,
): Period[] {
  return dues
    .filter((due): due is Extract<Due, { state: 'dated' }> => due.state === 'dated')
    .filter((due) => due.body === body && due.session === number && (due.part ?? part) === part)
    .map(({ from, to }) => ({ from, to }))
}

const same = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to
