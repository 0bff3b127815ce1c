/** Where a rule comes from (`docs/draft-check.md` names the places). `adopted-texts` is inferred, no published rule. */
export const findingSources = [
  'editorial-manual-drafting',
  'editorial-manual-footnotes',
  'editorial-manual-paragraphs',
  'editorial-manual-identification',
  'document-planning',
  'adopted-texts',
  'limit-given',
  'the-text-itself',
] as const

export type FindingSource = (typeof findingSources)[number]

/** Where a finding stands. `start` and `end` are UTF-16 offsets in the text of the item, end exclusive. */
export interface FindingPlace {
  readonly unit: string
  /** Path of the paragraph; null in the preamble, in a title and in a footnote. */
  readonly path: string | null
  /** 1-based line of the source where the item starts. */
  readonly line: number
  readonly start: number
  readonly end: number
}

/**
 * Something a desk officer would tell the drafter: never a verdict, never a sentence. Whoever shows it says it in words
 * (`lint.<code>.says`, `.reason`, `.remedy` in `messages/` of this package); `info` is a matter of practice, `warning`
 * one of following the text up.
 */
export interface Finding {
  readonly code: string
  readonly severity: 'warning' | 'info'
  readonly place: FindingPlace
  readonly facts: Readonly<Record<string, string | number>>
  readonly source: FindingSource
}

/** What the body has set for its own texts; what is absent is not checked. */
export interface DraftLimits {
  /** Most words of a resolution or decision: preamble and operative part, without title and footnotes. */
  readonly words?: number
  /** Most words of a title. */
  readonly titleWords?: number
}
