import { mayMatch } from '../pattern-needs.ts'
import type { AddresseeClass } from './clause.ts'
import type { Rule } from './rule.ts'

/** What a descriptive actor ("regional and subregional organizations") is; `name` where many wordings mean one group. */
export interface Group {
  readonly class: AddresseeClass
  readonly name: string | null
}

const row = (
  name: string,
  groupClass: AddresseeClass,
  pattern: RegExp,
  example: string,
  group: string | null = null,
): Rule<Group> => ({
  id: `en.group.${name}`,
  language: 'en',
  pattern,
  meaning: { class: groupClass, name: group },
  example,
})

const system = 'United Nations system entities'

/** Up to `most` words before a head noun: adjectives and their coordinations, never a preposition or an article. */
const adjectives = (most: number) =>
  String.raw`(?:(?!(?:of|for|to|in|on|with|by|from|between|among|through|the|that|which|at|as|be|is|are)\b)[\w'-]+,? (?:and |or )?){0,${most}}`
const re = (parts: TemplateStringsArray, ...values: readonly string[]) => new RegExp(String.raw(parts, ...values), 'i')

/**
 * Guideline, "Addressees", classes. Tried in order on a noun phrase without article and without its relative clause;
 * the first that fits decides, none means that the phrase names nobody.
 */
export const groupRules: readonly Rule<Group>[] = [
  row(
    'other-mixed',
    'other',
    re`^(?:[\w-]+ )?(?:intergovernmental|governmental) and non-governmental (?:organizations|entities|actors)`,
    'intergovernmental and non-governmental entities',
  ),
  row(
    'mandate-holders',
    'other',
    re`^${adjectives(4)}(?:special procedures?|special rapporteurs?|independent experts?|mandate holders?|treaty bodies|treaty body|working group on (?:arbitrary|enforced|business|discrimination)\b.*|representatives and mechanisms.*)(?= |$)`,
    'special procedures of the Human Rights Council',
  ),
  row(
    'states-parties',
    'states_parties',
    re`^${adjectives(2)}(?:states parties|contracting parties|parties to the (?:convention|covenant|protocol|treaty|statute|agreement|optional)|states that are parties)`,
    'States parties to the Convention',
  ),
  row(
    'donors',
    'donors',
    re`^${adjectives(3)}donors?\b(?: (?:community|countries|agencies|institutions))?`,
    'other donors',
  ),
  row(
    'all-members',
    'member_states',
    re`^states members of the united nations`,
    'States Members of the United Nations',
    'Member States',
  ),
  row(
    'states',
    'member_states',
    re`^${adjectives(4)}(?:member states?|states?|governments?|countries|country)(?=$|[ ,])(?! (?:team|teams|office|offices|programme))`,
    'Member States',
  ),
  row(
    'powers',
    'member_states',
    re`^${adjectives(2)}(?:administering powers?|occupying power|national authorities|members of the (?:security )?council|(?:committee|council|board) members?|permanent missions|delegations)\b`,
    'administering Powers',
  ),
  row(
    'state-authorities',
    'member_states',
    /^(?!De\b)(?:[A-Z][A-Za-z-]+ ){1,3}[Aa]uthorities\b|^(?:[a-z]+ )?authorities (?:in|of) (?:the |both )?[A-Z]/,
    'Malian authorities',
  ),
  row(
    'country-teams',
    'un_system_entity',
    re`^${adjectives(3)}(?:country teams?|resident coordinators?|resident coordinator system)\b`,
    'United Nations country teams',
  ),
  row(
    'un-offices',
    'secretariat_entity',
    re`^(?:united nations offices?|united nations (?:[\w-]+ ){1,4}(?:office|department|division|unit)|${adjectives(5)}missions?|(?:united nations )?peacekeeping operations|united nations information centres|(?:[\w-]+ )?secretariats?|special representatives?(?: of the secretary-general.*)?|(?:personal|special) envoys?.*|heads? of mission.*|programme managers|executive secretar(?:y|ies)|(?:under|assistant)-secretar(?:y|ies)-general|special advisers?.*|offices?|departments?|divisions?|branch(?:es)?|units?|sections?|directors? of the (?:office|division|department).*|coordinators? .*)(?=$|[ ,])`,
    'United Nations offices',
  ),
  row(
    'of-secretariat',
    'secretariat_entity',
    /^(?!members?\b|staff\b)[\w' -]{3,80} of the secretariat$/i,
    'Financing for Development Office of the Secretariat',
  ),
  row(
    'un-system',
    'un_system_entity',
    re`^${adjectives(4)}united nations ${adjectives(4)}(?:system|bodies|body|entities|entity|agencies|agency|funds|programmes|organizations|organs|institutions|partners|mechanisms|network)\b`,
    'relevant United Nations bodies',
    system,
  ),
  row(
    'of-un-system',
    'un_system_entity',
    re`^${adjectives(5)}(?:entities|bodies|agencies|organizations|programmes|organs|parts|components|institutions|members|funds|mechanisms)(?: and (?:entities|bodies|agencies|organizations|programmes|institutions|funds))? (?:of|within|in) the (?:united nations|un)\b`,
    'entities of the United Nations system',
    system,
  ),
  row(
    'agencies',
    'un_system_entity',
    re`^(?!(?:[\w-]+,? )*organi[sz]ations and |(?:[\w-]+ )*(?:development|aid|law enforcement|bilateral|cooperation|national|government) agencies)${adjectives(3)}(?:executive heads|specialized agencies|funds and programmes|agency|programme(?! of)|fund(?! for)|regional commissions|inter-agency [\w -]+|regional economic commissions|agencies|funds|executive heads)(?=$|[ ,])`,
    'specialized agencies',
  ),
  row(
    'civil-society',
    'civil_society_private',
    re`^${adjectives(5)}(?:civil society|private (?:sector|actors|entities)|non-governmental|academi\w+|media|(?:scientific|research|academic) communit(?:y|ies)|business(?:es)?|industry|companies|enterprises|scientific community|foundations|philanthrop\w+|universities|corporations|trade unions|employers|workers' organizations|internet service providers|financial sector|religious leaders|youth organizations|women's organizations|researchers|scientists)\b`,
    'civil society organizations',
  ),
  row(
    'private-stakeholders',
    'civil_society_private',
    re`^${adjectives(3)}stakeholders\b.* private sectors?`,
    'stakeholders from the private sector',
  ),
  row(
    'treaty-conference',
    'intergovernmental_body',
    re`^${adjectives(2)}(?:conferences? of (?:the )?(?:states )?parties|meeting of (?:the )?(?:states )?parties|governing bod(?:y|ies)|subsidiary (?:bod(?:y|ies)|organs?)|functional commissions|intergovernmental ${adjectives(2)}(?:bod(?:y|ies)|groups?|process(?:es)?|forums?))\b`,
    'governing bodies',
  ),
  row(
    'expert-committee',
    'other',
    re`^${adjectives(3)}(?:advisory (?:committee|board|group|council)|panel of experts|group of experts|monitoring team|expert panel|independent [\w-]+ (?:panel|mechanism))\b`,
    'Advisory Committee',
  ),
  row(
    'body',
    'intergovernmental_body',
    re`^${adjectives(7)}(?:commissions?|councils?|committees?|conference|assembly|working groups?|bureaux?|expert groups?|core group|preparatory committee|forum|main committees|executive boards?|co-chairs|facilitators|presidents? of the (?:general assembly|council|economic and social council|human rights council)|president|chair|chair-rapporteurs?|chairperson)(?=$|[ ,])`,
    'open-ended working group',
  ),
  row(
    'organizations',
    'other_ig_organization',
    re`^${adjectives(8)}(?:organi[sz]ations?|development banks?|financial institutions|multilateral institutions|international institutions|regional institutions|bretton woods institutions|(?:sub)?regional arrangements|regional (?:bodies|entities|mechanisms|agencies|actors|groups|commissions)|aid agencies|development (?:cooperation )?agencies)(?=$|[ ,])`,
    'regional and subregional organizations',
  ),
  row(
    'others',
    'other',
    re`^${adjectives(6)}(?:stakeholders?|actors?|military|police|armed forces|armed groups|taliban|part(?:y|ies)|partners?|community|institutions?|entities|bodies|leaders|authorities|individuals|experts|groups?|mechanisms?|persons|representatives|people|peoples|women|members|participants|signatories|forces|militias?|side|sides|networks?|institutes?|centres?|laboratories|movements?|bod(?:y|ies)|officials|personnel|staff|prosecutor|registrar|rapporteurs?|court|tribunals?|board|panel|service|unit|office|department|branch|division|team|agency|fund|programme(?! of)|director|jurisdictions|providers|houthis|rebels|coordinator|envoy|administrator|high commissioner|ombudsperson|task force|platform|initiative|focal points?|(?:general )?public(?: at large)?|environmental (?:agreements|conventions))(?=$|[ ,])`,
    'relevant stakeholders',
  ),
]

const determiner =
  /^(?:(?:the|a|an|all|other|relevant|those|these|any|each|every|both|its|their|his|her|such|some|concerned|appropriate|interested(?= (?:member|states))|remaining|newly (?:appointed|established|created)|competent|respective|various|also|in particular|and|or|as well as|further) )+/i

/** The phrase without article and "all", "other", "relevant", "those" in front. */
export const withoutDeterminers = (phrase: string): string => phrase.replace(determiner, '')

const restriction =
  /(?:,(?! [\w-]+(?:,| and | or ))|\s(?:aimed|that|which|who|whose|whom|having|willing|wishing|able|acting|working(?! group)|established|convened|created|mandated|concerned|involved|engaged|participating|operating|dealing|in a position|in line|in accordance|along|from|with(?! disabilities)|without|to which|where|when|as|at|including|such|mentioned|referred|entitled|(?<!parties |party )to|affected|(?:not )?yet|under|on whose|in whose|in (?!the field|charge)|through|by|for whom)\s).*$/i

/** Words left over where a phrase was cut: adverbs, articles, prepositions. */
const dangling = /(?: (?:and|or|not|also|in particular|to|the|of|in|for|on|have|has|continues?|[a-z]{3,}ly))+$/

/** The phrase without its restrictive relative clause (guideline: part of `asWritten`, not of `name`). */
export function withoutRestriction(phrase: string): string {
  const parties = /^(?:states |contracting )?parties to (?:the )?[^,]*?(?=$|,| that | which | who )/i.exec(phrase)
  if (parties) return parties[0]
  return phrase
    .replace(restriction, '')
    .replace(/ (?:have|has|is|are|continues?|remains?) .*$/, '')
    .replace(dangling, '')
    .replace(/ (?:concerned|involved|themselves)$/, '')
}

interface FoundGroup {
  readonly rule: Rule<Group>
  readonly name: string
  readonly class: AddresseeClass
}

/** Phrases met before: texts ask the same few hundred. */
const known = new Map<string, FoundGroup | null>()
const mostKnown = 2_000

/** What a noun phrase names as a group, and by which row; null when it names nobody. */
export function groupOf(phrase: string): FoundGroup | null {
  const before = known.get(phrase)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const found = findGroup(phrase)
  known.set(phrase, found)
  return found
}

function findGroup(phrase: string): FoundGroup | null {
  const bare = withoutDeterminers(phrase)
  const core = withoutRestriction(bare).slice(0, 200)
  const start = bare.slice(0, 160)
  for (const rule of groupRules) {
    const whole = rule.meaning.class === 'civil_society_private' || rule.id.endsWith('mixed')
    const words = whole ? start : core
    if (mayMatch(rule.pattern, words) && rule.pattern.test(words))
      return { rule, name: rule.meaning.name ?? core, class: rule.meaning.class }
  }
  return null
}
