import type { Rule } from './rule.ts'

/** How a reporting verb names those reported to: after "to", as its object ("inform Member States"), or not at all. */
export interface ReportVerb {
  readonly audience: 'to' | 'object'
  /** Only when the audience is named: "provide information" to nobody is no report. */
  readonly namedOnly: boolean
}

const row = (name: string, pattern: RegExp, example: string, meaning: ReportVerb): Rule<ReportVerb> => ({
  id: `en.report.${name}`,
  language: 'en',
  pattern,
  meaning,
  example,
})
const to = { audience: 'to', namedOnly: false } as const
const toNamed = { audience: 'to', namedOnly: true } as const
const object = { audience: 'object', namedOnly: true } as const

const manner = String.raw`(?:(?:also|further|regularly|periodically|promptly|annually|jointly|formally|orally|fully|duly|continue|to|in writing|,|and|or|as appropriate|[a-z]+ly) )*`
const others = String.raw`(?:(?!(?:report|submit|present|inform|brief|the|an?|its|their|his|such|that|annual|these|those|any|all|on|in|of)\b)[a-z-]+,? (?:and |or )?(?:to )?){0,3}`
const paper = String.raw`(?:reports?|stud(?:y|ies)|summar(?:y|ies)|strateg(?:y|ies)|proposals?|recommendations?|updates?|analys[ei]s|information|views?|comments?|notes?|papers?|assessments?|accounts?|overviews?|findings|options|observations|briefings?|presentations?|concept note|compilation|outline|results|conclusions|inputs?|contributions|plans?|programmes?)`
const re = (source: string) => new RegExp(`^${source}`, 'i')

/** Guideline, "Reporting". Tried at each verb that the organ's verb governs; the first that fits decides. */
export const reportRules: readonly Rule<ReportVerb>[] = [
  row(
    'report',
    re(
      String.raw`${manner}${others}report(?:ing)?(?=\u00b7| (?:back|once|before|during|until|between|for|following|prior|promptly|annually|biennially|regularly|periodically|orally|quarterly|monthly|every|to|on|at|thereon|in writing|in|through|by|within|no later|not later|without|and|fully|further|progress|as|any|its|their|after|upon|from|when|twice)\b|[,.;]|$)`,
    ),
    'report to the Commission at its twenty-second session',
    to,
  ),
  row(
    'submit',
    re(String.raw`${manner}${others}(?:submit|submitting|resubmit)\b`),
    'submit to the Commission a report',
    to,
  ),
  row(
    'present',
    re(
      String.raw`${manner}${others}(?:present|presenting)\b(?! and discuss| draft resolutions)(?=[^,;]* (?:to |${paper}))`,
    ),
    'present such a strategy to the Commission',
    to,
  ),
  row(
    'transmit',
    re(
      String.raw`${manner}${others}(?:transmit|convey|communicate|forward)\b(?=[^,;]*\b${paper}\b)(?![^,;]*present resolution)`,
    ),
    'transmit its report to the Assembly',
    to,
  ),
  row(
    'prepare',
    re(String.raw`${manner}(?:prepare|produce|compile|issue)\b(?=[^,;]*\breports?\b)`),
    'prepare a report on good practices',
    to,
  ),
  row(
    'inform',
    re(
      String.raw`${manner}${others}(?:inform|informing|brief|briefing|apprise|update|advise(?= the [^,;]{2,60} (?:of|about)\b))(?= (?:the|it|all|its|member|states|delegations|and|that|those|them|relevant|interested)\b)(?! the (?:plan|strategy|list|guidelines|manual|handbook|policy|study|database|information|website|report|guidance|register|rules))`,
    ),
    'inform all Member States of the procedures',
    object,
  ),
  row(
    'keep-informed',
    re(String.raw`${manner}(?:keep|keeping)(?= [^,;]{2,120}?\b(?:informed|apprised|abreast|updated|briefed)\b)`),
    'keep Member States informed on progress',
    object,
  ),
  row(
    'provide',
    re(
      String.raw`${manner}${others}(?:provide|providing|give|giving|make (?=an? )|deliver)\b(?=[^,;]{0,160}\b(?:reports?|information|updates?|briefings?|presentations?|accounts?|recommendations?|proposals|views|comments|analys[ei]s|summary|overview)\b)(?=[^;]* to (?:it\b|the [A-Z]|UNODC|OHCHR|UNICEF|UNESCO|INTERPOL|UN-[A-Z]+|headquarters|member states|states|all member|its|them\b|the (?:working|expert)))(?! (?:[\w-]+ )?(?:information|recommendations) (?:available|and training))`,
    ),
    'provide information to the Council on its work',
    toNamed,
  ),
  row(
    'provide-report',
    re(
      String.raw`${manner}(?:provide|providing|deliver)\b(?= (?:an?|the|its|his|her|their|regular|annual|periodic|quarterly|monthly|written|oral|detailed|comprehensive|further|and|,| )*(?:progress )?(?:reports?|updates?)\b)`,
    ),
    'provide a report on the situation well before the end of the mandate',
    to,
  ),
  row(
    'provide-with',
    re(
      String.raw`${manner}(?:provide|providing)(?= (?:(?!with )[\w'-]+ ){1,14}with [^,;]*\b(?:reports?|updates?|briefings?|information|accounts?|recommendations?|an? (?:overview|analysis|summary|assessment))\b)`,
    ),
    'provide the Council with an update',
    object,
  ),
  row(
    'include',
    re(
      String.raw`${manner}include\b[^;]{0,80}\bin (?:his or her|her or his|his|her|its|their|the)(?: (?:next|forthcoming|respective|annual|regular|future|subsequent|periodic|relevant|biennial))* reports?\b`,
    ),
    'include in their respective reports to the Council references',
    to,
  ),
  row(
    'include-in',
    re(
      String.raw`${manner}include,? (?:[^,;]{0,60}, )?in (?:his or her|her or his|his|her|its|their)(?: [\w-]+){0,4} (?:reports?|briefings?)\b`,
    ),
    'include in his country-specific reports the protection of civilians',
    to,
  ),
  row(
    'propose',
    re(
      String.raw`${manner}(?:propose|provide(?=[^,;]* (?:inputs?|proposals|recommendations|options)))\b(?= (?:[^,;]{0,80} )?for (?:the )?(?:further )?consideration (?:by|of))`,
    ),
    'propose for consideration by the Forum a cycle of reporting',
    to,
  ),
  row(
    'bring-to-attention',
    re(
      String.raw`${manner}bring(?:ing)?\b(?![^;]{0,60}\b(?:the present|this) (?:resolution|decision))(?= [^;]{0,120}?\bto the attention of (?:the |its )?(?:Secretary-General|Executive Director|[\w ]{0,40}Council|[\w ]{0,40}Assembly|[\w ]{0,40}Committee|[\w ]{0,40}Commission|Secretariat)\b)`,
    ),
    'bring to the attention of the Executive Director any challenges',
    to,
  ),
  row(
    'circulate',
    re(String.raw`${manner}circulate\b(?= to (?:the (?!public)|it\b|members of)[^;]*\b(?:${paper}|lists?)\b)`),
    'circulate to the Committee annually a list of individuals',
    to,
  ),
  row(
    'share-with-body',
    re(
      String.raw`${manner}share\b(?=[^;]{0,200}\b(?:information|findings|reports?)\b)(?=[^;]* with (?:the |relevant |its )?(?:[\w-]+ ){0,4}(?:Committees?|Council|Secretariat|Secretary-General|Panel|Monitoring)\b)`,
    ),
    'share with the Committee all relevant information',
    to,
  ),
  row(
    'passive',
    re(
      String.raw`(?:an?|the|any|each|its|such|all|those|these) [^,;]*?\b(?:reports?|stud(?:y|ies)|recommendations|proposals|analysis|summary)\b[^,;]*? be (?:submitted|presented|transmitted)\b`,
    ),
    'a short report on the implementation of resolutions should be submitted by the Secretariat to the Commission',
    to,
  ),
]
