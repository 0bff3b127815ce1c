import type { Language } from '@resolute/reader'
import type { Transaction } from '#platform/database'
import type { Mail } from '#platform/mail'
import { wordsIn } from '#platform/words'
import type { RoleRequest } from './person.ts'

const words = wordsIn(new URL('./messages/', import.meta.url))

export interface Invitation {
  readonly email: string
  readonly language: Language
  readonly grant: string
  readonly role: RoleRequest
  /** Address of the site; null where nobody knows it, as on the command line: then no letter is written. */
  readonly origin: string | null
}

/** Tells somebody that they were given a role, and where to sign in. Holds no secret. */
export async function invitationLetter(mail: Mail, transaction: Transaction, invitation: Invitation): Promise<void> {
  const { email: to, language, grant, role, origin } = invitation
  if (origin === null) return
  const say = words(language)
  const facts = { site: origin, address: `${origin}/sign-in`, role: say(`parties.role.${role.role}`) }
  const text = say('parties.mail.invitation.text', facts)
  await mail.post(transaction, {
    key: `invitation:${grant}`,
    to,
    language,
    subject: say('parties.mail.invitation.subject', facts),
    text,
  })
}

/** The link that lets somebody in. */
export async function linkLetter(
  mail: Mail,
  transaction: Transaction,
  link: {
    readonly key: string
    readonly email: string
    readonly language: Language
    readonly address: string
    readonly origin: string
    readonly until: Date
  },
): Promise<void> {
  const say = words(link.language)
  const facts = { site: link.origin, address: link.address }
  await mail.post(transaction, {
    key: `sign-in:${link.key}`,
    to: link.email,
    language: link.language,
    subject: say('parties.mail.link.subject', facts),
    text: say('parties.mail.link.text', facts),
    until: link.until,
    secret: true,
  })
}
