import type { Outline } from '../outline.ts'
import type { DocumentTree } from './tree.ts'

/** The flat, citable view of a tree. */
export function outlineOf(tree: DocumentTree): Outline {
  return { source: tree.source, language: tree.language, notes: tree.notes, units: [] }
}
