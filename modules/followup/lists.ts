import { z } from 'zod'
import type { Parties } from '#modules/parties'
import { actsFor } from '#modules/parties'
import type { Database } from '#platform/database'
import type { FollowableKind, FollowableProvider } from './followable.ts'
import type { DossierFilter, DossierLine, DossierPage, Dossiers } from './room.ts'
import { followableOf } from './store-followables.ts'
import { hasGiven, type ListQuery, type ListRow, type ListStart, listRows } from './store-lists.ts'

/** The most dossiers one page may hold, and how many it holds where nobody says. */
export const mostRows = 1000
const usualRows = 20

/** Where a page ended: the day, which provider, the row of its view. */
interface Cursor {
  readonly day: string
  readonly which: number
  readonly key: string
}

const shape = z.tuple([
  z.union([z.literal('infinity'), z.iso.date()]),
  z.int().min(0).max(9),
  z.string().regex(/^\d{1,18}$/),
])

/** Null for anything this program did not write. */
export function readCursor(text: string): Cursor | null {
  if (text.length > 200) return null
  try {
    const [day, which, key] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { day, which, key }
  } catch {
    return null
  }
}

const writeCursor = ({ day, which, key }: Cursor): string =>
  Buffer.from(JSON.stringify([day, which, key])).toString('base64url')

/** Where a provider goes on: of the cursor's day, those before it are through, those after it have not begun. */
function startOf(cursor: Cursor | null, which: number): ListStart | null {
  if (!cursor) return null
  if (which === cursor.which) return { day: cursor.day, key: cursor.key }
  // No row has so high a key: all of that day are through.
  return which < cursor.which ? { day: cursor.day, key: '999999999999999999' } : { day: cursor.day, key: null }
}

/** Lists of dossiers: whatever is asked, in the order of first due dates. */
export function openLists(
  database: Database,
  providers: readonly FollowableProvider[],
  parties: Parties,
): Pick<Dossiers, 'dossiers'> {
  async function queryOf(filter: DossierFilter): Promise<ListQuery> {
    const { actor } = filter
    if (actor === undefined) return filter
    const [directory, given] = await Promise.all([parties.directory(), hasGiven(database, actor)])
    const groups = filter.perhaps ? directory.groupsPerhapsOf(actor) : directory.groupsOf(actor)
    return { ...filter, given, asked: [...(filter.perhaps ? [] : [actor]), ...groups.map(({ id }) => id)] }
  }

  return {
    async dossiers(filter, by): Promise<DossierPage> {
      const limit = Math.min(Math.max(1, filter.limit ?? usualRows), mostRows)
      const cursor = filter.after === undefined ? null : readCursor(filter.after)
      const inside = filter.actor !== undefined && actsFor(by, filter.actor)
      const wanted = providers
        .map((provider, which) => ({ provider, which }))
        .filter(({ provider }) => filter.kind === undefined || filter.kind === provider.kind)
      const [query] = await Promise.all([queryOf(filter), ...wanted.map(({ provider }) => provider.current())])
      const found = await Promise.all(
        wanted.map(async ({ provider, which }) => {
          const rows = await listRows(database, provider, { ...query, inside }, startOf(cursor, which), limit + 1)
          return rows.map((row) => ({ ...row, which }))
        }),
      )
      const all = found.flat().sort((a, b) => order(a, b))
      const page = all.slice(0, limit)
      const last = all.length > limit ? page.at(-1) : undefined
      return {
        rows: page.map((row) => lineOf(row, providers[row.which]!.kind, inside)),
        next: last ? writeCursor({ day: last.day, which: last.which, key: last.key }) : null,
      }
    },
  }
}

type Placed = ListRow & { readonly which: number }

/** `infinity` stands after every day. */
function order(a: Placed, b: Placed): number {
  if (a.day !== b.day) return a.day === 'infinity' ? 1 : b.day === 'infinity' || a.day < b.day ? -1 : 1
  return a.which - b.which || (BigInt(a.key) < BigInt(b.key) ? -1 : 1)
}

/** A row as one line. Where a reply lies, and that it is drafted, is seen by those who act for its actor. */
function lineOf(row: Placed, kind: FollowableKind, inside: boolean): DossierLine {
  const { status, as_of: asOf, replies, holds, draft } = row
  return { asked: followableOf(kind, row), status, asOf, replies, holds: inside ? holds : null, draft: inside && draft }
}
