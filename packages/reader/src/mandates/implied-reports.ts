import { mayMatch } from '../pattern-needs.ts'
import { addresseesIn } from './addressees.ts'
import type { Addressee } from './clause.ts'
import { mentionsIn } from './gazetteer.ts'
import type { ReadClause } from './read-clause.ts'
import { bodiesFor } from './session-bodies.ts'
import { addresseeOf, type Surroundings } from './surroundings.ts'
import type { Timing } from './timing.ts'
import { timingsIn } from './timings.ts'

/** A report that nobody is asked for in so many words, but that the text counts on. */
export interface ImpliedReport {
  readonly actor: Addressee
  readonly action: string
  readonly subject: string
  readonly toWhom: readonly string[]
  readonly timings: readonly Timing[]
}

const prepared =
  /\b(?:assist|help|enable|allow|support) (?<who>[^,;]{3,120}?) (?:in (?:preparing|drafting|compiling|producing)|to (?:prepare|draft|compile|produce)) (?<what>[^,;]{3,160}?) to be (?:presented|submitted|transmitted|reported) to /g

/** "in order to assist the Secretariat in preparing a report to be presented to the expert group at its next meeting". */
export function impliedReports(
  masked: string,
  plain: string,
  read: ReadClause,
  s: Surroundings,
): readonly ImpliedReport[] {
  const found: ImpliedReport[] = []
  if (!mayMatch(prepared, masked)) return found
  const text = masked.slice(0, read.end)
  prepared.lastIndex = read.start
  for (let m = prepared.exec(text); m; m = prepared.exec(text)) {
    const whoAt = m.index + m[0].indexOf(m.groups!.who!)
    const who =
      addresseesIn(whoAt, whoAt + m.groups!.who!.length, s, masked)[0]?.addressee ??
      mentionsIn(m.groups!.who!).map((x) => addresseeOf(x.actor, m!.groups!.who!))[0]
    if (!who) continue
    const whatAt = m.index + m[0].lastIndexOf(m.groups!.what!)
    const start = m.index + m[0].length
    const timings = timingsIn(masked, masked, plain, start, read.end, bodiesFor(masked, [], start, s)).map(
      (t) => t.timing,
    )
    const toWhom = [...new Set(timings.flatMap((t) => (t.kind === 'session' ? [t.body] : [])))]
    const subject = plain.slice(whatAt, whatAt + m.groups!.what!.length)
    found.push({
      actor: { ...who, implied: true },
      action: plain.slice(m.index, m.index + m[0].length).replace(/ to $/, ''),
      subject,
      toWhom,
      timings,
    })
  }
  return found
}
