import type { Draft, DraftRule, Found } from './draft.ts'
import { resolution } from './examples.ts'

/** The last sign of a text; closing quotes, brackets and a footnote number printed without its sign are looked through. */
const lastSign = (text: string): string =>
  /([\p{P}\p{L}\p{N}])["”’»)\]\s]*$/u.exec(text.replace(gluedNote, ''))?.[1] ?? ''
const gluedNote = /(?<=[,;.])\s?\d{1,3}(?:, \d{1,3})*\/?$/
const stretchOfEnd = (text: string) => [Math.max(0, text.trimEnd().length - 1), text.trimEnd().length] as const

/** A footnote that the source printed among the paragraphs. */
const strayNote = /^\d{1,3} (?:See |Ibid|[A-Z]{1,5}\/)/

/** Where the languages of Europe end paragraphs alike. */
const languages = ['en', 'fr', 'es', 'ru'] as const

/** Recitals end with a comma; the points of a list below one as the points of a list do. */
function preambleEndings({ preamble }: Draft): readonly Found[] {
  let inList = false
  return preamble.flatMap((item) => {
    const sign = lastSign(item.text)
    if (strayNote.test(item.text)) return []
    if (sign === ':') inList = true
    const point = inList && sign === ';'
    if (sign === ',') inList = false
    if (item.level > 1 || item.number !== null || sign === ',' || sign === ':' || point) return []
    return [{ item, stretch: stretchOfEnd(item.text), facts: { sign, expected: ',' } }]
  })
}

function operativeEndings(draft: Draft): readonly Found[] {
  const { paragraphs } = draft
  return paragraphs.flatMap(({ item, path }, at) => {
    const sign = lastSign(item.text)
    if (strayNote.test(item.text)) return []
    const next = paragraphs[at + 1]
    const opensList = next !== undefined && next.item.level > item.level
    // a single paragraph, or one that holds several sentences, is prose of its own
    if (opensList || sign === ';' || sign === ':' || sign === '?') {
      return next === undefined && sign === ';'
        ? [{ item, stretch: stretchOfEnd(item.text), facts: { sign, expected: '.' } }]
        : []
    }
    if (next === undefined)
      return sign === '.' ? [] : [{ item, stretch: stretchOfEnd(item.text), facts: { sign, expected: '.' } }]
    const lastOfSection = path.includes('/') && path.split('/')[0] !== next.path.split('/')[0]
    if (sign === '.' && (lastOfSection || /[.;] /.test(item.text))) return []
    if (sign === ',' && item.level > 1) return []
    return /(?:; (?:and|or|et|y|и)|, (?:and|or))$/.test(item.text.trimEnd())
      ? []
      : [{ item, stretch: stretchOfEnd(item.text), facts: { sign, expected: ';' } }]
  })
}

/** A resolution is one sentence: its paragraphs end accordingly. */
export const endingRules: readonly DraftRule[] = [
  {
    code: 'preamble-ending',
    severity: 'info',
    source: 'editorial-manual-drafting',
    languages,
    find: preambleEndings,
    fires: resolution(
      'Recalling its earlier decision;',
      '1. Requests the Secretariat to act;',
      '2. Recalls its decision.',
    ),
    quiet: resolution('Recalling its earlier decision,', '1. Requests the Secretariat to act.'),
  },
  {
    code: 'paragraph-ending',
    severity: 'info',
    source: 'editorial-manual-drafting',
    languages,
    find: operativeEndings,
    fires: resolution('1. Requests the Secretariat to act.', '2. Decides to remain seized of the matter.'),
    quiet: resolution(
      '1. Requests the Secretariat to act;',
      '2. Urges Member States:',
      '(a) To share information; and',
      '(b) To cooperate;',
      '3. Decides to remain seized of the matter.',
    ),
  },
]
