import { type List, PlaceReader, reach } from './postings.ts'

/** Ascending places of a segment. */
export type Found = Int32Array

const none = new Int32Array(0)

/** What stands in both. */
export function both(a: Found, b: Found): Found {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const out = new Int32Array(few.length)
  let n = 0
  if (many.length > 12 * few.length) {
    let at = 0
    for (const value of few) {
      at = reach(many, value, at)
      if (many[at] === value) out[n++] = value
    }
  } else {
    let i = 0
    let k = 0
    while (i < few.length && k < many.length) {
      const x = few[i]!
      const y = many[k]!
      if (x === y) out[n++] = x
      if (x <= y) i++
      if (y <= x) k++
    }
  }
  return out.subarray(0, n)
}

/** What stands in one or the other. */
export function either(a: Found, b: Found): Found {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const out = new Int32Array(a.length + b.length)
  let n = 0
  let i = 0
  let k = 0
  while (i < a.length || k < b.length) {
    const x = i < a.length ? a[i]! : Number.POSITIVE_INFINITY
    const y = k < b.length ? b[k]! : Number.POSITIVE_INFINITY
    out[n++] = Math.min(x, y)
    if (x <= y) i++
    if (y <= x) k++
  }
  return out.subarray(0, n)
}

/** What stands in the first alone. */
export function without(a: Found, b: Found): Found {
  if (a.length === 0 || b.length === 0) return a
  const out = new Int32Array(a.length)
  let n = 0
  let at = 0
  for (const value of a) {
    at = reach(b, value, at)
    if (b[at] !== value) out[n++] = value
  }
  return out.subarray(0, n)
}

/** What stands in so many of them. */
export function atLeast(sets: readonly Found[], least: number, size: number): Found {
  const times = new Uint8Array(size)
  for (const set of sets) for (let i = 0; i < set.length; i++) times[set[i]!]! += 1
  const out = new Int32Array(size)
  let n = 0
  for (let i = 0; i < size; i++) if (times[i]! >= least) out[n++] = i
  return out.slice(0, n)
}

/** The fewest first, so that every step has less to look at. */
export function all(sets: readonly Found[]): Found {
  const [first = none, ...rest] = [...sets].sort((a, b) => a.length - b.length)
  return rest.reduce((found, set) => (found.length === 0 ? found : both(found, set)), first)
}

/** Where these words follow one another at these distances; of those paragraphs alone that are given. */
export function phrase(
  words: readonly { readonly list: List; readonly offset: number }[],
  within: Found | null = null,
): Found {
  // The rarest word leads, and most of its paragraphs fall at the next rarest: common words are hardly looked at.
  const inOrder = [...words].sort((a, b) => a.list.paragraphs.length - b.list.paragraphs.length)
  const [lead, second, ...others] = inOrder.map(({ list, offset }) => ({ reader: new PlaceReader(list), offset }))
  if (!lead) return none
  const { paragraphs } = lead.reader.list
  if (!second) return within === null ? paragraphs : both(paragraphs, within)
  const narrowed = within === null ? likely(lead.reader.list, second.reader.list) : both(paragraphs, within)
  const distance = second.offset - lead.offset
  const out = new Int32Array(narrowed.length)
  let n = 0
  for (let at = 0; at < narrowed.length; at++) {
    const paragraph = narrowed[at]!
    if (!second.reader.to(paragraph)) continue
    lead.reader.to(paragraph)
    let left = pairs(lead.reader, second.reader, distance)
    for (let k = 0; left > 0 && k < others.length; k++) {
      const { reader, offset } = others[k]!
      left = reader.to(paragraph) ? follow(left, reader, offset - lead.offset) : 0
    }
    if (left > 0) out[n++] = paragraph
  }
  return out.subarray(0, n)
}

/** The paragraphs of the first where the other may stand as well: those that have both, where that is soon told. */
function likely({ paragraphs, dense: own }: List, { dense }: List): Found {
  if (own === null || dense === null) return paragraphs
  const out = new Int32Array(paragraphs.length)
  const words = Math.min(own.bits.length, dense.bits.length)
  let n = 0
  for (let word = 0; word < words; word++) {
    let bits = own.bits[word]! & dense.bits[word]!
    while (bits !== 0) {
      out[n++] = 32 * word + 31 - Math.clz32(bits & -bits)
      bits &= bits - 1
    }
  }
  return out.subarray(0, n)
}

/** Places of the word that leads where the others have been found so far. */
let places = new Int32Array(256)

/** Where a word stands at the distance from another; how many times. */
function pairs(lead: PlaceReader, other: PlaceReader, distance: number): number {
  const a = lead.list.positions
  const b = other.list.positions
  const endA = lead.from + lead.count
  const endB = other.from + other.count
  if (lead.count > places.length) places = new Int32Array(2 * lead.count)
  let left = 0
  let k = other.from
  for (let i = lead.from; i < endA; i++) {
    const wanted = a[i]! + distance
    while (k < endB && b[k]! < wanted) k++
    if (k === endB) break
    if (b[k] === wanted) places[left++] = a[i]!
  }
  return left
}

/** Keeps those places behind which a word stands at the distance; how many are left. */
function follow(count: number, reader: PlaceReader, distance: number): number {
  const { positions } = reader.list
  const end = reader.from + reader.count
  let left = 0
  let k = reader.from
  for (let i = 0; i < count; i++) {
    const wanted = places[i]! + distance
    while (k < end && positions[k]! < wanted) k++
    if (k < end && positions[k]! === wanted) places[left++] = places[i]!
  }
  return left
}
