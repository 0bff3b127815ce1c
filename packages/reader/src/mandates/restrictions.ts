import type { Addressee } from './clause.ts'
import type { Restriction } from './restriction.ts'
import { instrumentsIn, restrictionOf, restrictionRules } from './restriction-rules.ts'
import { matchIn } from './rule.ts'

const joins =
  /\b(?:ratify|ratifying|acced(?:e|ing) to|becom(?:e|ing) (?:a )?part(?:y|ies) to|sign(?:ing)?|accept(?:ing)?)\b/

/** The limits of an addressee as written; `action` says what "so" stands for in "that have not yet done so". */
export function restrictionsOf(asWritten: string, action: string): readonly Restriction[] {
  const found: Restriction[] = []
  for (const rule of restrictionRules) {
    const m = matchIn(rule.pattern, asWritten)
    if (!m || found.some((other) => other.kind === rule.meaning)) continue
    if (rule.meaning === 'described' && found.length > 0) continue
    if (rule.meaning === 'developing' && found.some((other) => other.kind.endsWith('-developing'))) continue
    found.push(restrictionOf(rule.meaning, m))
  }
  return found.map((one) => (one.kind === 'not-yet-done' ? joiningOf(one, action) : one))
}

/** "that have not yet done so" of an act of joining an instrument is a question to the register of treaties. */
function joiningOf(one: Restriction, action: string): Restriction {
  const act = joins.exec(action)
  if (!act) return one
  const words = action
    .slice(act.index + act[0].length)
    .replace(/^(?:,? (?:or|and|or to|and to|to) (?:ratify\w*|acced\w+ to|to))*/, '')
  return { kind: 'not-yet-party', asWritten: one.asWritten, instruments: instrumentsIn(words.trim()) }
}

/** The addressee with its limits; unchanged where it has none. */
export function limited(addressee: Addressee, action: string): Addressee {
  if (addressee.asWritten === null) return addressee
  const restrictions = restrictionsOf(addressee.asWritten, action)
  return restrictions.length === 0 ? addressee : { ...addressee, restrictions }
}
