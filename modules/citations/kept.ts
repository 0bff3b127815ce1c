import { citationsOf, type Language, type Note, type Outline, type OutlineItem, ownNamesOf } from '@resolute/reader'
import { adoptable, type DocumentVersion } from '#modules/documents'
import { bodyOf, keyOf, keysOf, pathsNamed, yearOf } from './naming.ts'
import { clipped, keyOfAct, type Named, partsNamed } from './target.ts'

/** A text as it cites and is cited: a document, or an adoptable unit of one that holds several. */
export interface TextRow {
  readonly unit: string
  readonly label: string
  readonly title: string
  readonly adopted: string | null
  readonly act: 'resolution' | 'decision' | null
  readonly number: string | null
  readonly body: string | null
  readonly year: number | null
  readonly language: Language
}

export interface NameRow {
  readonly key: string
  readonly unit: string
}

export interface CitationRow extends Named {
  readonly n: number
  readonly part: number
  readonly k: number
  readonly holder: string
  readonly unit: string
  readonly item: number
  readonly path: string | null
  readonly recital: number | null
  readonly footnote: string | null
  readonly line: number
  readonly start_at: number
  readonly end_at: number
  readonly as_written: string
  readonly locator: string | null
  readonly paragraphs: readonly string[]
  readonly by: string
  readonly rule: string
}

/** All that is kept of a version. */
export interface Kept {
  readonly texts: readonly TextRow[]
  readonly names: readonly NameRow[]
  readonly citations: readonly CitationRow[]
  readonly slips: readonly Note[]
}

/** Raised when the rules of this room change, so that texts are kept anew. */
export const rulesHere = 1

/** No text is kept with more rows or notes than this: fifty times the longest known. */
const mostRows = 100_000
const mostSlips = 500

/** What a version cites and is cited as. Pure: the same version gives the same rows. */
export function keptOf(version: DocumentVersion): Kept {
  const { texts, names } = textsOf(version)
  const holders = new Set(texts.map(({ unit }) => unit))
  const { citations, notes } = citationsOf(version.outline)
  const places = placesOf(version.outline)
  const own = new Map<string, Set<string>>()
  for (const { key, unit } of names) own.set(unit, (own.get(unit) ?? new Set()).add(key))
  const isOwn = (key: string | null, holder: string) =>
    key !== null && (own.get('')?.has(key) === true || own.get(holder)?.has(key) === true)
  const rows: CitationRow[] = []
  for (const [n, one] of citations.entries()) {
    const { place, asWritten, locator, by, rule } = one
    const holder = holders.has(place.unit) ? place.unit : ''
    const at = places(place.unit, place.item)
    partsNamed(one).forEach((names, part) => {
      // a preface, a page head and "the present resolution, 2012/19" cite nothing
      if (names.some(({ key }) => isOwn(key, holder))) return
      names.forEach((named, k) => {
        rows.push({
          n,
          part,
          k,
          holder,
          unit: place.unit,
          item: at.item,
          path: at.path,
          recital: at.recital,
          footnote: place.footnote,
          line: place.line,
          start_at: place.start,
          end_at: place.end,
          as_written: clipped(asWritten),
          ...named,
          label: clipped(named.label),
          locator: locator && clipped(locator),
          paragraphs: named.kind === 'act' || named.kind === 'document' ? pathsNamed(locator) : [],
          by,
          rule,
        })
      })
    })
    if (rows.length >= mostRows) break
  }
  return { texts, names, citations: rows.slice(0, mostRows), slips: notes.slice(0, mostSlips) }
}

/** The texts of a document with what each is cited as. */
function textsOf({ document, title, adopted, language, outline }: DocumentVersion): Pick<Kept, 'texts' | 'names'> {
  const units = outline.units.filter(adoptable)
  const single = units.length === 1 ? units[0]! : null
  const names: NameRow[] = keysOf(document).map((key) => ({ key, unit: '' }))
  const called = new Map(ownNamesOf(outline).map(({ unit, names }) => [unit, names]))
  const own = single && called.get(single.id)
  const day = adopted ?? single?.adopted?.date ?? null
  const yearHere = day ? Number(day.slice(0, 4)) : yearOf(document)
  const texts: TextRow[] = [
    {
      unit: '',
      label: document,
      title,
      adopted: day,
      act: own?.act ?? null,
      number: own?.number ?? null,
      body: own?.body ?? bodyOf(document),
      year: yearHere,
      language,
    },
  ]
  const seen = new Set([''])
  for (const unit of units) {
    const as = called.get(unit.id)
    const at = single ? '' : unit.id
    const key = as ? keyOfAct(as) : null
    if (key !== null) names.push({ key, unit: at })
    // a sheet filed under a name of its own is still called by the symbol it prints
    if (single && /^[A-Z]+[A-Z0-9.]*\/\S+$/.test(unit.id)) names.push({ key: keyOf(unit.id), unit: '' })
    if (seen.has(at)) continue
    seen.add(at)
    texts.push({
      unit: at,
      label: as?.symbol ?? (as ? `${as.body} ${as.act} ${as.number}` : unit.id),
      title: unit.title ?? unit.id,
      adopted: unit.adopted?.date ?? adopted,
      act: as?.act ?? null,
      number: as?.number ?? null,
      body: as?.body ?? bodyOf(document),
      year: yearOfUnit(unit.adopted?.date ?? adopted, as?.symbol ?? null, yearHere),
      language,
    })
  }
  const distinct = new Map(names.map((name) => [`${name.unit}\n${name.key}`, name]))
  return { texts, names: [...distinct.values()] }
}

const yearOfUnit = (day: string | null, symbol: string | null, document: number | null): number | null =>
  day ? Number(day.slice(0, 4)) : ((symbol ? yearOf(symbol) : null) ?? document)

/** Where an item of a unit stands: among all items, and in which paragraph; a footnote in the one that bears its mark. */
function placesOf({ units }: Outline) {
  const byUnit = new Map<string, { first: number; items: readonly OutlineItem[]; recitals: readonly number[] }>()
  const marks = new Map<string, Map<string, number>>()
  let first = 0
  for (const { id, items } of units) {
    let recital = 0
    const recitals = items.map(({ kind }) => (kind === 'preambular' ? ++recital : 0))
    const borne = new Map<string, number>()
    items.forEach((item, at) => {
      if (item.kind !== 'footnote') for (const mark of item.footnotes) if (!borne.has(mark)) borne.set(mark, at)
    })
    if (!byUnit.has(id)) {
      byUnit.set(id, { first, items, recitals })
      marks.set(id, borne)
    }
    first += items.length
  }
  return (unit: string, item: number) => {
    const known = byUnit.get(unit)
    const own = known?.items[item]
    const bearer = own?.kind === 'footnote' ? marks.get(unit)?.get(own.number ?? '') : undefined
    const at = bearer ?? item
    return {
      item: (known?.first ?? 0) + item,
      path: known?.items[at]?.path ?? null,
      recital: known?.recitals[at] || null,
    }
  }
}
