import type { Block, ParagraphBlock } from '../blocks/block.ts'
import type { UnitType } from '../outline.ts'
import type { OrganRow, Phrases, UnitRow } from '../phrases/phrase.ts'

/** A stretch of blocks that becomes one unit. */
export interface UnitSpan {
  readonly type: UnitType
  readonly id: string
  readonly number: string | null
  readonly parent: string | null
  /** Blocks `from` to `to`, end exclusive. */
  readonly from: number
  readonly to: number
  /** The block that heads the unit and is not its title ("Draft resolution I"), or null. */
  readonly head: number | null
  /** The block with number and title in one ("2012/19. Strengthening ..."), or null. */
  readonly titleLine: number | null
}

/** "2012/19. Title", "1973 (2011). Title", "S-13/2. Title": a number only resolutions and decisions have. */
export const titleLine =
  /^((?:(?:S|ES|DS|SS)-)?\d{1,4}\/(?:S-|ES-)?\d{1,4}(?:\s?[A-Z])?|\d{1,4}(?:\s?[A-Z])?\s?\((?:\d{4}|[IVXLC]{1,7}|(?:S|ES)-[IVX]{1,5})\))\s?[.．:–—-]\s*(\S.*)$/u

const symbolLine = /^([A-Z]{1,4}(?:\/[A-Za-z0-9.()-]{1,20}){1,6}(?:\s?\(\d{4}\))?)\*?$/

export function organIn(text: string, phrases: Phrases): { readonly organ: string; readonly row: OrganRow } | null {
  const head = text.slice(0, 400)
  for (const row of phrases.organs) {
    const found = row.pattern.exec(head)
    if (found) return { organ: found[1]!, row }
  }
  return null
}

function unitIn(block: Block, phrases: Phrases): { readonly row: UnitRow; readonly number: string } | null {
  if (block.kind !== 'paragraph' || block.numbering || block.text.length > 80) return null
  for (const row of phrases.units) {
    const found = row.pattern.exec(block.text)
    if (found) return { row, number: found[1]! }
  }
  return null
}

/** `A. Draft resolutions ...`: a lettered heading of a report. */
function sectionLetter(block: Block): string | null {
  if (block.kind !== 'paragraph' || !block.numbering?.upper || block.numbering.style !== 'stop') return null
  return block.numbering.sign.length === 1 && !/[.;,:]$/.test(block.text) && block.text.length < 400
    ? block.numbering.sign
    : null
}

const paragraphsAfter = (blocks: readonly Block[], at: number, count: number) => {
  const found: { readonly block: ParagraphBlock; readonly at: number }[] = []
  for (let next = at + 1; next < blocks.length && found.length < count; next++) {
    const block = blocks[next]!
    if (block.kind === 'paragraph') found.push({ block, at: next })
  }
  return found
}

/** Cuts a text into the units that can be adopted and cited. A text without any gives one unit of type `other`. */
export function unitsIn(blocks: readonly Block[], phrases: Phrases): readonly UnitSpan[] {
  const heads = new Map<number, { readonly row: UnitRow; readonly number: string }>()
  blocks.forEach((block, at) => {
    const unit = unitIn(block, phrases)
    if (unit) heads.set(at, unit)
  })
  const sheet = blocks.findIndex((_, at) => headsSheet(blocks, at, phrases))
  const first = heads.keys().next().value
  // a sheet whose annex sets out other resolutions stays one unit
  return first !== undefined && (sheet < 0 || first < sheet)
    ? unitsOfReport(blocks, heads, phrases)
    : unitsOfSheet(blocks, phrases)
}

/** A line with number and title, and the organ soon behind it. */
function headsSheet(blocks: readonly Block[], at: number, phrases: Phrases): boolean {
  const block = blocks[at]!
  if (block.kind !== 'paragraph' || block.numbering || !titleLine.test(block.text.slice(0, 400))) return false
  return paragraphsAfter(blocks, at, 4).some((next) => organIn(next.block.text, phrases))
}

function unitsOfReport(
  blocks: readonly Block[],
  heads: ReadonlyMap<number, { readonly row: UnitRow; readonly number: string }>,
  phrases: Phrases,
): readonly UnitSpan[] {
  const starts: { at: number; section: string | null }[] = []
  blocks.forEach((block, at) => {
    if (heads.has(at)) starts.push({ at, section: null })
    else {
      const letter = sectionLetter(block)
      if (letter && paragraphsAfter(blocks, at, 3).some((next) => heads.has(next.at)))
        starts.push({ at, section: letter })
    }
  })
  const spans: UnitSpan[] = []
  const ids = new Set<string>()
  const unique = (id: string) => {
    let free = id
    for (let n = 2; ids.has(free); n++) free = `${id} (${n})`
    ids.add(free)
    return free
  }
  const first = starts[0]!.at
  let parent: string | null = null
  let section: string | null = null
  if (blocks.slice(0, first).some(({ kind }) => kind === 'paragraph')) {
    const chapter = blocks
      .slice(0, first)
      .find((block) => block.kind === 'paragraph' && phrases.chapters.some(({ pattern }) => pattern.test(block.text)))
    parent = unique(chapter?.kind === 'paragraph' ? chapter.text : phrases.reportName)
    const number = chapter?.kind === 'paragraph' ? (/\S+$/.exec(chapter.text)?.[0] ?? null) : null
    spans.push({
      type: 'report',
      id: parent,
      number,
      parent: null,
      from: 0,
      to: first,
      head: chapter ? blocks.indexOf(chapter) : null,
      titleLine: null,
    })
  }
  const root = parent
  starts.forEach((start, index) => {
    const to = starts[index + 1]?.at ?? blocks.length
    const head = heads.get(start.at)
    if (start.section) {
      section = unique(start.section)
      parent = section
      spans.push({
        type: 'report',
        id: section,
        number: start.section,
        parent: root,
        from: start.at,
        to,
        head: null,
        titleLine: start.at,
      })
    } else if (head) {
      const id = unique(`${section ? `${section}/` : ''}${head.row.name} ${head.number}`)
      spans.push({
        type: head.row.type,
        id,
        number: head.number,
        parent,
        from: start.at,
        to,
        head: start.at,
        titleLine: null,
      })
    }
  })
  return spans
}

function unitsOfSheet(blocks: readonly Block[], phrases: Phrases): readonly UnitSpan[] {
  const titles: number[] = []
  let organAt = -1
  blocks.forEach((block, at) => {
    if (block.kind !== 'paragraph') return
    if (organAt < 0 && organIn(block.text, phrases)) organAt = at
    if (headsSheet(blocks, at, phrases)) titles.push(at)
  })
  if (titles.length === 0) return [sheetSpan(blocks, phrases, 0, blocks.length, null, organAt)]
  return titles.map((title, index) =>
    sheetSpan(blocks, phrases, index === 0 ? 0 : title, titles[index + 1] ?? blocks.length, title, organAt),
  )
}

function sheetSpan(
  blocks: readonly Block[],
  phrases: Phrases,
  from: number,
  to: number,
  title: number | null,
  organAt: number,
): UnitSpan {
  const text = (at: number) => (blocks[at] as ParagraphBlock).text
  const masthead = blocks.slice(from, title ?? Math.max(organAt, from)).filter((block) => block.kind === 'paragraph')
  const numbered = (block: ParagraphBlock) =>
    phrases.numbers.map(({ pattern }) => pattern.exec(block.text)?.[1]).find((found) => found)
  // a number without a title heads the text where nothing stands before it, and is a line of the masthead elsewhere
  const bare = title === null ? masthead.find((block) => numbered(block)) : undefined
  const number = title === null ? (bare ? (numbered(bare) ?? null) : null) : (titleLine.exec(text(title))?.[1] ?? null)
  const organ = paragraphsAfter(blocks, Math.max((title ?? organAt) - 1, -1), 5)
    .map((next) => organIn(next.block.text, phrases))
    .find((found) => found)
  const symbol = masthead.map((block) => symbolLine.exec(block.text)?.[1]).find((found) => found !== undefined)
  const series = organ?.row.series ?? null
  const decides = masthead.some((block) => phrases.decisions.some(({ pattern }) => pattern.test(block.text)))
  const draft =
    (symbol && /\/L\.\d/.test(symbol)) ||
    masthead.some((block) => phrases.drafts.some(({ pattern }) => pattern.test(block.text)))
  const kind = decides ? 'decision' : 'resolution'
  const type: UnitType = organAt < 0 && title === null ? 'other' : draft ? `draft-${kind}` : kind
  const id = symbol ?? (number && series && kind === 'resolution' ? `${series}${number}` : (number ?? type))
  return {
    type,
    id,
    number,
    parent: null,
    from,
    to,
    head: null,
    titleLine: title ?? (bare && bare === masthead[0] ? blocks.indexOf(bare) : null),
  }
}
