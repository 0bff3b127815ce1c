import type { DraftParagraph, DraftRule } from './draft.ts'
import { verbStretch } from './draft.ts'
import { resolution } from './examples.ts'

const small = new Set(
  'a an and or of the to in on for with by as at its it their his her that this those these which from including also further all other such present resolution'.split(
    ' ',
  ),
)
const contentWords = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? []).filter((word) => !small.has(word)))

/** Share of the words two texts have in common, 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length
  return common / (a.size + b.size - common)
}

/** Fewer words than this say too little to be the same ask. */
const fewest = 6
/** Words that point at another matter than their own paragraph tells. */
const pointing = /\b(?:this|these|thereon|therein|thereto|(?:in|to|for) (?:that|those) \w+|the above)\b/i
/** Measured on adopted texts: below this, asks share a formula rather than a matter. */
const alike = 0.75

interface Ask {
  readonly paragraph: DraftParagraph
  readonly clause: number
  readonly asked: string
  readonly words: ReadonlySet<string>
  /** Names and numbers: asks that differ in one are two. */
  readonly names: string
}

function asksIn({ paragraphs }: { readonly paragraphs: readonly DraftParagraph[] }): readonly Ask[] {
  return paragraphs.flatMap((paragraph) => {
    const { clauses } = paragraph.reading
    return clauses.flatMap((one, clause) => {
      if (one.force === 'recognition' || one.force === 'decision' || one.inherited || one.verbStart === null) return []
      const asked = one.addressees.map(({ name }) => name).join('; ')
      const end = clauses.slice(clause + 1).find(({ verbStart }) => verbStart !== null)?.verbStart ?? undefined
      const said = paragraph.item.text.slice(one.verbStart + one.verb.length, end)
      const words = contentWords(said)
      const names = [...new Set(said.match(/\p{Lu}[\p{L}-]*|\d+/gu))].sort().join(' ')
      return asked !== '' && words.size >= fewest && !pointing.test(said)
        ? [{ paragraph, clause, asked, words, names }]
        : []
    })
  })
}

/** Asked twice, done twice or not at all. */
export const repetitionRules: readonly DraftRule[] = [
  {
    code: 'ask-repeated',
    severity: 'warning',
    source: 'the-text-itself',
    languages: ['en'],
    find: (draft) => {
      const asks = asksIn(draft)
      return asks.flatMap((ask, at) => {
        const before = asks
          .slice(0, at)
          .find(
            (one) =>
              one.paragraph !== ask.paragraph &&
              one.asked === ask.asked &&
              one.names === ask.names &&
              likeness(one.words, ask.words) >= alike,
          )
        if (!before) return []
        const { item, reading } = ask.paragraph
        return [{ item, stretch: verbStretch(reading.clauses[ask.clause]!), facts: { before: before.paragraph.path } }]
      })
    },
    fires: resolution(
      '1. Urges Member States to adopt effective legislation against trafficking in cultural property;',
      '2. Takes note of the report of the Secretary-General;',
      '3. Encourages Member States to adopt effective legislation against trafficking in cultural property.',
    ),
    quiet: resolution(
      '1. Urges Member States to adopt effective legislation against trafficking in cultural property;',
      '2. Encourages Member States to train prosecutors and judges in the recovery of stolen assets.',
    ),
  },
  {
    code: 'number-shared',
    severity: 'info',
    source: 'editorial-manual-identification',
    languages: null,
    find: ({ outline, unit }) => {
      if (unit.type !== 'decision' || !unit.number?.includes('/')) return []
      const same = outline.units.find(
        ({ type, number, organ }) => type === 'resolution' && number === unit.number && organ !== null,
      )
      const item = unit.items[0]
      return same && item ? [{ item, facts: { number: unit.number } }] : []
    },
    fires: [
      'Resolution 20/1',
      'Prevention of crime',
      'The Commission on Crime Prevention and Criminal Justice,',
      'Recalling its earlier work,',
      '1. Requests the Secretariat to act;',
      '2. Decides to remain seized of the matter.',
      'Decision 20/1',
      'Organization of work',
      'At its 10th meeting, on 15 April 2011, the Commission on Crime Prevention and Criminal Justice:',
      '(a) Decided that drafts should be submitted one month before the session;',
      '(b) Encouraged Member States to consult.',
    ].join('\n\n'),
    quiet: resolution('1. Requests the Secretariat to act.'),
  },
]
