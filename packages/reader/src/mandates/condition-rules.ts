import type { ConditionClass } from './clause.ts'
import type { Rule } from './rule.ts'

const row = (name: string, conditionClass: ConditionClass, pattern: RegExp, example: string): Rule<ConditionClass> => ({
  id: `en.condition.${name}`,
  language: 'en',
  pattern,
  meaning: conditionClass,
  example,
})

const instrument = String.raw`(?:in (?:full |strict |close )?(?:accordance|conformity|compliance|line|keeping|consonance)|consistent(?:ly)?|in a manner (?:that is )?consistent|compatible|consonant) with`
const national = String.raw`(?:(?:the |their |its |its own |their own |the fundamental |basic |relevant |applicable |respective |principles |of |fundamental |and |constitutional |internal )*(?:national|domestic)(?:,? (?:and|or) (?:international|regional|local))?,? (?:laws?|legislations?|legal|legislative|constitution\w*|regulat\w+|procedures|circumstances|priorities|contexts?|frameworks?|policies)|(?:their|its|the) (?:own |respective )?(?:legal systems?|laws|constitutions?|legislation)|(?:the )?(?:fundamental|basic) principles of (?:their|its|the) (?:national |domestic |internal )?(?:legal systems?|laws?))`
/** A space stands for any number of them: published texts have stray ones. */
const re = (source: string) => new RegExp(source.replaceAll(' ', '(?: +)'), 'gi')

/**
 * Guideline, "Conditions". Every match is a condition unless it stands inside a clause about something else. A phrase
 * of an instrument runs on to the next comma that ends it; `phraseEnd` decides where.
 */
export const conditionRules: readonly Rule<ConditionClass>[] = [
  row(
    'mandate',
    'within_mandate',
    re(
      String.raw`\bin (?:their|its) (?:respective )?(?:areas|fields|spheres) of (?:competence|responsibility|expertise)\b|\bwithin (?:the (?:scope|framework|context|limits|terms) of )?(?:(?:its|their|his|her|the|existing|current|respective|relevant|own|agreed|approved|established|specific|[a-z]+al) )*(?:mandates?|competenc(?:e|es|ies)|terms of reference|spheres of competence|areas of (?:competence|responsibility))(?: of [^,;]{3,60}?(?=[,;]| to |$))?`,
    ),
    'within its mandate',
  ),
  row(
    'mandate-accordance',
    'within_mandate',
    re(String.raw`\b${instrument} (?:(?:its|their|his|her|the|existing|current|respective|relevant|own) )*mandates?\b`),
    'in accordance with its mandate',
  ),
  row(
    'resources',
    'within_existing_resources',
    re(
      String.raw`\b(?:from )?within (?:(?:the|its|their|limits|of|overall|currently|already|level|approved|regular|budget) )*(?:existing|available|current)(?: and \w+)? (?:\w+ )?(?:resources?|means|appropriations?)|\bwithout (?:additional|further) (?:cost|resources|financial implications)[^,;]{0,40}|\bat no (?:additional|extra) cost\b|\bwithin the (?:existing|approved|available) (?:budget|resources)[^,;]{0,30}`,
    ),
    'within existing resources',
  ),
  row(
    'extrabudgetary',
    'extrabudgetary',
    re(
      String.raw`\b(?:subject to|depending on|contingent (?:up)?on) (?:the )?(?:availability of |available )(?:[\w-]+ ){0,4}?(?:resources?|fund(?:s|ing)|contributions)(?: (?:for (?:that|this|these|those) purposes?))?|\b(?:subject to|through|using|from|by means of|with) (?:the use of )?(?:extrabudgetary|voluntary) (?:resources|contributions|funding)\b`,
    ),
    'subject to the availability of extrabudgetary resources',
  ),
  row(
    'request',
    'upon_request',
    re(
      String.raw`\b(?:up)?on (?:(?:the|their|its|a|written|specific|prior) )*requests?\b(?: (?:of|by|from) [^,;]{3,60}?(?=[,;]| to |$))?|\bat (?:the|their|its) (?:own )?request\b(?: of [^,;]{3,60}?(?=[,;]| to |$))?|\b(?:when|if|where) (?:so )?requested\b|\bas (?:so )?requested\b(?! (?:by|in)\b)`,
    ),
    'upon request',
  ),
  row(
    'appropriate',
    'as_appropriate',
    re(
      String.raw`\b(?<!\b(?:such [a-z]+|well) )(?:as|where|when|whenever|wherever|if|as and when|as and where|where and when)(?: and (?:when|where|as))? (?:it is |deemed |considered |and if )?(?:appropriate|applicable|necessary|relevant|needed|required|available|feasible|possible and appropriate)\b(?! (?:by|under)\b)(?<!\bas (?:necessary|needed|required)(?= (?:to|for|in order)\b))(?: (?:to|for|in|under) (?:their|its|the) (?:national|respective|specific|domestic|legal|local|own|circumstances|context)[^,;]{0,50})?`,
    ),
    'as appropriate',
  ),
  row(
    'national-law',
    'national_law',
    re(
      String.raw`\b(?:${instrument}|according to|subject to|to the extent (?:possible|permitted) (?:under|by)|as (?:permitted|provided for|allowed) (?:by|under|in)|under|pursuant to|(?:with)?in (?:the )?(?:framework|limits|context|bounds) of|within|taking into account|having regard to|in the light of) ${national}`,
    ),
    'in accordance with their national laws',
  ),
  row(
    'instrument',
    'other',
    re(
      String.raw`\b${instrument} (?!the need|regard|the present|(?:the|their|its|his|her) (?:[a-z]+ )?(?:age|ages|nature|gravity|seriousness|maturity|size|level|severity)\b)`,
    ),
    'in accordance with the rules and procedures of the United Nations',
  ),
  row(
    'if-possible',
    'other',
    re(
      String.raw`\b(?:if|where|when|whenever|wherever|as far as|to the (?:(?:greatest|fullest|maximum|largest) )?extent|insofar as) (?:possible|practicable|feasible|so decided|they so (?:wish|decide))\b`,
    ),
    'if possible',
  ),
  row(
    'applies',
    'other',
    re(
      String.raw`\b(?:where|when|whenever|wherever|if|insofar as) (?!it |they |this |that |deemed |considered )[^,;]{3,60}? (?:is|are) (?:applicable|available|feasible|authorized)\b`,
    ),
    'whenever international humanitarian law is applicable',
  ),
  row(
    'voluntary',
    'other',
    re(
      String.raw`\bon (?:a|an) (?:(?:purely|strictly) )?(?:voluntary|experimental|provisional|exceptional|case-by-case|trial|pilot|non-discriminatory|ad hoc|cost-sharing|reimbursable|equitable) basis\b`,
    ),
    'on a voluntary basis',
  ),
  row(
    'provided',
    'other',
    re(String.raw`\b(?:provided|on (?:the )?condition|on the understanding) that\b`),
    'provided that such determination has been notified',
  ),
  row('unless', 'other', re(String.raw`\bunless (?:otherwise )?\w+`), 'unless otherwise agreed'),
  row(
    'issuance',
    'other',
    re(String.raw`\bupon (?:the )?(?:issuance|completion|receipt|adoption|conclusion|approval) of\b`),
    'upon the issuance of the report',
  ),
  row('prejudice', 'other', re(String.raw`\bwithout prejudice to\b`), 'without prejudice to the work of the group'),
  row(
    'consent',
    'other',
    re(String.raw`\bwith (?:the|their|its) (?:[\w-]+,? (?:and )?){0,4}(?:consent|concurrence)\b(?: of [^,;]{3,60})?`),
    'with the consent of the State concerned',
  ),
  row(
    'subject-to',
    'other',
    re(
      String.raw`\bsubject to (?!the availability|available|obligations|(?:the|their|its|such) (?:[a-z]+ )?(?:jurisdiction|authority|control)\b)(?:the |prior |such |their |its |approval|a )`,
    ),
    'subject to the approval of the Council',
  ),
]

/** Rules whose phrase runs on: "in accordance with" + all of what it names. */
export const runsOn = new Set([
  'en.condition.instrument',
  'en.condition.provided',
  'en.condition.unless',
  'en.condition.issuance',
  'en.condition.prejudice',
  'en.condition.subject-to',
  'en.condition.national-law',
])
