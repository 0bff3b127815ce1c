/** Item `old` of one list and item `neu` of another that may be one; `weight` says how surely. */
export interface Link {
  readonly old: number
  readonly neu: number
  readonly weight: number
}

/**
 * Of all links those that keep the order of both lists and together weigh most, none sharing an end. Monotone dynamic
 * programming over the links alone (best sums by old place in a Fenwick tree): time is that of sorting them.
 */
export function inOrder(links: readonly Link[], oldCount: number): readonly Link[] {
  const sorted = links.map((_, at) => at).sort((a, b) => links[a]!.neu - links[b]!.neu || links[b]!.old - links[a]!.old)
  const sums = new Float64Array(links.length)
  const before = new Int32Array(links.length).fill(-1)
  // the link at which the best sum up to an old place ends
  const best = new Int32Array(oldCount + 1).fill(-1)
  let last = -1
  for (const at of sorted) {
    const { old, weight } = links[at]!
    let previous = -1
    for (let place = old; place > 0; place &= place - 1) {
      const found = best[place]!
      if (found !== -1 && (previous === -1 || sums[found]! > sums[previous]!)) previous = found
    }
    sums[at] = weight + (previous === -1 ? 0 : sums[previous]!)
    before[at] = previous
    for (let place = old + 1; place <= oldCount; place += place & -place) {
      const found = best[place]!
      if (found === -1 || sums[at]! > sums[found]!) best[place] = at
    }
    if (last === -1 || sums[at]! > sums[last]!) last = at
  }
  const chain: Link[] = []
  for (let at = last; at !== -1; at = before[at]!) chain.push(links[at]!)
  return chain.reverse()
}
