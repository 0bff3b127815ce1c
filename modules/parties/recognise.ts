import type { Ledger } from '#modules/ledger'
import { refusalOf, type Visitor } from '#platform/access'
import type { Database } from '#platform/database'
import { hashOf, newToken } from '#platform/secrets'
import { permissions } from './permissions.ts'
import { judge, lasting, type SignInSession, type SignIns } from './session.ts'
import { selectPeople } from './store-people.ts'
import {
  clearExpired,
  deleteSessions,
  noteArrival,
  noteSeen,
  sessionOf,
  sessionsOf,
  turnSession,
} from './store-sessions.ts'

interface Ground {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
}

/** Opens what goes on while somebody is signed in: who a cookie stands for, one's sessions, signing out. */
export function openSessions({
  database,
  now,
  ledger,
}: Ground): Pick<SignIns, 'recognise' | 'signInSessions' | 'signOut'> {
  const idleSince = () => new Date(now().getTime() - lasting.idle)

  const end = (by: string, session: string, person: string, why: string): Promise<boolean> =>
    database.transaction().execute(async (transaction) => {
      const ended = await deleteSessions(transaction, { id: session, person })
      if (ended.length === 0) return false
      const { act } = permissions.signOut
      await ledger.append(transaction, { who: by, act, on: `person:${person}`, data: { session, why } })
      return true
    })

  return {
    async recognise(token) {
      const given = hashOf(token)
      const found = await sessionOf(database, given)
      if (!found) return null
      const newest = found.sha256.equals(given)
      const at = now()
      const verdict = judge(
        {
          given: newest ? 'newest' : 'before',
          turnedAt: found.turned_at.getTime(),
          arrivedAt: found.arrived_at?.getTime() ?? null,
          seenAt: found.seen_at.getTime(),
          expiresAt: found.expires_at.getTime(),
        },
        at.getTime(),
      )
      if (verdict === 'expired') {
        await clearExpired(database, at, idleSince())
        return null
      }
      if (verdict === 'copied') {
        await end('system:parties', found.id, found.person, 'token-copied')
        return null
      }
      const fresh = verdict === 'turn' ? newToken() : null
      const turned =
        fresh && (await turnSession(database, found.id, { newest: found.sha256, given, to: hashOf(fresh) }, at))
      if (!turned && newest && found.arrived_at === null) await noteArrival(database, found.id, given, at)
      else if (!turned && at.getTime() - found.seen_at.getTime() > lasting.seen) await noteSeen(database, found.id, at)
      const [person] = await selectPeople(database, at, { ids: [found.person] })
      const visitor: Visitor = {
        doer: `person:${found.person}`,
        person: found.person,
        name: found.name,
        grants: (person?.grants ?? []).map(({ role, actor }) => ({ role, actor })),
      }
      const expiresAt = found.expires_at.toISOString()
      return {
        visitor,
        session: found.id,
        language: found.language,
        fresh: fresh && turned ? { token: fresh, expiresAt } : null,
      }
    },

    async signInSessions(by): Promise<readonly SignInSession[]> {
      if (by.person === null) return []
      const rows = await sessionsOf(database, by.person, now(), idleSince())
      return rows.map((row) => ({
        id: row.id,
        way: row.way,
        device: row.device,
        createdAt: row.created_at.toISOString(),
        seenAt: row.seen_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
      }))
    },

    async signOut(by, session) {
      const refusal = refusalOf(by, permissions.signOut)
      if (refusal) return refusal
      const known = by.person !== null && /^[1-9]\d{0,17}$/.test(session)
      return { ended: known && by.person !== null && (await end(by.doer, session, by.person, 'asked')) }
    },
  }
}
