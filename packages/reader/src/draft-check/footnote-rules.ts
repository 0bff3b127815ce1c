import type { OutlineItem } from '../outline.ts'
import { phrasesOf } from '../phrases/index.ts'
import type { Draft, DraftRule, Found } from './draft.ts'
import { resolution } from './examples.ts'

interface Anchor {
  readonly item: OutlineItem
  readonly mark: string
  readonly at: number
}

const anchorsOf = ({ unit }: Draft): readonly Anchor[] =>
  unit.items.flatMap((item) => (item.kind === 'footnote' ? [] : item.anchors.map((anchor) => ({ item, ...anchor }))))

const longestWord = 100

/** The word a mark stands behind. */
const stretchAt = ({ item, at }: Anchor) => {
  const before = item.text.slice(Math.max(0, at - longestWord), at)
  return [at - (/\S+\s*$/.exec(before)?.[0].length ?? 0), at] as const
}

/** One finding for a text, at the first place: the drafter sees to all of them in one go. */
function once(found: readonly { readonly anchor: Anchor; readonly before: string }[]): readonly Found[] {
  const first = found[0]?.anchor
  if (!first) return []
  const marks = found.map(({ anchor }) => anchor.mark).join(', ')
  const before = found.map((one) => one.before).join(', ')
  return [{ item: first.item, stretch: stretchAt(first), facts: { count: found.length, marks, before } }]
}

function repeatedMarks(draft: Draft): readonly Found[] {
  const times = new Map<string, Anchor[]>()
  for (const anchor of anchorsOf(draft)) {
    const before = times.get(anchor.mark)
    if (before) before.push(anchor)
    else if (/^\d+$/.test(anchor.mark)) times.set(anchor.mark, [anchor])
  }
  const again = [...times.values()].filter((anchors) => anchors.length > 1)
  return once(again.map((anchors) => ({ anchor: anchors[1]!, before: anchors[0]!.mark })))
}

/** The same note under two numbers. */
function repeatedReferences(draft: Draft): readonly Found[] {
  const seen = new Map<string, string>()
  const anchors = anchorsOf(draft)
  return once(
    draft.unit.footnotes.flatMap(({ mark, text, resolved }) => {
      const key = (resolved ?? text)
        .replace(/^see /i, '')
        .replace(/[\s*_]+/g, ' ')
        .replace(/\W+$/, '')
        .toLowerCase()
      const before = seen.get(key)
      const anchor = anchors.find((one) => one.mark === mark)
      if (before === undefined) seen.set(key, mark)
      return before === undefined || before === mark || !anchor ? [] : [{ anchor, before }]
    }),
  )
}

/** "Ibid." as the first note of a unit points into the unit before it. */
function ibidAcross(draft: Draft): readonly Found[] {
  const { ibid } = phrasesOf(draft.outline.language)
  const notes = draft.unit.items.filter((item) => item.kind === 'footnote' && /^\d+$/.test(item.number ?? ''))
  const first = [...notes].sort((a, b) => Number(a.number) - Number(b.number))[0]
  return first && ibid.test(first.text) ? [{ item: first, facts: { mark: first.number! } }] : []
}

function withoutText(draft: Draft): readonly Found[] {
  const printed = new Set(draft.unit.footnotes.map(({ mark }) => mark))
  return anchorsOf(draft)
    .filter(({ mark }) => !printed.has(mark))
    .map((anchor) => ({ item: anchor.item, stretch: stretchAt(anchor), facts: { mark: anchor.mark } }))
}

function withoutMark(draft: Draft): readonly Found[] {
  const marks = new Set(anchorsOf(draft).map(({ mark }) => mark))
  return draft.unit.items
    .filter((item) => item.kind === 'footnote' && item.number !== null && !marks.has(item.number))
    .map((item) => ({ item, facts: { mark: item.number! } }))
}

const decided = '1. Requests the Secretariat to act;'
const note1 = '1 United Nations, Treaty Series, vol. 2225, No. 39574.'

/** How sources are referred to: once only, each note under a number of its own. */
export const footnoteRules: readonly DraftRule[] = [
  {
    code: 'footnote-mark-repeated',
    severity: 'info',
    source: 'editorial-manual-footnotes',
    languages: null,
    find: repeatedMarks,
    fires: resolution(
      'Recalling the Convention,<sup>1</sup>',
      '1. Urges States to become parties to the Convention;<sup>1</sup>',
      '2. Requests the Secretariat to act.',
      `<sup>1</sup> ${note1.slice(2)}`,
    ),
    quiet: resolution(
      'Recalling the Convention,<sup>1</sup>',
      decided,
      '2. Recalls its decision.',
      `<sup>1</sup> ${note1.slice(2)}`,
    ),
  },
  {
    code: 'footnote-reference-repeated',
    severity: 'info',
    source: 'editorial-manual-footnotes',
    languages: null,
    find: repeatedReferences,
    fires: resolution(
      'Recalling the Convention,<sup>1</sup>',
      '1. Urges States to become parties to the Convention;<sup>2</sup>',
      '2. Requests the Secretariat to act.',
      `<sup>1</sup> ${note1.slice(2)}`,
      `<sup>2</sup> ${note1.slice(2)}`,
    ),
    quiet: resolution(
      'Recalling the Convention<sup>1</sup> and the Protocol,<sup>2</sup>',
      decided,
      '2. Recalls its decision.',
      `<sup>1</sup> ${note1.slice(2)}`,
      '<sup>2</sup> Ibid., vol. 2237, No. 39574.',
    ),
  },
  {
    code: 'ibid-across-texts',
    severity: 'warning',
    source: 'editorial-manual-footnotes',
    languages: null,
    find: ibidAcross,
    fires: resolution(
      'Recalling the Convention,<sup>2</sup>',
      decided,
      '2. Recalls its decision.',
      '<sup>2</sup> Ibid.',
    ),
    quiet: resolution(
      'Recalling the Convention,<sup>1</sup>',
      decided,
      '2. Recalls its decision.',
      `<sup>1</sup> ${note1.slice(2)}`,
    ),
  },
  {
    code: 'footnote-without-text',
    severity: 'warning',
    source: 'the-text-itself',
    languages: null,
    find: withoutText,
    fires: resolution('Recalling the Convention,<sup>1</sup>', decided, '2. Recalls its decision.'),
    quiet: resolution(
      'Recalling the Convention,<sup>1</sup>',
      decided,
      '2. Recalls its decision.',
      `<sup>1</sup> ${note1.slice(2)}`,
    ),
  },
  {
    code: 'footnote-without-mark',
    severity: 'warning',
    source: 'the-text-itself',
    languages: null,
    find: withoutMark,
    fires: resolution(
      'Recalling the Convention,',
      decided,
      '2. Recalls its decision.',
      `<sup>1</sup> ${note1.slice(2)}`,
    ),
    quiet: resolution(
      'Recalling the Convention,<sup>1</sup>',
      decided,
      '2. Recalls its decision.',
      `<sup>1</sup> ${note1.slice(2)}`,
    ),
  },
]
