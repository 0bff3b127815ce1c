import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#platform/database'
import { type Followable, type FollowableKind, type FollowableSource, type Places, placesOf } from './followable.ts'

/** A row of the view of a room that asks. */
export interface FollowableRow {
  readonly holder: string
  readonly n: number
  readonly actor: string | null
  readonly actor_name: string
  readonly document: string | null
  readonly unit: string | null
  readonly path: string | null
  readonly title: string
  readonly subject: string | null
  readonly force: Followable['force']
  readonly continuing: boolean
  readonly acceptable: boolean
  readonly dues: Followable['dues']
}

/** The columns of `FollowableRow` from the view under the name `f`. */
export const followableColumns: RawBuilder<unknown> = sql`f.holder, f.n, f.actor, f.actor_name, f.document, f.unit,
  f.path, f.title, f.subject, f.force, f.continuing, f.acceptable, f.dues`

export const followableOf = (kind: FollowableKind, row: FollowableRow): Followable => ({
  kind,
  id: `${row.holder}/${row.n}`,
  holder: row.holder,
  actor: row.actor,
  actorName: row.actor_name,
  title: row.title,
  subject: row.subject,
  anchor: anchorOf(row),
  dues: row.dues,
  continuing: row.continuing,
  force: row.force,
  acceptable: row.acceptable,
})

function anchorOf({ document, unit, path }: FollowableRow): Followable['anchor'] {
  return document === null || unit === null || path === null ? null : { document, unit, path }
}

const given = ({ holders, ns }: Places) => sql`unnest(${holders}::text[], ${ns}::int[]) as given (holder, n)`

/** Those of these ids that stand. */
export async function findFollowables(
  database: Database,
  { kind, view, current }: FollowableSource,
  ids: readonly string[],
): Promise<readonly Followable[]> {
  const places = placesOf(ids)
  if (places.ns.length === 0) return []
  await current()
  const { rows } = await sql<FollowableRow>`
    select ${followableColumns} from ${given(places)}
    join ${sql.table(view)} f on f.holder = given.holder and f.n = given.n`.execute(database)
  return rows.map((row) => followableOf(kind, row))
}
