/** A stretch of a text that was read as something. Offsets are UTF-16 code units, end exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly kind: StretchKind
}

export type StretchKind = 'verb' | 'addressee' | 'condition' | 'time'

/** Where stretches overlap, the narrower statement wins: the verb decides the act, a time its date. */
const precedence: readonly StretchKind[] = ['verb', 'time', 'condition', 'addressee']

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: StretchKind; readonly text: string }
  | { readonly kind: 'footnote'; readonly mark: string }

/** Cuts a text into plain and read pieces, with its footnote marks where they stand. Nothing of the text is lost. */
export function piecesOf(
  text: string,
  stretches: readonly Stretch[],
  anchors: readonly { readonly mark: string; readonly at: number }[],
): readonly Piece[] {
  const kinds = new Array<StretchKind | null>(text.length).fill(null)
  for (const kind of precedence.toReversed()) {
    for (const stretch of stretches) {
      if (stretch.kind === kind) kinds.fill(kind, Math.max(0, stretch.start), stretch.end)
    }
  }
  const marks = anchors.toSorted((a, b) => a.at - b.at)
  const pieces: Piece[] = []
  let from = 0
  let nextMark = 0
  const flush = (to: number) => {
    if (to > from) pieces.push({ kind: kinds[from] ?? 'text', text: text.slice(from, to) })
    from = to
  }
  for (let at = 0; at <= text.length; at++) {
    while (nextMark < marks.length && marks[nextMark]!.at <= at) {
      flush(at)
      pieces.push({ kind: 'footnote', mark: marks[nextMark]!.mark })
      nextMark++
    }
    if (at > from && at < text.length && kinds[at] !== kinds[from]) flush(at)
  }
  flush(text.length)
  for (const { mark } of marks.slice(nextMark)) pieces.push({ kind: 'footnote', mark })
  return pieces
}

/** The place of words quoted from a text, at or after an offset; from the start where they stand before it. */
export function stretchOf(text: string, quoted: string | null, kind: StretchKind, after = 0): Stretch | null {
  if (!quoted) return null
  const found = text.indexOf(quoted, after)
  const start = found >= 0 ? found : text.indexOf(quoted)
  return start < 0 ? null : { start, end: start + quoted.length, kind }
}
