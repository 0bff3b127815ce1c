import type { Language } from '@resolute/reader'
import { type Generated, sql } from 'kysely'
import type { GrantedRole } from '#platform/access'
import type { Database, Transaction } from '#platform/database'
import type { HeldGrant, Person } from './person.ts'

interface PersonRow {
  id: Generated<string>
  email: string | null
  name: string | null
  language: Language
  created_at: Date
  closed_at: Date | null
}

interface GrantRow {
  id: Generated<string>
  person: string
  role: GrantedRole
  actor: string | null
  unit: string | null
  given_by: string
  given_at: Date
  until_at: Date | null
}

type Tables = {
  'parties.people': PersonRow
  'parties.grants': GrantRow
}

/** Ids come from addresses and forms: what is no number names nobody. */
const isId = (id: string): boolean => /^[1-9]\d{0,17}$/.test(id)

export interface PeopleFilter {
  readonly ids?: readonly string[]
  readonly actors?: readonly string[]
}

/** People with the grants they hold at `now`, by name. */
export async function selectPeople(database: Database, now: Date, filter: PeopleFilter = {}): Promise<Person[]> {
  const ids = filter.ids?.filter(isId)
  if (ids?.length === 0 || filter.actors?.length === 0) return []
  const typed = database.withTables<Tables>()
  let query = typed.selectFrom('parties.people as p').selectAll()
  if (ids) query = query.where('p.id', 'in', ids)
  const { actors } = filter
  if (actors) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('parties.grants as g')
          .select('g.id')
          .whereRef('g.person', '=', 'p.id')
          .where('g.actor', 'in', actors)
          .where((e) => e.or([e('g.until_at', 'is', null), e('g.until_at', '>', now)])),
      ),
    )
  }
  const rows = await query.orderBy(sql`lower(p.name)`).orderBy('p.id').execute()
  const grants =
    rows.length === 0
      ? []
      : await openGrants(
          database,
          now,
          rows.map(({ id }) => id),
        )
  const byPerson = Map.groupBy(grants, (grant) => grant.person)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    language: row.language,
    createdAt: row.created_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    grants: (byPerson.get(row.id) ?? []).map(grantOf),
  }))
}

async function openGrants(database: Database, now: Date, people: readonly string[]) {
  return database
    .withTables<Tables>()
    .selectFrom('parties.grants')
    .selectAll()
    .where('person', 'in', people)
    .where((e) => e.or([e('until_at', 'is', null), e('until_at', '>', now)]))
    .orderBy('id')
    .execute()
}

type StoredGrant = Awaited<ReturnType<typeof openGrants>>[number]

const grantOf = (row: StoredGrant): HeldGrant => ({
  id: row.id,
  role: row.role,
  actor: row.actor,
  unit: row.unit,
  givenBy: row.given_by,
  givenAt: row.given_at.toISOString(),
  until: row.until_at?.toISOString() ?? null,
})

/** The person an address lets in, held until the transaction ends. */
export async function holdByEmail(transaction: Transaction, email: string): Promise<{ id: string } | null> {
  const row = await transaction
    .withTables<Tables>()
    .selectFrom('parties.people')
    .select('id')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** An open account, held until the transaction ends: one change of a person at a time. */
export async function holdPerson(transaction: Transaction, id: string): Promise<{ id: string } | null> {
  if (!isId(id)) return null
  const row = await transaction
    .withTables<Tables>()
    .selectFrom('parties.people')
    .select('id')
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function emailOwner(database: Database, email: string) {
  return database
    .withTables<Tables>()
    .selectFrom('parties.people')
    .select(['id', 'email', 'name', 'language'])
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

/** Null where somebody with that address was made at the same time: then take that one. */
export async function insertPerson(
  transaction: Transaction,
  person: { email: string; name: string; language: Language; created_at: Date },
): Promise<string | null> {
  const row = await transaction
    .withTables<Tables>()
    .insertInto('parties.people')
    .values({ ...person, closed_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function updatePerson(
  transaction: Transaction,
  id: string,
  change: Partial<Pick<PersonRow, 'name' | 'email' | 'closed_at' | 'language'>>,
): Promise<void> {
  await transaction.withTables<Tables>().updateTable('parties.people').set(change).where('id', '=', id).execute()
}

export async function insertGrant(transaction: Transaction, grant: Omit<GrantRow, 'id'>): Promise<string> {
  const row = await transaction
    .withTables<Tables>()
    .insertInto('parties.grants')
    .values(grant)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A grant that has not ended, held until the transaction ends. */
export async function holdGrant(transaction: Transaction, id: string, now: Date): Promise<StoredGrant | null> {
  if (!isId(id)) return null
  const row = await transaction
    .withTables<Tables>()
    .selectFrom('parties.grants')
    .selectAll()
    .where('id', '=', id)
    .where((e) => e.or([e('until_at', 'is', null), e('until_at', '>', now)]))
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function endGrants(transaction: Transaction, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await transaction
    .withTables<Tables>()
    .updateTable('parties.grants')
    .set({ until_at: at })
    .where('id', 'in', ids)
    .execute()
}

/** Any number, used for nothing else: whoever takes an administrator away waits for whoever else does. */
const administratorLock = 20_121_223

/** Grants of administrators who can sign in, counted with nobody else taking one away at the same time. */
export async function heldAdministrators(
  transaction: Transaction,
  now: Date,
): Promise<{ id: string; person: string }[]> {
  await sql`select pg_advisory_xact_lock(${sql.lit(administratorLock)})`.execute(transaction)
  return transaction
    .withTables<Tables>()
    .selectFrom('parties.grants as g')
    .innerJoin('parties.people as p', 'p.id', 'g.person')
    .select(['g.id', 'g.person'])
    .where('g.role', '=', 'administrator')
    .where('p.closed_at', 'is', null)
    .where((e) => e.or([e('g.until_at', 'is', null), e('g.until_at', '>', now)]))
    .execute()
}

/** Every grant ever given, for setting beside the ledger. */
export async function allGrants(database: Database): Promise<StoredGrant[]> {
  return database.withTables<Tables>().selectFrom('parties.grants').selectAll().orderBy('id').execute()
}
