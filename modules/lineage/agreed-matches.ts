import type { Directory } from '#modules/parties'
import type { Database } from '#platform/database'
import type {
  AgreedFilter,
  AgreedMatch,
  AgreedParagraph,
  AgreedPlace,
  AgreedStanding,
  ParagraphKind,
} from './agreed.ts'
import { closeFrom, containedFrom } from './agreed.ts'
import { wordsOf } from './grams.ts'
import { type Asked, askedOf } from './index-asked.ts'
import { type Accepted, acceptedOf, type NearText, nearestIn, type Part, type Place, placesOf } from './index-parts.ts'
import type { IndexedUnit } from './index-read.ts'
import { type ParagraphRow, paragraphRows } from './store-paragraphs.ts'

/** A paragraph looked up, before the texts of what was found are read. */
export interface LookedUp {
  readonly asked: Asked | null
  readonly near: readonly NearText[]
}

/** Finds the nearest of the parts for as many paragraphs as one likes under one filter. */
export function lookUp(accepted: Accepted, text: string, limit: number, least: number): LookedUp {
  const asked = askedOf(text)
  return { asked, near: asked ? nearestIn(accepted, asked, limit, least) : [] }
}

/** A year as part of a symbol: `E/RES/2012/19`, `S/RES/1244 (1999)`; in no other place is a number one. */
const yearInSymbol = /\((19\d\d|20\d\d)\)|\/(19\d\d|20\d\d)\//

/** The day of adoption, else the year the symbol tells; empty where nobody knows. */
function dayOf({ adopted, unit, document }: IndexedUnit): string {
  const [, bracketed, part] = adopted === null ? (yearInSymbol.exec(unit) ?? yearInSymbol.exec(document) ?? []) : []
  return adopted ?? bracketed ?? part ?? ''
}

const yearOf = (unit: IndexedUnit): number | null => Number(dayOf(unit).slice(0, 4)) || null

/** The units a filter lets count. */
export function acceptedBy(parts: readonly Part[], filter: AgreedFilter, bodyOf: BodyOf): Accepted {
  const { language, body, from, to, within, exclude } = filter
  const tests: ((unit: IndexedUnit) => boolean)[] = []
  if (language !== undefined) tests.push((unit) => unit.language === language)
  if (body !== undefined) tests.push((unit) => bodyOf(unit) === body)
  if (from !== undefined) tests.push((unit) => (yearOf(unit) ?? Number.NEGATIVE_INFINITY) >= from)
  if (to !== undefined) tests.push((unit) => (yearOf(unit) ?? Number.POSITIVE_INFINITY) <= to)
  if (within !== undefined) tests.push((unit) => unit.document === within)
  if (exclude !== undefined) tests.push((unit) => unit.document !== exclude)
  return acceptedOf(parts, tests.length === 0 ? null : (unit) => tests.every((test) => test(unit)))
}

/** Id among the actors of the organ that speaks in a unit. */
export type BodyOf = (unit: IndexedUnit) => string | null

export function bodiesBy(directory: Directory): BodyOf {
  const known = new Map<string, string | null>()
  return ({ organ }) => {
    if (organ === null) return null
    let body = known.get(organ)
    if (body === undefined) {
      body = directory.find(organ)?.id ?? null
      known.set(organ, body)
    }
    return body
  }
}

/** What was found for one text, in order of time. */
interface Told {
  readonly near: NearText
  readonly first: Place
  readonly last: Place
  readonly places: readonly Place[]
}

const key = ({ unit, n }: Place): string => `${unit.document}\n${unit.version}\n${n}`

function toldOf(near: NearText, accepted: Accepted): Told {
  const places = placesOf(near, accepted).sort((a, b) => {
    const before = dayOf(a.unit).localeCompare(dayOf(b.unit))
    return before || a.unit.document.localeCompare(b.unit.document) || a.n - b.n
  })
  return { near, places, first: places[0]!, last: places.at(-1)! }
}

export interface AskedParagraph {
  readonly text: string
  readonly at: AgreedParagraph['at']
}

/** Puts together what was found for some paragraphs; the texts of all of them are read at once. */
export async function paragraphsOf(
  database: Database,
  accepted: Accepted,
  bodyOf: BodyOf,
  found: readonly { readonly of: AskedParagraph; readonly up: LookedUp }[],
): Promise<AgreedParagraph[]> {
  const told = found.map(({ up }) => up.near.map((near) => toldOf(near, accepted)))
  const wanted = new Map(told.flat().flatMap(({ first, last }) => [first, last].map((place) => [key(place), place])))
  const rows = await rowsOf(database, [...wanted.values()])
  return found.map(({ of, up }, i) => {
    const words = wordsOf(of.text).join(' ')
    const matches = told[i]!.flatMap((one) => {
      const match = matchOf(one, up.asked!, rows, bodyOf, words)
      return match ? [match] : []
    }).sort((a, b) => b.similarity - a.similarity || (b.last.year ?? 0) - (a.last.year ?? 0))
    return { ...of, standing: standingOf(matches, up.asked), matches }
  })
}

const rowsAtOnce = 2_000

async function rowsOf(database: Database, places: readonly Place[]): Promise<ReadonlyMap<string, ParagraphRow>> {
  const rows = new Map<string, ParagraphRow>()
  for (let from = 0; from < places.length; from += rowsAtOnce) {
    const keys = places
      .slice(from, from + rowsAtOnce)
      .map(({ unit: { document, version }, n }) => ({ document, version, n }))
    for (const row of await paragraphRows(database, keys)) rows.set(`${row.document}\n${row.version}\n${row.n}`, row)
  }
  return rows
}

function matchOf(
  { near, places, first, last }: Told,
  asked: Asked,
  rows: ReadonlyMap<string, ParagraphRow>,
  bodyOf: BodyOf,
  words: string,
): AgreedMatch | null {
  const firstRow = rows.get(key(first))
  const lastRow = rows.get(key(last))
  if (!firstRow || !lastRow) return null // the database was changed by other hands
  const verbatim = near.similarity === 1 && wordsOf(lastRow.text).join(' ') === words
  const counts = new Map<string, number>()
  for (const { unit } of places) {
    const body = bodyOf(unit)
    if (body !== null) counts.set(body, (counts.get(body) ?? 0) + 1)
  }
  return {
    similarity: near.similarity,
    contained: near.shared / asked.grams,
    verbatim,
    text: lastRow.text,
    language: last.unit.language,
    times: places.length,
    documents: new Set(places.map(({ unit }) => unit.document)).size,
    first: placeOf(first, firstRow, bodyOf),
    last: placeOf(last, lastRow, bodyOf),
    bodies: [...counts].sort((a, b) => b[1] - a[1]).map(([body]) => body),
  }
}

function placeOf({ unit, n }: Place, row: ParagraphRow, bodyOf: BodyOf): AgreedPlace {
  const { document, title, language, adopted, organ } = unit
  const { kind, number, path } = row
  const place = { document, documentTitle: title, unit: unit.unit, n, kind: kind satisfies ParagraphKind, number, path }
  return { ...place, language, adopted, year: yearOf(unit), organ, body: bodyOf(unit) }
}

function standingOf(matches: readonly AgreedMatch[], asked: Asked | null): AgreedStanding {
  if (matches.some(({ verbatim }) => verbatim)) return 'verbatim'
  const holds = (asked?.grams ?? 0) >= containedFrom.grams
  const isClose = ({ similarity, contained }: AgreedMatch) =>
    similarity >= closeFrom || (holds && contained >= containedFrom.share)
  return matches.some(isClose) ? 'close' : 'new'
}
