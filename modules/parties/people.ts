import type { Ledger } from '#modules/ledger'
import { type Doer, refusalOf, type Visitor } from '#platform/access'
import type { Database, Transaction } from '#platform/database'
import { isMailAddress } from '#platform/mail'
import type { Invitation } from './letters.ts'
import { permissions } from './permissions.ts'
import type { Invited, People, PeopleRefusal, Refused, RoleRequest } from './person.ts'
import { actorsSeenBy, badUnit, badUntil, plainEmail, plainName } from './person-rules.ts'
import { dropPasskeys } from './store-passkeys.ts'
import {
  endGrants,
  heldAdministrators,
  holdByEmail,
  holdGrant,
  holdPerson,
  insertGrant,
  insertPerson,
  selectPeople,
  updatePerson,
} from './store-people.ts'
import { deleteSessions, dropLinks } from './store-sessions.ts'

export interface PeopleGround {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
  readonly isActor: (id: string) => Promise<boolean>
  /** Posts the letter that tells somebody of their role. */
  readonly tell: (transaction: Transaction, invitation: Invitation) => Promise<void>
}

const refused = (code: PeopleRefusal['refused']): PeopleRefusal => ({ refused: code })

/** Opens the acts on people. */
export function openPeople({ database, now, ledger, isActor, tell }: PeopleGround): People {
  const act = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => database.transaction().execute(work)
  const write = (
    transaction: Transaction,
    who: Doer,
    name: string,
    person: string,
    data: Record<string, string | boolean | null>,
  ) => ledger.append(transaction, { who, act: name, on: `person:${person}`, data })

  async function checked(request: RoleRequest): Promise<PeopleRefusal | null> {
    const { role, actor = null, unit = null, until = null } = request
    if (role === 'focal-point' && !actor) return refused('actor-missing')
    if (actor && (role !== 'focal-point' || !(await isActor(actor)))) return refused('no-such-actor')
    if (badUnit(unit)) return refused('bad-unit')
    return badUntil(until, now()) ? refused('bad-until') : null
  }

  /** The role itself; null where the person holds it already. */
  async function give(
    transaction: Transaction,
    by: Visitor,
    person: string,
    request: RoleRequest,
  ): Promise<string | null> {
    const { role, actor = null, unit = null, until = null } = request
    const [held] = await selectPeople(transaction, now(), { ids: [person] })
    if (held?.grants.some((grant) => grant.role === role && grant.actor === actor)) return null
    const times = { given_at: now(), until_at: until === null ? null : new Date(until) }
    return insertGrant(transaction, { person, role, actor, unit: unit || null, given_by: by.doer, ...times })
  }

  return {
    async people(by, { actor } = {}) {
      const refusal = refusalOf(by, permissions.seePeople, actor ?? ownActor(by))
      if (refusal) return refusal
      const seen = actorsSeenBy(by)
      const actors = actor === undefined ? seen : [actor]
      return selectPeople(database, now(), actors === null ? {} : { actors })
    },
    async names(ids) {
      const found = await selectPeople(database, now(), { ids })
      return new Map(found.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
    },
    peopleOf: (actor) => selectPeople(database, now(), { actors: [actor] }),
    async peopleOfAll(actors) {
      const people = await selectPeople(database, now(), { actors })
      return new Map(
        actors.map((actor) => [actor, people.filter(({ grants }) => grants.some((grant) => grant.actor === actor))]),
      )
    },
    person: async (id) => (await selectPeople(database, now(), { ids: [id] }))[0] ?? null,
    async canReceive({ actor, to }) {
      const [person] = await selectPeople(database, now(), { ids: [to] })
      return person !== undefined && person.closedAt === null && person.grants.some((grant) => grant.actor === actor)
    },

    async invitePerson(by, { email, name, language, origin, ...role }): Promise<Invited | Refused> {
      const refusal = refusalOf(by, permissions.invitePerson, role.actor ?? null)
      if (refusal) return refusal
      if (role.role !== 'focal-point') {
        const more = refusalOf(by, permissions.grantRole)
        if (more) return more
      }
      const plain = { email: plainEmail(email), name: plainName(name) }
      if (!isMailAddress(plain.email)) return refused('bad-email')
      if (plain.name === null) return refused('bad-name')
      const fault = await checked(role)
      if (fault) return fault
      const person = { email: plain.email, name: plain.name, language, created_at: now() }
      return act(async (transaction) => {
        const known = await holdByEmail(transaction, person.email)
        const made = known ? null : await insertPerson(transaction, person)
        const id = known?.id ?? made ?? (await holdByEmail(transaction, person.email))?.id
        if (id === undefined) throw new Error('A person vanished while being invited')
        const grant = await give(transaction, by, id, role)
        if (grant === null) return refused('already-granted')
        const data = { grant, ...given(role), created: made !== null }
        await write(transaction, by.doer, permissions.invitePerson.act, id, data)
        await tell(transaction, { email: person.email, language, grant, role, origin })
        return { person: id, grant, created: made !== null }
      })
    },

    async grantRole(by, person, request) {
      const refusal = refusalOf(by, permissions.grantRole)
      if (refusal) return refusal
      const fault = await checked(request)
      if (fault) return fault
      return act(async (transaction) => {
        if (!(await holdPerson(transaction, person))) return refused('no-such-person')
        const grant = await give(transaction, by, person, request)
        if (grant === null) return refused('already-granted')
        const data = { grant, ...given(request) }
        await write(transaction, by.doer, permissions.grantRole.act, person, data)
        return { grant }
      })
    },

    async endGrant(by, id) {
      return act(async (transaction) => {
        const grant = await holdGrant(transaction, id, now())
        const refusal = refusalOf(by, permissions.endGrant, grant ? grant.actor : ownActor(by))
        if (refusal) return refusal
        if (!grant) return refused('no-such-grant')
        if (grant.role === 'administrator') {
          const left = (await heldAdministrators(transaction, now())).filter((other) => other.id !== grant.id)
          if (left.length === 0) return refused('last-administrator')
        }
        await endGrants(transaction, [grant.id], now())
        await write(transaction, by.doer, permissions.endGrant.act, grant.person, { grant: grant.id })
        return { person: grant.person }
      })
    },

    async closePerson(by, person, { forget = false } = {}) {
      const refusal = refusalOf(by, permissions.closePerson)
      if (refusal) return refusal
      return act(async (transaction) => {
        const administrators = await heldAdministrators(transaction, now())
        const [held] = await selectPeople(transaction, now(), { ids: [person] })
        if (!held || (held.closedAt !== null && !(forget && held.email !== null))) return refused('no-such-person')
        if (administrators.length > 0 && administrators.every((other) => other.person === person)) {
          return refused('last-administrator')
        }
        await endGrants(
          transaction,
          held.grants.map(({ id }) => id),
          now(),
        )
        await deleteSessions(transaction, { person })
        await dropLinks(transaction, person)
        await dropPasskeys(transaction, person)
        const closed_at = held.closedAt === null ? now() : new Date(held.closedAt)
        await updatePerson(transaction, person, { closed_at, ...(forget && { name: null, email: null }) })
        await write(transaction, by.doer, permissions.closePerson.act, person, { forgotten: forget })
        return { person }
      })
    },

    async changeAccount(by, { name, language }) {
      const refusal = refusalOf(by, permissions.changeAccount)
      const own = by.person
      if (refusal) return refusal
      if (own === null) return refused('no-such-person')
      const plain = name === undefined ? undefined : plainName(name)
      if (plain === null) return refused('bad-name')
      return act(async (transaction) => {
        if (!(await holdPerson(transaction, own))) return refused('no-such-person')
        const change = { ...(plain !== undefined && { name: plain }), ...(language && { language }) }
        if (Object.keys(change).length > 0) await updatePerson(transaction, own, change)
        await write(transaction, by.doer, permissions.changeAccount.act, own, {
          name: plain !== undefined,
          language: language ?? null,
        })
        return { person: own }
      })
    },
  }
}

/** What the ledger is told of a role: not the unit, which is free text and may name somebody. */
const given = ({ role, actor = null, until = null }: RoleRequest) => ({
  role,
  actor,
  until: until === null ? null : new Date(until).toISOString(),
})

/** The first actor somebody is a focal point of, so that whoever is one may see people at all. */
const ownActor = (by: Visitor): string | null => by.grants.find(({ actor }) => actor !== null)?.actor ?? null
