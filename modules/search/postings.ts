import { Bytes, readAscending, writeAscending } from './codec.ts'

/** Where the forms of one word stand in a segment. */
export interface List {
  readonly forms: readonly string[]
  /** How often each form stands in the segment. */
  readonly uses: Uint32Array
  /** Ascending. */
  readonly paragraphs: Int32Array
  /** The places in the paragraph at `i` are those from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Uint32Array
  /** Each in words from the beginning of its paragraph. */
  readonly positions: Uint16Array | Uint32Array
  /** Which form stands at each. */
  readonly formAt: Uint8Array
  /** Of a word that stands in every so many paragraphs, to look one up at once; null for the rarer ones. */
  readonly dense: Dense | null
}

/** A bit for each paragraph, and how many are set before each word of bits. */
export interface Dense {
  readonly bits: Uint32Array
  readonly before: Uint32Array
}

/** Looked up by bits where it stands in one of so many paragraphs: they take no more room than the list itself. */
const denseFrom = 24

function denseOf(paragraphs: Int32Array): Dense | null {
  const words = ((paragraphs.at(-1) ?? -1) >>> 5) + 1
  if (paragraphs.length * denseFrom < words * 32 || paragraphs.length < 256) return null
  const bits = new Uint32Array(words)
  const before = new Uint32Array(words)
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i]!
    bits[paragraph >>> 5]! |= 1 << (paragraph & 31)
  }
  let sum = 0
  for (let i = 0; i < words; i++) {
    before[i] = sum
    sum += ones(bits[i]!)
  }
  return { bits, before }
}

/** How many bits of 32 are set. */
function ones(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** A list as it stands in the database. */
export interface StoredList {
  /** With a blank between. */
  readonly forms: string
  readonly count: number
  readonly paragraphs: Uint8Array
  readonly places: Uint8Array
}

const bitsFor = (forms: number): number => 32 - Math.clz32(Math.max(0, forms - 1))

/** Bytes a list takes in memory, about. */
export const weightOf = ({ paragraphs, starts, positions, formAt, dense }: List): number =>
  paragraphs.byteLength +
  starts.byteLength +
  positions.byteLength +
  formAt.byteLength +
  (dense === null ? 0 : 2 * dense.bits.byteLength) +
  400

export function readList({ forms, count, paragraphs, places }: StoredList): List {
  const words = forms.split(' ')
  const bits = bitsFor(words.length)
  const mask = (1 << bits) - 1
  const uses = new Uint32Array(words.length)
  const starts = new Uint32Array(count + 1)
  // No more places than bytes.
  const positions = new Uint32Array(places.length)
  const formAt = new Uint8Array(places.length)
  let at = 0
  let n = 0
  let furthest = 0
  for (let i = 0; i < count; i++) {
    let byte = places[at++]!
    let times = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = places[at++]!
      times |= (byte & 127) << shift
    }
    let position = 0
    for (; times > 0; times--) {
      byte = places[at++]!
      let value = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = places[at++]!
        value |= (byte & 127) << shift
      }
      position += value >>> bits
      const form = value & mask
      uses[form]! += 1
      formAt[n] = form
      positions[n++] = position
    }
    if (position > furthest) furthest = position
    starts[i + 1] = n
  }
  const own = positions.subarray(0, n)
  const ascending = readAscending(paragraphs, count)
  return {
    forms: words,
    uses,
    paragraphs: ascending,
    dense: denseOf(ascending),
    starts,
    positions: furthest < 65_536 ? Uint16Array.from(own) : own.slice(),
    formAt: formAt.slice(0, n),
  }
}

/** Goes through a list, paragraph by paragraph in ascending order. */
export class PlaceReader {
  readonly list: List
  #index = 0
  /** The places in the paragraph last asked for: so many from `from` on in `positions` and `formAt` of the list. */
  from = 0
  count = 0
  constructor(list: List) {
    this.list = list
  }

  /** To a paragraph not before the last one asked for; false where the word is not in it. */
  to(paragraph: number): boolean {
    const { paragraphs, starts, dense } = this.list
    let index = -1
    if (dense !== null) {
      const word = paragraph >>> 5
      const bits = word < dense.bits.length ? dense.bits[word]! : 0
      const bit = 1 << (paragraph & 31)
      if ((bits & bit) !== 0) index = dense.before[word]! + ones(bits & (bit - 1))
    } else {
      this.#index = reach(paragraphs, paragraph, this.#index)
      if (paragraphs[this.#index] === paragraph) index = this.#index
    }
    if (index < 0) {
      this.count = 0
      return false
    }
    this.from = starts[index]!
    this.count = starts[index + 1]! - this.from
    return true
  }
}

/** The first index from `from` on whose value is not below `wanted`: in ever larger steps, then by halves. */
export function reach(values: Int32Array, wanted: number, from: number): number {
  let low = from
  let step = 1
  let high = from
  while (high < values.length && values[high]! < wanted) {
    low = high + 1
    high += step
    step *= 2
  }
  if (high > values.length) high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** Gathers the places of one word, paragraph by paragraph in ascending order. */
export class ListWriter {
  readonly #forms = new Map<string, number>()
  readonly #paragraphs: number[] = []
  /** For each paragraph how often, then gap and form of each place. */
  readonly #occurrences: number[] = []
  #countAt = 0
  #position = 0

  add(paragraph: number, position: number, form: string): void {
    if (this.#paragraphs.at(-1) !== paragraph) {
      this.#paragraphs.push(paragraph)
      this.#countAt = this.#occurrences.push(0) - 1
      this.#position = 0
    }
    this.#occurrences[this.#countAt]! += 1
    this.#occurrences.push(position - this.#position, this.#formOf(form))
    this.#position = position
  }

  #formOf(form: string): number {
    const known = this.#forms.get(form)
    if (known !== undefined) return known
    // More forms than a byte can tell apart are counted as one: a stemmer gives some dozens at most.
    const next = Math.min(this.#forms.size, 254)
    this.#forms.set(form, next)
    return next
  }

  stored(): StoredList {
    const forms = [...this.#forms.keys()].slice(0, 255)
    const bits = bitsFor(forms.length)
    const all = this.#occurrences
    const places = new Bytes(all.length)
    for (let at = 0; at < all.length; ) {
      const times = all[at++]!
      places.push(times)
      for (let i = 0; i < times; i++, at += 2) places.push((all[at]! << bits) | all[at + 1]!)
    }
    const count = this.#paragraphs.length
    return { forms: forms.join(' '), count, paragraphs: writeAscending(this.#paragraphs), places: places.whole() }
  }
}

/** A list of one segment, and where its paragraphs stand in the segment being made: -1 for those that stand no more. */
export interface Moved {
  readonly list: StoredList
  readonly to: Int32Array
}

/** Lists of the same word in several segments as one; null where nothing of them stands. */
export function mergedList(inputs: readonly Moved[]): StoredList | null {
  const forms = [...new Set(inputs.flatMap(({ list }) => list.forms.split(' ')))].slice(0, 255)
  const bits = bitsFor(forms.length)
  const open = inputs.map(({ list, to }) => {
    const words = list.forms.split(' ')
    const own = bitsFor(words.length)
    const form = words.map((word) => Math.max(0, forms.indexOf(word)))
    const same = own === bits && form.every((there, here) => there === here)
    const paragraphs = readAscending(list.paragraphs, list.count)
    return { places: list.places, paragraphs, bits: own, to, form, same, next: 0, at: 0 }
  })
  const paragraphs: number[] = []
  const places = new Bytes(inputs.reduce((sum, { list }) => sum + list.places.length, 16))
  for (;;) {
    let first: (typeof open)[number] | null = null
    let least = Number.POSITIVE_INFINITY
    for (const source of open) {
      for (;;) {
        const old = source.paragraphs[source.next]
        if (old === undefined) break
        const moved = source.to[old]!
        if (moved >= 0) {
          if (moved < least) {
            least = moved
            first = source
          }
          break
        }
        source.next++
        source.at = pass(source.places, source.at)
      }
    }
    if (first === null) break
    paragraphs.push(least)
    const end = pass(first.places, first.at)
    if (first.same) places.append(first.places, first.at, end)
    else recode(first, bits, places)
    first.next++
    first.at = end
  }
  if (paragraphs.length === 0) return null
  const count = paragraphs.length
  return { forms: forms.join(' '), count, paragraphs: writeAscending(paragraphs), places: places.whole() }
}

/** Where the places of the next paragraph begin. */
function pass(places: Uint8Array, from: number): number {
  let at = from
  let byte = places[at++]!
  let times = byte & 127
  for (let shift = 7; byte > 127; shift += 7) {
    byte = places[at++]!
    times |= (byte & 127) << shift
  }
  for (; times > 0; times--) while (places[at++]! > 127);
  return at
}

function recode({ places, bits: own, form, at: from }: RecodedFrom, bits: number, into: Bytes): void {
  let at = from
  const next = () => {
    let byte = places[at++]!
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = places[at++]!
      value |= (byte & 127) << shift
    }
    return value
  }
  const times = next()
  into.push(times)
  const mask = (1 << own) - 1
  for (let i = 0; i < times; i++) {
    const value = next()
    into.push(((value >>> own) << bits) | (form[value & mask] ?? 0))
  }
}

interface RecodedFrom {
  readonly places: Uint8Array
  readonly bits: number
  /** What each of its forms is in the list being made. */
  readonly form: readonly number[]
  readonly at: number
}
