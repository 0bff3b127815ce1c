import type { CrossCheck, CrossFault, Json } from '#modules/ledger'
import english from './messages/en.json' with { type: 'json' }
import { permissions } from './permissions.ts'
import { allGrants } from './store-people.ts'

/** What the ledger says of a role that was given. */
interface Given {
  readonly person: string
  readonly role: Json
  readonly actor: Json
  readonly until: Json
}

type Facts = Readonly<Record<string, Json>>

const factsOf = (data: Json): Facts =>
  typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Facts) : {}

const personIn = (on: string): string => on.replace(/^person:/, '')

const giving: readonly string[] = [
  permissions.becomeAdministrator,
  permissions.invitePerson,
  permissions.grantRole,
].map(({ act }) => act)

/**
 * Nobody holds a role the ledger does not know of: one put into the table by hand, made to last longer, or begun again
 * after it had ended, is found.
 */
export const peopleCheck: CrossCheck = {
  messages: english,
  async *faults(database, ledger) {
    const given = new Map<string, Given>()
    const ended = new Set<string>()
    const closed = new Set<string>()
    for (const act of giving) {
      for await (const { on, data } of ledger.stream({ act })) {
        const { grant, role = null, actor = null, until = null } = factsOf(data)
        if (typeof grant === 'string') given.set(grant, { person: personIn(on), role, actor, until })
      }
    }
    for await (const { data } of ledger.stream({ act: permissions.endGrant.act })) {
      const { grant } = factsOf(data)
      if (typeof grant === 'string') ended.add(grant)
    }
    for await (const { on } of ledger.stream({ act: permissions.closePerson.act })) closed.add(personIn(on))
    for (const row of await allGrants(database)) {
      const known = given.get(row.id)
      const fits = known && known.person === row.person && known.role === row.role && known.actor === row.actor
      const until = row.until_at?.toISOString() ?? null
      if (!fits) yield fault('grant-unknown', row)
      else if (ended.has(row.id) || closed.has(row.person) ? until === null : until !== known.until)
        yield fault('grant-prolonged', row)
    }
  },
}

function fault(code: string, { id, person, role }: { id: string; person: string; role: string }): CrossFault {
  return { module: 'parties', code, facts: { grant: id, person, role } }
}
