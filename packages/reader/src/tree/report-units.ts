import type { Block } from '../blocks/block.ts'
import type { Phrases, UnitRow } from '../phrases/phrase.ts'
import { organLine, paragraphsAfter } from './organs.ts'
import type { UnitSpan } from './unit-span.ts'

/** A line that heads a unit of a report: `Draft resolution I`. */
export interface UnitHead {
  readonly row: UnitRow
  readonly number: string
}

/** The blocks that head units, in the order of the text. */
export function headsIn(blocks: readonly Block[], phrases: Phrases): ReadonlyMap<number, UnitHead> {
  const heads = new Map<number, UnitHead>()
  blocks.forEach((block, at) => {
    if (block.kind !== 'paragraph' || block.numbering || block.text.length > 80) return
    for (const row of phrases.units) {
      const found = row.pattern.exec(block.text)
      if (!found) continue
      heads.set(at, { row, number: found[1]! })
      return
    }
  })
  return heads
}

/** `A. Draft resolutions ...`: a lettered heading of a report. */
function sectionLetter(block: Block): string | null {
  if (block.kind !== 'paragraph' || !block.numbering?.upper || block.numbering.style !== 'stop') return null
  const { sign } = block.numbering
  return sign.length === 1 && !/[.;,:]$/.test(block.text) && block.text.length < 400 ? sign : null
}

/** Where units and sections start. A section is a lettered heading with a unit soon behind it. */
function startsIn(blocks: readonly Block[], heads: ReadonlyMap<number, UnitHead>) {
  const starts: { readonly at: number; readonly section: string | null }[] = []
  blocks.forEach((block, at) => {
    const section = heads.has(at) ? null : sectionLetter(block)
    if (heads.has(at)) starts.push({ at, section: null })
    else if (section && paragraphsAfter(blocks, at, 3).some((next) => heads.has(next.at))) starts.push({ at, section })
  })
  return starts
}

/** Ids that came before get a number: `Draft decision I (2)`. */
function uniqueIds(): (id: string) => string {
  const taken = new Map<string, number>()
  return (id) => {
    const count = (taken.get(id) ?? 0) + 1
    taken.set(id, count)
    return count === 1 ? id : `${id} (${count})`
  }
}

/** The report itself, its sections, and the units in them; each names the one it stands in as its parent. */
export function reportUnits(
  blocks: readonly Block[],
  heads: ReadonlyMap<number, UnitHead>,
  phrases: Phrases,
): readonly UnitSpan[] {
  const starts = startsIn(blocks, heads)
  const unique = uniqueIds()
  const spans: UnitSpan[] = []
  const bare = { parent: null, head: null, titleLine: null, organ: null } as const
  const first = starts[0]!.at
  let root: string | null = null
  if (blocks.slice(0, first).some(({ kind }) => kind === 'paragraph')) {
    const head = blocks.findIndex(
      (block, at) =>
        at < first && block.kind === 'paragraph' && phrases.chapters.some(({ pattern }) => pattern.test(block.text)),
    )
    const chapter = blocks[head]
    const name = chapter?.kind === 'paragraph' ? chapter.text : null
    root = unique(name ?? phrases.reportName)
    const number = name ? (/\S+$/.exec(name)?.[0] ?? null) : null
    spans.push({ ...bare, type: 'report', id: root, number, from: 0, to: first, head: head < 0 ? null : head })
  }
  let section: string | null = null
  starts.forEach(({ at, section: letter }, index) => {
    const to = starts[index + 1]?.at ?? blocks.length
    const head = heads.get(at)
    if (letter) {
      section = unique(letter)
      spans.push({ ...bare, type: 'report', id: section, number: letter, parent: root, from: at, to, titleLine: at })
    } else if (head) {
      const { row, number } = head
      const id = unique(`${section ? `${section}/` : ''}${row.name} ${number}`)
      const organ = organLine(blocks, at, to, at, phrases)
      spans.push({ ...bare, type: row.type, id, number, parent: section ?? root, from: at, to, head: at, organ })
    }
  })
  return spans
}
