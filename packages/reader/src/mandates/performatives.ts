import { mayStart, needsOf } from '../pattern-needs.ts'
import type { Force } from './clause.ts'
import { groupOf } from './group-rules.ts'
import { adverb, connective, performativeRules } from './performative-rules.ts'
import { remembering } from './remembering.ts'
import type { Stretch } from './rule.ts'

/** A performative verb of the organ where it stands, adverbs included. */
export interface PerformativeVerb extends Stretch {
  readonly rule: string
  readonly force: Force
  readonly asks: boolean
  /** "Member States are encouraged to": whoever is asked stands before the verb. */
  readonly passive: Stretch | null
}

const presentOf = (past: string): readonly string[] => {
  const lower = past.toLowerCase()
  if (lower === 'took') return ['takes']
  if (lower === 'gave') return ['gives']
  if (lower === 'agreed') return ['agrees']
  if (lower.endsWith('ied')) return [`${lower.slice(0, -3)}ies`]
  if (lower.endsWith('ed')) return [`${lower.slice(0, -1)}s`, `${lower.slice(0, -2)}s`, `${lower.slice(0, -2)}es`]
  return []
}

/** "Decides also", "Requests further that": adverbs after the verb. */
const trailing = /^ (?:also|once again|again)(?= )|^ further(?= (?:that|to|the [A-Z]))/

/** The rows that can fit a text which starts with a word, in their order. */
const byWord = new Map<string, readonly (typeof performativeRules)[number][]>()

function rulesFor(word: string): readonly (typeof performativeRules)[number][] {
  const before = byWord.get(word)
  if (before) return before
  if (byWord.size >= 2_000) byWord.clear()
  const rules = performativeRules.filter(({ pattern }) => mayStart(pattern, word))
  byWord.set(word, rules)
  return rules
}

/** Whether a word in the third person or the past, as `candidate` and `candidatePast` find it, starts any row. */
const opens = (word: string, past: boolean): boolean =>
  (past ? presentOf(word) : [word]).some((form) => rulesFor(/^[a-z]+/i.exec(form)?.[0].toLowerCase() ?? '').length > 0)

const known = { present: new Map<string, boolean>(), past: new Map<string, boolean>() }

/** `opens`, asked once for each word: nine of ten words that end like a verb of the organ are nouns. */
function mayOpen(word: string, past: boolean): boolean {
  const words = past ? known.past : known.present
  const before = words.get(word)
  if (before !== undefined) return before
  if (words.size >= 5_000) words.clear()
  const answer = opens(word, past)
  words.set(word, answer)
  return answer
}

/** The performative that starts exactly at `at`, adverbs first; null where none does. */
export function performativeAt(
  masked: string,
  at: number,
  past = false,
): (PerformativeVerb & { readonly strong: boolean }) | null {
  let from = at
  for (let n = 0; n < 3; n++) {
    const adverbs = adverb.exec(masked.slice(from, from + 24))
    if (!adverbs) break
    from += adverbs[0].length
  }
  const slice = masked.slice(from, from + 160)
  const first = /^[a-z]+(?:-[a-z]+)?/i.exec(slice)?.[0] ?? ''
  if (first.length < 3) return null
  const forms = past ? presentOf(first).map((form) => form + slice.slice(first.length)) : [slice]
  for (const form of forms) {
    for (const rule of rulesFor(/^[a-z]+/i.exec(form)?.[0].toLowerCase() ?? '')) {
      const found = rule.pattern.exec(form)
      if (!found) continue
      const matched = from + found[0].length + (slice.length - form.length)
      const end = matched + (trailing.exec(masked.slice(matched, matched + 40))?.[0].length ?? 0)
      const { force, asks, strong } = rule.meaning
      return { start: at, end, rule: rule.id, force, asks, strong, passive: null }
    }
  }
  return null
}

const passiveVerb =
  /^([^,;:]{2,160}?) ((?:is|are|was|were|be) (?:also |further |strongly )?(encouraged|invited|urged|requested|called upon|recommended|instructed|authorized))(?= to\b|,| in\b| not\b)/

const passiveForce: Readonly<Record<string, Force>> = {
  requested: 'request',
  instructed: 'request',
  urged: 'call',
  'called upon': 'call',
  authorized: 'decision',
}

/** The performative a paragraph opens with: its first words, or those after its subject ("The Council requests"). */
function opening(masked: string): { readonly verb: PerformativeVerb; readonly past: boolean } | null {
  const at = masked.search(/[\p{L}]/u)
  if (at < 0) return null
  for (const past of [false, true]) {
    const verb = performativeAt(masked, at, past)
    if (verb) return { verb, past }
  }
  const subject = /^\W*(?:The|the) (?:(?:[A-Z][\w-]*|of|on|the|and|for|to) )+(?=[a-z])/.exec(masked.slice(0, 200))
  if (subject) {
    const verb = performativeAt(masked, subject[0].length)
    if (verb) return { verb, past: false }
  }
  const passive = passiveVerb.exec(masked.slice(at))
  if (passive) {
    const start = at + passive[1]!.length + 1
    const force = passiveForce[passive[3]!] ?? 'recommendation'
    const subjectOf = { start: at, end: start - 1 }
    return {
      verb: {
        start,
        end: start + passive[2]!.length,
        rule: 'en.performative.passive',
        force,
        asks: true,
        passive: subjectOf,
      },
      past: false,
    }
  }
  return null
}

/** "(a) To request the secretariat to act" under "Decides:": a verb of its own in the infinitive; null for any other act. */
export function embeddedPerformative(masked: string): PerformativeVerb | null {
  const start = /^\W*to (?=[a-z])/i.exec(masked)?.[0].length ?? null
  if (start === null) return null
  const decides = 'decides to '
  const verb = performativeAt(decides + masked.slice(start, start + 160), 0)
  if (!verb?.asks) return null
  return {
    start,
    end: start + verb.end - decides.length,
    rule: verb.rule,
    force: verb.force,
    asks: true,
    passive: null,
  }
}

/** What a row can start with, as a look ahead; nothing where a row may start with anything. */
function aheadOf(patterns: readonly RegExp[]): string {
  const starts = patterns.map((pattern) => needsOf(pattern).starts)
  if (starts.includes(null)) return ''
  const words = starts.flatMap((all) => all!.map((start) => /^[a-z]+/.exec(start)?.[0] ?? ''))
  return words.includes('') ? '' : `(?=${[...new Set(words)].sort().join('|')})`
}

/** First words of the performatives of `performativeRules`, in the third person: where to try at all. */
const candidate = new RegExp(
  String.raw`(?<![\w'-])${aheadOf(performativeRules.map(({ pattern }) => pattern))}(?:its|(?:re-)?[a-z]{3,12}s)(?![\w'-])`,
  'g',
)
const candidatePast = /(?<![\w'-])(?:took|[a-z]{3,12}ed)(?![\w'-])/g
const noun =
  /^ (?:from|of|by|made|received|in(?! (?:this|that) )|and|or|on|under|at|concerning|addressed|submitted|contained|is|are|was|were|have|has|could|should|shall|will|may|can)\b|^[;.)]|^, (?!within|in |as |to (?:that|this)|therefore|accordingly|thus|also|further|once|where|when|upon|on |for |inter|through|taking|bearing|consistent|subject|if )/
const asked =
  /^(?:,[^,]{1,80},)? (?:the|all|its|their|them|those|these|any|each|both|that|it|States|[A-Z][\w-]+|relevant|other|interested|countries|regional|international|governments|donors|parties|stakeholders|specialized|upon|to [A-Z]|to all|to the|increased|further|continued|greater|\u00b7)/
const elliptic = /^ (?:to|upon|for|on) /

/** Whether the words before a verb put it under the organ: after a comma, "and" or a connective, and after no "which". */
function boundary(masked: string, at: number): 'semicolon' | 'comma-and' | 'comma' | 'and' | null {
  let before = masked.slice(Math.max(0, at - 120), at).replace(/[ ,]+$/, (end) => (end.includes(',') ? ',' : ''))
  let linked = false
  for (let n = 0; n < 3; n++) {
    const shorter = before.replace(connective, '')
    if (shorter === before) break
    linked = true
    before = shorter.replace(/ +$/, '')
  }
  if (/(?:^|[\s,])(?:which|that|who)[ ,]*$/.test(before)) return null
  const tail = before.replace(/[ ,]+$/, '')
  if (/[;:]$/.test(tail)) return 'semicolon'
  if (/[,;] (?:and|but|as well as)(?: also)?$/.test(tail)) return 'comma-and'
  if (/ (?:and|but|as well as)(?: also)?$/.test(tail)) return linked ? 'comma-and' : 'and'
  if (/,$/.test(before) || /, *$/.test(masked.slice(0, at)) || (linked && /,$/.test(before.trimEnd()))) return 'comma'
  return null
}

/** "which ... and encourages": the verb may belong to the relative clause that is open before it. */
const openRelative = /\b(?:which|who|that) (?:[^,;]{0,200})$/

/**
 * The performatives of one paragraph in order (guideline, "Clause" rules 1, 4 and 7). `masked` is `maskedText`; for a
 * subparagraph that inherits its verb the list holds only the further ones.
 */
export const performativesIn = remembering(4, (masked: string): readonly PerformativeVerb[] => {
  const first = opening(masked)
  const found: PerformativeVerb[] = first ? [first.verb] : []
  const past = first?.past ?? false
  const from = first?.verb.end ?? 0
  const pattern = past ? candidatePast : candidate
  for (const match of masked.matchAll(pattern)) {
    const at = match.index
    if (at < (found.at(-1)?.end ?? from) || !mayOpen(match[0], past)) continue
    const verb = performativeAt(masked, at, past)
    if (!verb) continue
    const start = withAdverbs(masked, at)
    const where = boundary(masked, start)
    if (!where) continue
    const after = masked.slice(verb.end, verb.end + 120)
    const isElliptic = match[0] === 'its'
    if (
      isElliptic
        ? !elliptic.test(after) || !/reiterat|renew|repeat/i.test(masked.slice(0, from + 10))
        : !/ /.test(masked.slice(at, verb.end)) && noun.test(after)
    )
      continue
    const afterRecognition =
      where === 'comma' &&
      !verb.asks &&
      /^ (?:its|the|that)\b/.test(after) &&
      !openRelative.test(masked.slice(found.at(-1)?.end ?? from, at - 2))
    const recommendsThat = where === 'comma' && verb.asks && /^ that (?:the |all |States|[A-Z])/.test(after)
    if (
      !verb.strong &&
      !(where === 'and' && start < at) &&
      !isElliptic &&
      !afterRecognition &&
      !recommendsThat &&
      where !== 'comma-and' &&
      where !== 'semicolon'
    )
      continue
    if (where === 'comma' && verb.asks && !asked.test(after) && !(verb.strong && start < at)) continue
    if (where === 'and' && !acceptsBareAnd(masked, found.at(-1)?.end ?? from, start, verb, after)) continue
    found.push({ ...verb, start })
  }
  return found
})

function acceptsBareAnd(
  masked: string,
  previous: number,
  start: number,
  verb: PerformativeVerb,
  after: string,
): boolean {
  const governed = previous + (/^[\s,]*that /.exec(masked.slice(previous, start))?.[0].length ?? 0)
  if (!verb.asks)
    return (
      /^ (?:the|that|its|with|in this regard|in that regard|also|their)\b/.test(after) &&
      !openRelative.test(masked.slice(Math.max(governed, start - 220), start))
    )
  return asked.test(after) || namesSomebody(after)
}

/** "and invites treaty bodies to". */
function namesSomebody(after: string): boolean {
  const words = /^ ([^,;]{3,80}?)(?= to |,|;)/.exec(after)?.[1]
  return words !== undefined && groupOf(words) !== null
}

const adverbBefore =
  /(?:^|[\s,])((?:(?:also|further|furthermore|again|strongly|urgently|solemnly|firmly|warmly|deeply|highly|fully|particularly|once again|once more|equally|likewise|finally) )+)$/

function withAdverbs(masked: string, at: number): number {
  const before = adverbBefore.exec(masked.slice(Math.max(0, at - 40), at))
  return before ? at - before[1]!.length : at
}
