import type { Language } from '../languages.ts'
import { mayMatch } from '../pattern-needs.ts'
import { remembering } from './remembering.ts'

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

const everywhere = new WeakMap<RegExp, RegExp>()

/** The pattern with `g`, made once. */
function global(pattern: RegExp): RegExp {
  let all = everywhere.get(pattern)
  if (!all) {
    all = new RegExp(pattern.source, pattern.global ? pattern.flags : `${pattern.flags}g`)
    everywhere.set(pattern, all)
  }
  return all
}

/** The first match of a pattern that is not tried where it cannot fit; null where there is none. */
export const matchIn = (pattern: RegExp, text: string): RegExpExecArray | null =>
  mayMatch(pattern, text) ? pattern.exec(text) : null

/**
 * Tells the rows of a table that may match somewhere in a text, in their order. Asked once for a paragraph, it answers
 * for every stretch of it: what cannot stand in the whole stands in no part.
 */
export const fitting = <Row extends { readonly pattern: RegExp }>(rows: readonly Row[]) =>
  remembering(3, (text: string): readonly Row[] => rows.filter(({ pattern }) => mayMatch(pattern, text)))

/** Every match of a row in a text, left to right. The pattern's own flags are kept and `g` is added. */
export const matches = (pattern: RegExp, text: string): readonly RegExpExecArray[] =>
  mayMatch(pattern, text) ? everyMatch(pattern, text) : []

/** As `matches`, of a row that is known to be worth trying (`fitting`). */
export function everyMatch(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const all = global(pattern)
  const found: RegExpExecArray[] = []
  all.lastIndex = 0
  for (let m = all.exec(text); m; m = all.exec(text)) {
    found.push(m)
    if (m[0] === '') all.lastIndex++
  }
  return found
}

export const overlaps = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end

export const within = (inner: Stretch, outer: Stretch): boolean => inner.start >= outer.start && inner.end <= outer.end
