import type { Asked } from './index-asked.ts'
import { listsIn } from './index-lists.ts'
import type { Segment } from './index-segment.ts'

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

/** Texts that share fewer grams than this are not held once more are known to be needed: few are left then. */
const worthHolding = 3
/** The bar is looked at anew after so many counts, then each time they have doubled. */
const firstLook = 256
/** What 16 bits hold: twice as many such counts stand in the caches as of wider ones. */
const highestCount = 65_535

export function lookupIn(segment: Segment): Lookup {
  const { sizes, placesFrom, placeUnit } = segment
  const listsOf = listsIn(segment.slices)
  /**
   * Grams shared so far, by text, counted from `base` on. What stands here of earlier questions is `base` at most, so that
   * it is wiped out once in hundreds of them.
   */
  const counts = new Uint16Array(sizes.length)
  let base = 0
  let nextBase = 0
  /** Every text that shares `enough` so far, for the `enough` last given to `count` or `hold`. */
  const held = new Uint32Array(sizes.length)
  let heldCount = 0
  let best = new Float64Array(64)

  const isAccepted = (text: number, accepted: Uint8Array): boolean => {
    const end = placesFrom[text + 1]!
    for (let place = placesFrom[text]!; place < end; place++) if (accepted[placeUnit[place]!] === 1) return true
    return false
  }

  /** No gram is shared yet; so many will be at most. */
  function begin(grams: number): void {
    heldCount = 0
    base = nextBase
    if (base + grams > highestCount) {
      counts.fill(0)
      base = 0
    }
    nextBase = base + grams
  }

  /** Counts the texts of a list. Nearly all the work is here: nothing is asked of a text that does not reach `enough`. */
  function count(list: Uint32Array, from: number, end: number, enough: number): void {
    const before = base
    let kept = heldCount
    for (let at = from; at < end; at++) {
      const text = list[at]!
      const over = counts[text]! - before
      const now = (over & ~(over >> 31)) + 1 // 0 for what is below 0, without a branch
      counts[text] = before + now
      if (now === enough) held[kept++] = text
    }
    heldCount = kept
  }

  /** Holds on to those alone that share `enough`. */
  function hold(enough: number): void {
    let kept = 0
    for (let i = 0; i < heldCount; i++) {
      const text = held[i]!
      if (counts[text]! - base >= enough) held[kept++] = text
    }
    heldCount = kept
  }

  /** How similar the last of the `most` nearest is at least, by what was counted so far; never below `bar`. */
  function raised(bar: number, { grams }: Asked, most: number, accepted: Uint8Array): number {
    if (heldCount < most) return bar
    if (best.length < most) best = new Float64Array(most)
    let known = 0
    let needed = base + sharedFor(bar, grams)
    for (let i = 0; i < heldCount; i++) {
      const text = held[i]!
      if (counts[text]! < needed) continue
      const shared = counts[text]! - base
      const similarity = shared / (grams + sizes[text]! - shared)
      if (known === most && similarity <= best[most - 1]!) continue
      if (!isAccepted(text, accepted)) continue
      let at = known < most ? known++ : most - 1
      for (; at > 0 && best[at - 1]! < similarity; at--) best[at] = best[at - 1]!
      best[at] = similarity
      if (known === most) needed = base + sharedFor(Math.max(bar, best[most - 1]!), grams)
    }
    return known < most ? bar : Math.max(bar, best[most - 1]!)
  }

  /** Drops every text held that cannot reach `bar` though it had all of `open` further grams. */
  function dropBelow(bar: number, { grams }: Asked, open: number): void {
    let kept = 0
    for (let i = 0; i < heldCount; i++) {
      const text = held[i]!
      const size = sizes[text]!
      const shared = Math.min(counts[text]! - base + open, size)
      if (shared >= bar * surely * (grams + size - shared)) held[kept++] = text
    }
    heldCount = kept
  }

  /** Counts one list for the texts held alone: they are looked up in it, or it is read through, as is shorter. */
  function countHeld(list: Uint32Array, from: number, end: number): void {
    const length = end - from
    if (heldCount * (32 - Math.clz32(length)) > length) {
      for (let at = from; at < end; at++) {
        const text = list[at]!
        if (counts[text]! > base) counts[text]!++
      }
      return
    }
    for (let i = 0; i < heldCount; i++) {
      const text = held[i]!
      let low = from
      let high = end
      while (low < high) {
        const middle = (low + high) >>> 1
        if (list[middle]! < text) low = middle + 1
        else high = middle
      }
      if (low < end && list[low] === text) counts[text]!++
    }
  }

  /** The best of the texts held. */
  function bestOf(asked: Asked, most: number, least: number, accepted: Uint8Array): Near[] {
    const found: Near[] = []
    let bar = least
    for (let i = 0; i < heldCount; i++) {
      const text = held[i]!
      const shared = counts[text]! - base
      const similarity = shared / (asked.grams + sizes[text]! - shared)
      if (similarity < bar || (found.length === most && similarity === bar && text > found[most - 1]!.text)) continue
      if (!isAccepted(text, accepted)) continue
      insert(found, { text, shared, similarity }, most)
      if (found.length === most) bar = found[most - 1]!.similarity
    }
    return found
  }

  return {
    nearest(asked, most, least, accepted) {
      const lists = listsOf(asked)
      const { grams } = asked
      const enoughFor = (bar: number) => Math.max(1, Math.min(worthHolding, sharedFor(bar, grams)))
      let bar = least
      let enough = enoughFor(bar)
      let work = lists.aloneLength
      let nextLook = firstLook
      let i = 0
      begin(grams)
      count(lists.alone, 0, lists.aloneLength, enough)
      for (; i < lists.length && mayCome(enough, lists.length - i, bar, grams); i++) {
        const from = lists.from[i]!
        const end = lists.end[i]!
        work += end - from
        if (work > nextLook) {
          nextLook = 2 * work
          bar = raised(bar, asked, most, accepted)
          if (enoughFor(bar) > enough) {
            enough = enoughFor(bar)
            hold(enough)
          }
          if (!mayCome(enough, lists.length - i, bar, grams)) break
        }
        count(lists.in[i]!, from, end, enough)
      }
      for (; i < lists.length; i++) {
        if (heldCount > most) {
          bar = raised(bar, asked, most, accepted)
          dropBelow(bar, asked, lists.length - i)
        }
        countHeld(lists.in[i]!, lists.from[i]!, lists.end[i]!)
      }
      return bestOf(asked, most, bar, accepted)
    },
  }
}

/** Rounding may put a similarity a little above itself; nothing is dropped for that. */
const surely = 1 - 1e-9

/** How many grams a text has to share at least to be so similar: it has no fewer itself. */
const sharedFor = (similarity: number, grams: number): number => Math.ceil(similarity * surely * grams)

/** Whether a text that is not held, since it shares fewer than `enough`, could reach `bar` by `open` further grams. */
const mayCome = (enough: number, open: number, bar: number, grams: number): boolean =>
  enough - 1 + open >= bar * surely * grams

function insert(found: Near[], near: Near, most: number): void {
  let at = found.length
  while (at > 0 && comesBefore(near, found[at - 1]!)) at--
  found.splice(at, 0, near)
  if (found.length > most) found.pop()
}

const comesBefore = (a: Near, b: Near): boolean =>
  a.similarity > b.similarity || (a.similarity === b.similarity && a.text < b.text)
