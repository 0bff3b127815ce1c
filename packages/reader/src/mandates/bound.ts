import { addresseesIn, type Named } from './addressees.ts'
import { type Ask, askAt, thatAt } from './ask.ts'
import type { Surroundings } from './surroundings.ts'

/** Decisions that are complete once taken: nobody is bound by them (guideline, "Addressees", decision). */
const completed =
  /^(?:adopt|approve|endorse|accept|appoint|elect|designate|proclaim|declare|renew|extend|terminate|dissolve|discharge|rename|change|confirm|grant|confer|amend|replace|admit|name|welcome|take note|note|reduce|increase|lift|set|transform)\b/
const founds = /^(?:establish|create|set up|constitute|form)\b/
const newBody =
  /\b((?:a|an)(?: [\w-]+){0,6}? (?:committee|commission|working group|expert group|group of experts|panel|task force|forum|board|mission|fund)\b(?: of the [A-Z][\w]*(?: [A-Z]\w*)*)?)/i

/** "to extend the mandate of the Special Rapporteur, whose tasks will include:": what follows is for the holder. */
const mandateFor = /^[\s,]*(?:to (?:extend|renew|establish|create)|that)\b[^;]{0,120}?\bmandate of /
const tasked =
  /,? (?:whose tasks|with the following (?:tasks|functions|mandate|responsibilities|terms of reference)|to (?:carry out|perform|undertake) the following|with the task|(?:the )?tasks of which|(?:and|which) (?:shall|will|should) include|shall include|should include)\b/

/** Who a decision binds, and where the act starts. */
export function decisionAt(masked: string, from: number, to: number, s: Surroundings): Ask {
  const holder = mandateFor.exec(masked.slice(from, to))
  if (holder) {
    const start = from + holder.index + holder[0].length
    const end = tasked.exec(masked.slice(start, to))
    const named = end ? addresseesIn(start, start + end.index, s, masked) : []
    if (end && named.length > 0)
      return { form: 'infinitive', named, pronoun: null, action: start + end.index + end[0].length, acts: true }
  }
  const lead =
    /^[\s,]*(?:also |further |therefore )?(?:(?:to (?:this|that) end|in (?:this|that) (?:regard|context|connection|respect)|accordingly|therefore|once again|(?:as|for|on|upon|following|pursuant to|in accordance with|acting|without|with|under|by|in|at|taking|bearing|having|recalling|noting|considering|recognizing|subject to|after|until) [^,;]{2,160}), ?){1,4}/.exec(
      masked.slice(from, to),
    )
  const starts = [from, ...(lead ? [from + lead[0].length] : [])]
  for (const start of starts) {
    const infinitive = /^[\s,]*to (?=(?:[a-z]+ly )?[a-z])/.exec(masked.slice(start, to))
    if (infinitive) return undertaking(masked, start + infinitive[0].length, to, s)
  }
  for (const start of starts) {
    const that = /^[\s,]*that(?:,[^,;]{1,160}?,)? /.exec(masked.slice(start, to))
    if (that) return bindsThat(masked, start + that[0].length, to, s)
  }
  const ask = askAt(masked, from, to, s, false)
  return ask.form === 'infinitive' ? ask : { form: 'object', named: [], pronoun: null, action: from, acts: false }
}

function undertaking(masked: string, action: number, to: number, s: Surroundings): Ask {
  const words = masked.slice(action, to).replace(/^(?:also|further|[a-z]+ly) /, '')
  if (completed.test(words)) return { form: 'infinitive', named: [], pronoun: null, action, acts: false }
  if (founds.test(words)) {
    const body = newBody.exec(s.plain.slice(action, to))
    if (
      !body ||
      !/ to (?:continue|report|consider|examine|monitor|undertake|be|oversee|perform|prepare|develop|advise|review|carry|conduct|[a-z]+ )/.test(
        masked.slice(action + body.index, to),
      )
    ) {
      return { form: 'infinitive', named: [], pronoun: null, action, acts: false }
    }
    const start = action + body.index
    const asWritten = body[1]!
    const name = asWritten.replace(/^an? /i, '')
    const actorClass = /panel|fund|mission/i.test(name) ? 'other' : 'intergovernmental_body'
    return {
      form: 'infinitive',
      named: [
        { addressee: { asWritten, implied: false, name, class: actorClass }, start, end: start + asWritten.length },
      ],
      pronoun: null,
      action,
      acts: true,
    }
  }
  return { form: 'infinitive', named: self(s, null, action), pronoun: null, action, acts: true }
}

function self(s: Surroundings, asWritten: string | null, at: number): readonly Named[] {
  const name = s.organ?.name ?? 'organ'
  return [{ addressee: { asWritten, implied: asWritten === null, name, class: 'self' }, start: at, end: at }]
}

function bindsThat(masked: string, from: number, to: number, s: Surroundings): Ask {
  const ask = thatAt(masked, from, to, s, true)
  if (ask.pronoun === 'it') return { ...ask, named: self(s, 'it', from) }
  return { ...ask, named: ask.named.map((named) => asSelf(named, s)) }
}

/** The organ speaking, named in its own text, is `self`. */
export function asSelf(named: Named, s: Surroundings): Named {
  if (!s.organ || named.addressee.name !== s.organ.name) return named
  return { ...named, addressee: { ...named.addressee, class: 'self' } }
}

const thanks = /^[\s,]*(?:once again |also )?to (?=the |all |those |Member|States|[A-Z]|Governments|donors|its )/
const dutyNoun =
  /\b(?:duty|duties|obligations?|primary responsibility|primary responsibilities|responsibility|responsibilities) of (?=the |all |each |every |Member|States|Governments|parties|Parties|[A-Z])/
/** "its decisions that all States shall": a duty recalled with its bearer. */
const decisionThat =
  /\b(?:decisions?|obligations?|requirements?|principle|provisions?) that (?=(?:all |the |each |every )?[A-Z])/
const liesWith =
  /\b(?:responsibility|responsibilities|duty|obligation)\b[^,;]{0,120}? (?:lies?|rests?|falls?) (?:primarily |first and foremost |ultimately )?(?:with|on|upon) /
const needFor =
  /\b(?:need|importance|necessity) for (?=(?:the |all |each |every |Member |States|Governments|countries|parties|[A-Z]|relevant |its |developed |developing |donor)[^,;]{0,120}?(?:, [^,;]{2,80},)? to [a-z])/

/** Who a recognition names as bearer of a duty or as the one thanked; nobody otherwise. */
export function recognitionAt(masked: string, rule: string, from: number, to: number, s: Surroundings): Ask {
  const aside = /^, (?:in|as|with|within|on) [^,;]{2,120}, (?:to |of )/.exec(masked.slice(from, to))
  const plainObject: Ask = {
    ...{ form: 'object', named: [], pronoun: null, acts: false },
    action: from + (aside?.[0].length ?? 0),
  }
  if (rule.endsWith('.expresses') || rule.endsWith('.pays-tribute') || rule.endsWith('.thanks')) {
    const to_ =
      thanks.exec(masked.slice(from, to)) ??
      (rule.endsWith('.thanks') && /thanks/i.test(masked.slice(from - 8, from)) ? { 0: '' } : null)
    if (!to_) return plainObject
    const start = from + to_[0].length
    const stop = / for\b| in\b| on\b|[,;]/.exec(masked.slice(start, to))
    const named = addresseesIn(start, stop ? start + stop.index : to, s, masked)
    return { ...plainObject, named }
  }
  const decided = decisionThat.exec(masked.slice(from, Math.min(to, from + 240)))
  if (decided) {
    const ask = thatAt(masked, from + decided.index + decided[0].length, to, s, true)
    if (ask.acts && ask.named.length > 0 && dutyModal(masked, from + decided.index, to))
      return { ...plainObject, named: ask.named }
  }
  const lies = liesWith.exec(masked.slice(from, Math.min(to, from + 240)))
  if (lies) {
    const start = from + lies.index + lies[0].length
    const end = /[,;]| to | under /.exec(masked.slice(start, to))
    return { ...plainObject, named: addresseesIn(start, end ? start + end.index : to, s, masked) }
  }
  const that =
    /^[\s,]*(?:(?:in (?:this|that) (?:regard|context|respect|connection)|once again|also|further),? )?that(?:,[^,;]{1,160}?,)? /.exec(
      masked.slice(from, to),
    )
  if (that) {
    const ask = thatAt(masked, from + that[0].length, to, s, true)
    const gap = masked
      .slice(ask.named.at(-1)?.end ?? to, ask.action)
      .replace(/^,? (?:that|who|which|whose|having)\b[^,;]*/, '')
    const bound =
      ask.acts &&
      ask.named.length > 0 &&
      !/\b(?:has|have|is|are|plays?|remains?|can)\b(?! the (?:primary )?(?:responsibility|duty|obligation))/.test(
        gap,
      ) &&
      dutyModal(masked, from + that[0].length, to)
    return bound
      ? { ...ask, named: ask.named.map((named) => asSelf(named, s)) }
      : { ...plainObject, form: 'that', action: from + that[0].length }
  }
  const duty = dutyNoun.exec(masked.slice(from, Math.min(to, from + 160)))
  if (duty) {
    const start = from + duty.index + duty[0].length
    const end = / to [a-z]| under | in | for |[,;]/.exec(masked.slice(start, to))
    return { ...plainObject, named: addresseesIn(start, end ? start + end.index : to, s, masked) }
  }
  const need = needFor.exec(masked.slice(from, to))
  if (need) {
    const start = from + need.index + need[0].length
    const end = / to (?!the\b|which\b)[a-z]/.exec(masked.slice(start, to))
    return { ...plainObject, named: addresseesIn(start, end ? start + end.index : to, s, masked) }
  }
  if (rule.endsWith('.reminds')) {
    const end = /[,;]| of | that | to /.exec(masked.slice(from, to))
    return { ...plainObject, named: addresseesIn(from, end ? from + end.index : to, s, masked) }
  }
  return plainObject
}

/** "should have access to": something for them, and no duty. */
const benefit =
  /^ (?:also )?(?:have (?:full |equal |adequate )?(?:access|the opportunity|opportunities|a say)|benefit|be able|enjoy|be given|receive)\b/

function dutyModal(masked: string, from: number, to: number): boolean {
  const modal =
    /\b(?:shall|should|must|ha(?:s|ve) the (?:primary )?(?:responsibility|obligation|duty)|bears? the (?:primary )?responsibility|will|would|may|might|could|can|needs? to)\b/.exec(
      masked.slice(from, to),
    )
  if (modal === null || !/^(?:shall|should|must|ha|bear)/.test(modal[0])) return false
  return !benefit.test(masked.slice(from + modal.index + modal[0].length, to))
}
