import type { Place } from '../notes.ts'
import type { FootnoteAnchor } from '../outline.ts'
import type { Numbering } from './numbering.ts'

/** A stretch of the text that was printed in italics or bold; offsets into the plain text, end exclusive. */
export interface Emphasis {
  readonly as: 'italic' | 'bold'
  readonly start: number
  readonly end: number
}

/** Plain text with what its marks said kept beside it. */
export interface MarkedText {
  readonly text: string
  readonly anchors: readonly FootnoteAnchor[]
  readonly emphasis: readonly Emphasis[]
}

export interface ParagraphBlock extends MarkedText {
  readonly kind: 'paragraph'
  readonly place: Place
  /** Where the text goes on after a page break or a footnote, in order; empty where it stands in one piece. */
  readonly continued: readonly Place[]
  /** The number in front, taken off the text. */
  readonly numbering: Numbering | null
  /** Written as a heading in the source (`## ...`). */
  readonly heading: boolean
}

export interface TableBlock {
  readonly kind: 'table'
  readonly place: Place
  readonly rows: readonly (readonly string[])[]
  readonly anchors: readonly FootnoteAnchor[]
}

/** The text of a footnote as it stands at the foot of a page or the end of a text. */
export interface FootnoteBlock {
  readonly kind: 'footnote'
  readonly place: Place
  readonly mark: string
  readonly text: string
}

/** What the page carries and the text does not: page numbers, job numbers, rules, pictures. */
export interface FurnitureBlock {
  readonly kind: 'furniture'
  readonly place: Place
  readonly text: string
}

/** The first reading of a text: its pieces in order, without a view of what they are for. */
export type Block = ParagraphBlock | TableBlock | FootnoteBlock | FurnitureBlock
