import type { IsoDate } from '#modules/calendar'
import type { Ledger } from '#modules/ledger'
import type { Parties, Person } from '#modules/parties'
import { program, refusalOf } from '#platform/access'
import type { Database } from '#platform/database'
import type { Mail } from '#platform/mail'
import type { Doer } from '#platform/manifest'
import { hashOf, isToken, newToken } from '#platform/secrets'
import { setLetters } from './permissions-letters.ts'
import { answering, goesOn, isAnswered, keyOf, plusDays, type Reminder, remindedDays, reminderOf } from './reminders.ts'
import { digestLetter } from './reminders-letter.ts'
import type { Awaited, Dossiers } from './room.ts'
import {
  insertDigest,
  insertReminders,
  personOfLetter,
  sentBefore,
  setFrequency,
  settingsOn,
} from './store-reminders.ts'
import type { Reminders, Sent } from './telling.ts'

/** Name of the act and of its ledger entries: one for each letter. */
export const sendRemindersAct = 'followup.send-reminders'

/** What one letter lists at most; the rest comes with the next. */
const longestLetter = 40

interface Around {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
  readonly parties: Parties
  readonly mail: Mail
  readonly dossiers: Pick<Dossiers, 'awaited' | 'concerned' | 'records'>
}

export function openReminders({ database, now, ledger, parties, mail, dossiers }: Around): Reminders {
  async function remindersOn(on: IsoDate): Promise<readonly Reminder[]> {
    const found: Reminder[] = []
    for (let after: string | undefined; ; ) {
      const page = await dossiers.awaited(remindedDays(on), after)
      found.push(...(await remindersAmong(page.rows, on)))
      if (page.next === null) break
      after = page.next
    }
    const people = [...new Set(found.map(({ person }) => person))]
    const [settings, sent] = await Promise.all([settingsOn(database, people, on), sentBefore(database, found)])
    const goes = ({ person }: Reminder) => {
      const setting = settings.get(person)
      return setting !== undefined && !setting.told && goesOn(setting.frequency, on)
    }
    return found.filter((one) => !sent.has(keyOf(one)) && goes(one)).sort((a, b) => a.inDays - b.inDays)
  }

  async function remindersAmong(rows: readonly Awaited[], on: IsoDate): Promise<readonly Reminder[]> {
    const timely = rows.filter(({ asked, due }) => reminderOf(asked, due, nobody, on) !== null)
    const again = timely.filter(({ asked, status }) => status === 'implemented' && asked.dues.length > 1)
    const facts = await daysOfFacts(again.map(({ asked }) => asked.id))
    const open = timely.filter(({ asked, due, status }) => !isAnswered(asked, due, status, facts.get(asked.id) ?? null))
    const concerned = await dossiers.concerned([...new Set(open.map(({ asked }) => asked.id))])
    return open.flatMap(({ asked, due }) =>
      answering(concerned.get(asked.id) ?? []).flatMap((one) => reminderOf(asked, due, one, on) ?? []),
    )
  }

  /** The day of the newest facts published on each of these. */
  async function daysOfFacts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const records = await dossiers.records([...new Set(ids)], program('system:reminders'))
    return new Map(
      records.map(({ id, replies }) => {
        const published = replies.flatMap(({ updates }) => updates.filter(({ state }) => state === 'published'))
        return [
          id,
          published
            .map(({ asOf }) => asOf)
            .sort()
            .at(-1) ?? '',
        ]
      }),
    )
  }

  /** The letter of one person, with its entry; null where another process sent it. */
  async function sendLetter(
    by: Doer,
    person: Person & { readonly email: string },
    reminders: readonly Reminder[],
    { on, site }: { readonly on: IsoDate; readonly site: string },
  ): Promise<number> {
    const sending = database.transaction().execute(async (transaction) => {
      const token = newToken()
      const begun = { person: person.id, day: on, token_sha256: hashOf(token), at: now() }
      const digest = await insertDigest(transaction, begun)
      if (digest === null) return 0
      const listed = await insertReminders(transaction, digest, reminders.slice(0, longestLetter))
      if (listed.length === 0) throw nothingLeft
      const stop = `${site}/letters?key=${token}`
      const { name, language, email } = person
      const words = digestLetter({ name, language, site, stop }, listed, reminders.length - listed.length)
      const key = `digest:${person.id}:${on}`
      await mail.post(transaction, { key, to: email, language, unsubscribe: stop, ...words, until: endOf(on) })
      const data = { day: on, reminders: listed.map(({ asked, day, rule }) => ({ id: asked.id, day, rule })) }
      await ledger.append(transaction, { who: by, act: sendRemindersAct, on: `person:${person.id}`, data })
      return listed.length
    })
    return sending.catch((error: unknown) => {
      if (error === nothingLeft) return 0
      throw error
    })
  }

  /** A letter about a day that lies in the past says nothing: it may go for a week. */
  function endOf(on: IsoDate): Date {
    const end = new Date(plusDays(on, 7))
    return end > now() ? end : new Date(now().getTime() + 24 * 60 * 60_000)
  }

  return {
    remindersOn,
    async sendReminders(by, options) {
      let sent: Sent = { letters: 0, reminders: 0 }
      const byPerson = Map.groupBy(await remindersOn(options.on), ({ person }) => person)
      for (const [id, reminders] of byPerson) {
        if (options.signal?.aborted) break
        const person = await parties.person(id)
        if (!person || person.closedAt !== null || person.email === null) continue
        const told = await sendLetter(by, { ...person, email: person.email }, reminders, options)
        if (told > 0) sent = { letters: sent.letters + 1, reminders: sent.reminders + told }
      }
      return sent
    },
    async lettersOf(person) {
      return (await settingsOn(database, [person], '0001-01-01')).get(person)?.frequency ?? 'daily'
    },
    async readerOf(token) {
      const person = isToken(token) ? await personOfLetter(database, hashOf(token)) : null
      return person === null ? null : { doer: `person:${person}`, person, name: null, grants: [] }
    },
    async setLetters(by, frequency) {
      const refusal = refusalOf(by, setLetters)
      if (refusal) return refusal
      const { person } = by
      if (person === null) return { refused: 'not-allowed', act: setLetters.act, signIn: true }
      await database.transaction().execute(async (transaction) => {
        await setFrequency(transaction, person, frequency, now())
        const data = { frequency }
        await ledger.append(transaction, { who: by.doer, act: setLetters.act, on: `person:${person}`, data })
      })
      return { person }
    },
  }
}

/** All of it went with another letter meanwhile: this one is not begun. */
const nothingLeft = new Error('nothing left to remind of')

const nobody = { person: '', actor: null }
