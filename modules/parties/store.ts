import type { LocalisedText } from '@resolute/reader'
import type { Database, Transaction } from '#platform/database'
import type { Actor, ActorKind, RegionalGroup } from './actor.ts'

interface ActorRow {
  id: string
  position: number
  kind: ActorKind
  name: LocalisedText & { readonly en: string }
  short: string | null
  aliases: readonly string[]
  regional_group: RegionalGroup | null
  alpha3: string | null
  m49: string | null
  part_of: string | null
  covers: Actor['covers']
}

interface DirectoryRow {
  single: boolean
  revision: number
  sha256: string
}

type Tables = {
  'parties.actors': ActorRow
  'parties.directory': DirectoryRow
}

/** Which directory the table holds: it changes with every change of an actor. */
export interface Revision {
  readonly revision: number
  readonly sha256: string
}

export async function revisionOf(database: Database): Promise<Revision> {
  return database
    .withTables<Tables>()
    .selectFrom('parties.directory')
    .select(['revision', 'sha256'])
    .executeTakeFirstOrThrow()
}

/** The same, held until the transaction ends: one change of the directory at a time. */
export async function lockedRevision(transaction: Transaction): Promise<Revision> {
  return transaction
    .withTables<Tables>()
    .selectFrom('parties.directory')
    .select(['revision', 'sha256'])
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function setRevision(transaction: Transaction, to: Revision): Promise<void> {
  await transaction.withTables<Tables>().updateTable('parties.directory').set(to).execute()
}

/** All actors, in the order of the files. */
export async function allActors(database: Database): Promise<readonly Actor[]> {
  const rows = await database
    .withTables<Tables>()
    .selectFrom('parties.actors')
    .selectAll()
    .orderBy('position')
    .execute()
  return rows.map(actorOf)
}

function actorOf(row: ActorRow): Actor {
  const { id, kind, name, short, aliases, regional_group, alpha3, m49, part_of, covers } = row
  const codes = alpha3 === null || m49 === null ? null : { alpha3, m49 }
  return { id, kind, name, short, aliases, group: regional_group, codes, partOf: part_of, covers }
}

/** Makes the table hold exactly these actors. An actor that is gone but still referred to makes the database refuse. */
export async function replaceActors(transaction: Transaction, actors: readonly Actor[]): Promise<void> {
  const database = transaction.withTables<Tables>()
  const rows = actors.map((actor, position) => rowOf(actor, position))
  await database
    .insertInto('parties.actors')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        position: ref('excluded.position'),
        kind: ref('excluded.kind'),
        name: ref('excluded.name'),
        short: ref('excluded.short'),
        aliases: ref('excluded.aliases'),
        regional_group: ref('excluded.regional_group'),
        alpha3: ref('excluded.alpha3'),
        m49: ref('excluded.m49'),
        part_of: ref('excluded.part_of'),
        covers: ref('excluded.covers'),
      })),
    )
    .execute()
  const ids = actors.map(({ id }) => id)
  await database.deleteFrom('parties.actors').where('id', 'not in', ids).execute()
}

function rowOf(actor: Actor, position: number): ActorRow {
  const { id, kind, name, short, aliases, group, codes, partOf, covers } = actor
  const ofState = { regional_group: group, alpha3: codes?.alpha3 ?? null, m49: codes?.m49 ?? null }
  return { id, position, kind, name, short, aliases, ...ofState, part_of: partOf, covers }
}
