import { addresseesIn, type Named } from './addressees.ts'
import type { Reporting } from './clause.ts'
import { type ReportVerb, reportRules } from './report-rules.ts'
import type { Rule, Stretch } from './rule.ts'
import { infinitivesIn } from './subordinate.ts'
import type { Surroundings } from './surroundings.ts'

export const noReporting: Reporting = { is_report: false, who: null, to_whom: null, on_what: null }

/** A reporting act: where its words run, the row that found it, to whom and on what. */
export interface FoundReport extends Stretch {
  readonly rule: Rule<ReportVerb>
  readonly toWhom: readonly string[]
  readonly onWhat: string | null
}

const chained = /(?:^|,|;|\band|\bor|\bas well as)(?: also| further| in particular| in writing)?,? ?$/
const viewTo = /\bwith a view to (?=presenting|submitting|reporting|providing|informing)/g
const gerund = /\b(?:continue|continues) (?=reporting|presenting|submitting|providing|briefing|informing|updating)/g

/**
 * The verbs that the organ's verb governs: the first, those coordinated with it ("and to report"), and "with a view to
 * presenting". An infinitive that hangs on a noun or on somebody else ("require institutions to report") is none.
 */
export function governedVerbs(masked: string, first: number, to: number): readonly number[] {
  const starts = [first]
  for (const { to: at, verb } of infinitivesIn(masked, first, to, false)) {
    const before = masked.slice(Math.max(first, at - 24), at)
    if (
      chained.test(before) ||
      /, [^,;]{2,80}, $/.test(masked.slice(Math.max(first, at - 90), at)) ||
      /\band,? [^,;]{2,60}, $/.test(masked.slice(Math.max(first, at - 90), at))
    )
      starts.push(verb)
  }
  for (const pattern of [viewTo, gerund]) {
    pattern.lastIndex = first
    for (let m = pattern.exec(masked); m && m.index < to; m = pattern.exec(masked)) starts.push(m.index + m[0].length)
  }
  return [...new Set(starts)].sort((a, b) => a - b)
}

/** The first reporting act in the words that the organ's verb governs, and the others after it. */
export function reportsIn(masked: string, first: number, to: number, s: Surroundings): readonly FoundReport[] {
  const verbs = governedVerbs(masked, first, to)
  const found: FoundReport[] = []
  verbs.forEach((start, i) => {
    const end = Math.min(to, verbs[i + 1] ?? to)
    const words = masked.slice(start, Math.min(to, start + 400))
    for (const rule of reportRules) {
      const m = rule.pattern.exec(words)
      if (!m) continue
      const after = start + m[0].length
      const toWhom = audience(masked, after, end, rule.meaning, s)
      if (rule.meaning.namedOnly && toWhom.length === 0 && !/\b(?:to|with) \w/.test(masked.slice(after, end))) continue
      found.push({ start, end, rule, toWhom, onWhat: matterOf(masked, s.plain, after, end) })
      break
    }
  })
  return found
}

const recipient =
  /(?:^|\s)(?:to|with|through|before|for consideration by|for the consideration of) (?=(?:the |its |all |it\b|them\b|[A-Z]|Member|States|both))/g

function audience(masked: string, from: number, to: number, verb: ReportVerb, s: Surroundings): readonly string[] {
  if (verb.audience === 'object') {
    const stop = /\b(?:of|on|about|with|informed|apprised|abreast|updated|briefed|regularly|at|by|in)\b/.exec(
      masked.slice(from, to),
    )
    return namesIn(masked, from, stop ? from + stop.index : to, s)
  }
  const names: string[] = []
  recipient.lastIndex = from
  for (let m = recipient.exec(masked); m && m.index < to; m = recipient.exec(masked)) {
    const start = m.index + m[0].length
    if (
      /\b(?:pursuant|relating|related|respect|regard|addition|response|contribution|parties|annex|access|according|threats?|approach|adherence|commitment|support|assistance) $/.test(
        masked.slice(Math.max(0, m.index - 16), m.index + 1),
      )
    )
      continue
    if (/through $/.test(m[0]) && names.length === 0) continue
    if (/through $/.test(m[0])) continue
    const stop =
      /[,;]| (?:at|on|for|in|by|no later|a |an |the (?!Economic|General|Commission|Council|Assembly|Conference|Security|Human|Secretar)|and (?:to|on)|through|within|during|its|his|their|which|that|practical|such)\b/.exec(
        masked.slice(start + 4, to),
      )
    names.push(...namesIn(masked, start, stop ? start + 4 + stop.index : to, s))
    if (names.length > 0) break
  }
  return names
}

function namesIn(masked: string, from: number, to: number, s: Surroundings): readonly string[] {
  const words = masked.slice(from, to).trim()
  if (/^it\b/.test(words)) return s.organ ? [s.organ.name] : []
  return addresseesIn(from, to, s, masked).map((named: Named) => named.addressee.name)
}

const matter =
  /\b(?:on|regarding|concerning|about|of) (?!(?:a|an) (?:regular|annual|biennial|quarterly|monthly|periodic|voluntary)|\d|behalf|or before|page)(?:[\w ]{0,30}?(?:implementation|progress) (?:of|in|made)\b[^,;]*|[^,;]+)/g
const timing = / (?:at|during|before|by|no later than|in time for|for its consideration|for consideration)\b.*$/

function matterOf(masked: string, plain: string, from: number, to: number): string | null {
  if (/\bthereon\b/.test(masked.slice(from, Math.min(to, from + 40)))) return null
  const words = masked.slice(from, to)
  matter.lastIndex = 0
  for (let m = matter.exec(words); m; m = matter.exec(words)) {
    const before = words.slice(Math.max(0, m.index - 40), m.index)
    if (
      /^of /.test(m[0]) &&
      !/\b(?:inform|informed|apprised|abreast|advise)\b[^,;]*$/.test(
        masked.slice(Math.max(0, from - 30), from) + before,
      )
    )
      continue
    const preposition = /^\w+ /.exec(m[0])![0].length
    const text = plain
      .slice(from + m.index + preposition, from + m.index + m[0].length)
      .replace(timing, '')
      .trim()
    if (/^(?:Crime|Narcotic|the Status|Human|Sustainable|Drugs)\b/.test(text)) continue
    return text
  }
  return null
}
