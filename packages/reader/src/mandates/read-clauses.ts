import type { Clause, ParagraphInput } from './clause.ts'

/** Reads the clauses of one operative paragraph. Never throws; a paragraph that asks nothing gives an empty list. */
export function readClauses(_paragraph: ParagraphInput): readonly Clause[] {
  return []
}
