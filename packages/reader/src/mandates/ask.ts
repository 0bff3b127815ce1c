import { addresseesIn, adjunct, mentionAt, type Named } from './addressees.ts'
import { mentionsIn } from './gazetteer.ts'
import { groupOf } from './group-rules.ts'
import { type Infinitive, infinitivesIn } from './subordinate.ts'
import type { Surroundings } from './surroundings.ts'

/** How the words after an organ's verb are built. */
export type AskForm = 'infinitive' | 'that' | 'object' | 'none'

export interface Ask {
  readonly form: AskForm
  readonly named: readonly Named[]
  /** "them", "they", "their": resolved from the clause before. */
  readonly pronoun: string | null
  /** Where the act starts; the end of the stretch where there is none. */
  readonly action: number
  /** Whether the subject of a "that" clause is somebody who acts. */
  readonly acts: boolean
}

const elliptic = /^(?: also| further| once again| again)? ?(?:to|for|upon|on) /
const lead =
  /^(?:,? ?(?:(?:in|to) (?:this|that) (?:regard|end|respect|context|connection)|to these ends|for (?:this|that) purpose|accordingly|therefore|also|further|thereunder|in particular|once again|again|inter alia|as appropriate),? ?)+/
const that =
  /^[\s,]*(?:(?:once again|also|further|to the \w+|in (?:this|that) (?:regard|context|connection|respect)|therefore|accordingly),? )?(?:(?:in order|with a view|taking|bearing|subject|as|within|for|at|by|from|following|upon|pursuant|until)\b[^;]{0,200}?, )?that(?:,[^,;]{1,120}?,)? /
/** "Reiterates its request in paragraph 38 of decision 24/3 that the Director present". */
const recordedThat = /^,? (?:as )?(?:contained |made |expressed |set out )?(?:in|by) [^;]{3,120}? that,? /
const pronounAt = /^(?:the )?(them(?:selves)?|they|it|him|her|he|she)\b(?=,| to | and )/
const possessive = /^(?:the )?(?:continued |further |full |active )?(their|its|his|her) /

/** Reads what follows a verb that asks: "<addressees> to <act>", "that <somebody> <act>", or a noun phrase. */
export function askAt(masked: string, from: number, to: number, s: Surroundings, isElliptic: boolean): Ask {
  const thatClause =
    that.exec(masked.slice(from, Math.min(to, from + 420))) ??
    (isElliptic ? recordedThat.exec(masked.slice(from, Math.min(to, from + 240))) : null)
  if (thatClause) return thatAt(masked, from + thatClause[0].length, to, s)
  let at = from
  const skipped = lead.exec(masked.slice(at, to))
  if (skipped) at += skipped[0].length
  if (isElliptic) at += elliptic.exec(masked.slice(at, to))?.[0].length ?? 0
  while (at < to && /[\s,]/.test(masked[at]!)) at++
  const pronoun = pronounAt.exec(masked.slice(at, to))?.[1] ?? null
  const strict = chosenFirst(masked, at, infinitivesIn(masked, at, to), s)
  for (const infinitive of strict.length > 0 ? strict : infinitivesIn(masked, at, to, false)) {
    if (pronoun) return { form: 'infinitive', named: [], pronoun, action: infinitive.verb, acts: true }
    const named = addresseesIn(at, infinitive.to, s, masked)
    if (named.length > 0) {
      const inside = named.find((n) => n.start <= infinitive.to && n.end > infinitive.to)
      if (!inside && startsAsk(named, masked, at))
        return {
          form: 'infinitive',
          named: [...named, ...askedToo(masked, infinitive.verb, to, named, s)],
          pronoun: null,
          action: infinitive.verb,
          acts: true,
        }
    }
  }
  const bare = bareVerbAt(masked, at, to, s)
  if (bare) return bare
  const unknown = unknownActor(masked, at, to, s)
  if (unknown) return unknown
  if (pronoun) return { form: 'none', named: [], pronoun, action: to, acts: true }
  const only = addresseesIn(at, to, s, masked)
  if (only.length > 0 && startsWith(only, masked, at))
    return { form: 'none', named: only, pronoun: null, action: to, acts: true }
  const own = possessive.exec(masked.slice(at, to))
  return {
    form: 'object',
    named: nominalAgents(masked, at, to, s),
    pronoun: own?.[1] ?? null,
    action: own ? at + own[0].length : at,
    acts: false,
  }
}

/** "Requests the Secretary-General submit a report": the one asked, and a bare verb right after. */
function bareVerbAt(masked: string, at: number, to: number, s: Surroundings): Ask | null {
  const bound = thatAt(masked, at, to, s)
  const first = bound.named[0]
  if (!bound.acts || first === undefined || first.start !== at) return null
  const between = masked.slice(bound.named.at(-1)!.end, bound.action)
  const verb = bareVerb.test(masked.slice(bound.action, to))
  return verb && between.trim() === '' ? { ...bound, form: 'infinitive', pronoun: null } : null
}

const abstract =
  /(?:tion|ment|ance|ence|ity|ness|ing|sis|efforts?|support|use|access|work|steps?|measures?|role|need|progress|respect)$/i
const capitalized =
  /^(?:the )?(?:[A-Z][\w'-]*|of|and|for|on|the|in|to)(?: (?:[A-Z][\w'()-]*|of|and|for|on|the|in|\(\u00b7+\)))*,? $/

/** "the FGS to cooperate": a proper name that the gazetteer does not know, in the place of whoever is asked. */
function unknownActor(masked: string, at: number, to: number, s: Surroundings): Ask | null {
  const first = infinitivesIn(masked, at, to)[0]
  if (!first) return null
  const whole = masked.slice(at, first.to)
  const comma = whole.indexOf(',')
  const head = comma >= 0 && adjunct.test(whole.slice(comma + 1).trimStart()) ? `${whole.slice(0, comma)} ` : whole
  if (!capitalized.test(head.slice(0, 160))) return null
  const asWritten = s.plain.slice(at, at + head.length).replace(/[, ]+$/, '')
  const name = asWritten.replace(/^the /i, '')
  if (name === '' || (name === asWritten && abstract.test(name))) return null
  const addressee = { asWritten, implied: false, name, class: classByName(name) } as const
  return {
    form: 'infinitive',
    named: [{ addressee, start: at, end: at + asWritten.length }],
    pronoun: null,
    action: first.verb,
    acts: true,
  }
}

/** What a body of the United Nations nobody has listed is, by the last word of its name. */
const classByName = (name: string): 'secretariat_entity' | 'un_system_entity' | 'other' =>
  /^United Nations .*\b(?:Office|Department|Division|Unit|Service|Section)$/.test(name)
    ? 'secretariat_entity'
    : /^United Nations .*\b(?:Programme|Fund|Agency|University)$/.test(name)
      ? 'un_system_entity'
      : 'other'

/** Infinitives inside an adjunct ("as Co-Chair of the task force on threats to security, to keep") come last. */
function chosenFirst(masked: string, from: number, all: readonly Infinitive[], s: Surroundings): readonly Infinitive[] {
  const found = all.filter(({ to }) => !s.mentions.some((m) => m.start < to && to < m.end))
  const inside = found.filter(({ to }) => {
    const comma = masked.lastIndexOf(',', to)
    return (
      comma > from && adjunct.test(masked.slice(comma + 1, to).trimStart()) && masked.slice(comma + 1, to).trim() !== ''
    )
  })
  return inside.length === 0 ? found : [...found.filter((one) => !inside.includes(one)), ...inside]
}

/** "Urges States to accede to, and States parties to implement, the Convention": others asked by the same verb. */
function askedToo(
  masked: string,
  from: number,
  to: number,
  named: readonly Named[],
  s: Surroundings,
): readonly Named[] {
  const second =
    /, and (?:for |upon |on )?(?=(?:the |all |other )?(?:States parties|Member States|States|Governments)\b)/.exec(
      masked.slice(from, to),
    )
  if (!second) return []
  const start = from + second.index + second[0].length
  const end = / to [a-z]+ly [a-z]| to (?!the\b|which\b)[a-z]/.exec(masked.slice(start, Math.min(to, start + 60)))
  const others = end ? addresseesIn(start, start + end.index, s, masked) : []
  const whole = others.length > 0 && others[0]!.start === start && others.at(-1)!.end === start + end!.index
  return whole ? others.filter((one) => named.every(({ addressee }) => addressee.name !== one.addressee.name)) : []
}

/** Whether those named open the stretch; a noun phrase about something else before them is the object of the ask. */
function startsAsk(named: readonly Named[], masked: string, at: number): boolean {
  const before = masked.slice(at, named[0]!.start).split(',')
  return before.every((part) => part.trim() === '' || adjunct.test(part.trim()) || part.trim().split(' ').length <= 5)
}

/** Whether the stretch is nothing but the people asked (with what stands between them). */
function startsWith(named: readonly Named[], masked: string, at: number): boolean {
  return /^[\s,]*(?:(?:within|in|as|on|with|by|through|subject|where)\b[^,]*,\s*)*$/.test(
    masked.slice(at, named[0]!.start),
  )
}

const modal =
  /\b(?:shall|should|will|would|must|may|might|could|can|ought to|has to|have to|has the (?:primary )?responsibility|have the (?:primary )?(?:responsibility|obligation|duty)|bears? the (?:primary )?responsibility|needs? to|are to|is to)\b(?: (?:also|not|further|continue to|therefore|inter alia))?/g
const bareVerbs =
  'be|not|continue|include|ensure|cease|comply|report|submit|take|provide|make|consider|undertake|develop|address|convene|hold|prepare|allow|respect|implement|establish|refrain|facilitate|conduct|use|strengthen|cooperate|adopt|give|work|carry|review|present|keep|put|release|withdraw|end|fulfil|abide|engage|examine|explore|adhere|meet|invite|request|focus|contribute|agree|participate|identify|assess|appoint|transmit|share|seek|promote|maintain|remain|set|grant|pursue|support|finalize|complete|conclude|proceed|extend|formulate|prioriti[sz]e|monitor|distribute|publish|draw|elaborate|enhance|intensify|encourage|apply|inform|brief'
const subjunctive = new RegExp(`\\b(?:${bareVerbs})\\b`, 'g')
const bareVerb = new RegExp(`^(?:${bareVerbs})\\b`)

/** "that all parties demilitarize ...": a head noun that names actors, and a bare verb after it. */
const subjectHead =
  /\b(?:parties|States|Governments?|governments|organi[sz]ations|stakeholders|Experts|Committees?|Commission|Council|Secretariat|Secretary-General|Representatives?|Rapporteurs?|forces|providers|actors|missions?|authorities|Entity|Office|Fund|donors|institutions|agencies|companies|leaders|countries|Group|Team|Panel|Board|Houthis|bodies|entities|system|[A-Z]{3,}[\w-]*),? (?=(?:immediately(?: and unconditionally)? |fully |closely |also |urgently )?(?!(?:of|for|in|on|at|to|and|or|with|by|as|that|which|who|whose|under|within|from|concerned|involved|including|such|are|is|has|have|had|was|were|do|does|did|not|already|still|remain|face|play|need|continues?|lack|operating|working|between|among|against|through|during|after|before|when|where|while|into|over|than|towards|upon)\b)[a-z]+(?<!(?:[^s]s|ed|ing|ly|ion|ment|ity)) )/g

/** "that the Committee amends its guidelines": the indicative where a subjunctive is usual. */
const indicative =
  /\b(?:Committee|Commission|Council|Secretariat|Secretary-General|Office|Group|Panel|Board|Team|Rapporteur|Government|Mission|Fund|Director|[A-Z]{3,}[\w-]*) (?=(?:amends|ensures|submits|reports|continues|provides|takes|develops|considers|reviews|prepares|includes|establishes|undertakes|presents|convenes|informs|keeps|updates|makes|assists|supports) )/g

/** "that the 1540 Committee shall continue": subject and act of a subordinate clause; passives name the agent after "by". */
export function thatAt(masked: string, from: number, to: number, s: Surroundings, modalOnly = false): Ask {
  modal.lastIndex = from
  const verb = modal.exec(masked.slice(0, to))
  let subjectEnd = verb?.index ?? -1
  let act = verb ? verb.index + verb[0].length + 1 : -1
  if (!modalOnly) {
    subjunctive.lastIndex = from
    for (let m = subjunctive.exec(masked.slice(0, to)); m; m = subjunctive.exec(masked.slice(0, to))) {
      if (subjectEnd >= 0 && m.index > subjectEnd) break
      const before = masked.slice(Math.max(from, m.index - 12), m.index)
      if (/\b(?:the|a|an|to|of|its|their|and|or|for|in|on|this|that|by) $/.test(before)) continue
      subjectEnd = m.index
      act = m.index
      break
    }
  }
  if (!modalOnly) {
    subjectHead.lastIndex = from
    const head = subjectHead.exec(masked.slice(0, Math.min(to, from + 160)))
    const end = head ? head.index + head[0].length : -1
    if (head && (subjectEnd < 0 || end < subjectEnd)) {
      subjectEnd = end
      act = end
    }
  }
  if (!modalOnly) {
    indicative.lastIndex = from
    const head = indicative.exec(masked.slice(0, Math.min(to, from + 160)))
    if (head && (subjectEnd < 0 || head.index + head[0].length < subjectEnd)) {
      subjectEnd = head.index + head[0].length
      act = subjectEnd
    }
  }
  const proper = modalOnly ? null : mentionAt(masked, from, to, true)
  if (
    proper !== null &&
    (subjectEnd < 0 || subjectEnd > proper + 1) &&
    /^ (?!(?:of|for|in|on|at|to|and|or|with|by|as|that|which|under|within|shall|should|will|would|must|may|could|can)\b)[a-z]+ /.test(
      masked.slice(proper, to),
    )
  ) {
    subjectEnd = proper + 1
    act = proper + 1
  }
  if (subjectEnd < 0) return { form: 'that', named: [], pronoun: null, action: from, acts: false }
  const late = /^(?:during|in|at|for|on|after|before) [^,]{2,80} (?=(?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)* $)/.exec(
    masked.slice(from, subjectEnd),
  )
  if (late) from += late[0].length
  const subject = masked.slice(from, subjectEnd)
  const pronoun = /^(?:they|it|them|he|she)\b/.exec(subject.trimStart())?.[0] ?? null
  const passive =
    /^(?:(?:shall|should|will|would|must|may|could|can|not|also|continue to) )*be (?!able|fully accessible|accessible|in a position|guided|aware|mindful|ready|prepared)(?:[\w-]+ly )?(?:[\w-]+(?:ed|en|un|ld|de|nt|ught|ne|pt|ut|et)\b)/.test(
      masked.slice(subjectEnd, subjectEnd + 60),
    )
  const known = passive ? agentsIn(masked, subjectEnd, to, s, true) : subjectsIn(masked, from, subjectEnd, s)
  const named = known.length === 0 && !passive ? initialsIn(from, subjectEnd, s) : known
  if (passive && named.length === 0) {
    const second = /, and that (?=the |all |[A-Z])/.exec(masked.slice(from, to))
    const other = second ? thatAt(masked, from + second.index + second[0].length, to, s, modalOnly) : null
    if (other?.acts) return { form: 'that', named: other.named, pronoun: null, action: from, acts: false }
  }
  if (passive) return { form: 'that', named, pronoun: null, action: from, acts: false }
  if (named.length > 0 || pronoun)
    return {
      form: 'that',
      named,
      pronoun,
      action: verb && act !== subjectEnd ? modalEnd(masked, act, verb[0]) : act,
      acts: true,
    }
  return { form: 'that', named: [], pronoun: null, action: from, acts: false }
}

/** "that the M23 shall cease": initials nobody has listed, as the whole subject. */
function initialsIn(from: number, to: number, s: Surroundings): readonly Named[] {
  const m = /^\s*((?:the )?([A-Z][A-Z0-9-]{1,9}))\s*$/.exec(s.plain.slice(from, to))
  if (!m) return []
  const start = from + m[0].indexOf(m[1]!)
  const addressee = { asWritten: m[1]!, implied: false, name: m[2]!, class: 'other' } as const
  return [{ addressee, start, end: start + m[1]!.length }]
}

const modalEnd = (masked: string, act: number, words: string): number =>
  /continue to$/.test(words)
    ? act - 'continue to '.length
    : /responsibility|obligation|duty/.test(words)
      ? act - words.length - 1
      : Math.min(act, masked.length)

/** The subject of a clause, when it is somebody: its first noun phrase has to be one. */
function subjectsIn(masked: string, from: number, to: number, s: Surroundings): readonly Named[] {
  const named = addresseesIn(from, to, s, masked)
  const first = named[0]
  if (!first) return []
  return /^[\s,]*(?:(?:in|for|at|on|as|within|by|under|with|until|upon|from)\b[^,]*,\s*)*$/.test(
    masked.slice(from, first.start),
  )
    ? named
    : []
}

/** "decisions adopted by the Commission": whoever did it is not asked to. */
const pastBefore = /(?:ed|made|taken|given|held|set out|drawn|begun|put forward) $/
const agent =
  /\b(?:(?:between|among) (?=[a-z]{4,} )|(?:by|between|among) (?=(?:the |all |both |its |their |relevant |States|Member|[A-Z]|United|entities|regional|international|Governments|countries|parties|national|donors|development |humanitarian |public |law enforcement |financial )))/g

/** Agents of a noun phrase: "cooperation between A and B", "implementation by States parties". */
export function agentsIn(
  masked: string,
  from: number,
  to: number,
  s: Surroundings,
  byOnly = false,
  ofPast = byOnly,
): readonly Named[] {
  agent.lastIndex = from
  for (let m = agent.exec(masked); m && m.index < to; m = agent.exec(masked)) {
    if (byOnly && !m[0].startsWith('by')) continue
    if (!ofPast && m[0].startsWith('by') && pastBefore.test(masked.slice(Math.max(from, m.index - 16), m.index)))
      continue
    const start = m.index + m[0].length
    const infinitive = infinitivesIn(masked, start, to)[0]?.to ?? to
    const stop =
      /[;]| to (?=the |its |[A-Z])| in order | with a view |, (?:in|with|as|within|for|through|taking|including|and (?:to|in|that))\b/.exec(
        masked.slice(start, Math.min(to, infinitive)),
      )
    const end = stop ? start + stop.index : Math.min(to, infinitive)
    const named = addresseesIn(start, end, s, masked)
    if (named.length === 0) continue
    const also = /^,? (?:as well as|and) by (?=[a-zA-Z])/.exec(masked.slice(named.at(-1)!.end, to))
    if (!also) return named
    const from2 = named.at(-1)!.end + also[0].length
    const end2 = /[,;]| (?:to|in|with|for|on) /.exec(masked.slice(from2, to))
    return [...named, ...addresseesIn(from2, end2 ? from2 + end2.index : to, s, masked)]
  }
  return []
}

/** Guideline, anaphora: one entry for each class of antecedents. */
const oneOfEachClass = (named: readonly Named[]): readonly Named[] =>
  named.filter((one, i) => named.findIndex((other) => other.addressee.class === one.addressee.class) === i)

const doneBy =
  /^(?:the )?(?:[a-z-]+(?:,| and)? ){0,4}(?:cooperation|engagement|support|collaboration|assistance|commitment|contributions?|efforts) of (?=the |all |Member|States|[A-Z]|Governments|donors|relevant |other |regional |international )/

/** Who is meant by an ask without an infinitive: "the full cooperation of Member States", "closer cooperation between". */
function nominalAgents(masked: string, from: number, to: number, s: Surroundings): readonly Named[] {
  const start = from + (/^[\s,]*/.exec(masked.slice(from, to))?.[0].length ?? 0)
  const direct = doneBy.exec(masked.slice(start, to))
  if (direct) {
    const at = start + direct[0].length
    const stop = /[,;]| (?:with|to|in|for|on|at|through|towards|as)\b/.exec(masked.slice(at, to))
    return addresseesIn(at, stop ? at + stop.index : to, s, masked)
  }
  const comma = masked.slice(start, to).search(/[,;]/)
  const named = agentsIn(masked, start, to, s)
  return comma >= 0 && named[0] !== undefined && named[0].start > start + comma ? [] : named
}

/** Every name or group mentioned in a stretch, for "them": first those of a "by" phrase, else of the first list. */
export function mentionedIn(masked: string, from: number, to: number, s: Surroundings): readonly Named[] {
  const agents = agentsIn(masked, from, to, s, false, true)
  if (agents.length > 0) return agents
  const found: Named[] = []
  const proper = mentionsIn(masked.slice(from, to))
  for (const m of proper)
    found.push({
      addressee: {
        asWritten: s.plain.slice(from + m.start, from + m.end),
        implied: false,
        name: m.actor.name,
        class: m.actor.class,
      },
      start: from + m.start,
      end: from + m.end,
    })
  const joined = /\bof (?=the )[^,;]{3,120}? and of (?=the )/.exec(masked.slice(from, to))
  if (joined) {
    const stop = /[,;]| (?:in|to|for|on|at)\b/.exec(masked.slice(from + joined.index + joined[0].length, to))
    const end = stop ? from + joined.index + joined[0].length + stop.index : to
    const several = addresseesIn(from + joined.index + 3, from + joined.index + joined[0].length - 8, s, masked)
    return [...several, ...addresseesIn(from + joined.index + joined[0].length, end, s, masked)]
  }
  if (found.length > 0) return found.slice(0, 1)
  const phrase = /\b(?:of|to|that|for|by) (?=((?:the |all )?[A-Za-z][^,;]{2,120}))/g
  for (const m of masked.slice(from, to).matchAll(phrase)) {
    const start = from + m.index + m[0].length
    const stop = / (?:in|to|for|on|at|with|through) |[,;]/.exec(m[1]!)
    const several = addresseesIn(start, start + (stop?.index ?? m[1]!.length), s, masked)
    if (several.length > 1 && several[0]!.start === start) return oneOfEachClass(several)
    const group = groupOf(m[1]!)
    if (group)
      return [
        {
          addressee: { asWritten: m[1]!, implied: false, name: group.name, class: group.class },
          start: from + m.index,
          end: from + m.index + m[0].length,
        },
      ]
  }
  return []
}
