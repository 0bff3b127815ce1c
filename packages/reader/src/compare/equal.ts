/** Which items of two lists are one, by index of either; -1 for none. */
export interface Matching {
  readonly newOf: Int32Array
  readonly oldOf: Int32Array
}

export const nothingMatched = (olds: number, news: number): Matching => ({
  newOf: new Int32Array(olds).fill(-1),
  oldOf: new Int32Array(news).fill(-1),
})

export function match({ newOf, oldOf }: Matching, old: number, neu: number): void {
  newOf[old] = neu
  oldOf[neu] = old
}

/**
 * Matches items with the same key, a whole number from 0, as many as both lists have. What stands once in each goes together wherever it
 * stands; of what stands there more often, first those beside a pair that is matched already, then the rest in order.
 */
export function matchEqual(oldKeys: Int32Array, newKeys: Int32Array, matching: Matching): void {
  const { newOf, oldOf } = matching
  const size = highest(newKeys, highest(oldKeys, 0)) + 1
  const oldCount = new Int32Array(size)
  const newCount = new Int32Array(size)
  const lastOld = new Int32Array(size)
  for (const [at, key] of oldKeys.entries())
    if (newOf[at] === -1) {
      oldCount[key]!++
      lastOld[key] = at
    }
  for (const [at, key] of newKeys.entries()) if (oldOf[at] === -1) newCount[key]!++
  for (const [at, key] of newKeys.entries())
    if (oldOf[at] === -1 && newCount[key] === 1 && oldCount[key] === 1) match(matching, lastOld[key]!, at)

  const together = (old: number, neu: number): boolean => {
    const free = newOf[old] === -1 && oldOf[neu] === -1 && oldKeys[old] === newKeys[neu]
    if (free) match(matching, old, neu)
    return free
  }
  for (let neu = 1; neu < newKeys.length; neu++) {
    const old = oldOf[neu - 1]! + 1
    if (old > 0 && old < oldKeys.length) together(old, neu)
  }
  for (let neu = newKeys.length - 2; neu >= 0; neu--) {
    const old = oldOf[neu + 1]! - 1
    if (old >= 0) together(old, neu)
  }

  const waiting = new Map<number, number[]>()
  for (let old = oldKeys.length - 1; old >= 0; old--)
    if (newOf[old] === -1) {
      const key = oldKeys[old]!
      const list = waiting.get(key)
      if (list) list.push(old)
      else waiting.set(key, [old])
    }
  for (const [neu, key] of newKeys.entries()) {
    const old = oldOf[neu] === -1 ? waiting.get(key)?.pop() : undefined
    if (old !== undefined) match(matching, old, neu)
  }
}

function highest(keys: Int32Array, least: number): number {
  let found = least
  for (const key of keys) if (key > found) found = key
  return found
}
