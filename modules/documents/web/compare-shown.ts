import type { Language } from '@resolute/reader'
import {
  anchorsOf,
  anchorsOfPair,
  type ComparedText,
  type ComparedTexts,
  type CompareFigures,
  figuresOfComparison,
  isCounted,
  nothingDiffers,
} from '../compare.ts'
import { type ComparisonView, piecesOf, type RowPiece, type RowRun, rowsOf, runsOf } from '../compare-rows.ts'

export interface ShownText {
  /** Null for a draft. */
  readonly document: string | null
  readonly version: number | null
  /** Both texts are of one document, so that the version has to be named. */
  readonly versions: boolean
  readonly title: string
  readonly language: Language
}

/** Words that were dropped, with the way to their place. */
export interface ShownDropped {
  readonly anchor: string
  readonly piece: RowPiece
  readonly whole: boolean
  readonly text: string
}

/** A comparison as the page shows it. */
export interface ShownComparison {
  readonly old: ShownText
  readonly new: ShownText
  readonly figures: CompareFigures
  readonly nothingDiffers: boolean
  readonly dropped: readonly ShownDropped[]
  readonly show: ComparisonView
  readonly runs: readonly RowRun[]
  /** Folded paragraphs are left out of the page, which would be long with them; a link brings them. */
  readonly abridged: boolean
  /** Rows behind those shown, of a text longer than any page. */
  readonly beyond: number
}

/** A page with more paragraphs than these leaves the unchanged ones out until they are asked for. */
const longFrom = 400

/** As many rows as a page shows at all; a text has fewer, unless somebody means harm. */
const mostRows = 3_000

export function shownComparison(
  texts: ComparedTexts,
  asked: { readonly show: ComparisonView; readonly whole: boolean },
): ShownComparison {
  const { comparison } = texts
  const anchorOf = anchorsOf(texts)
  const pieceOf = piecesOf(texts)
  const versions = texts.old.document !== null && texts.old.document === texts.new.document
  const named = ({ document, version, title, language }: ComparedText): ShownText => ({
    ...{ document, version, versions, title, language },
  })
  const rows = rowsOf(texts, asked.show)
  return {
    old: named(texts.old),
    new: named(texts.new),
    figures: figuresOfComparison(comparison),
    nothingDiffers: nothingDiffers(comparison),
    dropped: comparison.dropped.flatMap(({ pair, whole, text }) => {
      const found = comparison.pairs[pair]
      const [first] = found?.old ?? []
      const [anchor] = found ? anchorsOfPair(found, anchorOf) : []
      if (!found || !first || !anchor || !isCounted(found)) return []
      return [{ anchor, piece: pieceOf('old', first), whole, text }]
    }),
    show: asked.show,
    runs: runsOf(rows.slice(0, mostRows)),
    beyond: Math.max(0, rows.length - mostRows),
    abridged: !asked.whole && rows.length > longFrom,
  }
}
