import { type Columns, kindAt, unitTypes } from './columns.ts'
import { type List, PlaceReader } from './postings.ts'

/**
 * How much a paragraph is worth before anybody asks: what is adopted before what is proposed or reported, what asks
 * before what recalls, newer before older. Sums are small whole numbers, so that a cursor can hold one.
 */
const kindWorth: Readonly<Record<string, number>> = {
  ...{ title: 420, operative: 300, subparagraph: 270, preambular: 150, heading: 110, annex: 130 },
  ...{ agenda: 60, table: 50, footnote: 40, organ: 20, frontmatter: 20, backmatter: 0 },
}
const typeWorth: Readonly<Record<string, number>> = {
  ...{ resolution: 120, decision: 100, 'draft-resolution': 50, 'draft-decision': 40, report: 10, other: 0 },
}
const worthByKind = Object.entries(kindWorth).reduce((row, [kind, worth]) => {
  row[kindAt(kind as Parameters<typeof kindAt>[0])] = worth
  return row
}, [] as number[])
const worthByType = unitTypes.map((type) => typeWorth[type] ?? 0)

/** A year is worth as much as half a step of anything else. */
const worthOfYear = (year: number): number => (year === 0 ? 0 : Math.min(110, Math.max(0, (year - 1945) * 1.3)))

export function worthOf({ kind, type, day }: Columns): Int32Array {
  const worth = new Int32Array(kind.length)
  for (let i = 0; i < worth.length; i++) {
    worth[i] = worthByKind[kind[i]!]! + worthByType[type[i]!]! + Math.round(worthOfYear(Math.floor(day[i]! / 10_000)))
  }
  return worth
}

export const step = 512

/** For every so many paragraphs, the most that any from there on is worth. */
export function boundsOf(worth: Int32Array): Int32Array {
  const bounds = new Int32Array(Math.ceil(worth.length / step))
  let most = 0
  for (let i = worth.length - 1; i >= 0; i--) {
    most = Math.max(most, worth[i]!)
    if (i % step === 0) bounds[i / step] = most
  }
  return bounds
}

/** A word of the question as it stands in one segment. */
export interface Ranked {
  /** Null where the word is not in the segment. */
  readonly list: List | null
  /** The form typed, among those of the list; -1 where it is not there. */
  readonly exact: number
  /** Place in the question, in words. */
  readonly offset: number
  /** Rarer words say more; all of them together say 1. The same in every segment. */
  readonly share: number
}

/** The most that `matchOf` gives. */
export const mostMatch = 850

/** How well a paragraph answers: words as typed, next to one another and in order, early, and few besides. */
export class Matcher {
  readonly #words: readonly {
    readonly reader: PlaceReader
    readonly exact: number
    readonly offset: number
    readonly share: number
  }[]
  constructor(words: readonly Ranked[]) {
    this.#words = words.flatMap(({ list, exact, offset, share }) => {
      return list ? [{ reader: new PlaceReader(list), exact, offset, share }] : []
    })
  }

  /** The most that a paragraph of so many words can get: what is long cannot be all about a few of them. */
  most(length: number): number {
    return 700 + 150 * Math.sqrt(Math.min(1, this.#words.length / Math.max(1, length)))
  }

  /** Of paragraphs in ascending order. Where it must be less than `least` it may be any number that is. */
  of(paragraph: number, length: number, least = 0): number {
    let there = 0
    let share = 0
    let exact = 0
    let times = Number.POSITIVE_INFINITY
    let earliest = Number.POSITIVE_INFINITY
    for (const word of this.#words) {
      const { reader } = word
      if (!reader.to(paragraph)) continue
      const { from, count, list } = reader
      there++
      share += word.share
      times = Math.min(times, count)
      earliest = Math.min(earliest, list.positions[from]!)
      for (let i = from; i < from + count; i++) {
        if (list.formAt[i] === word.exact) {
          exact += word.share
          break
        }
      }
    }
    if (there === 0) return 0
    const fill = Math.min(1, there / Math.max(1, length))
    const apart =
      200 * share + 200 * exact + 150 * Math.sqrt(fill) + 60 / (1 + earliest / 6) + Math.min(40, 12 * Math.log2(times))
    if (apart + 201 < least) return 0
    const near = this.#words.length === 1 ? 1 : there === 1 ? 0 : this.#nearness()
    return Math.round(apart + 200 * near)
  }

  /** 1 where the words stand together as typed, less the further they are apart. */
  #nearness(): number {
    const words = this.#words
    let first = 0
    while (words[first]!.reader.count === 0) first++
    const { reader: lead, offset: own } = words[first]!
    let best = 0
    for (let i = 0; i < Math.min(lead.count, 32); i++) {
      const start = lead.list.positions[lead.from + i]! - own
      let sum = 1
      for (let k = first + 1; k < words.length; k++) {
        const { reader, offset } = words[k]!
        if (reader.count > 0) sum += 1 / (1 + nearest(reader, start + offset))
      }
      best = Math.max(best, sum / words.length)
      if (best === 1) break
    }
    return best
  }
}

/** How far the nearest place is from where a word should be. */
function nearest({ list: { positions }, from, count }: PlaceReader, wanted: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = from; i < from + count; i++) {
    const distance = Math.abs(positions[i]! - wanted)
    if (distance >= least) break
    least = distance
  }
  return least
}
