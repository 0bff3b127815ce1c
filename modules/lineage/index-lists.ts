import { type Asked, mostGrams } from './index-asked.ts'
import { onlyText, type Slice } from './index-segment.ts'

/**
 * What a segment holds of the grams asked about. The rows are those of the module, filled anew by each `find`: whoever
 * looks something up is done with them before anybody else gets a turn.
 */
export interface Lists {
  /** Lists of texts, shortest first: of each the array it is in, where its texts begin and end. */
  readonly in: Uint32Array[]
  readonly from: Uint32Array
  readonly end: Uint32Array
  length: number
  /** For each gram that one text alone has, that text. */
  readonly alone: Uint32Array
  aloneLength: number
}

const lists: Lists = {
  in: [],
  from: new Uint32Array(mostGrams),
  end: new Uint32Array(mostGrams),
  length: 0,
  alone: new Uint32Array(mostGrams),
  aloneLength: 0,
}

/** The bucket of each gram asked about; the first gram in it is read ahead of the others and for that alone. */
const bucketFrom = new Uint32Array(mostGrams)
const bucketEnd = new Uint32Array(mostGrams)
const firstGram = new Uint32Array(mostGrams)
const listSlice = new Uint8Array(mostGrams)
const listAt = new Uint32Array(mostGrams)
const keys = new Float64Array(mostGrams)

/** Finds the lists of the grams of a text. */
export function listsIn(slices: readonly Slice[]): (asked: Asked) => Lists {
  const sliceShift = 32 - Math.log2(slices.length)
  const bucketShift = 33 - Math.log2(slices.length) - Math.ceil(Math.log2(slices[0]!.buckets.length))
  const bucketMask = slices[0]!.buckets.length - 2
  const sliceOf = (high: number): number => (slices.length === 1 ? 0 : high >>> sliceShift)

  /**
   * Nearly all the time goes into waiting for memory. So each step is done for all grams before the next one: what it
   * reads does not hang on anything read just before, and the processor fetches much of it at once.
   */
  function findBuckets({ grams, high }: Asked): void {
    for (let i = 0; i < grams; i++) {
      const { buckets } = slices[sliceOf(high[i]!)]!
      const bucket = (high[i]! >>> bucketShift) & bucketMask
      bucketFrom[i] = 2 * buckets[bucket]!
      bucketEnd[i] = 2 * buckets[bucket + 1]!
    }
    for (let i = 0; i < grams; i++) firstGram[i] = slices[sliceOf(high[i]!)]!.grams[bucketFrom[i]!]!
  }

  return (asked) => {
    const { grams, high, low } = asked
    findBuckets(asked)
    let found = 0
    let alone = 0
    for (let i = 0; i < grams; i++) {
      const slice = sliceOf(high[i]!)
      const at = find(slices[slice]!.grams, bucketFrom[i]!, bucketEnd[i]!, low[i]!)
      if (at === missing) continue
      if (at >= onlyText) lists.alone[alone++] = at - onlyText
      else {
        listSlice[found] = slice
        listAt[found++] = at
      }
    }
    for (let n = 0; n < found; n++) keys[n] = slices[listSlice[n]!]!.texts[listAt[n]!]! * 65_536 + n
    keys.subarray(0, found).sort()
    for (let n = 0; n < found; n++) {
      const length = Math.floor(keys[n]! / 65_536)
      const list = keys[n]! - length * 65_536
      const from = listAt[list]! + 1
      lists.in[n] = slices[listSlice[list]!]!.texts
      lists.from[n] = from
      lists.end[n] = from + length
    }
    lists.length = found
    lists.aloneLength = alone
    return lists
  }
}

const missing = 0xffff_ffff

function find(grams: Uint32Array, from: number, end: number, gram: number): number {
  for (let i = from; i < end; i += 2) if (grams[i] === gram) return grams[i + 1]!
  return missing
}
