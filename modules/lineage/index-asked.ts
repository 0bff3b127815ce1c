import { gramsInto, noHashes, readWords, wholeInto } from './grams.ts'

/** The most grams of a text that can be looked up: they are counted in 16 bits. */
export const mostGrams = 65_535

/** A text to look up, as its different grams. */
export interface Asked {
  readonly grams: number
  readonly high: Uint32Array
  readonly low: Uint32Array
  /** Hash of the text as a whole. */
  readonly wholeHigh: number
  readonly wholeLow: number
}

const words = noHashes()
const all = noHashes()

/** Null for a text without words, and for one of too many. */
export function askedOf(text: string): Asked | null {
  readWords(text, words)
  if (words.length === 0) return null
  all.length = 0
  gramsInto(all, words)
  const grams = onceEach()
  if (grams > mostGrams) return null
  wholeInto(all, grams, words)
  return {
    grams,
    high: all.high.slice(0, grams),
    low: all.low.slice(0, grams),
    wholeHigh: all.high[grams]!,
    wholeLow: all.low[grams]!,
  }
}

let slots = new Uint32Array(1024)

/** Leaves each gram once, in front; returns how many those are. */
function onceEach(): number {
  const { high, low, length } = all
  let room = slots.length
  while (room < 2 * length) room *= 2
  if (room > slots.length) slots = new Uint32Array(room)
  else slots.fill(0)
  const mask = slots.length - 1
  let kept = 0
  for (let i = 0; i < length; i++) {
    let slot = low[i]! & mask
    let held = slots[slot]!
    while (held !== 0 && (low[held - 1] !== low[i] || high[held - 1] !== high[i])) {
      slot = (slot + 1) & mask
      held = slots[slot]!
    }
    if (held !== 0) continue
    low[kept] = low[i]!
    high[kept] = high[i]!
    slots[slot] = ++kept
  }
  return kept
}
