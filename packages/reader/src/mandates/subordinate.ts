import { mayMatch } from '../pattern-needs.ts'
import type { Stretch } from './rule.ts'

/**
 * Participles of the organ after its own act ("noting that ...", "bearing in mind ..."): never clauses, never
 * conditions (guideline, "Clause" rule 4).
 */
const participle =
  /(?:, (?:and )?|(?<= )and (?=(?:fully |also )?(?:taking (?:fully |also )?into|bearing (?:particularly )?in mind|having (?:due )?regard|with due regard)))(?:while |thereby |thus |also |further )*(?:noting|bearing (?:particularly )?in mind|recognizing|recognising|acknowledging|taking (?:fully |also )?(?:into (?:full )?(?:account|consideration)|note)|keeping in mind|mindful|considering that|recalling|emphasizing|stressing|underlining|reaffirming|welcoming|aware|given that|giving due (?:consideration|regard)|having regard|with due (?:regard|attention)|thereby|with the understanding|in consideration of|in view of|in the light of|as their|since|because|whereas|building (?:up)?on|as well as their efforts)\b/gi

/** Where the main infinitive may come after a participle in its middle: "taking into account the data, to carry out". */
const resume = /, (?:to (?!(?:the|a|an|their|its|this|that|these|those|which|all)\b)[a-z]+|and to )/g

/** Stretches taken up by such participles. */
export function participlesIn(masked: string, from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = []
  if (!mayMatch(participle, masked)) return found
  const text = masked.slice(0, to)
  participle.lastIndex = from
  for (let m = participle.exec(text); m; m = participle.exec(text)) {
    resume.lastIndex = m.index + m[0].length
    const back = resume.exec(text)
    const end = back ? back.index : to
    found.push({ start: m.index, end })
    participle.lastIndex = end
  }
  return found
}

const relative =
  /(?<!\b(?:in|to|of|for|on|by|from|with|at|under|ensure|ensures|ensuring|share|submit|present|implement|support|continue|report|strengthen|approve|adopt|use|consider|discuss|review|address|assist|monitor|during|and|provided|condition|understanding) )\b(?:that(?! (?:regard|end|effect|context|purpose|connection|respect|matter|basis|area|resolution)\b)|which|who|whose|whom|whereby|in which|to which|while)\b/g
const close = /[,;]|$/g
/** An urgency that ends a clause is that of its act, whatever stands before it. */
const urgentEnd =
  / (?:as (?:soon|early|quickly|speedily) as (?:possible|practicable|feasible)|without (?:further |any )?delay|at the earliest [a-z ]{4,30})[.;\s]*$/

/**
 * Stretches of relative clauses: from "which" or "that" to the comma that ends them; a comma directly after the
 * pronoun ("which include, where appropriate, the evaluation") does not.
 */
export function relativesIn(masked: string, from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = []
  const text = masked.slice(0, to)
  relative.lastIndex = from
  for (let m = relative.exec(text); m; m = relative.exec(text)) {
    close.lastIndex = m.index + m[0].length + 1
    let end = close.exec(text)?.index ?? to
    if (end - m.index < 14 && end < to) {
      close.lastIndex = end + 1
      end = close.exec(text)?.index ?? to
    }
    const urgent = urgentEnd.exec(text.slice(m.index, end))
    if (urgent && end >= text.trimEnd().length - 1) end = m.index + urgent.index
    found.push({ start: m.index, end })
    relative.lastIndex = Math.max(end, m.index + 1)
  }
  return found
}

const infinitiveStart =
  /\bto (?!(?:the|a|an|their|its|his|her|this|that|these|those|which|whom|whose|all|any|each|every|both|such|it|them|date|other|some|no|one|another|States|time|end|effect|what|how|ways|regional|national|international|existing|relevant|women|men|children|persons|people|human|information|terrorism|technical|gender|climate|present|peace|disaster|violence|education|health|food|water|energy|access|sustainable|development|social|economic|global|local|public|special|specific|certain|ongoing|Member|non)\b(?! (?:the|a|an|their|its|all|and|such|at|to)\b))(?:not |also |further |fully |better |more |continue to |[a-z]+ly )*[a-z][a-z-]*\b/g
const ruledOut =
  /\b(?:pursuant|regard|regards|relation|relating|related|relevant|subject|due|prior|according|respect|contrary|addition|reference|access|next|opposed|attention|vulnerable|thanks|response|position|order|able|unable|willing|ready|wishing|wish|wishes|needs?|seeking|intend|intending|seek|seeks|desire|efforts|right|(?<!\b(?:human|cultural|political) )rights|ability|abilities|opportunity|opportunities|capacity|capacities|designed|aimed|commitment|commitments|committed|responsibility|obligation|obligations|mandate|continue|continues|continued|going|yet|required|led|leads|likely|expected|how|when|where|whether|as|possible|important|appropriate|necessary|threats?|work|working|linked|contribution|contributions|adherence|adhere|ought|have|has|had)$/

/** Where an infinitive that an organ's verb may govern starts: the offsets of "to", and of the verb after it. */
export interface Infinitive {
  readonly to: number
  readonly verb: number
}

/** Infinitives of a stretch, in order. `strict` leaves out those that hang on a noun or adjective before them. */
export function infinitivesIn(masked: string, from: number, to: number, strict = true): readonly Infinitive[] {
  const found: Infinitive[] = []
  infinitiveStart.lastIndex = from
  for (let m = infinitiveStart.exec(masked); m && m.index < to; m = infinitiveStart.exec(masked)) {
    if (/^to [a-z-]+ing\b/.test(m[0]) && !/^to (?:bring)\b/.test(m[0])) continue
    const before = masked.slice(Math.max(0, m.index - 40), m.index).trimEnd()
    if (strict && ruledOut.test(before)) continue
    found.push({ to: m.index, verb: m.index + 3 })
  }
  return found
}
