import type { Restriction, RestrictionKind } from './restriction.ts'
import type { Rule } from './rule.ts'

type Kind = RestrictionKind | 'not-yet-party' | 'party-to' | 'not-yet-done'

/** `instruments` is the named group of the pattern that holds what is to be joined. */
const row = (kind: Kind, name: string, pattern: RegExp, example: string): Rule<Kind> => ({
  id: `en.restriction.${name}`,
  language: 'en',
  pattern,
  meaning: kind,
  example,
})
const joined = String.raw`(?:signed|ratified|acceded|accepted|approved|become (?:a )?part(?:y|ies)|joined)`
const joining = String.raw`${joined}(?:(?:,| or| and|, or| and/or) (?:${joined}|to it))*(?: to| of)?`

/** On an addressee as written; the first row of each kind that fits counts, and one phrase may hold several. */
export const restrictionRules: readonly Rule<Kind>[] = [
  row(
    'not-yet-party',
    'not-yet-party',
    new RegExp(
      String.raw`\b(?:that|which|who) (?:have|had|has) (?:not|yet)(?: yet)?(?: to)? (?:${joining}|(?:sign|ratify|accede|become (?:a )?part(?:y|ies))(?:(?:,| or| and|, or) (?:sign|ratify|accede))*(?: to)?) (?<instruments>(?:the |that |those |it)[^;]*)`,
    ),
    'States that have not yet ratified or acceded to the Convention against Corruption',
  ),
  row(
    'not-yet-party',
    'not-parties',
    /\b(?:that|which|who) are not(?: yet)? (?:States )?part(?:y|ies) to (?<instruments>[^;]*)|\bnot(?: yet)? part(?:y|ies) to (?<other>[^;]*)/,
    'States that are not yet parties to the Protocol',
  ),
  row(
    'party-to',
    'parties',
    /\b(?:that|which|who) are (?:States )?part(?:y|ies) to (?<instruments>[^;]*)|^(?:the |all )?(?:States |Contracting )?[Pp]arties to (?<other>the [^;]*)/,
    'States that are parties to the Convention',
  ),
  row(
    'not-yet-done',
    'not-yet-done',
    /\b(?:that|which|who) (?:have|has) (?:not (?:yet |already )?|yet to )(?:done|do|done so|do so)\b/,
    'Member States that have not yet done so',
  ),
  row(
    'in-a-position-to',
    'in-a-position',
    /\b(?:in a position (?:to do so|to)|able to do so|with the (?:capacity|means|ability) to do so|with the capacity)\b/,
    'Member States in a position to do so',
  ),
  row('in-a-position-to', 'willing', /\b(?:willing|wishing)(?: and able)? to\b/, 'Member States willing to contribute'),
  row(
    'host-country',
    'host',
    /\b(?:host (?:countr(?:y|ies)|Governments?|States?)|(?:States|countries|Governments) hosting)\b/,
    'host countries',
  ),
  row('requesting', 'requesting', /\b(?:requesting|that (?:so )?request|upon whose request)\b/, 'requesting States'),
  row('concerned', 'concerned', /\b(?:concerned|interested|in question)\b/, 'other States concerned'),
  row(
    'affected',
    'affected',
    /\baffected\b|\b(?:in|emerging from) (?:conflict|post-conflict|crisis)\b/,
    'States affected by armed conflict',
  ),
  row('least-developed', 'least-developed', /\bleast developed countr/i, 'least developed countries'),
  row(
    'landlocked-developing',
    'landlocked',
    /\blandlocked (?:and transit )?developing/i,
    'landlocked developing countries',
  ),
  row('small-island-developing', 'small-island', /\bsmall island developing/i, 'small island developing States'),
  row('developing', 'developing', /\bdeveloping (?:countr|States)/i, 'developing countries'),
  row('developed', 'developed', /\b(?<!least )developed (?:countr|States)/i, 'developed countries'),
  row(
    'of-region',
    'region',
    /\b(?:in|of) the (?:[\w-]+ )?[Rr]egion\b|^(?:the |all )?(?:African|Asian|European|Arab|Caribbean|Central Asian|Latin American|neighbouring)\b/,
    'States in the region',
  ),
  row(
    'contributing-troops',
    'troops',
    /\b(?:troop|police)-? ?(?:and police-)?(?:contributing|contributors)/i,
    'troop- and police-contributing countries',
  ),
  row(
    'flag-or-coastal',
    'flag',
    /\b(?:flag|coastal|port)(?:,? (?:and|or)? ?(?:flag|coastal|port))* States\b/i,
    'flag States',
  ),
  row('administering', 'administering', /\badministering Powers?\b/i, 'administering Powers'),
  row(
    'described',
    'described',
    /\b(?:that|which|who|whose|having)\b.+/,
    'Member States having developed legislation on prisons',
  ),
]

/** The predicate of a row on its match. */
export function restrictionOf(kind: Kind, found: RegExpExecArray): Restriction {
  const asWritten = found[0].trim()
  if (kind !== 'not-yet-party' && kind !== 'party-to') return { kind, asWritten }
  const words = found.groups?.instruments ?? found.groups?.other ?? ''
  return { kind, asWritten, instruments: instrumentsIn(words) }
}

const opens = /(?:,| and| or|,? as well as) (?=(?:the|its|their) [A-Z\d]|[A-Z])/

/** The instruments named in a list, in the words of the text, without article. */
export function instrumentsIn(words: string): readonly string[] {
  return words
    .split(opens)
    .map((name) => name.replace(/^(?:the|that|those|its|their) /, '').replace(/[\s,.]+$/, ''))
    .filter((name) => /[A-Z]|convention|protocol|treat|instrument|covenant/.test(name))
}
