import { mayMatch } from '../pattern-needs.ts'
import type { Stretch } from './rule.ts'

const purpose =
  /,? (?:in order (?:to|that)|so (?:as to|that)|with a view to(?! (?:presenting|submitting|reporting|providing|informing))|with the (?:aim|purpose|objective|goal) of|(?<=(?:ing|elapsed), )if possible (?:by|at least|in)|for the purposes? of)\b/g

/** Purposes ("in order to ...", "with a view to ..."): a time inside one is not the time of the act. */
export function purposesIn(masked: string, from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = []
  if (!mayMatch(purpose, masked)) return found
  const text = masked.slice(0, to)
  purpose.lastIndex = from
  for (let m = purpose.exec(text); m; m = purpose.exec(text)) {
    const rest = /,(?! as well as| and to the)|;|$/g
    rest.lastIndex = m.index + m[0].length
    const end = rest.exec(text)?.index ?? to
    found.push({ start: m.index, end })
    purpose.lastIndex = Math.max(end, m.index + 1)
  }
  return found
}
