import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Ledger } from '#modules/ledger'
import { refusalOf } from '#platform/access'
import type { Database } from '#platform/database'
import { hashOf } from '#platform/secrets'
import { signIn } from './begin-session.ts'
import type { Passkeys } from './passkey.ts'
import { permissions } from './permissions.ts'
import { plainName } from './person-rules.ts'
import { lasting } from './session.ts'
import {
  type CeremonyKind,
  deletePasskey,
  holdPasskey,
  insertCeremony,
  insertPasskey,
  notePasskeyUse,
  passkeysOf,
  takeCeremony,
} from './store-passkeys.ts'
import { holdPerson, selectPeople } from './store-people.ts'
import { within } from './tries.ts'

interface Ground {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
}

/** Loaded when first needed: commands and most pages do without. */
const webauthn = () => import('@simplewebauthn/server')

/** A passkey belongs to the host alone. */
const hostOf = (origin: string): string => new URL(origin).hostname

type Transports = ('ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb')[]

/** What came from a browser may be anything: whatever the library cannot make sense of is not taken. */
async function verified<T extends { readonly verified: boolean }>(check: () => Promise<T>): Promise<T | null> {
  try {
    const result = await check()
    return result.verified ? result : null
  } catch {
    return null
  }
}

/** The challenge an answer was made for, as the browser wrote it down. */
function challengeOf(response: AuthenticationResponseJSON | RegistrationResponseJSON): string | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(response.response.clientDataJSON, 'base64url').toString())
    const given = typeof said === 'object' && said !== null && 'challenge' in said ? said.challenge : null
    return typeof given === 'string' ? given : null
  } catch {
    return null
  }
}

/** Opens signing in with passkeys. A challenge is kept by its hash until it is brought back, once. */
export function openPasskeys({ database, now, ledger }: Ground): Passkeys {
  const keep = (challenge: string, kind: CeremonyKind, person: string | null) => {
    const expires_at = new Date(now().getTime() + lasting.ceremony)
    return insertCeremony(database, { sha256: hashOf(challenge), kind, person, state: {}, expires_at }, now())
  }

  /** The challenge an answer brings back, if it was given to that person and has not been brought back before. */
  async function take(
    response: AuthenticationResponseJSON | RegistrationResponseJSON,
    kind: CeremonyKind,
    person: string | null,
  ): Promise<string | null> {
    const challenge = challengeOf(response)
    const kept = challenge === null ? null : await takeCeremony(database, hashOf(challenge), kind, now())
    return kept && kept.person === person ? challenge : null
  }

  return {
    async passkeys(by) {
      if (by.person === null) return []
      return (await passkeysOf(database, by.person)).map(({ id, name, created_at, used_at }) => ({
        id,
        name,
        createdAt: created_at.toISOString(),
        usedAt: used_at?.toISOString() ?? null,
      }))
    },

    async startAddingPasskey(by, origin) {
      const refusal = refusalOf(by, permissions.addPasskey)
      if (refusal || by.person === null)
        return refusal ?? { refused: 'not-allowed', act: permissions.addPasskey.act, signIn: true }
      const [[person], known] = await Promise.all([
        selectPeople(database, now(), { ids: [by.person] }),
        passkeysOf(database, by.person),
      ])
      const options = await (await webauthn()).generateRegistrationOptions({
        rpName: 'Resolute',
        rpID: hostOf(origin),
        userID: new TextEncoder().encode(`person:${by.person}`),
        userName: person?.email ?? '',
        userDisplayName: person?.name ?? '',
        attestationType: 'none',
        excludeCredentials: known.map(({ id, transports }) => ({ id, transports: transports as Transports })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      await keep(options.challenge, 'add-passkey', by.person)
      return options
    },

    async addPasskey(by, { name, response }, origin) {
      const refusal = refusalOf(by, permissions.addPasskey)
      const own = by.person
      if (refusal || own === null)
        return refusal ?? { refused: 'not-allowed', act: permissions.addPasskey.act, signIn: true }
      const plain = plainName(name)
      if (plain === null) return { refused: 'bad-name' }
      const challenge = await take(response, 'add-passkey', own)
      if (challenge === null) return { refused: 'passkey-not-taken' }
      const { verifyRegistrationResponse } = await webauthn()
      const made = await verified(() =>
        verifyRegistrationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: hostOf(origin),
        }),
      )
      if (!made?.registrationInfo) return { refused: 'passkey-not-taken' }
      const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential
      return database.transaction().execute(async (transaction) => {
        if (!(await holdPerson(transaction, own))) return { refused: 'passkey-not-taken' } as const
        const key = { public_key: Buffer.from(publicKey), counter: String(counter), transports: [...transports] }
        const row = { id, person: own, name: plain, ...key, created_at: now() }
        if (!(await insertPasskey(transaction, row))) return { refused: 'passkey-known' } as const
        const { act } = permissions.addPasskey
        await ledger.append(transaction, { who: by.doer, act, on: `person:${own}`, data: {} })
        return { passkey: id }
      })
    },

    async removePasskey(by, passkey) {
      const refusal = refusalOf(by, permissions.removePasskey)
      const own = by.person
      if (refusal) return refusal
      if (own === null || passkey.includes('\u0000')) return { removed: false }
      return database.transaction().execute(async (transaction) => {
        if (!(await deletePasskey(transaction, passkey, own))) return { removed: false }
        const { act } = permissions.removePasskey
        await ledger.append(transaction, { who: by.doer, act, on: `person:${own}`, data: {} })
        return { removed: true }
      })
    },

    async startPasskey({ origin, network }) {
      if (!(await within(database, 'proofByNetwork', network, now()))) return { refused: 'too-many' }
      const options = await (await webauthn()).generateAuthenticationOptions({
        rpID: hostOf(origin),
        userVerification: 'required',
      })
      await keep(options.challenge, 'passkey', null)
      return options
    },

    async signInByPasskey(response, whence) {
      if (!(await within(database, 'proofByNetwork', whence.network, now()))) return { refused: 'too-many' }
      const id = idOf(response)
      const challenge = await take(response, 'passkey', null)
      if (id === null || challenge === null) return { refused: 'not-recognised' }
      const { verifyAuthenticationResponse } = await webauthn()
      return database.transaction().execute(async (transaction) => {
        const held = await holdPasskey(transaction, id)
        if (!held) return { refused: 'not-recognised' } as const
        const proof = await verified(() =>
          verifyAuthenticationResponse({
            response,
            expectedChallenge: challenge,
            expectedOrigin: whence.origin,
            expectedRPID: hostOf(whence.origin),
            credential: {
              id: held.id,
              publicKey: new Uint8Array(held.public_key),
              counter: Number(held.counter),
              transports: held.transports as Transports,
            },
          }),
        )
        if (!proof) return { refused: 'not-recognised' } as const
        await notePasskeyUse(transaction, held.id, proof.authenticationInfo.newCounter, now())
        return signIn(transaction, ledger, { person: held.person, way: 'passkey', whence, now: now() })
      })
    },
  }
}

/** A credential's id is base64url. */
function idOf(response: AuthenticationResponseJSON | RegistrationResponseJSON): string | null {
  return typeof response?.id === 'string' && /^[\w-]{1,2000}$/.test(response.id) ? response.id : null
}
