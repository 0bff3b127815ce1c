import type { Language } from '@resolute/reader'
import { type GrantedRole, program, type Visitor } from '#platform/access'
import type { Parties } from '../actor.ts'

export interface SignedInAs {
  /** As a browser sends it: the value of the header `cookie`. */
  readonly cookie: string
  /** For a browser's cookie store. */
  readonly name: 'session'
  readonly value: string
  readonly person: string
  readonly visitor: Visitor
}

let made = 0

/**
 * For tests: makes a person who holds a role and signs them in, by the same acts as anybody. Give the cookie to a
 * request, or to a browser: `context.addCookies([{ name, value, url: origin }])`. Sites in tests are plain http.
 */
export async function signInAs(
  parties: Parties,
  as: {
    readonly role: GrantedRole
    readonly actor?: string
    readonly unit?: string
    readonly name?: string
    readonly language?: Language
  },
): Promise<SignedInAs> {
  const by = program('system:test')
  const { role, actor = null, unit = null, language = 'en' } = as
  const name = as.name ?? `${role} ${actor ?? ''}`.trim()
  const email = `${role}.${++made}@example.org`
  const invited = await parties.invitePerson(by, { role, actor, unit, name, email, language, origin: null })
  if ('refused' in invited) throw new Error(`No ${role} was made: ${invited.refused}`)
  return signInAgain(parties, invited.person)
}

/** Signs in somebody who was made before: a session ends where a test moves its clock far enough. */
export async function signInAgain(parties: Parties, person: string): Promise<SignedInAs> {
  const link = await parties.giveLink(program('system:test'), person)
  if ('refused' in link) throw new Error(`No link was given: ${link.refused}`)
  const whence = { device: 'test', origin: 'http://localhost', session: null }
  const begun = await parties.signInByLink(link.token, { ...whence, network: `of.${person}` })
  if ('refused' in begun) throw new Error(`Nobody was signed in: ${begun.refused}`)
  const recognised = await parties.recognise(begun.token)
  if (!recognised) throw new Error('Nobody was recognised')
  const { visitor } = recognised
  return { cookie: `session=${begun.token}`, name: 'session', value: begun.token, person: begun.person, visitor }
}
