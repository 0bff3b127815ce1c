import type { Draft, DraftParagraph, DraftRule, Found } from './draft.ts'
import { sectionOf, topParagraphs, withPoints } from './draft.ts'
import { resolution } from './examples.ts'
import { countOf, type NumberStyle, styleOf } from './printed-number.ts'

interface Row {
  readonly paragraph: DraftParagraph
  readonly style: NumberStyle
  readonly value: number
}

/** Paragraphs that count on from one another, list by list. Numbers with a suffix ("3 bis") stand outside the count. */
function lists(draft: Draft): readonly (readonly Row[])[] {
  const found: Row[][] = []
  const count = (siblings: readonly DraftParagraph[]) => {
    const first = siblings.find(({ item }) => item.number !== null)?.item.number
    const style = first ? styleOf(first, true) : null
    if (!style) return
    found.push(
      siblings.flatMap((paragraph) => {
        const value = paragraph.item.number === null ? null : countOf(paragraph.item.number, style)
        return value === null ? [] : [{ paragraph, style, value }]
      }),
    )
  }
  const top = topParagraphs(draft)
  for (const section of new Set(top.map(({ path }) => sectionOf(path))))
    count(top.filter(({ path }) => sectionOf(path) === section))
  for (const [at, { item }] of draft.paragraphs.entries())
    count(withPoints(draft, at).filter((point) => point.item.level === item.level + 1))
  return found
}

const steps = (draft: Draft): readonly (readonly [Row, Row])[] =>
  lists(draft).flatMap((rows) => rows.slice(1).map((row, at) => [rows[at]!, row] as const))

function gaps(draft: Draft): readonly Found[] {
  return steps(draft)
    .filter(([before, here]) => here.value > before.value + 1)
    .map(([before, { paragraph }]) => ({
      item: paragraph.item,
      facts: { number: paragraph.item.number!, before: before.paragraph.item.number! },
    }))
}

function repeats(draft: Draft): readonly Found[] {
  return lists(draft).flatMap((rows) => {
    const lines = new Map<number, number>()
    return rows.flatMap(({ paragraph, value }) => {
      const line = lines.get(value)
      if (line === undefined) lines.set(value, paragraph.item.line)
      return line !== undefined && value !== 1
        ? [{ item: paragraph.item, facts: { number: paragraph.item.number!, line } }]
        : []
    })
  })
}

/** `1.`, `(a)`, `(i)`, `a.`, `i.`; a decision may start at `(a)`. */
const orderOfLevels: readonly NumberStyle[] = ['arabic', 'letter', 'roman', 'letter-stop', 'roman-stop']

function wrongLevels(draft: Draft): readonly Found[] {
  const outermost = lists(draft)[0]?.[0]?.style
  const shift = outermost === 'letter' ? 1 : 0
  return lists(draft).flatMap((rows) => {
    const row = rows[0]
    if (!row) return []
    const { item } = row.paragraph
    const expected = orderOfLevels[item.level - 1 + shift]
    if (!expected || row.style === expected) return []
    const example = { arabic: '1.', letter: '(a)', roman: '(i)', 'letter-stop': 'a.', 'roman-stop': 'i.', sign: '–' }
    return [{ item, facts: { number: item.number!, expected: example[expected], level: item.level } }]
  })
}

/** How paragraphs are numbered: what is cited by number has to have one of its own. */
export const numberingRules: readonly DraftRule[] = [
  {
    code: 'number-gap',
    severity: 'warning',
    source: 'editorial-manual-drafting',
    languages: null,
    find: gaps,
    fires: resolution('1. Urges States to act;', '2. Recalls its decision;', '4. Requests the Secretariat to act.'),
    quiet: resolution('1. Urges States to act;', '2. Recalls its decision;', '3. Requests the Secretariat to act.'),
  },
  {
    code: 'number-repeated',
    severity: 'warning',
    source: 'editorial-manual-drafting',
    languages: null,
    find: repeats,
    fires: resolution('1. Urges States to act;', '2. Recalls its decision;', '2. Requests the Secretariat to act.'),
    quiet: resolution('1. Urges States to act;', '2. Recalls its decision;', '3. Requests the Secretariat to act.'),
  },
  {
    code: 'number-level',
    severity: 'info',
    source: 'editorial-manual-paragraphs',
    languages: null,
    find: wrongLevels,
    fires: resolution(
      '1. Urges States:',
      '(i) To share information;',
      '(ii) To cooperate;',
      '2. Recalls its decision.',
    ),
    quiet: resolution(
      '1. Urges States:',
      '(a) To share information:',
      '(i) On persons;',
      '(ii) On goods;',
      '(b) To cooperate;',
      '2. Recalls its decision.',
    ),
  },
  {
    code: 'single-paragraph-numbered',
    severity: 'info',
    source: 'editorial-manual-drafting',
    languages: null,
    find: (draft) => {
      const [only, ...others] = topParagraphs(draft)
      return only && others.length === 0 && /^\d+$/.test(only.item.number ?? '')
        ? [{ item: only.item, facts: { number: only.item.number! } }]
        : []
    },
    fires: resolution('Recalling its earlier decision,', '1. Requests the Secretariat to act.'),
    quiet: resolution('Recalling its earlier decision,', 'Requests the Secretariat to act.'),
  },
  {
    code: 'paragraph-without-number',
    severity: 'warning',
    source: 'editorial-manual-drafting',
    languages: null,
    find: (draft) => {
      const top = topParagraphs(draft)
      if (top.filter(({ item }) => item.number !== null).length < 2) return []
      return top.filter(({ item }) => item.number === null && item.opening !== null).map(({ item }) => ({ item }))
    },
    fires: resolution('1. Urges States to act;', '2. Recalls its decision;', 'Requests the Secretariat to act.'),
    quiet: resolution('1. Urges States to act;', '2. Recalls its decision;', '3. Requests the Secretariat to act.'),
  },
]
