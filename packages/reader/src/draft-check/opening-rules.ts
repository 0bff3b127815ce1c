import type { OutlineItem } from '../outline.ts'
import { phrasesOf } from '../phrases/index.ts'
import { type Opening, openingOf } from '../phrases/opening.ts'
import type { Draft, DraftParagraph, DraftRule, Found } from './draft.ts'
import { sectionOf, topParagraphs } from './draft.ts'
import { resolution } from './examples.ts'

type Adverb = 'also' | 'further' | null

const adverb = /\b(also|further)\b ?/i
const adverbOf = (opening: string): Adverb => (adverb.exec(opening)?.[1]?.toLowerCase() ?? null) as Adverb
const bare = (opening: string): string => opening.replace(adverb, '').toLowerCase().trim()

/** Bare, "Also", "Further", bare again (`field.md` 1.6). */
const after: Readonly<Record<'bare' | 'also' | 'further', Adverb>> = { bare: 'also', also: 'further', further: null }

const addressees = ({ reading }: DraftParagraph): string =>
  (reading.clauses[0]?.addressees ?? [])
    .map(({ name }) => name)
    .sort()
    .join('; ')

/** Bodies whose texts repeat the bare verb: their own practice, seen in four of five places. */
const unchained: readonly string[] = ['security council']
const organOf = ({ unit }: Draft): string => (unit.organ ?? '').replace(/^the /i, '').toLowerCase()

/** Paragraphs in a row that open alike and ask the same of nobody or of the same, each with the one before. */
function chained(draft: Draft): readonly (readonly [DraftParagraph, DraftParagraph])[] {
  const top = topParagraphs(draft)
  return top.slice(1).flatMap((here, at) => {
    const before = top[at]!
    const alike =
      here.item.opening !== null &&
      before.item.opening !== null &&
      bare(here.item.opening) === bare(before.item.opening) &&
      sectionOf(here.path) === sectionOf(before.path) &&
      addressees(here) === addressees(before) &&
      (addressees(here) !== '' || here.reading.clauses[0]?.force === 'recognition')
    return alike && !unchained.includes(organOf(draft)) ? [[before, here] as const] : []
  })
}

function chainBroken(draft: Draft): readonly Found[] {
  return chained(draft).flatMap(([before, { item }]) => {
    const opening = item.opening!
    const expected = after[adverbOf(before.item.opening!) ?? 'bare']
    if (adverbOf(opening) !== null || expected === null) return []
    return [{ item, stretch: [0, opening.length] as const, facts: { opening, expected, before: before.path } }]
  })
}

/** "Also requests" where nothing was requested in the paragraph before. */
function withoutAntecedent(draft: Draft): readonly Found[] {
  const top = topParagraphs(draft)
  return top.flatMap(({ item, path }, at) => {
    const { opening } = item
    if (opening === null || !/^(?:also|further)\b/i.test(opening) || unchained.includes(organOf(draft))) return []
    const verb = bare(opening)
    const before = at === 0 ? undefined : top[at - 1]!
    if (before && sectionOf(before.path) === sectionOf(path)) {
      const verbs = [before.item.opening ?? '', ...before.reading.clauses.map((clause) => clause.verb)].map(bare)
      if (verbs.some((one) => one.startsWith(verb) || verb.startsWith(one))) return []
    }
    return [{ item, stretch: [0, opening.length] as const, facts: { opening } }]
  })
}

const opensWith = (draft: Draft, item: OutlineItem): Opening | null =>
  openingOf(item.text, phrasesOf(draft.outline.language).openings, { known: true })

/** How paragraphs open. */
export const openingRules: readonly DraftRule[] = [
  {
    code: 'also-missing',
    severity: 'info',
    source: 'adopted-texts',
    languages: ['en'],
    find: chainBroken,
    fires: resolution(
      '1. Urges Member States to adopt legislation;',
      '2. Urges Member States to train prosecutors and judges;',
    ),
    quiet: resolution(
      '1. Urges Member States to adopt legislation;',
      '2. Also urges Member States to train prosecutors and judges;',
      '3. Further urges Member States to share information;',
      '4. Urges Member States to cooperate;',
      '5. Requests the Secretary-General to support them;',
      '6. Requests the United Nations Office on Drugs and Crime to assist them.',
    ),
  },
  {
    code: 'also-without-antecedent',
    severity: 'info',
    source: 'adopted-texts',
    languages: ['en'],
    find: withoutAntecedent,
    fires: resolution(
      '1. Requests the Secretary-General to support Member States;',
      '2. Recalls its earlier decision;',
      '3. Also requests the Secretary-General to assist them.',
    ),
    quiet: resolution(
      '1. Recalls its earlier decision, and requests the Secretary-General to support Member States;',
      '2. Also requests the Secretary-General to assist them.',
    ),
  },
  {
    code: 'participle-in-operative-part',
    severity: 'warning',
    source: 'editorial-manual-drafting',
    languages: ['en'],
    find: (draft) =>
      topParagraphs(draft).flatMap(({ item }) => {
        if (item.number === null || draft.unit.type.endsWith('decision')) return []
        const found = opensWith(draft, item)
        return found?.part === 'preambular' && item.verb === null
          ? [{ item, stretch: [0, found.opening.length] as const, facts: { opening: found.opening } }]
          : []
      }),
    fires: resolution('1. Recalling its earlier decision;', '2. Requests the Secretary-General to act.'),
    quiet: resolution('Recalling its earlier decision,', '1. Requests the Secretary-General to act.'),
  },
  {
    code: 'verb-in-preamble',
    severity: 'warning',
    source: 'editorial-manual-drafting',
    languages: ['en'],
    find: (draft) =>
      draft.preamble.flatMap((item) => {
        const found = opensWith(draft, item)
        return found?.part === 'operative' && !/ed$/i.test(found.verb)
          ? [{ item, stretch: [0, found.opening.length] as const, facts: { opening: found.opening } }]
          : []
      }),
    fires: resolution(
      'Recalling its earlier decision,',
      'Notes the work of the Secretary-General,',
      '1. Requests the Secretary-General to act;',
      '2. Decides to remain seized of the matter.',
    ),
    quiet: resolution('Noting the work of the Secretary-General,', '1. Requests the Secretary-General to act.'),
  },
]
