import { openingOf } from '../phrases/opening.ts'
import type { Phrases } from '../phrases/phrase.ts'
import type { Block, ParagraphBlock } from './block.ts'
import { isLong } from './mend.ts'

/** Heads have a symbol, a title, a date and a number at most, each on a line, beside what stands at the foot. */
const mostBetween = 24
const longest = 700

/** A document symbol alone on a line, or with the numbers of page and job before or behind it: `A/RES/73/6 3/5 18-17962`. */
const symbolLine =
  /^(?:[\d/ -]{1,14} )?(?:[A-Z]{1,5}(?:\/[A-Z\d][\w.()-]{0,14}){1,6})(?: \(\d{4}\))?\*?(?: [\d/ -]{1,20})?$/
const dateLine = /^\d{1,2}\s\p{L}{3,12}\s(?:de\s)?\d{4}(?:\s?г\.)?$|^\d{4}年\d{1,2}月\d{1,2}日$/u
const over = /[.;!?…。；؛؟]["”»’)\]]*\d{0,2}$/u
const ended = /[.,;:!?…。，；：،؛؟]["”»’)\]]*\d{0,2}$/u
const midSentence = /[\p{L}\p{M}]$/u
const smallStart = /^[("“«]?\p{Ll}/u

/** A line with its figures made equal, as a title is known again at the head of a page. */
const normal = (text: string) => text.replace(/\d+/g, '#').toLowerCase()
const ownNumber = /^\d[\dA-Z/()-]{0,18}(?:[.:\s-]|[\u2010-\u2015]){1,6}(?=[\p{L}\p{N}])/u

const short = ({ text, heading, numbering }: ParagraphBlock) => text.length < longest && !heading && !numbering
const isSymbol = (block: Block | undefined) =>
  block?.kind === 'paragraph' && block.text.length < 100 && short(block) && symbolLine.test(block.text)

/** Whether a paragraph is one a page can end in: of the body, and not over. */
const isOpen = ({ text, numbering, heading }: ParagraphBlock, phrases: Phrases) =>
  !heading &&
  !over.test(text.slice(-8)) &&
  (numbering !== null || isLong(text) || openingOf(text.slice(0, longest), phrases.openings) !== null)

/** Whether a text goes on here: with a number, in small letters, with a verb that opens paragraphs, or with a sentence. */
const goesOn = ({ text, numbering, heading }: ParagraphBlock, phrases: Phrases) =>
  !heading &&
  (numbering !== null ||
    smallStart.test(text) ||
    ended.test(text.slice(-8)) ||
    isLong(text) ||
    openingOf(text.slice(0, longest), phrases.openings, { known: true }) !== null)

/**
 * Heads of pages inside a text: the symbol again, the title again, a date beside them. They are known only where a
 * sentence or a list stands open before them and the text goes on behind them, so that no masthead is taken for one.
 */
export function withoutRunningHeads(blocks: readonly Block[], phrases: Phrases): readonly Block[] {
  const heads = new Set<number>()
  const seen = new Set<string>()
  let known = 0
  /** Whether the words of a paragraph stood on a line of their own before: they are a title. */
  const repeats = (block: ParagraphBlock, before: number): boolean => {
    for (; known < before; known++) {
      const one = blocks[known]!
      if (one.kind !== 'paragraph' || one.text.length > longest || heads.has(known) || ended.test(one.text)) continue
      seen.add(normal(one.text)).add(normal(one.text.replace(ownNumber, '')))
    }
    return seen.has(normal(block.text))
  }
  for (let from = 0; from < blocks.length; from++) {
    const before = blocks[from]!
    if (before.kind !== 'paragraph') continue
    const next = blocks[from + 1]
    if (next?.kind === 'paragraph' && !isSymbol(next) && !isSymbol(blocks[from + 2])) continue
    for (const at of headsBehind(blocks, from, repeats, phrases)) heads.add(at)
  }
  if (heads.size === 0) return blocks
  return blocks.map((block, at) =>
    heads.has(at) && block.kind === 'paragraph' ? { kind: 'furniture', place: block.place, text: block.text } : block,
  )
}

/** Where the head of a page stands behind a paragraph that is open, or nothing. */
function headsBehind(
  blocks: readonly Block[],
  from: number,
  repeats: (block: ParagraphBlock, before: number) => boolean,
  phrases: Phrases,
): readonly number[] {
  const heads: number[] = []
  let evident = false
  let furnished = false
  for (let at = from + 1; at < Math.min(blocks.length, from + mostBetween); at++) {
    const block = blocks[at]!
    if (block.kind === 'table') return []
    if (block.kind !== 'paragraph') {
      furnished = true
      continue
    }
    const symbol = isSymbol(block)
    const repeated = !symbol && short(block) && !ended.test(block.text) && repeats(block, from)
    if (symbol || repeated || (short(block) && dateLine.test(block.text))) {
      evident ||= symbol || repeated
      heads.push(at)
    } else {
      const before = blocks[from] as ParagraphBlock
      const within = furnished && midSentence.test(before.text.slice(-2)) && !block.heading
      return evident && isOpen(before, phrases) && (within || goesOn(block, phrases)) ? heads : []
    }
  }
  return []
}
