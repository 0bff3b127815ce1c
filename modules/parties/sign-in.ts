import { setTimeout as sleep } from 'node:timers/promises'
import type { Ledger } from '#modules/ledger'
import { refusalOf } from '#platform/access'
import { type Database, isOpenInvitation, spendInvitation } from '#platform/database'
import { isMailAddress, type Mail } from '#platform/mail'
import { hashOf, newToken } from '#platform/secrets'
import { beginSession, signIn } from './begin-session.ts'
import { linkLetter } from './letters.ts'
import { permissions } from './permissions.ts'
import { plainEmail, plainName } from './person-rules.ts'
import { samePathOf } from './same-path.ts'
import { lasting, type SignIns, type Whence } from './session.ts'
import { insertCeremony, takeCeremony } from './store-passkeys.ts'
import { emailOwner, holdByEmail, holdPerson, insertGrant, insertPerson } from './store-people.ts'
import { insertLink, isOpenLink, spendLink } from './store-sessions.ts'
import { within } from './tries.ts'

export interface SignInGround {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
  readonly mail: Mail
}

type Parts = Pick<
  SignIns,
  | 'isInvited'
  | 'becomeAdministrator'
  | 'startOpenId'
  | 'takeOpenId'
  | 'signInByAddress'
  | 'requestLink'
  | 'isLink'
  | 'signInByLink'
  | 'giveLink'
>

/** Every answer to a request for a link takes this long, in milliseconds: more than the work for a known address. */
const evenTime = 250

/** Opens the ways in: the one-time link of the first administrator, links by mail, links by hand. */
export function openSignIns({ database, now, ledger, mail }: SignInGround): Parts {
  async function mailLink(email: string, next: string | null, { origin }: Whence): Promise<void> {
    const owner = await emailOwner(database, email)
    if (!owner?.email) return
    const token = newToken()
    const until = new Date(now().getTime() + lasting.link)
    const query = new URLSearchParams({ token, ...(next !== null && { next }) })
    const address = `${origin}/sign-in/link?${query}`
    const to = { email: owner.email, language: owner.language }
    await database.transaction().execute(async (transaction) => {
      await insertLink(transaction, { sha256: hashOf(token), person: owner.id, created_at: now(), expires_at: until })
      await linkLetter(mail, transaction, { ...to, key: hashOf(token).toString('hex'), address, origin, until })
    })
  }

  return {
    isInvited: (token) => isOpenInvitation(database, token),

    async becomeAdministrator({ token, name, email, language }, whence) {
      if (!(await within(database, 'proofByNetwork', whence.network, now()))) return { refused: 'too-many' }
      const plain = { name: plainName(name), email: plainEmail(email) }
      if (plain.name === null) return { refused: 'bad-name' }
      if (!isMailAddress(plain.email)) return { refused: 'bad-email' }
      const person = { email: plain.email, name: plain.name, language, created_at: now() }
      return database.transaction().execute(async (transaction) => {
        if (!(await spendInvitation(transaction, token, now()))) return { refused: 'link-unusable' } as const
        const known = await holdByEmail(transaction, person.email)
        const id = known?.id ?? (await insertPerson(transaction, person))
        if (id === null) throw new Error('A person with this address was made at the same time')
        const doer = `person:${id}`
        const given = { given_by: doer, given_at: now(), until_at: null }
        const grant = await insertGrant(transaction, {
          person: id,
          role: 'administrator',
          actor: null,
          unit: null,
          ...given,
        })
        const begun = await beginSession(transaction, { person: id, way: 'invitation', whence, now: now() })
        const { act } = permissions.becomeAdministrator
        const data = { grant, role: 'administrator', actor: null, session: begun.session }
        await ledger.append(transaction, { who: doer, act, on: doer, data })
        return begun
      })
    },

    async requestLink({ email, next }, whence) {
      const asked = plainEmail(email)
      if (!isMailAddress(asked)) return { refused: 'bad-email' }
      const started = sleep(evenTime)
      const allowed = [
        await within(database, 'linkByNetwork', whence.network, now()),
        await within(database, 'linkByAddress', asked.toLowerCase(), now()),
      ].every(Boolean)
      if (allowed) await mailLink(asked, samePathOf(next), whence)
      await started
      return allowed ? { state: 'asked' } : { refused: 'too-many' }
    },

    isLink: (token) => isOpenLink(database, hashOf(token), now()),

    async signInByLink(token, whence) {
      if (!(await within(database, 'proofByNetwork', whence.network, now()))) return { refused: 'too-many' }
      return database.transaction().execute(async (transaction) => {
        const person = await spendLink(transaction, hashOf(token), now())
        if (person === null) return { refused: 'link-unusable' } as const
        return signIn(transaction, ledger, { person, way: 'link', whence, now: now() })
      })
    },

    async startOpenId(state, { network }) {
      if (!(await within(database, 'proofByNetwork', network, now()))) return { refused: 'too-many' }
      const token = newToken()
      const expires_at = new Date(now().getTime() + lasting.ceremony)
      await insertCeremony(database, { sha256: hashOf(token), kind: 'openid', person: null, state, expires_at }, now())
      return { token }
    },

    takeOpenId: async (token) => (await takeCeremony(database, hashOf(token), 'openid', now()))?.state ?? null,

    async signInByAddress(email, whence) {
      return database.transaction().execute(async (transaction) => {
        const person = await holdByEmail(transaction, plainEmail(email))
        if (person === null) return { refused: 'not-recognised' } as const
        return signIn(transaction, ledger, { person: person.id, way: 'openid', whence, now: now() })
      })
    },

    async giveLink(by, person) {
      const refusal = refusalOf(by, permissions.giveLink)
      if (refusal) return refusal
      return database.transaction().execute(async (transaction) => {
        if (!(await holdPerson(transaction, person))) return { refused: 'no-such-person' } as const
        const token = newToken()
        const expires_at = new Date(now().getTime() + lasting.givenLink)
        await insertLink(transaction, { sha256: hashOf(token), person, created_at: now(), expires_at })
        const { act } = permissions.giveLink
        await ledger.append(transaction, { who: by.doer, act, on: `person:${person}`, data: {} })
        return { token }
      })
    },
  }
}
