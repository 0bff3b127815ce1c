import { type Asked, mostGrams } from './index-asked.ts'
import { onlyText, type Segment, type Slice } from './index-segment.ts'

/** A text of a segment beside the one asked about. */
export interface Near {
  readonly text: number
  /** Grams both have. */
  readonly shared: number
  /** Grams both have by grams either has. */
  readonly similarity: number
}

/** A segment ready to be looked through, by one caller at a time. */
export interface Lookup {
  /**
   * The `most` texts nearest to the one asked about, of those with a place in an accepted unit and at least `least`
   * similar (and sharing a gram at all): exactly those, nearest first. Among equals the lower number comes first.
   */
  nearest(asked: Asked, most: number, least: number, accepted: Uint8Array): Near[]
}

export function lookupIn(segment: Segment): Lookup {
  const { sizes, placesFrom, placeUnit, slices } = segment
  const texts = sizes.length
  const sliceShift = 32 - Math.log2(slices.length)
  const bucketShift = 33 - Math.log2(slices.length) - Math.ceil(Math.log2(slices[0]!.buckets.length))
  const bucketMask = slices[0]!.buckets.length - 2
  /** Grams shared so far, by text; all 0 between two calls. */
  const counts = new Uint16Array(texts)
  const touched = new Uint32Array(texts)
  let touchedCount = 0

  // The lists of the grams asked about: of which slice, where, how long.
  const listSlice = new Uint8Array(mostGrams)
  const listAt = new Uint32Array(mostGrams)
  const keys = new Float64Array(mostGrams)

  const isAccepted = (text: number, accepted: Uint8Array): boolean => {
    const end = placesFrom[text + 1]!
    for (let place = placesFrom[text]!; place < end; place++) if (accepted[placeUnit[place]!] === 1) return true
    return false
  }

  /** Finds every gram: those of one text are counted at once, the lists of the others set down, shortest first. */
  function collect({ grams, high, low }: Asked): number {
    let lists = 0
    for (let i = 0; i < grams; i++) {
      const h = high[i]!
      const which = slices.length === 1 ? 0 : h >>> sliceShift
      const slice = slices[which]!
      const at = find(slice, (h >>> bucketShift) & bucketMask, low[i]!)
      if (at === missing) continue
      if (at >= onlyText) count(at - onlyText)
      else {
        listSlice[lists] = which
        listAt[lists] = at
        keys[lists] = slice.texts[at]! * 65_536 + lists
        lists++
      }
    }
    keys.subarray(0, lists).sort()
    return lists
  }

  function count(text: number): void {
    if (counts[text]!++ === 0) touched[touchedCount++] = text
  }

  /** The best of the texts touched, by what was counted so far. */
  function bestOf(asked: Asked, most: number, least: number, accepted: Uint8Array): Near[] {
    const found: Near[] = []
    let bar = least
    for (let i = 0; i < touchedCount; i++) {
      const text = touched[i]!
      const both = counts[text]!
      const similarity = both / (asked.grams + sizes[text]! - both)
      if (similarity < bar || (found.length === most && similarity === bar && text > found[most - 1]!.text)) continue
      if (!isAccepted(text, accepted)) continue
      insert(found, { text, shared: both, similarity }, most)
      if (found.length === most) bar = found[most - 1]!.similarity
    }
    return found
  }

  /** Drops every text touched that cannot reach `bar` though it had all of `open` further grams. */
  function dropBelow(bar: number, asked: Asked, open: number): void {
    let kept = 0
    for (let i = 0; i < touchedCount; i++) {
      const text = touched[i]!
      const size = sizes[text]!
      const both = Math.min(counts[text]! + open, size)
      if (both >= bar * surely * (asked.grams + size - both)) touched[kept++] = text
      else counts[text] = 0
    }
    touchedCount = kept
  }

  /** Counts one list for the texts touched alone: they are looked up in it, or it is read through, as is shorter. */
  function countTouched(all: Uint32Array, from: number, end: number): void {
    const length = end - from
    if (touchedCount * (32 - Math.clz32(length)) > length) {
      for (let at = from; at < end; at++) {
        const text = all[at]!
        if (counts[text] !== 0) counts[text]!++
      }
      return
    }
    for (let i = 0; i < touchedCount; i++) {
      const text = touched[i]!
      let low = from
      let high = end
      while (low < high) {
        const middle = (low + high) >>> 1
        if (all[middle]! < text) low = middle + 1
        else high = middle
      }
      if (low < end && all[low] === text) counts[text]!++
    }
  }

  return {
    nearest(asked, most, least, accepted) {
      const lists = collect(asked)
      let bar = least
      let work = touchedCount
      let check = 256
      let admitting = true
      for (let i = 0; i < lists; i++) {
        const open = lists - i
        const list = keys[i]! % 65_536
        const { texts: all } = slices[listSlice[list]!]!
        const from = listAt[list]! + 1
        const end = from + all[from - 1]!
        if (work + end - from > check) {
          const best = bestOf(asked, most, bar, accepted)
          if (best.length === most) bar = Math.max(bar, best[most - 1]!.similarity)
          check = 2 * (work + end - from)
          if (admitting ? open < bar * surely * asked.grams : touchedCount > most) {
            admitting = false
            dropBelow(bar, asked, open)
          }
        }
        work += end - from
        if (!admitting) countTouched(all, from, end)
        else for (let at = from; at < end; at++) count(all[at]!)
      }
      const found = bestOf(asked, most, bar, accepted)
      for (let i = 0; i < touchedCount; i++) counts[touched[i]!] = 0
      touchedCount = 0
      return found
    },
  }
}

/** Rounding may put a similarity a little above itself; nothing is dropped for that. */
const surely = 1 - 1e-9

const missing = 0xffff_ffff

function find(slice: Slice, bucket: number, gram: number): number {
  const { buckets, grams } = slice
  const end = 2 * buckets[bucket + 1]!
  for (let i = 2 * buckets[bucket]!; i < end; i += 2) if (grams[i] === gram) return grams[i + 1]!
  return missing
}

function insert(found: Near[], near: Near, most: number): void {
  let at = found.length
  while (at > 0 && comesBefore(near, found[at - 1]!)) at--
  found.splice(at, 0, near)
  if (found.length > most) found.pop()
}

const comesBefore = (a: Near, b: Near): boolean =>
  a.similarity > b.similarity || (a.similarity === b.similarity && a.text < b.text)
