import type { Person } from '#modules/parties'
import type { Transaction } from '#platform/database'
import type { Mail } from '#platform/mail'
import type { Call, Visibility } from './call.ts'
import { saidIn } from './figures.ts'
import { dayInWords } from './letter.ts'
import { answerAddress } from './links.ts'
import type { InvitationRow } from './store-invitations.ts'
import type { Channel } from './submission.ts'
import { voice } from './voice.ts'

/** Tells somebody that an answer lies with them now. Holds no secret: they sign in. */
export async function handedOnLetter(
  mail: Mail,
  transaction: Transaction,
  given: {
    readonly event: string
    readonly person: Person
    readonly from: string | null
    readonly reason: string
    readonly origin: string
    readonly row: InvitationRow
    readonly call: Call
  },
): Promise<void> {
  const { event, person, from, reason, origin, row, call } = given
  if (person.email === null) return
  const { language } = person
  const say = voice(language)
  const facts = { subject: saidIn(call.words.subject, language).words, name: row.name, from: from ?? '' }
  const text = [
    say(from === null ? 'submissions.receipt.handed-on.by-nobody' : 'submissions.receipt.handed-on.by', facts),
    ...(reason === '' ? [] : [say('submissions.receipt.handed-on.reason', { reason })]),
    ...(row.deadline === null
      ? []
      : [say('submissions.receipt.handed-on.deadline', { day: dayInWords(row.deadline, language) })]),
    say('submissions.receipt.handed-on.where', { address: answerAddress(origin, row) }),
  ].join('\n\n')
  const subject = say('submissions.receipt.handed-on.subject', facts)
  await mail.post(transaction, { key: `handed-on:${event}`, to: person.email, language, subject, text })
}

/** Tells who sent it, and the office that calls, that it was received. Words of it stand in neither. */
export async function receiptLetters(
  mail: Mail,
  transaction: Transaction,
  given: {
    readonly submission: string
    readonly call: Call
    readonly row: InvitationRow
    readonly late: boolean
    readonly at: Date
    /** Who sent it, where they were signed in. */
    readonly person: Person | null
    readonly origin: string | null
    readonly answered: number
    readonly channel: Channel
    readonly visibility: Visibility
  },
): Promise<void> {
  const { submission, call, row, late, at, person, origin, answered, visibility } = given
  if (origin === null) return
  const own = person ? { to: person.email, language: person.language } : { to: row.email, language: row.language }
  const readers = [own, { to: call.words.contact, language: 'en' as const }]
  const told = new Set<string>()
  for (const { to, language } of readers) {
    if (to === null || told.has(to)) continue
    told.add(to)
    const say = voice(language)
    const facts = { subject: saidIn(call.words.subject, language).words, name: row.name, number: submission, answered }
    const text = [
      say('submissions.receipt.received', { ...facts, day: dayInWords(at.toISOString().slice(0, 10), language) }),
      ...(late && row.deadline !== null
        ? [say('submissions.receipt.late', { day: dayInWords(row.deadline, language) })]
        : []),
      say(`submissions.visibility.${visibility}`),
      say('submissions.receipt.where', { address: `${origin}/calls/${call.id}/submissions/${row.n}` }),
    ].join('\n\n')
    const subject = say('submissions.receipt.subject', facts)
    await mail.post(transaction, { key: `receipt:${submission}:${to}`, to, language, subject, text })
  }
}
