import { refusalOf } from '#platform/access'
import type { Database } from '#platform/database'
import {
  isMailAddress,
  largestLetter,
  type Mail,
  type OutboxEntry,
  type OutboxLetter,
  patience,
  readOutbox,
  subjectLine,
} from './message.ts'
import { insertLetter, type LetterRow, letterById, newestLetters, statesOf } from './store.ts'

/** The outbox of a database. */
export function openMail({ database, now }: { readonly database: Database; readonly now: () => Date }): Mail {
  return {
    async post(transaction, letter) {
      const { key, to, language, text, html = null, unsubscribe = null, secret = false } = letter
      if (!isMailAddress(to)) return { state: 'refused', code: 'bad-address' }
      if (Buffer.byteLength(text) + Buffer.byteLength(html ?? '') > largestLetter) {
        return { state: 'refused', code: 'too-large' }
      }
      const posted_at = now()
      const { id, fresh } = await insertLetter(transaction, {
        ...{ key, recipient: to, language, html, unsubscribe, secret, posted_at },
        subject: subjectLine(letter.subject),
        text: storable(text),
        until: letter.until ?? new Date(posted_at.getTime() + patience),
      })
      return { state: fresh ? 'posted' : 'known', id }
    },
    states: (keys) => statesOf(database, keys),
    async outbox(by, { state, before, limit = 50 } = {}) {
      const refusal = refusalOf(by, readOutbox)
      if (refusal) return refusal
      if (before !== undefined && !isId(before)) return []
      const most = Math.min(Math.max(1, limit), 200)
      return (await newestLetters(database, { state, before, limit: most })).map(entryOf)
    },
    async letter(by, id) {
      const refusal = refusalOf(by, readOutbox)
      if (refusal) return refusal
      const row = isId(id) ? await letterById(database, id) : null
      return row && letterOf(row)
    },
  }
}

/** PostgreSQL stores no U+0000. */
const storable = (text: string): string => text.replaceAll('\u0000', '')

const isId = (text: string): boolean => /^[1-9]\d{0,17}$/.test(text)

function entryOf(row: LetterRow): OutboxEntry {
  const { id, key, recipient, language, subject, secret, attempts, trouble } = row
  return {
    ...{ id, key, to: recipient, language, subject, secret, attempts, trouble },
    state: row.sent_at ? 'sent' : row.failed_at ? 'failed' : 'waiting',
    postedAt: row.posted_at.toISOString(),
    until: row.until.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
  }
}

const letterOf = (row: LetterRow): OutboxLetter => ({ ...entryOf(row), text: row.text, html: row.html })
