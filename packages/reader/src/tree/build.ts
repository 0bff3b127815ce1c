import type { Block, ParagraphBlock } from '../blocks/block.ts'
import type { Note } from '../notes.ts'
import type { Phrases } from '../phrases/phrase.ts'
import { adoptionIn } from './adopted.ts'
import { entriesOf } from './entries.ts'
import type { Entry } from './entry.ts'
import { footnoteFor, footnotesIn, type ReadFootnote } from './footnotes.ts'
import { partsOf } from './nodes.ts'
import { organIn, speakerIn, unquoted } from './organs.ts'
import { titleLine } from './sheet-units.ts'
import type { UnitNode } from './tree.ts'
import type { UnitSpan } from './unit-span.ts'
import { unitsIn } from './units.ts'
import { voteIn } from './votes.ts'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Blocks to units: cut, read each, and give every unit the footnotes its text refers to. `amend` may know better. */
export function build(
  blocks: readonly Block[],
  phrases: Phrases,
  amend: (entries: readonly Entry[]) => readonly Entry[] = (entries) => entries,
): { readonly units: readonly UnitNode[]; readonly notes: readonly Note[] } {
  const spans = unitsIn(blocks, phrases)
  const { footnotes, notes } = footnotesIn(blocks, phrases)
  const byMark = new Map<string, ReadFootnote[]>()
  for (const one of footnotes) {
    const same = byMark.get(one.block.mark)
    if (same) same.push(one)
    else byMark.set(one.block.mark, [one])
  }
  const collected: Note[] = [...notes]
  const used = new Set<ReadFootnote>()
  let order: ReadonlyMap<Block, number> | null = null
  const placeOf = (block: Block) => {
    order ??= new Map(blocks.map((one, at) => [one, at]))
    return order.get(block)
  }
  const read = spans.map((span) => {
    const { entries: found, notes: more } = entriesOf(blocks, span, phrases)
    const entries = amend(found)
    for (const note of more) collected.push(note)
    const own = new Set<ReadFootnote>()
    for (const { block, caption } of entries) {
      if (block.anchors.length === 0 && caption === null) continue
      const at = placeOf(caption ?? block) ?? span.from
      for (const { mark } of [...(caption?.anchors ?? []), ...block.anchors]) {
        const footnote = footnoteFor(byMark, mark, at)
        if (footnote) own.add(footnote)
        else collected.push({ code: 'footnote-without-text', severity: 'warning', place: block.place, facts: { mark } })
      }
    }
    for (const footnote of own) used.add(footnote)
    return { span, entries, own }
  })
  let standing = 0
  for (const footnote of footnotes) {
    if (used.has(footnote)) continue
    const { place, mark } = footnote.block
    collected.push({ code: 'footnote-without-mark', severity: 'warning', place, facts: { mark } })
    while (standing < read.length - 1 && footnote.at >= read[standing]!.span.to) standing++
    read[standing]?.own.add(footnote)
  }
  return { units: read.map(({ span, entries, own }) => unitNode(span, entries, [...own], phrases)), notes: collected }
}

function unitNode(
  span: UnitSpan,
  entries: readonly Entry[],
  footnotes: readonly ReadFootnote[],
  phrases: Phrases,
): UnitNode {
  const paragraphs = (kind: Entry['kind']) =>
    entries.flatMap((entry) => (entry.kind === kind && entry.block.kind === 'paragraph' ? [entry.block] : []))
  const formula = paragraphs('organ')[0]
  const speaks = span.form === 'statement' ? paragraphs('operative') : []
  const organ = formula
    ? (organIn(span.form ? unquoted(formula.text) : formula.text, phrases)?.organ ?? null)
    : (speaks.map(({ text }) => speakerIn(text, phrases)?.organ).find((name) => name !== undefined) ?? null)
  const titles = paragraphs('title').map(({ text }) => text)
  const title =
    titles.length === 0
      ? null
      : span.titleLine !== null && span.number
        ? [titleLine.exec(titles[0]!)?.[2] ?? titles[0], ...titles.slice(1)].join(' ')
        : titles.join(' ')
  const front = paragraphs('frontmatter')
  const saysAdopted = (block: ParagraphBlock | undefined) =>
    block !== undefined && phrases.adoptions.some(({ pattern }) => pattern.test(block.text.slice(0, 300)))
  // A narrow masthead breaks before the date.
  const mastheads = front.filter((block, i) => saysAdopted(block) || saysAdopted(front[i - 1]))
  const backmatter = paragraphs('backmatter')
  const atMeeting = ({ text }: ParagraphBlock) =>
    phrases.meetings.some(({ pattern }) => pattern.test(text.slice(0, 300)))
  const chapeaux: ParagraphBlock[] = span.form
    ? paragraphs('frontmatter').filter(atMeeting)
    : formula && phrases.meetings.some(({ pattern }) => pattern.test(formula.text.slice(0, 300)))
      ? [formula]
      : []
  return {
    type: 'unit',
    unitType: span.type,
    id: span.id,
    number: span.number,
    title,
    organ: organ ? capital(organ) : null,
    parent: span.parent,
    adopted: adoptionIn([...backmatter, ...chapeaux, ...mastheads], phrases, voteIn(backmatter, phrases)),
    ...(span.form && { form: span.form }),
    ...partsOf(entries, organ ? capital(organ) : null, phrases),
    footnotes: footnotes
      .map(({ block, resolved }) => ({
        type: 'authorialNote' as const,
        mark: block.mark,
        place: block.place,
        text: block.text,
        resolved,
      }))
      .sort((a, b) => (Number(a.mark) || 0) - (Number(b.mark) || 0)),
  }
}
