import type { Language } from '../languages.ts'
import type { Note } from '../notes.ts'
import type { ItemKind } from '../outline.ts'

/** The same piece in each version, as its index in the unit's `items`; null where a version lacks it. */
export interface AlignedItem {
  readonly kind: ItemKind
  readonly items: readonly (number | null)[]
}

/** The same unit in each version, as its index in the outline's `units`; null where a version lacks it. */
export interface AlignedUnit {
  readonly units: readonly (number | null)[]
  readonly rows: readonly AlignedItem[]
}

/**
 * Versions of one text side by side. Every list of indexes is in the order in which the outlines were given. Mastheads
 * and what follows the last paragraph are typeset differently in each language and are not aligned.
 */
export interface Alignment {
  readonly languages: readonly Language[]
  readonly units: readonly AlignedUnit[]
  readonly notes: readonly Note[]
}
