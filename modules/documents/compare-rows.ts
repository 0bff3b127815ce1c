import type { ComparedItem, ComparedPair, ItemKind, WordChange } from '@resolute/reader'
import {
  anchorsOf,
  anchorsOfPair,
  type ComparedText,
  type ComparedTexts,
  isCounted,
  isMerged,
  isMoved,
  isSplit,
  isUnchanged,
  type TextSide,
} from './compare.ts'

/** Which pairs are shown. */
export const comparisonViews = ['all', 'changed', 'dropped', 'new', 'moved'] as const
export type ComparisonView = (typeof comparisonViews)[number]

/** One paragraph on one side, with what of it is only there. */
export interface RowPiece {
  readonly kind: ItemKind
  /** `9(a)`, or how many of its kind stand before it: what it is called. */
  readonly path: string | null
  readonly nth: number
  /** Id of its unit, where the text has several. */
  readonly unit: string | null
  readonly number: string | null
  readonly level: number
  readonly changes: readonly WordChange[]
}

export interface ComparisonRow {
  /** Addresses on the page, its own first. */
  readonly anchors: readonly string[]
  readonly status: ComparedPair['status']
  readonly changed: boolean
  /** Printed around the text, and no paragraph of it. */
  readonly around: boolean
  readonly moved: boolean
  readonly renumbered: boolean
  /** Only punctuation differs. */
  readonly punctuation: boolean
  readonly split: boolean
  readonly merged: boolean
  readonly old: readonly RowPiece[]
  readonly new: readonly RowPiece[]
  /** Both texts written into each other. */
  readonly words: readonly WordChange[]
}

const shows: Readonly<Record<ComparisonView, (pair: ComparedPair) => boolean>> = {
  all: () => true,
  changed: (pair) => isCounted(pair) && !isUnchanged(pair),
  dropped: (pair) => isCounted(pair) && pair.status === 'dropped',
  new: (pair) => isCounted(pair) && pair.status === 'new',
  moved: (pair) => isCounted(pair) && isMoved(pair),
}

/** Makes what is shown of a paragraph of either text. */
export function piecesOf(
  texts: Pick<ComparedTexts, 'old' | 'new'>,
): (side: TextSide, item: ComparedItem, changes?: readonly WordChange[]) => RowPiece {
  const nth = { old: countsOf(texts.old), new: countsOf(texts.new) }
  return (side, { unit, at, item }, changes = []) => {
    const { units } = texts[side].outline
    return {
      kind: item.kind,
      path: item.path,
      nth: nth[side][unit]?.[at] ?? 0,
      unit: units.length > 1 ? (units[unit]?.id ?? null) : null,
      number: item.number,
      level: item.level,
      changes,
    }
  }
}

/** The pairs of a comparison as a page shows them, in the order of the new text. */
export function rowsOf(texts: ComparedTexts, view: ComparisonView = 'all'): readonly ComparisonRow[] {
  const anchorOf = anchorsOf(texts)
  const pieceOf = piecesOf(texts)
  const sideOf = (side: TextSide, { words, ...pair }: ComparedPair): readonly RowPiece[] => {
    const cut = cutToItems(words, side, pair[side])
    return pair[side].map((item, i) => pieceOf(side, item, cut[i]))
  }
  return texts.comparison.pairs.filter(shows[view]).map((pair) => ({
    anchors: anchorsOfPair(pair, anchorOf),
    status: pair.status,
    changed: !isUnchanged(pair) && isCounted(pair),
    around: !isCounted(pair),
    moved: isMoved(pair),
    renumbered: pair.renumbered,
    punctuation: pair.punctuation,
    split: isSplit(pair),
    merged: isMerged(pair),
    old: sideOf('old', pair),
    new: sideOf('new', pair),
    words: pair.words,
  }))
}

/** How many of its kind and without a path stand before an item in its unit, itself counted. */
function countsOf({ outline }: ComparedText): readonly (readonly number[])[] {
  return outline.units.map(({ items }) => {
    const counted = new Map<ItemKind, number>()
    return items.map(({ kind, path }) => {
      const n = (counted.get(kind) ?? 0) + (path === null ? 1 : 0)
      counted.set(kind, n)
      return n
    })
  })
}

/** What one side holds of the changes of a pair, for each of its paragraphs. */
export function cutToItems(
  words: readonly WordChange[],
  side: TextSide,
  items: readonly { readonly item: { readonly text: string } }[],
): readonly (readonly WordChange[])[] {
  const held = words.filter(({ kind }) => kind === 'kept' || kind === (side === 'old' ? 'deleted' : 'inserted'))
  if (items.length <= 1) return [held]
  const cut: WordChange[][] = items.map(() => [])
  let at = 0
  let left = items[0]!.item.text.length
  for (const change of held) {
    let { text } = change
    while (text !== '') {
      if (left === 0 && at < items.length - 1) {
        at += 1
        left = items[at]!.item.text.length
        text = text.slice(1) // the line feed between two paragraphs
        continue
      }
      const taken = at === items.length - 1 ? text : text.slice(0, left)
      cut[at]!.push({ ...change, text: taken })
      left -= taken.length
      text = text.slice(taken.length)
    }
  }
  return cut
}

/** Rows beside each other that are shown in one piece; or folded: unchanged ones, and what is printed around a text. */
export interface RowRun {
  readonly folded: 'unchanged' | 'around' | null
  readonly rows: readonly ComparisonRow[]
}

/** Unchanged rows from this many on are folded. */
const foldedFrom = 3

export function runsOf(rows: readonly ComparisonRow[]): readonly RowRun[] {
  const runs: { folded: RowRun['folded']; rows: ComparisonRow[] }[] = []
  for (const row of rows) {
    const folded = row.around ? 'around' : row.changed ? null : 'unchanged'
    const last = runs.at(-1)
    if (last && last.folded === folded) last.rows.push(row)
    else runs.push({ folded, rows: [row] })
  }
  return runs.map((run) =>
    run.folded === 'unchanged' && run.rows.length < foldedFrom ? { ...run, folded: null } : run,
  )
}
