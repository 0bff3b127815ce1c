import { digitsOf, marksIn } from './marks.ts'

/** Where a line is the text of a footnote: its mark, and how much of the line the mark takes. */
const forms: readonly RegExp[] = [
  /^\s{0,8}<sup>&<\/sup>lt;sup>\s?([^<>]{1,12})<\/sup>\s*/i,
  /^\s{0,8}&lt;sup&gt;\s?([^<>&]{1,12})&lt;\/sup&gt;\s*/i,
  /^\s{0,8}<sup>\s?([^<>]{1,12})<\/sup>\s*/i,
  /^\s{0,8}\[\^([^\]\s]{1,12})\]:?\s*/,
]
const raised = /^\s{0,8}([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*/

/** The mark in front of a line that is the text of a footnote, or null. */
export function footnoteIn(line: string): { readonly mark: string; readonly length: number } | null {
  const run = raised.exec(line)
  if (run && line.length > run[0].length) return { mark: digitsOf(run[1]!), length: run[0].length }
  for (const form of forms) {
    const found = form.exec(line)
    const marks = found ? marksIn(found[1]!) : []
    if (found && marks.length === 1 && line.length > found[0].length)
      return { mark: marks[0]!, length: found[0].length }
  }
  return null
}
