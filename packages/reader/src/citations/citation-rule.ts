import type { Rule } from '../mandates/rule.ts'

/** What a row finds. */
export type Finding =
  | 'symbol'
  | 'acts'
  | 'treaty'
  | 'official-records'
  | 'publication'
  | 'body'
  | 'own-paragraphs'
  | 'own-text'
  | 'own-unit'
  | 'ibid'

export interface CitationRule extends Rule<Finding> {
  /** A plain number counts ("resolution 9"), since the body is named behind it. */
  readonly plainNumber?: true
  /** The short form a body is named by, where the words are not English: `Assembly`. */
  readonly short?: string
}
