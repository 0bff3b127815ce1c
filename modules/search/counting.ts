import { type Columns, kinds, languages } from './columns.ts'
import type { Found } from './matching.ts'
import type { Part } from './opened.ts'
import type { FindFilter, SearchFacet, SearchFacets } from './search.ts'

const mostOfMany = 50

const fields = ['body', 'kind', 'language', 'year', 'actor', 'document'] as const
type Field = (typeof fields)[number]

/** Counts what is found by everything it can be narrowed down by. Each facet is counted as if its own filter were not set. */
export class Tally {
  readonly #filter: FindFilter
  readonly #by: Readonly<Record<Field, Map<string, number>>> = {
    ...{ body: new Map(), kind: new Map(), language: new Map(), year: new Map(), actor: new Map() },
    document: new Map(),
  }
  total = 0
  constructor(filter: FindFilter) {
    this.#filter = filter
  }

  /** Counts what stands of it; gives what every filter lets through. */
  take(part: Part, found: Found): Found {
    const alive = standing(part, found)
    const tests = testsOf(part, this.#filter)
    const set = fields.filter((field) => tests[field] !== null)
    if (set.length === 0) {
      this.total += alive.length
      for (const field of fields) this.#count(part, field, alive)
      return alive
    }
    const passed = new Int32Array(alive.length)
    let n = 0
    // What one filter alone keeps out is counted by the facet of that filter.
    const outside = new Map(set.map((field) => [field, [] as number[]]))
    for (const paragraph of alive) {
      let failed: Field | null = null
      let many = false
      for (const field of set) {
        if (tests[field]!(paragraph)) continue
        many = failed !== null
        failed = field
        if (many) break
      }
      if (failed === null) passed[n++] = paragraph
      else if (!many) outside.get(failed)!.push(paragraph)
    }
    const kept = passed.subarray(0, n)
    this.total += n
    for (const field of fields) this.#count(part, field, kept)
    for (const [field, more] of outside) this.#count(part, field, Int32Array.from(more))
    return kept
  }

  #count({ segment }: Part, field: Field, found: Found): void {
    const { columns, holds, years } = segment
    const into = this.#by[field]
    const add = (counts: Uint32Array, name: (i: number) => string | undefined) => {
      for (let i = 0; i < counts.length; i++) {
        const count = counts[i]!
        if (count === 0) continue
        const key = name(i)
        if (key !== undefined) into.set(key, (into.get(key) ?? 0) + count)
      }
    }
    switch (field) {
      case 'body':
        add(counted(columns.body, found, holds.bodies.length + 1), (i) => holds.bodies[i - 1])
        break
      case 'kind':
        add(counted(columns.kind, found, kinds.length), (i) => kinds[i])
        break
      case 'language':
        add(counted(columns.language, found, languages.length), (i) => languages[i])
        break
      case 'document':
        add(mostOf(counted(columns.document, found, holds.documents.length)), (i) => holds.documents[i]?.document)
        break
      case 'year':
        add(counted(years.at, found, years.names.length), (i) => years.names[i] ?? undefined)
        break
      case 'actor':
        if (holds.actors.length > 0) add(actorsOf(columns, found, holds.actors.length), (i) => holds.actors[i])
        break
    }
  }

  facets(): SearchFacets {
    const { body, kind, language, year, actor, document } = this.#by
    return {
      bodies: frequent(body),
      kinds: frequent(kind) as SearchFacets['kinds'],
      languages: frequent(language) as SearchFacets['languages'],
      years: frequent(year).sort((a, b) => Number(b.value) - Number(a.value)),
      actors: frequent(actor, mostOfMany),
      documents: frequent(document, mostOfMany),
    }
  }
}

function counted(column: Uint8Array | Uint16Array | Uint32Array, found: Found, values: number): Uint32Array {
  const counts = new Uint32Array(values)
  for (let i = 0; i < found.length; i++) counts[column[found[i]!]!]! += 1
  return counts
}

function actorsOf({ askedFrom, asked }: Columns, found: Found, actors: number): Uint32Array {
  const counts = new Uint32Array(actors)
  for (let i = 0; i < found.length; i++) {
    const at = found[i]!
    for (let k = askedFrom[at]!; k < askedFrom[at + 1]!; k++) counts[asked[k]!]! += 1
  }
  return counts
}

/** The most frequent first; of many the first ones alone, found without putting all in order. */
function frequent(counts: ReadonlyMap<string, number>, most = Number.POSITIVE_INFINITY): SearchFacet[] {
  const least = counts.size <= most ? 0 : leastOf(Uint32Array.from(counts.values()), most)
  const rows: SearchFacet[] = []
  for (const [value, count] of counts) if (count >= least) rows.push({ value, count })
  return rows.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, most)
}

/** Without those that cannot be among the first: what stands of a document is all in one segment. */
function mostOf(counts: Uint32Array): Uint32Array {
  const least = leastOf(counts, mostOfMany)
  for (let i = 0; i < counts.length; i++) if (counts[i]! < least) counts[i] = 0
  return counts
}

/** The count that the last of so many has, told by how many have each count; 0 where there are no more than that. */
function leastOf(counts: Uint32Array, most: number): number {
  let largest = 0
  for (let i = 0; i < counts.length; i++) if (counts[i]! > largest) largest = counts[i]!
  const times = new Uint32Array(largest + 1)
  for (let i = 0; i < counts.length; i++) times[counts[i]!]! += 1
  let above = 0
  for (let count = largest; count > 0; count--) {
    above += times[count]!
    if (above >= most) return count
  }
  return 0
}

function standing({ segment, dead }: Part, found: Found): Found {
  return dead === null ? found : found.filter((paragraph) => dead[segment.columns.document[paragraph]!] === 0)
}

type Test = ((paragraph: number) => boolean) | null

function testsOf({ segment }: Part, filter: FindFilter): Readonly<Record<Field, Test>> {
  const { columns, holds } = segment
  const { body, kind, language, from, to, actor, document } = filter
  const is = (column: ArrayLike<number>, value: number): Test => {
    return value < 0 ? () => false : (paragraph) => column[paragraph] === value
  }
  const bodyAt = body === undefined ? 0 : holds.bodies.indexOf(body) + 1
  const least = from === undefined ? 1 : from * 10_000
  const most = to === undefined ? Number.POSITIVE_INFINITY : (to + 1) * 10_000
  const actorAt = actor === undefined ? -1 : holds.actors.indexOf(actor)
  const asks = (paragraph: number): boolean => {
    for (let k = columns.askedFrom[paragraph]!; k < columns.askedFrom[paragraph + 1]!; k++) {
      if (columns.asked[k] === actorAt) return true
    }
    return false
  }
  const own = new Set<number>()
  if (document !== undefined) {
    for (const [i, row] of holds.documents.entries()) if (row.document === document) own.add(i)
  }
  return {
    body: body === undefined ? null : is(columns.body, bodyAt === 0 ? -1 : bodyAt),
    kind: kind === undefined ? null : is(columns.kind, kinds.indexOf(kind)),
    language: language === undefined ? null : is(columns.language, languages.indexOf(language)),
    year: from === undefined && to === undefined ? null : (at) => columns.day[at]! >= least && columns.day[at]! < most,
    actor: actor === undefined ? null : actorAt < 0 ? () => false : asks,
    document: document === undefined ? null : (paragraph) => own.has(columns.document[paragraph]!),
  }
}
