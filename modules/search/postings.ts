import { Bytes, readAscending, writeAscending } from './codec.ts'

/** Where the forms of one word stand in a segment. */
export interface List {
  readonly forms: readonly string[]
  /** How often each form stands in the segment. */
  readonly uses: Uint32Array
  /** Ascending. */
  readonly paragraphs: Int32Array
  /** For each paragraph how often, then each place: the gap to the one before, and below it which form. */
  readonly places: Uint8Array
  /** Where in `places` every sixteenth paragraph begins, so that one can be looked up alone. */
  readonly skips: Uint32Array
  /** Bits a form takes. */
  readonly bits: number
}

/** A list as it stands in the database. */
export interface StoredList {
  /** With a blank between. */
  readonly forms: string
  readonly count: number
  readonly paragraphs: Uint8Array
  readonly places: Uint8Array
}

const stride = 16
const bitsFor = (forms: number): number => 32 - Math.clz32(Math.max(0, forms - 1))

/** Bytes a list takes in memory, about. */
export const weightOf = (list: List): number =>
  list.paragraphs.byteLength + list.places.byteLength + list.skips.byteLength + 400

export function readList({ forms, count, paragraphs, places }: StoredList): List {
  const words = forms.split(' ')
  const skips = new Uint32Array(Math.ceil(count / stride))
  const bits = bitsFor(words.length)
  const mask = (1 << bits) - 1
  const uses = new Uint32Array(words.length)
  let at = 0
  for (let i = 0; i < count; i++) {
    if (i % stride === 0) skips[i / stride] = at
    let byte = places[at++]!
    let times = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = places[at++]!
      times |= (byte & 127) << shift
    }
    for (; times > 0; times--) {
      byte = places[at++]!
      let value = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = places[at++]!
        value |= (byte & 127) << shift
      }
      uses[value & mask]! += 1
    }
  }
  return { forms: words, uses, paragraphs: readAscending(paragraphs, count), places, skips, bits }
}

/** Reads the places of one paragraph after the other; what it gives is overwritten by the next reading. */
export class PlaceReader {
  readonly #list: List
  #index = 0
  count = 0
  positions = new Int32Array(64)
  forms = new Uint8Array(64)
  constructor(list: List) {
    this.#list = list
  }

  /** To a paragraph not before the last one asked for; false where the word is not in it. */
  to(paragraph: number): boolean {
    const { paragraphs } = this.#list
    const index = reach(paragraphs, paragraph, this.#index)
    this.#index = index
    if (paragraphs[index] !== paragraph) return false
    this.#read(index)
    return true
  }

  #read(index: number): void {
    const { places, skips, bits } = this.#list
    let at = skips[index >>> 4]!
    for (let before = index & (stride - 1); before > 0; before--) {
      let byte = places[at++]!
      let times = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = places[at++]!
        times |= (byte & 127) << shift
      }
      for (; times > 0; times--) while (places[at++]! > 127);
    }
    let byte = places[at++]!
    let times = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = places[at++]!
      times |= (byte & 127) << shift
    }
    if (times > this.positions.length) {
      this.positions = new Int32Array(times * 2)
      this.forms = new Uint8Array(times * 2)
    }
    this.count = times
    const mask = (1 << bits) - 1
    let position = 0
    for (let i = 0; i < times; i++) {
      byte = places[at++]!
      let value = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = places[at++]!
        value |= (byte & 127) << shift
      }
      position += value >>> bits
      this.positions[i] = position
      this.forms[i] = value & mask
    }
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
    const read = readList(list)
    const form = read.forms.map((word) => Math.max(0, forms.indexOf(word)))
    const same = read.bits === bits && form.every((there, here) => there === here)
    return { read, to, form, same, next: 0, at: 0 }
  })
  const paragraphs: number[] = []
  const places = new Bytes(inputs.reduce((sum, { list }) => sum + list.places.length, 16))
  for (;;) {
    let first: (typeof open)[number] | null = null
    let least = Number.POSITIVE_INFINITY
    for (const source of open) {
      for (;;) {
        const old = source.read.paragraphs[source.next]
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
        source.at = pass(source.read.places, source.at)
      }
    }
    if (first === null) break
    paragraphs.push(least)
    const end = pass(first.read.places, first.at)
    if (first.same) places.append(first.read.places, first.at, end)
    else recode(first.read, first.form, bits, first.at, places)
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

function recode(list: List, form: readonly number[], bits: number, from: number, into: Bytes): void {
  let at = from
  const next = () => {
    let byte = list.places[at++]!
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = list.places[at++]!
      value |= (byte & 127) << shift
    }
    return value
  }
  const times = next()
  into.push(times)
  const mask = (1 << list.bits) - 1
  for (let i = 0; i < times; i++) {
    const value = next()
    into.push(((value >>> list.bits) << bits) | (form[value & mask] ?? 0))
  }
}
