/** More pairs than this are not weighed one by one: what a version lacks is then looked for at the end. */
const mostPairs = 16_000_000

/**
 * Puts two lists side by side in their order. `score` says how well two pieces go together; null where they never do.
 * Of all ways the one with the highest sum is taken; with equal sums, the one whose pairs stand furthest to the front.
 * Quadratic in the lists, which are paragraphs of one text; lists that agree throughout are done in one walk.
 */
export function sideBySide<Piece>(
  first: readonly Piece[],
  second: readonly Piece[],
  agree: (a: Piece, b: Piece) => boolean,
  score: (a: Piece, b: Piece) => number | null,
): readonly (readonly [number | null, number | null])[] {
  const height = first.length
  const width = second.length
  if (height * width > mostPairs || (height === width && first.every((piece, at) => agree(piece, second[at]!))))
    return Array.from({ length: Math.max(height, width) }, (_, at) => [at < height ? at : null, at < width ? at : null])
  const row = width + 1
  const best = new Float32Array((height + 1) * row)
  const step = new Uint8Array((height + 1) * row)
  for (let i = height; i >= 0; i--) {
    for (let j = width; j >= 0; j--) {
      if (i === height && j === width) continue
      const at = i * row + j
      const together = i < height && j < width ? score(first[i]!, second[j]!) : null
      const pair = together === null ? Number.NEGATIVE_INFINITY : together + best[at + row + 1]!
      const without = i < height ? best[at + row]! : Number.NEGATIVE_INFINITY
      const extra = j < width ? best[at + 1]! : Number.NEGATIVE_INFINITY
      best[at] = Math.max(pair, without, extra)
      step[at] = pair >= without && pair >= extra ? 0 : without >= extra ? 1 : 2
    }
  }
  const pairs: (readonly [number | null, number | null])[] = []
  for (let i = 0, j = 0; i < height || j < width; ) {
    const taken = step[i * row + j]
    pairs.push([taken === 2 ? null : i, taken === 1 ? null : j])
    if (taken !== 2) i++
    if (taken !== 1) j++
  }
  return pairs
}

/** One row for each piece of any list: the first list's pieces, and in their places those it lacks. */
export function rowsOf<Piece>(
  lists: readonly (readonly Piece[])[],
  agree: (a: Piece, b: Piece) => boolean,
  score: (a: Piece, b: Piece) => number | null,
): readonly (readonly (Piece | null)[])[] {
  let rows: readonly (readonly (Piece | null)[])[] = []
  lists.forEach((list, version) => {
    const known = rows.map((row) => row.find((piece) => piece !== null)!)
    rows = sideBySide(known, list, agree, score).map(([row, piece]) => [
      ...(row === null ? Array.from({ length: version }, () => null) : rows[row]!),
      piece === null ? null : list[piece]!,
    ])
  })
  return rows
}
