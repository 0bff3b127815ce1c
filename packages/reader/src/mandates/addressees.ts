import type { Addressee } from './clause.ts'
import { mentionAtStart } from './gazetteer.ts'
import { groupOf, withoutDeterminers } from './group-rules.ts'
import { addresseeOf, isShortForm, resolveShortForm, type Surroundings } from './surroundings.ts'

/** Somebody named in a stretch of the paragraph, and where. */
export interface Named {
  readonly addressee: Addressee
  readonly start: number
  readonly end: number
}

/** Phrases that stand between the people asked and say something else: how, with whom, on what basis. */
export const adjunct =
  /^(?:and )?(?:within|in (?!charge)|as (?!well as)|through|by|on|at|taking|bearing|noting|recognizing|when|where|whenever|wherever|while|subject|upon|inter alia|individually|jointly|collectively|consistent|pursuant|under|following|without|based|acting|working|to (?:that|this|these|those) (?:end|ends|effect)|for (?:the|that|this|these|those|example)|if|also|with|from|such as|including|especially|particularly|notably|inter|via|using|building|drawing|among|between|who|which|that|whose|having|not yet|provided|depending|therefore|accordingly|further|until|after|before|during|starting|if|according|together with)\b/i
const listing =
  /^(?:and )?(?:in (?:(?:close|full|continued|regular|active|strong|further|effective) )*(?:consultation|cooperation|collaboration|coordination|partnership|conjunction|association|liaison|concert|dialogue)[^,]*? with|in (?:close )?(?:cooperation|consultation|collaboration|coordination) and |with|from|by|through|such as|together with|including|especially|particularly|in particular|notably|to which|among|between|who|which|that|having)\b/i
const including =
  /^(?:and )?(?:including|especially|particularly|in particular|notably)\b(?: by| through| in| at| with| where| as)?/i
const coordinator = /^(?:,|(?:and also|and|or|as well as|both|but also|together with)\b) ?/
const functionWord =
  /^(?: *$|[,.;:)]| (?:and|or|to|that|which|who|as|in|on|at|for|of|with|within|by|from|through|should|shall|will|must|may|could|would|can|has|have|is|are|be|continue|including|such|when|where|having|under|also|also|not|remains?|was|were|acting|established|its|their|during|[a-z]+ly)\b)/

const bareNoun =
  /^(?:the )?[a-z][a-z-]*(?= (?:of|to|in|for|from|within|that|which|involved|concerned|active|working)\b|[,;]|$| and | or )/

/** Everybody named in `[from, to)` as the people asked, in order (guideline, "Addressees"). */
export function addresseesIn(from: number, to: number, s: Surroundings, masked: string): readonly Named[] {
  const found: Named[] = []
  let at = from
  while (at < to) {
    const gap = /^[\s,;]+/.exec(masked.slice(at, to))
    if (gap) at += gap[0].length
    const joint = coordinator.exec(masked.slice(at, to))
    if (joint && joint[0].length > 0 && !/^as well as (?:in|by|on|through|with)\b/.test(masked.slice(at, to))) {
      at += joint[0].length
      continue
    }
    if (at >= to) break
    const rest = masked.slice(at, to)
    if (adjunct.test(rest)) {
      if (including.test(rest)) addFurther(found, at, to, s, masked)
      at = adjunctEnd(masked, at, to)
      continue
    }
    const end = phraseEnd(masked, at, to, s)
    const named = nameOf(at, end, s)
    if (named) found.push(...named.map((one) => ofPrivateSector(one, masked)))
    const apposition = named && mentionAt(masked, at, to, true) !== null ? apposed.exec(masked.slice(end, to)) : null
    if (apposition) {
      at = end + apposition[0].length
      continue
    }
    at = Math.max(end, at + 1)
  }
  return found
}

/** "stakeholders along the cycle, from both the public and private sectors,": what follows says what they are. */
function ofPrivateSector(named: Named, masked: string): Named {
  if (!/stakeholders|actors|partners/.test(named.addressee.name) || named.addressee.class !== 'other') return named
  const further = /^[^,;]{0,80}, from (?:both )?(?:the )?(?:public and )?private sectors?\b/.test(
    masked.slice(named.end, named.end + 160),
  )
  return further ? { ...named, addressee: { ...named.addressee, class: 'civil_society_private' } } : named
}

/** A listing adjunct swallows the rest of its list; another ends at its comma. */
function adjunctEnd(masked: string, at: number, to: number): number {
  const rest = masked.slice(at, to)
  const comma = rest.indexOf(',')
  if (comma < 0) return to
  if (including.test(rest) && /^, and (?:the|other|all) /.test(rest.slice(comma))) return at + comma
  if (!listing.test(rest)) return at + comma
  return to
}

/** "including X": an entry of its own only where X is of another class. */
function addFurther(found: Named[], at: number, to: number, s: Surroundings, masked: string): void {
  const opener = including.exec(masked.slice(at, to))!
  const end = Math.min(to, adjunctEnd(masked, at, to))
  const classes = new Set(found.map((named) => named.addressee.class))
  if (found.length === 0 || /(?: by| through| in| at| with| where| as)$/.test(opener[0])) return
  for (const named of addresseesIn(at + opener[0].length, end, s, masked)) {
    if (!classes.has(named.addressee.class)) found.push(named)
  }
}

/** "Israel, the occupying Power,": the same actor in other words, not another one. */
const apposed =
  /^, (?:the|as the|as an?) (?:[a-z-]+ ){0,2}(?:Power|State|country|organization|agency|body|entity|focal point|secretariat|chair)(?=,|\s*$)/

/** ", social and cultural rights": the comma is inside a list of adjectives. */
const adjectiveSeries = /^[a-z-]+(?:, [a-z-]+)*,? (?:and|or) [a-z-]+ [a-z]/
/** Offices whose title names a matter: "and" belongs to the matter unless somebody follows it. */
const titled =
  /\b(?:Rapporteurs?|Experts?|Representative|Envoy|Adviser|Coordinator|Advocate|Working Group|Task Force|Committee|Commission|Panel|Mechanism|Platform|Partnership|Forum|Centre|Programme) (?:[\w-]+ ){0,4}?(?:on|for|against|of) /

const nextActor = (right: string): boolean =>
  /^(?:the |to |all |other |its |relevant |Member )/.test(right) ||
  mentionAtStart(right) !== null ||
  groupOf(right) !== null

const startsActor = (right: string): boolean => {
  const bare = withoutDeterminers(right)
  return mentionAtStart(bare) !== null || groupOf(bare.split(/ to |,/)[0]!) !== null
}

/** Where the noun phrase at `at` ends: at the comma or "and" after a head noun that names somebody. */
function phraseEnd(masked: string, at: number, to: number, s: Surroundings): number {
  const proper = mentionAt(masked, at, to)
  const breaks = /,| and | or | as well as /g
  breaks.lastIndex = proper ?? at
  for (let m = breaks.exec(masked); m && m.index < to; m = breaks.exec(masked)) {
    const place = m.index
    if (s.mentions.some((name) => name.start < place && place < name.end)) continue
    const left = masked.slice(at, m.index)
    if (/-$|\b(?:of|in|for|from|with) [a-z]+(?:ing|ed|al|ive|ic|ary)$/.test(left) && m[0] !== ',') continue
    const right = masked
      .slice(m.index + m[0].length, to)
      .replace(/^(?:and|or) /, '')
      .trim()
    if (proper !== null && m.index >= proper) {
      if (m[0] === ',' || !/^ (?:that|which|who)\b/.test(masked.slice(proper, m.index))) return m.index
      continue
    }
    if (/\bparties to\b/.test(left) && /^(?:the )?[A-Z]/.test(right) && m[0] === ' and ') continue
    const group = groupOf(left)
    if (m[0] === ',' && adjectiveSeries.test(right) && !adjunct.test(right) && !groupOf(right)) continue
    if (titled.test(left) && m[0] !== ',' && !nextActor(right)) continue
    if (!group) {
      if (m[0] === ' and ' && !titled.test(left) && /^(?:the|all|its|other) /.test(right) && startsActor(right))
        return m.index
      if (m[0] === ',' && !/^ ?(?:[a-z-]+(?:,| and| or) )/.test(masked.slice(m.index + 1, to))) return m.index
      continue
    }
    if (/ (?:that|which|who|having|willing) /.test(left) && m[0] !== ',') continue
    const bare = bareNoun.exec(right)
    if (bare && !/^(?:the|their|its) /.test(bare[0]) && !/ (?:of|in|for|from) /.test(left)) {
      const other = groupOf(bare[0])
      if (
        other?.class === group.class ||
        /^(?:entities|bodies|agencies|organs|mechanisms|funds|programmes|institutions)$/.test(bare[0]) ||
        (m[0] === ' and ' && group.class !== 'member_states' && /^organi[sz]ations (?:of|within) /.test(right))
      )
        continue
    }
    return m.index
  }
  return to
}

/** Where the proper name that starts at `at` (after its article) ends; null where none does. */
export function mentionAt(masked: string, at: number, to: number, anyWord = false): number | null {
  const rest = masked.slice(at, to)
  const skipped = rest.length - withoutDeterminers(rest).length
  const mention = mentionAtStart(masked.slice(at + skipped, Math.min(to, at + skipped + 320)))
  if (!mention) return null
  const end = at + skipped + mention.end
  return anyWord || functionWord.test(masked.slice(end, to)) ? end : null
}

const pronoun = /^(?:(?:them|they|it|themselves|the (?:former|latter))\b|(?:their|its)$)/i

/** Who a noun phrase names: a proper name, a short form, a group, or a pronoun. */
function nameOf(start: number, end: number, s: Surroundings): readonly Named[] | null {
  let to = end
  while (to > start && /[\s,]/.test(s.plain[to - 1]!)) to--
  const asWritten = s.plain.slice(start, to)
  if (asWritten === '' || pronoun.test(asWritten)) return null
  const skipped = asWritten.length - withoutDeterminers(asWritten).length
  const core = asWritten.slice(skipped)
  const mention = mentionAtStart(core)
  if (mention && functionWord.test(core.slice(mention.end))) {
    return [{ addressee: addresseeOf(mention.actor, asWritten), start, end: to }]
  }
  const definite = /^(?:the|its|that|this|such) /i.test(asWritten)
  const short = /^([A-Za-z][\w-]*(?: (?:of the )?[\w-]+){0,3})/.exec(core)
  if (definite && short) {
    const words = short[1]!.split(' ')
    for (let n = words.length; n > 0; n--) {
      const form = words.slice(0, n).join(' ')
      if (!isShortForm(form) || !/^(?:$|,| that | which | to | in | as | at )/.test(core.slice(form.length))) continue
      const actor = resolveShortForm(form, start, s)
      if (actor) return [{ addressee: addresseeOf(actor, asWritten), start, end: to }]
    }
  }
  const group = groupOf(asWritten)
  if (!group) return null
  return [
    {
      addressee: { asWritten, implied: false, name: group.name.replace(/ (?:also|too)$/, ''), class: group.class },
      start,
      end: to,
    },
  ]
}

/** The people meant by "them", "they", "their": those asked or named by the clause before (guideline, anaphora). */
export function antecedents(asWritten: string, before: readonly Named[]): readonly Addressee[] {
  const seen = new Set<string>()
  const list: Addressee[] = []
  for (const { addressee } of before) {
    if (seen.has(addressee.name)) continue
    seen.add(addressee.name)
    list.push({ ...addressee, asWritten, implied: false })
  }
  return list
}
