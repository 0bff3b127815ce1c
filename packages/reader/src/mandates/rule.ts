import type { Language } from '../languages.ts'

/**
 * One row of a table of phrases. `example` is a sentence in which exactly this row is the one that decides; it is
 * executed as the rule's own test. A table for another language is more rows, not more code.
 */
export interface Rule<Meaning> {
  /** `<language>.<table>.<name>`: what a reading gives as the reason for itself. */
  readonly id: string
  readonly language: Language
  /** Written for text made plain by `plainText`: straight quotes, single spaces as they come. */
  readonly pattern: RegExp
  readonly meaning: Meaning
  readonly example: string
}

/** A stretch of the paragraph, in UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Every match of a row in a text, left to right. The pattern's own flags are kept and `g` is added. */
export function* matches(pattern: RegExp, text: string): Generator<RegExpExecArray & { readonly index: number }> {
  const all = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`)
  for (const match of text.matchAll(all)) yield match as RegExpExecArray & { readonly index: number }
}

export const overlaps = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end

export const within = (inner: Stretch, outer: Stretch): boolean => inner.start >= outer.start && inner.end <= outer.end
