import { mayMatch } from '../pattern-needs.ts'
import { addresseesIn, mentionAt, type Named } from './addressees.ts'
import type { Reporting } from './clause.ts'
import { mentionsIn } from './gazetteer.ts'
import { blotted, trimmed } from './plain-text.ts'
import { type ReportVerb, reportRules } from './report-rules.ts'
import { fitting, type Rule, type Stretch } from './rule.ts'
import { infinitivesIn } from './subordinate.ts'
import type { Surroundings } from './surroundings.ts'

export const noReporting: Reporting = { is_report: false, who: null, to_whom: null, on_what: null }

/** A reporting act: where its words run, the row that found it, to whom and on what. */
export interface FoundReport extends Stretch {
  readonly rule: Rule<ReportVerb>
  readonly toWhom: readonly string[]
  readonly onWhat: string | null
  /** Names of those it goes through; absent where nobody is named. */
  readonly through?: readonly string[]
}

const chained = /(?:^|,|;|\band|\bor|\bas well as)(?: also| further| in particular| in writing)?,? ?$/
const informing = /\bincluding (?=informing|briefing|reporting to)/g
const viewTo = /\bwith a view to (?=presenting|submitting|reporting|providing|informing)/g
/** "to monitor the situation and report to the Council": the second infinitive without its "to". */
const bare =
  /(?:,|\band|, and)(?: also| further)? (?=(?:report (?:to|back|thereon|on|annually|regularly|at)|(?:submit|present) (?:to |it |them |those |these |the |its |a |an |his |their |such |annual)|(?:inform|brief|update|apprise) (?:the [A-Z]|it |Member States|States)|include (?:it|them|this|such [a-z]+|information|updates?|references?|a section)\b[^;]{0,60} in (?:his|its|their|the|her) [a-z -]{0,30}reports?)\b)/g
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
  for (const pattern of [viewTo, gerund, informing, bare]) {
    if (!mayMatch(pattern, masked)) continue
    pattern.lastIndex = first
    for (let m = pattern.exec(masked); m && m.index < to; m = pattern.exec(masked)) starts.push(m.index + m[0].length)
  }
  return [...new Set(starts)].sort((a, b) => a - b)
}

const reportsFor = fitting(reportRules)

/** The first reporting act in the words that the organ's verb governs, and the others after it. */
export function reportsIn(masked: string, first: number, to: number, s: Surroundings): readonly FoundReport[] {
  const rules = reportsFor(masked)
  if (rules.length === 0) return []
  const verbs = governedVerbs(masked, first, to)
  const found: FoundReport[] = []
  verbs.forEach((start, i) => {
    const end = Math.min(to, verbs[i + 1] ?? to)
    const words = masked.slice(start, Math.min(to, start + 400))
    for (const rule of rules) {
      const m = rule.pattern.exec(words)
      if (!m) continue
      const after = start + m[0].length
      const toWhom = audience(masked, after, end, rule.meaning, s)
      if (rule.meaning.namedOnly && toWhom.length === 0 && !/\b(?:to|with) \w/.test(masked.slice(after, end))) continue
      const through = throughIn(masked, after, end, s)
      found.push({
        ...(through.length > 0 && { through }),
        start,
        end,
        rule,
        toWhom,
        onWhat: matterOf(masked, s.plain, rule.id.endsWith('.passive') ? start : after, end),
      })
      break
    }
  })
  return found
}

const recipient =
  /(?:^|\s)(?:to|through|before|for consideration by|for the consideration of) (?=(?:the |its |all |it(?= at | a | an | on | its | by | no later|[,.;]|$)|them\b|[A-Z]|Member|States|both))/g

const channel = /\bthrough (?=(?:the |its )(?:[A-Z]|standing |open-ended |working |expert |secretariat))/g

/** "through the Economic and Social Council": bodies and heads only, not means. */
function throughIn(masked: string, from: number, to: number, s: Surroundings): readonly string[] {
  channel.lastIndex = from
  const m = channel.exec(masked)
  if (!m || m.index >= to) return []
  const start = m.index + m[0].length
  const stop = /[,;]| (?:to|at|on|for|in|by|as)\b/.exec(masked.slice(mentionAt(masked, start, to) ?? start + 4, to))
  const end = stop ? (mentionAt(masked, start, to) ?? start + 4) + stop.index : to
  return addresseesIn(start, end, s, masked)
    .filter(({ addressee }) => /^(?:intergovernmental_body|secretar|self)/.test(addressee.class))
    .map(({ addressee }) => addressee.name)
}

function audience(masked: string, from: number, to: number, verb: ReportVerb, s: Surroundings): readonly string[] {
  if (verb.audience === 'object') {
    const start = from + (/^\s*/.exec(masked.slice(from, to))?.[0].length ?? 0)
    const skip = mentionAt(masked, start, to) ?? start
    const stop = /\b(?:of|on|about|with|informed|apprised|abreast|updated|briefed|regularly|at|by|in)\b/.exec(
      masked.slice(skip, to),
    )
    return namesIn(masked, start, stop ? skip + stop.index : to, s)
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
    const skip = mentionAt(masked, start, to) ?? start + 4
    const stop =
      /[,;]| (?:at|on|for|in|by|no later|a |an |the (?!Economic|General|Commission|Council|Assembly|Conference|Security|Human|Secretar)|and (?:to|on)|through|within|during|its|his|their|which|that|practical|such)\b/.exec(
        masked.slice(start + 4, to),
      )
    names.push(...namesIn(masked, start, stop ? skip + stop.index : to, s))
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
  /\b(?:on|regarding|concerning|about|of) (?!(?:a|an) (?:regular|annual|biennial|quarterly|monthly|periodic|voluntary)|\d|behalf|or before|page|\u00b7)(?:[^,;]+)/g
const tail =
  / (?:at|during|before|by \d|no later than|in time for|for (?:its|their) consideration|for consideration|to (?:the |it |its )?\u00b7|should be|shall be|to (?:the|its) [A-Z]\w+|to (?:the )?(?:working|expert) group)\b.*$| to (?:the |its )?\u00b7.*$/
const series = /^, [\w-]+(?:, [\w-]+)* and [^,;]+/

/** What is reported on: after "on", "of" or "about", bodies and their sessions left out. */
function matterOf(masked: string, plain: string, from: number, to: number): string | null {
  if (/\bthereon\b/.test(masked.slice(from, Math.min(to, from + 40)))) return null
  const bodies = mentionsIn(masked.slice(from, to)).filter((m) => m.actor.class === 'intergovernmental_body')
  const words = blotted(masked.slice(from, to), bodies)
  matter.lastIndex = 0
  for (let m = matter.exec(words); m; m = matter.exec(words)) {
    if (/^of /.test(m[0]) && !informs.test(masked.slice(Math.max(0, from - 30), from) + words.slice(0, m.index)))
      continue
    const start = m.index + /^\w+ /.exec(m[0])![0].length
    let end = m.index + m[0].replace(tail, '').length
    if (words.slice(start, end).split(' ').length <= 2) end += series.exec(words.slice(end))?.[0].length ?? 0
    const cut = trimmed(plain, from + start, from + end)
    return plain.slice(cut.start, cut.end)
  }
  return null
}

const informs = /\b(?:inform|informing|informed|apprised|abreast|advise|account)\b[^,;]*$/i
