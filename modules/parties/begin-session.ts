import type { Ledger } from '#modules/ledger'
import type { Transaction } from '#platform/database'
import { hashOf, newToken } from '#platform/secrets'
import { lasting, type SignedIn, type Way, type Whence } from './session.ts'
import { deleteSessions, insertSession } from './store-sessions.ts'

/** What the browser says of itself may be anything: one line of it is kept. */
const deviceOf = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, 300)

/**
 * Begins a session with a token nobody has seen before, and ends the one the browser had. Writes no entry: the act that
 * proved who it is does.
 */
export async function beginSession(
  transaction: Transaction,
  {
    person,
    way,
    whence,
    now,
  }: { readonly person: string; readonly way: Way; readonly whence: Whence; readonly now: Date },
): Promise<SignedIn> {
  if (whence.session !== null) await deleteSessions(transaction, { id: whence.session })
  const token = newToken()
  const expires_at = new Date(now.getTime() + lasting.session)
  const row = { sha256: hashOf(token), person, way, device: deviceOf(whence.device), expires_at }
  const session = await insertSession(transaction, row, now)
  return { token, person, session, expiresAt: expires_at.toISOString() }
}

/** Act `parties.sign-in`, once somebody has proved who they are: the session and its entry. */
export async function signIn(
  transaction: Transaction,
  ledger: Ledger,
  proof: { readonly person: string; readonly way: Way; readonly whence: Whence; readonly now: Date },
): Promise<SignedIn> {
  const begun = await beginSession(transaction, proof)
  const { person, session } = begun
  const data = { way: proof.way, session }
  await ledger.append(transaction, { who: `person:${person}`, act: 'parties.sign-in', on: `person:${person}`, data })
  return begun
}
