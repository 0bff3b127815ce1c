import type { Hashes } from './grams.ts'
import { onlyText, type Slice, shared } from './index-segment.ts'

export interface SlicesRequest {
  readonly texts: number
  /** The grams of a text; the rows are used again for the next one. */
  gramsOf(text: number): Hashes
  /** Counts up the different grams of each text. */
  readonly sizes: Uint32Array
  /** About how many grams there are in all, at most. */
  readonly grams: number
  /** How many may be sorted at once, eight bytes each. */
  readonly atOnce: number
}

/** All grams of one slice with the texts they came from, sorted by bucket. */
interface Sorted {
  /** Where each bucket begins. */
  readonly from: Uint32Array
  readonly low: Uint32Array
  readonly text: Uint32Array
}

/** Buckets up to this long are sorted by insertion. */
const few = 48

/** Makes the index of grams, slice by slice; the grams are worked out once to count them and once for every slice. */
export function slicesOf(request: SlicesRequest): Slice[] {
  const { grams, atOnce } = request
  const of = 2 ** Math.max(0, Math.ceil(Math.log2(grams / atOnce)))
  // Two fifths of the grams of real texts differ: some four to a bucket.
  const bits = Math.min(26, Math.max(Math.log2(of) + 1, 8, Math.round(Math.log2(grams / 10))))
  const counts = countsOf(request, bits)
  const buckets = counts.length / of
  const slice = (n: number) =>
    sliceOf(byBucket(request, bits, n * buckets, counts.subarray(n * buckets, (n + 1) * buckets)), request.sizes)
  return Array.from({ length: of }, (_, n) => slice(n))
}

function countsOf({ texts, gramsOf }: SlicesRequest, bits: number): Uint32Array {
  const counts = new Uint32Array(2 ** bits)
  for (let text = 0; text < texts; text++) {
    const { high, length } = gramsOf(text)
    for (let i = 0; i < length; i++) counts[high[i]! >>> (32 - bits)]!++
  }
  return counts
}

function sliceOf(sorted: Sorted, sizes: Uint32Array): Slice {
  const { from, low, text } = sorted
  let grams = 0
  let listed = 0
  for (let bucket = 0; bucket + 1 < from.length; bucket++) {
    const start = from[bucket]!
    const end = from[bucket + 1]!
    if (end - start > few) sortMany(sorted, start, end)
    else sortFew(sorted, start, end)
    for (let i = start; i < end; ) {
      const next = endOfGram(sorted, i, end)
      grams++
      const texts = differing(text, i, next)
      if (texts > 1) listed += texts + 1
      i = next
    }
  }
  const slice = { buckets: shared(from.length), grams: shared(2 * grams), texts: shared(listed) }
  let gram = 0
  let put = 0
  for (let bucket = 0; bucket + 1 < from.length; bucket++) {
    const end = from[bucket + 1]!
    slice.buckets[bucket] = gram
    for (let i = from[bucket]!; i < end; ) {
      const next = endOfGram(sorted, i, end)
      slice.grams[2 * gram] = low[i]!
      const length = differing(text, i, next)
      slice.grams[2 * gram++ + 1] = length === 1 ? onlyText + text[i]! : put
      if (length > 1) slice.texts[put++] = length
      for (let last = -1; i < next; i++) {
        if (text[i] === last) continue
        last = text[i]!
        sizes[last]!++
        if (length > 1) slice.texts[put++] = last
      }
    }
  }
  slice.buckets[from.length - 1] = gram
  return slice
}

/** The grams of the buckets from `first` on, bucket by bucket; within one in the order of the texts. */
function byBucket({ texts, gramsOf }: SlicesRequest, bits: number, first: number, counts: Uint32Array): Sorted {
  const shift = 32 - bits
  const buckets = counts.length
  const from = new Uint32Array(buckets + 1)
  for (let bucket = 0; bucket < buckets; bucket++) from[bucket + 1] = from[bucket]! + counts[bucket]!
  const next = from.slice(0, buckets)
  const lows = new Uint32Array(from[buckets]!)
  const ofText = new Uint32Array(lows.length)
  for (let text = 0; text < texts; text++) {
    const { high, low, length } = gramsOf(text)
    for (let i = 0; i < length; i++) {
      const bucket = (high[i]! >>> shift) - first
      if (bucket < 0 || bucket >= buckets) continue
      const at = next[bucket]!++
      lows[at] = low[i]!
      ofText[at] = text
    }
  }
  return { from, low: lows, text: ofText }
}

function endOfGram({ low }: Sorted, from: number, end: number): number {
  let i = from + 1
  while (i < end && low[i] === low[from]) i++
  return i
}

/** How many texts there are: a gram that stands in one twice comes twice in a row. */
function differing(text: Uint32Array, from: number, end: number): number {
  let count = 1
  for (let i = from + 1; i < end; i++) if (text[i] !== text[i - 1]) count++
  return count
}

function sortFew({ low, text }: Sorted, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const gram = low[i]!
    const ofText = text[i]!
    let at = i - 1
    for (; at >= start && low[at]! > gram; at--) {
      low[at + 1] = low[at]!
      text[at + 1] = text[at]!
    }
    low[at + 1] = gram
    text[at + 1] = ofText
  }
}

/** A long bucket holds few grams, each many times. */
function sortMany({ low, text }: Sorted, start: number, end: number): void {
  const counts = new Map<number, number>()
  for (let i = start; i < end; i++) counts.set(low[i]!, (counts.get(low[i]!) ?? 0) + 1)
  let next = start
  for (const gram of [...counts.keys()].sort((a, b) => a - b)) {
    const count = counts.get(gram)!
    counts.set(gram, next)
    next += count
  }
  const lows = low.slice(start, end)
  const texts = text.slice(start, end)
  for (let i = 0; i < lows.length; i++) {
    const at = counts.get(lows[i]!)!
    counts.set(lows[i]!, at + 1)
    low[at] = lows[i]!
    text[at] = texts[i]!
  }
}
