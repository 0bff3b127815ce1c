import type { Database } from '#platform/database'
import type { Log } from '#platform/http'
import type { ReadyJob } from '#platform/jobs'
import { type MailAddress, type Outcome, openSender, type Sender } from './sender.ts'
import { claimLetter, eraseOld, giveUp, type LetterRow, updateLetter } from './store.ts'

/** How often the outbox is looked into, in milliseconds: somebody may be waiting for a link to sign in with. */
const every = 1_000

/** Letters handed over at the same time by one process. */
const lanes = 2

/** After a server could not be had it is left alone for a while, however many letters wait. */
const restAfterTrouble = 15_000

const minute = 60_000
const hour = 60 * minute

/** How long the words of a letter, and to whom it went, are kept once it is done with. */
const keptFor = 30 * 24 * hour

/**
 * Hands the letters of the outbox to a mail server, several processes beside each other. A letter is handed over at least
 * once: the row is held while it goes and marked in the same transaction, so that no two processes ever hand the same one
 * over at a time; only a process or a database that dies between the server's yes and that mark lets it go out again,
 * under the same Message-ID. Without a server letters wait, and are given up in time.
 */
export function deliveryJob(given: { readonly database: Database; readonly server: MailAddress | null }): ReadyJob {
  const { database, server } = given
  let restUntil = 0
  let cleared = 0
  let erased = 0
  return {
    name: 'mail.deliver',
    schedule: { every },
    async run({ now, log, signal }) {
      if (now().getTime() - cleared > minute) {
        await giveUp(database, now())
        cleared = now().getTime()
      }
      if (now().getTime() - erased > hour) {
        await eraseOld(database, new Date(now().getTime() - keptFor))
        erased = now().getTime()
      }
      if (!server || now().getTime() < restUntil) return
      const sender = await openSender(server)
      const lane = async () => {
        while (!signal.aborted && now().getTime() >= restUntil) {
          const done = await database.transaction().execute((t) => deliverOne(t, sender, now(), log))
          if (done === 'none') return
          if (done === 'away') restUntil = now().getTime() + restAfterTrouble
        }
      }
      // one connection a lane for all that waits now, and none while nothing does
      await Promise.all(Array.from({ length: lanes }, lane)).finally(sender.close)
    },
  }
}

async function deliverOne(
  transaction: Parameters<typeof claimLetter>[0],
  sender: Sender,
  now: Date,
  log: Log,
): Promise<'none' | 'done' | 'away'> {
  const letter = await claimLetter(transaction, now)
  if (!letter) return 'none'
  const outcome = letter.until <= now ? over : await sender.send(letter)
  await updateLetter(transaction, letter.id, changeOf(letter, outcome, now))
  if (outcome.state !== 'sent') {
    // neither recipient nor words: a log is read by more people than a letter
    log.warn({ letter: letter.id, attempt: letter.attempts + 1, trouble: outcome.trouble }, 'letter not delivered')
  }
  return outcome.state === 'later' && outcome.away ? 'away' : 'done'
}

const over: Outcome = { state: 'refused', trouble: 'over' }

function changeOf(letter: LetterRow, outcome: Outcome, now: Date): Parameters<typeof updateLetter>[2] {
  const attempts = letter.attempts + 1
  const erased = letter.secret ? { text: null, html: null } : {}
  switch (outcome.state) {
    case 'sent':
      return { attempts, trouble: null, sent_at: now, ...erased }
    case 'refused':
      return { attempts, trouble: outcome.trouble, failed_at: now, ...erased }
    case 'later': {
      const pause = Math.min(minute * 2 ** letter.attempts, 60 * minute)
      return { attempts, trouble: outcome.trouble, next_at: new Date(now.getTime() + pause) }
    }
  }
}
