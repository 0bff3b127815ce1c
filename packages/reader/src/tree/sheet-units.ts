import type { Block, ParagraphBlock } from '../blocks/block.ts'
import type { UnitType } from '../outline.ts'
import type { Phrases } from '../phrases/phrase.ts'
import { organIn, organLine, paragraphsAfter } from './organs.ts'
import type { UnitSpan } from './unit-span.ts'

/** "2012/19. Title", "1973 (2011). Title", "S-13/2. Title": a number only resolutions and decisions have. */
export const titleLine =
  /^((?:(?:S|ES|DS|SS)-)?\d{1,4}\/(?:S-|ES-)?\d{1,4}(?:\s?[A-Z])?|\d{1,4}(?:\s?[A-Z])?\s?\((?:\d{4}|[IVXLC]{1,7}|(?:S|ES)-[IVX]{1,5})\))(?:(?:\s?[.．:–—-]\s*){1,2}|\s+(?=\p{Lu}|\p{Lo}))(\S.*)$/u

const symbolLine = /^([A-Z]{1,4}(?:\/[A-Za-z0-9.()-]{1,20}){1,6}(?:\s?\(\d{4}\))?)\*?$/

/** A line with number and title, and the organ soon behind it. */
function headsSheet(blocks: readonly Block[], at: number, phrases: Phrases): boolean {
  const block = blocks[at]!
  if (block.kind !== 'paragraph' || block.numbering || !titleLine.test(block.text.slice(0, 400))) return false
  return paragraphsAfter(blocks, at, 4).some((next) => organIn(next.block.text, phrases))
}

/** Where sheets start, in the order of the text. */
export function titlesIn(blocks: readonly Block[], phrases: Phrases): readonly number[] {
  const titles: number[] = []
  for (let at = 0; at < blocks.length; at++) if (headsSheet(blocks, at, phrases)) titles.push(at)
  return titles
}

/** One unit for each title; one for the whole text where there is none. */
export function sheetUnits(blocks: readonly Block[], titles: readonly number[], phrases: Phrases): readonly UnitSpan[] {
  if (titles.length === 0) return [sheetUnit(blocks, phrases, 0, blocks.length, null)]
  return titles.map((title, index) =>
    sheetUnit(blocks, phrases, index === 0 ? 0 : title, titles[index + 1] ?? blocks.length, title),
  )
}

function sheetUnit(
  blocks: readonly Block[],
  phrases: Phrases,
  from: number,
  to: number,
  title: number | null,
): UnitSpan {
  const organ = organLine(blocks, from, to, title, phrases)
  const masthead = blocks.slice(from, title ?? organ ?? from).filter((block) => block.kind === 'paragraph')
  const bare = title === null ? masthead.find((block) => bareNumber(block, phrases)) : undefined
  const number = title !== null ? (titleLine.exec(textAt(blocks, title))?.[1] ?? null) : bareNumber(bare, phrases)
  const symbol = masthead.map((block) => symbolLine.exec(block.text)?.[1]).find((found) => found !== undefined)
  const stated = title === null ? statementIn(blocks, from, to, phrases) : null
  if (stated) {
    const id = stated.symbol ?? stated.number ?? 'statement'
    const own = { type: 'other', form: 'statement', id, number: stated.number, titleLine: stated.title } as const
    return { ...own, parent: null, from, to, head: null, organ }
  }
  const series = organ === null ? null : (organIn(textAt(blocks, organ), phrases)?.row.series ?? null)
  const type = organ === null && title === null ? 'other' : typeOf(masthead, symbol, phrases)
  const id = symbol ?? (number && series && type === 'resolution' ? `${series}${number}` : (number ?? type))
  // a number without a title heads the text where nothing stands before it, and is a line of the masthead elsewhere
  const bareAt = bare && bare === masthead[0] ? blocks.indexOf(bare) : null
  return { type, id, number, parent: null, from, to, head: null, titleLine: title ?? bareAt, organ }
}

/** Lines of a masthead are at most so many. */
const mastheadLines = 15

/** "PRST 29/1. Enhancing the efficiency of the Council" */
const statementNumber = /^(?:[A-Z]\/)?(?:HRC\/)?PRST[ /](?:OS\/)?(\d{1,4}\/\d{1,3})(\. {1,2}\S)?/

/** What a masthead says of a statement of whoever presides, by its symbol (`S/PRST/2011/4`) or in words; else null. */
function statementIn(blocks: readonly Block[], from: number, to: number, phrases: Phrases) {
  let said = false
  let symbol: string | undefined
  let number: string | null = null
  let title: number | null = null
  for (let at = from; at < Math.min(to, from + mastheadLines); at++) {
    const block = blocks[at]!
    if (block.kind !== 'paragraph' || block.text.length > 300) continue
    const found = statementNumber.exec(block.text)
    const printed = symbolLine.exec(block.text)?.[1]
    if (printed && /\/PRST\//.test(printed)) symbol ??= printed
    if (found) number ??= found[1]!
    if (found?.[2] !== undefined) title ??= at
    said ||= phrases.statements.some(({ pattern }) => pattern.test(block.text))
  }
  return said || symbol || number ? { symbol, number, title } : null
}

const textAt = (blocks: readonly Block[], at: number) => (blocks[at] as ParagraphBlock).text

function bareNumber(block: ParagraphBlock | undefined, phrases: Phrases): string | null {
  if (!block) return null
  return phrases.numbers.map(({ pattern }) => pattern.exec(block.text)?.[1]).find((found) => found) ?? null
}

function typeOf(masthead: readonly ParagraphBlock[], symbol: string | undefined, phrases: Phrases): UnitType {
  const says = (rows: Phrases['drafts']) =>
    masthead.some((block) => rows.some(({ pattern }) => pattern.test(block.text.slice(0, 300))))
  const kind = says(phrases.decisions) ? 'decision' : 'resolution'
  return (symbol && /\/L\.\d/.test(symbol)) || says(phrases.drafts) ? `draft-${kind}` : kind
}
