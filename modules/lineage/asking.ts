import type { Database } from '#platform/database'
import type { Branch, Line, Member, SayingAddress, Series, TextKey } from './descent.ts'
import { keyOf } from './kin.ts'
import { lineOf, wayOn } from './line.ts'
import { datedOf, sayingOf, sayingsAt, textsBy } from './sayings.ts'
import { type SeriesLink, seriesOf } from './series.ts'
import {
  type LinkRow,
  linksDown,
  linksFrom,
  linksIn,
  linksUp,
  type ParagraphRow,
  paragraphAt,
  paragraphsIn,
} from './store-links.ts'
import { familyOf } from './store-texts.ts'

/** The longest line walked, and the most texts of a series. */
const longest = 200

/** Branches told of. */
const mostBranches = 12

export const storable = (text: string): string => text.slice(0, 1000).replaceAll('\u0000', '\uFFFD')

const storableKey = ({ document, unit }: TextKey): TextKey => ({ document: storable(document), unit: storable(unit) })

/** A paragraph by its address; null where nothing stands there. */
export async function paragraphOf(database: Database, address: SayingAddress): Promise<ParagraphRow | null> {
  const { path, recital, n } = address
  const key = storableKey(address)
  if (path !== undefined) return paragraphAt(database, key, { path: storable(path) })
  if (recital !== undefined) return isPlace(recital, 1) ? paragraphAt(database, key, { recital }) : null
  return n !== undefined && isPlace(n, 0) ? paragraphAt(database, key, { n }) : null
}

const isPlace = (given: number, first: number): boolean =>
  Number.isInteger(given) && given >= first && given < 1_000_000

/** The line of a paragraph, from what was traced. */
export async function lineAt(database: Database, asked: ParagraphRow): Promise<Line> {
  const [up, down] = await Promise.all([linksUp(database, asked, longest), linksDown(database, asked, longest)])
  const keys = [asked, ...[...up, ...down].flatMap(ends)]
  const textAt = await textsBy(database, keys)
  const ups = [...up].reverse()
  const downs = wayOn(asked, down, (document, n) => textAt(document, n)?.day ?? null)
  const way: readonly LinkRow[] = [...ups, ...(downs as readonly LinkRow[])]
  const places = way.length === 0 ? [asked] : [beforeIn(way[0]!), ...way]
  const branches = await linksFrom(database, places)
  const sayingIn = await sayingsAt(database, [...places, ...branches])
  const sayingAt = ({ document, n }: { readonly document: string; readonly n: number }) => sayingIn(document, n)
  const sayings = places.map(sayingAt)
  // A text imported anew meanwhile has left its old places: what is left of the line stands around the one asked about.
  const at = ups.length
  const from = sayings.lastIndexOf(null, at) + 1
  const gap = sayings.indexOf(null, at)
  const to = gap < 0 ? sayings.length : gap
  const whole = sayings.slice(from, to).filter((saying) => saying !== null)
  const last = whole.at(-1)!.of
  const family = await familyOf(database, last, longest)
  const next = family.find(({ before }) => before && keyOf(before) === keyOf(last)) ?? null
  return lineOf(whole, way.slice(from, to - 1), at - from, {
    next: next && datedOf(next),
    alone: family.length <= 1,
    branches: branches
      .flatMap((link): Branch[] => {
        const saying = link.how === 'taken-over' ? sayingAt(link) : null
        const index = places.findIndex((place) => placeOf(place) === placeOf(beforeIn(link))) - from
        return saying && index >= 0 ? [{ from: index, saying, similarity: link.similarity }] : []
      })
      .slice(0, mostBranches),
  })
}

/** The series of a text, from what was traced; null where there is no such text. */
export async function seriesAt(database: Database, key: TextKey): Promise<Series | null> {
  const rows = await familyOf(database, storableKey(key), longest)
  if (rows.length === 0) return null
  const [paragraphs, links] = await Promise.all([paragraphsIn(database, rows), linksIn(database, rows)])
  const byKey = new Map(rows.map((row) => [keyOf(row), datedOf(row)]))
  const members = rows.map((row): Member => {
    const { before, share, why, same, edited, added, dropped } = row
    return { text: datedOf(row), before, share, why, counts: { same, edited, added, dropped } }
  })
  const sayings = paragraphs.flatMap((row) => {
    const of = byKey.get(keyOf(row))
    return of ? [sayingOf(row, of)] : []
  })
  return seriesOf(members, sayings, links.filter(isOfSeries))
}

const isOfSeries = (link: LinkRow): link is LinkRow & SeriesLink => link.how !== 'taken-over'

const placeOf = ({ document, n }: { readonly document: string; readonly n: number }): string => `${document}\n${n}`

const beforeIn = ({ beforeDocument, beforeN }: LinkRow) => ({ document: beforeDocument, n: beforeN })

const ends = (link: LinkRow) => [link, beforeIn(link)]
