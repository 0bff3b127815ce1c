import type { Block, FootnoteBlock } from '../blocks/block.ts'
import type { Note } from '../notes.ts'
import type { Phrases } from '../phrases/phrase.ts'

/** A footnote with "Ibid." resolved. */
export interface ReadFootnote {
  readonly block: FootnoteBlock
  /** Index of its block. */
  readonly at: number
  /** The text with "Ibid." replaced by what it stands for; null where there is no "Ibid." or nothing before it. */
  readonly resolved: string | null
}

const locator = /(?:,\s*|^)(vols?|nos?|chaps?|sects?|paras?|pp?|annex|resolution|decision|supplement|art|arts)\b\.?/i

/** What "Ibid., vol. 2349" repeats: the work cited before, up to the same kind of locator. */
function workOf(previous: string, tail: string): string {
  const kind = locator.exec(tail)?.[1]?.toLowerCase().replace(/s$/, '')
  if (!kind) return previous
  const again = new RegExp(`,\\s*${kind}s?\\b\\.?`, 'i').exec(previous)
  return again ? previous.slice(0, again.index) : previous
}

/**
 * All footnote texts of a document. "Ibid." means the footnote with the number before, wherever that was printed: pages
 * print them out of order, and a resolution's first note may refer to the last of the one before.
 */
export function footnotesIn(
  blocks: readonly Block[],
  phrases: Phrases,
): { readonly footnotes: readonly ReadFootnote[]; readonly notes: readonly Note[] } {
  const found: { block: FootnoteBlock; at: number }[] = []
  blocks.forEach((block, at) => {
    if (block.kind === 'footnote') found.push({ block, at })
  })
  const notes: Note[] = []
  const resolved = new Map<FootnoteBlock, string>()
  let last: { mark: number; text: string } | null = null
  for (const { block } of inOrder(found)) {
    const ibid = phrases.ibid.exec(block.text)
    const mark = Number(block.mark)
    if (ibid) {
      const tail = block.text.slice(ibid[0].length).replace(/^[.,\s]+/, '')
      const target: string | null = last && (mark === last.mark + 1 || Number.isNaN(mark)) ? last.text : null
      if (target) {
        const base = tail ? workOf(target, tail) : target
        resolved.set(block, tail ? `${base.replace(/[.,\s]+$/, '')}, ${tail}` : base)
      } else
        notes.push({
          code: 'ibid-without-target',
          severity: 'warning',
          place: block.place,
          facts: { mark: block.mark },
        })
    }
    last = { mark, text: resolved.get(block) ?? block.text }
  }
  return { footnotes: found.map(({ block, at }) => ({ block, at, resolved: resolved.get(block) ?? null })), notes }
}

/** By number within each run of numbers: a run ends where a number comes that was there before. */
function inOrder(found: readonly { block: FootnoteBlock; at: number }[]): readonly { block: FootnoteBlock }[] {
  const runs: { block: FootnoteBlock }[][] = [[]]
  let seen = new Set<string>()
  for (const one of found) {
    if (seen.has(one.block.mark)) {
      runs.push([])
      seen = new Set()
    }
    seen.add(one.block.mark)
    runs.at(-1)!.push(one)
  }
  return runs.flatMap((run) => [...run].sort((a, b) => (Number(a.block.mark) || 0) - (Number(b.block.mark) || 0)))
}

/** The footnote a mark at block `at` refers to: the next of that number behind it, else the last before it. */
export function footnoteFor(
  footnotes: ReadonlyMap<string, readonly ReadFootnote[]>,
  mark: string,
  at: number,
): ReadFootnote | null {
  const same = footnotes.get(mark) ?? []
  let low = 0
  for (let high = same.length; low < high; ) {
    const middle = (low + high) >> 1
    if (same[middle]!.at > at) high = middle
    else low = middle + 1
  }
  return same[low] ?? same.at(-1) ?? null
}
