import type { ParagraphBlock, TableBlock } from '../blocks/block.ts'
import type { ItemKind } from '../outline.ts'
import type { Opening } from '../phrases/opening.ts'

/** A block with what it is for. */
export interface Entry {
  readonly kind: Exclude<ItemKind, 'footnote'>
  readonly block: ParagraphBlock | TableBlock
  readonly level: number
  readonly path: string | null
  readonly opening: Opening | null
  /** The line above a table that says what it shows. */
  readonly caption: ParagraphBlock | null
}
