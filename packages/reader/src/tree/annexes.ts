import type { ParagraphBlock } from '../blocks/block.ts'
import type { Numbering } from '../blocks/numbering.ts'
import type { Phrases } from '../phrases/phrase.ts'
import { type Counter, count } from './counter.ts'
import type { Entry } from './entry.ts'
import { sectionNumber } from './sections.ts'

const listEnd = /[:：]["”’)]*$/
const sentenceEnd = /[.;,:!?。；，：،؛؟]["”»’)\]]*$/u

/** What a paragraph of an annex is: the line that names the annex, a heading, a numbered paragraph, or text. */
export interface AnnexEntry {
  readonly entry: Entry
  readonly as: 'line' | 'heading' | 'paragraph' | 'text'
  readonly level: number
  /** `annex/3(a)`, `annex 2/II/3`, `annex/article 5/2`. */
  readonly path: string | null
}

/** A heading that can stand in front of the numbers below it: a section, or an article or rule of an instrument. */
interface Scope {
  readonly kind: 'roman' | 'letter' | 'article'
  readonly label: string
}

interface Counted {
  readonly scopes: readonly Scope[]
  readonly path: string
}

function articleIn(text: string, phrases: Phrases): Scope | null {
  if (text.length > 200) return null
  for (const { pattern, name } of phrases.articles) {
    const found = pattern.exec(text)
    if (found) return { kind: 'article', label: `${name} ${found[1]!}` }
  }
  return null
}

const arabic = (numbering: Numbering | null) =>
  numbering?.readings.find(({ series }) => series === 'arabic')?.value ?? null

/** "2. Purpose of the Fund" among paragraphs numbered otherwise: a heading with a number that counts no paragraph. */
function headsNumbers(
  { text }: ParagraphBlock,
  numbering: Numbering,
  follower: Numbering | null,
  last: number,
): boolean {
  const value = arabic(numbering)
  const after = arabic(follower)
  return (
    value !== null &&
    numbering.style === 'stop' &&
    after !== null &&
    follower?.style === 'stop' &&
    (after !== value + 1 || (last > 0 && value !== last + 1)) &&
    text.length < 120 &&
    !sentenceEnd.test(text.slice(-8))
  )
}

/**
 * Reads one annex: numbers are counted as in a body; articles and rules start them anew, sections only where the
 * numbers below them do. `name` is how the annex is cited.
 */
function readAnnex(entries: readonly Entry[], name: string, phrases: Phrases): readonly AnnexEntry[] {
  const followers: (Numbering | null)[] = []
  let next: Numbering | null = null
  for (let at = entries.length - 1; at >= 0; at--) {
    followers[at] = next
    const { block } = entries[at]!
    next = (block.kind === 'paragraph' && block.numbering) || next
  }
  let counter: Counter = []
  let section: Scope | null = null
  let article: Scope | null = null
  let last: ParagraphBlock | null = null
  let number = 0
  const restarting = new Set<Scope['kind']>()
  const read: (Omit<AnnexEntry, 'path'> & { readonly counted: Counted | null })[] = []
  entries.forEach((entry, at) => {
    const { block } = entry
    const before = last
    if (block.kind === 'table') {
      read.push({ entry, as: 'text', level: 0, counted: null })
      return
    }
    last = block
    const { text, numbering } = block
    const add = (as: AnnexEntry['as'], level = 0, counted: Counted | null = null) =>
      read.push({ entry, as, level, counted })
    if (at === 0 && !numbering) {
      add('line')
      return
    }
    const heads = numbering ? null : articleIn(text, phrases)
    if (heads) {
      article = heads
      counter = []
      number = 0
      add(sentenceEnd.test(text.slice(-8)) ? 'text' : 'heading')
      return
    }
    // a section of a declaration may ask: "II. What do States want?"
    const asks = numbering?.upper === true && numbering.style === 'stop' && /[?？]$/.test(text) && text.length < 200
    const sign = asks ? numbering.sign : sectionNumber(block)
    if (sign !== null) {
      section = {
        kind: /^[IVX]+$/.test(sign) && sign.length + Number(sign === 'I') > 1 ? 'roman' : sectionKind(sign, section),
        label: sign,
      }
      article = null
      counter = []
      add('heading')
      return
    }
    if (!numbering) {
      add(sentenceEnd.test(text.slice(-8)) || text.length > 200 ? 'text' : 'heading')
      return
    }
    if (headsNumbers(block, numbering, followers[at]!, number)) {
      add('heading')
      return
    }
    const opens = before !== null && listEnd.test(before.text.slice(-8))
    const counted = count(counter, numbering, followers[at]!, opens)
    counter = counted.counter
    const value = arabic(numbering)
    if (counted.level === 1 && value !== null) {
      if (value === 1 && number > 0 && section && !article) restarting.add(section.kind)
      number = value
    }
    add('paragraph', counted.level, {
      scopes: [section, article].filter((one) => one !== null),
      path: counted.path,
    })
  })
  return read.map(({ entry, as, level, counted }) => {
    const scopes = counted?.scopes.filter(({ kind }) => kind === 'article' || restarting.has(kind)) ?? []
    // bullets are cited by nobody
    if (!counted || /[^\p{L}\p{N}()\s]/u.test(counted.path)) return { entry, as, level, path: null }
    const article = scopes.at(-1)?.kind === 'article' && counted.path.startsWith('(') ? '' : '/'
    return {
      entry,
      as,
      level,
      path: `${[name, ...scopes.map(({ label }) => label)].join('/')}${article}${counted.path}`,
    }
  })
}

/** "C" behind a section "B" is a letter, "V" behind "IV" a roman number. */
const sectionKind = (sign: string, before: Scope | null): Scope['kind'] =>
  /^[IVX]+$/.test(sign) && before?.kind === 'roman' ? 'roman' : 'letter'

/** Annexes with what stands in each. An annex is named by its place among those of its unit: `annex`, `annex 2`. */
export function annexesIn(entries: readonly Entry[], phrases: Phrases): readonly (readonly AnnexEntry[])[] {
  const annexes: Entry[][] = []
  for (const entry of entries) {
    const last = annexes.at(-1)
    if (last && entry.level !== 1) last.push(entry)
    else annexes.push([entry])
  }
  return annexes.map((annex, at) => readAnnex(annex, annexes.length === 1 ? 'annex' : `annex ${at + 1}`, phrases))
}
