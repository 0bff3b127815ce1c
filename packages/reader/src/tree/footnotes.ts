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

/** What a place in a work is called, in the six languages: the same kind of place replaces the one before. */
const locators: readonly RegExp[] = [
  /(?:[,،，《]\s*|^)(?:[\p{L}\s-]{4,40} (?:session|período de sesiones)(?!\p{L})|[\p{L}\s]{4,40} сессия|第[一-龥]{1,6}届会议|الدورة|(?:19|20)\d\d(?: год|年)?(?=[,،，]))/iu,
  /(?:[,،，《]\s*|^)(?:vols?\b\.?|第\s?[\dIVXLC]+\s?卷|المجلد|т\.\s)/iu,
  /(?:[,،，《]\s*|^)(?:n[o°]s?\b\.?|núms?\.|№|第\s?[\dI-]+\s?号|الرقم|الأرقام)/iu,
  /(?:[,،，《]\s*|^)(?:supplements?\b|suppléments?\b|suplementos?\b|дополнени|补编|الملحق)/iu,
  /(?:[,،，《]\s*|^)(?:chaps?\b\.?|caps?\b\.?|гл\.|第[一二三四五六七八九十]+章|الفصل)/iu,
  /(?:[,،，《]\s*|^)(?:sects?\b\.?|seccs?\b\.?|разд\.|[A-Z一二三四五六七八九十]节|الفرع)/iu,
  /(?:[,،，《]\s*|^)(?:paras?\b\.?|pars?\b\.?|párrs?\b\.?|пп?\.|第\s?\d+[^，]{0,8}段|الفقر)/iu,
  /(?:[,،，《]\s*|^)(?:pp?\b\.|стр\.|第\s?\d+\s?页|الصفح)/iu,
  /(?:[,،，《]\s*|^)(?:annex|anexo|приложени|附件|المرفق)/iu,
  /(?:[,،，《]\s*|^)(?:resolution|résolution|resolución|резолюци|القرار)/iu,
  /(?:[,،，《]\s*|^)(?:decision|décision|decisión|решени|المقرر)/iu,
  /(?:[,،，《]\s*|^)(?:arts?\b\.?|ст\.|第\s?\d+\s?条|المادة)/iu,
]

/** What "Ibid., vol. 2349" repeats: the work cited before, up to the same kind of locator. */
function workOf(previous: string, tail: string): string {
  let first: { readonly kind: RegExp; readonly at: number } | null = null
  for (const kind of locators) {
    const at = kind.exec(tail)?.index
    if (at !== undefined && (first === null || at < first.at)) first = { kind, at }
  }
  const again = first?.kind.exec(previous)
  return again && again.index > 0 ? previous.slice(0, again.index) : previous
}

const comma = (tail: string) => (/^\p{Script=Han}/u.test(tail) ? '，' : /^\p{Script=Arabic}/u.test(tail) ? '، ' : ', ')

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
      const said = block.text.slice(ibid[0].length).replace(/^[.,،，。\s]+/, '')
      const target: string | null = last && (mark === last.mark + 1 || Number.isNaN(mark)) ? last.text : null
      if (target) {
        const base = said ? workOf(target, said) : target
        // a Chinese title is cut inside its brackets
        const tail = base.lastIndexOf('《') > base.lastIndexOf('》') ? said.replace(/^《/, '') : said
        resolved.set(block, tail ? `${base.replace(/[.,،，。\s]+$/, '')}${comma(tail)}${tail}` : base)
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
