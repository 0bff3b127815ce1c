import { shared } from './index-segment.ts'

/** A row of numbers that grows: an array twice as long takes over when one is full. */
export interface Growing {
  push(value: number): void
  readonly length: number
  /** May be longer than `length`, and another one after the next `push`. */
  readonly all: Uint32Array
  toShared(): Uint32Array
}

export function growing(room = 1024): Growing {
  let all = new Uint32Array(room)
  let length = 0
  return {
    push(value) {
      if (length === all.length) {
        const wider = new Uint32Array(2 * length)
        wider.set(all)
        all = wider
      }
      all[length++] = value
    },
    get length() {
      return length
    },
    get all() {
      return all
    },
    toShared() {
      const out = shared(length)
      out.set(all.subarray(0, length))
      return out
    },
  }
}

/** Numbers hashes in the order in which they first come: 0, 1, 2, ... */
export interface Numbering {
  /** The number of a hash; `length` as it was before where it is new. */
  of(high: number, low: number): number
  readonly length: number
  readonly high: Growing
  readonly low: Growing
}

export function numbering(): Numbering {
  const high = growing()
  const low = growing()
  /** Open addressing; 0 is free, else the number and one. Never more than half full. */
  let slots = new Uint32Array(4096)

  function widen() {
    slots = new Uint32Array(2 * slots.length)
    const mask = slots.length - 1
    for (let number = 0; number < low.length; number++) {
      let slot = low.all[number]! & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
  }

  return {
    of(h, l) {
      const mask = slots.length - 1
      let slot = l & mask
      for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
        if (low.all[held - 1] === l && high.all[held - 1] === h) return held - 1
        slot = (slot + 1) & mask
      }
      const number = low.length
      slots[slot] = number + 1
      high.push(h)
      low.push(l)
      if (2 * low.length > slots.length) widen()
      return number
    },
    get length() {
      return low.length
    },
    high,
    low,
  }
}
