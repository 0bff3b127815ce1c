import type { Block, ParagraphBlock } from '../blocks/block.ts'
import { type Opening, openingOf } from '../phrases/opening.ts'
import type { OrganRow, Phrases } from '../phrases/phrase.ts'

/** The organ a paragraph names at its start, as written without its comma, and the row that knew it. */
export function organIn(text: string, phrases: Phrases): { readonly organ: string; readonly row: OrganRow } | null {
  const head = text.slice(0, 400)
  for (const row of phrases.organs) {
    const found = row.pattern.exec(head)
    if (found) return { organ: found[1]!, row }
  }
  return null
}

/** The next paragraphs behind a block, at most `count`. */
export function paragraphsAfter(blocks: readonly Block[], at: number, count: number) {
  const found: { readonly block: ParagraphBlock; readonly at: number }[] = []
  for (let next = at + 1; next < blocks.length && found.length < count; next++) {
    const block = blocks[next]!
    if (block.kind === 'paragraph') found.push({ block, at: next })
  }
  return found
}

const closed = /[,:،，：]["”]?$/

/**
 * The block where the organ speaks, or null. A masthead may name organs too: what ends with a comma or a colon comes
 * first, then a name behind the title, then one with the first recital behind it.
 */
export function organLine(
  blocks: readonly Block[],
  from: number,
  to: number,
  title: number | null,
  phrases: Phrases,
): number | null {
  let bare: number | null = null
  for (let at = from; at < to; at++) {
    const block = blocks[at]!
    if (block.kind !== 'paragraph' || !organIn(block.text, phrases)) continue
    if (closed.test(block.text) || block.text.length > 300) return at
    const next = paragraphsAfter(blocks, at, 1)[0]?.block
    const leads = next !== undefined && openingOf(next.text, phrases.openings) !== null
    if (bare === null && ((title !== null && at > title) || leads)) bare = at
  }
  return bare
}

/** The text without the quotation mark in front, as the paragraphs of a statement have one each. */
export const unquoted = (text: string) => text.replace(/^["“”«„「]\s?/u, '')

const speakers = new WeakMap<Phrases, readonly string[]>()

/** The names under which the organs with a series of their own speak. */
function speakersOf(phrases: Phrases): readonly string[] {
  let names = speakers.get(phrases)
  if (!names) {
    names = phrases.organs.flatMap(({ series, example }) => (series ? [example.replace(/[,，،:：]$/u, '')] : []))
    speakers.set(phrases, names)
  }
  return names
}

/** "The Security Council reaffirms ...": the organ a paragraph starts with, and the verb it speaks with, where it is known. */
export function speakerIn(
  text: string,
  phrases: Phrases,
): { readonly organ: string; readonly opening: Opening | null } | null {
  const said = unquoted(text.slice(0, 400))
  const organ = speakersOf(phrases).find((name) => said.startsWith(name))
  if (organ === undefined) return null
  const opening = openingOf(said.slice(organ.length).trimStart(), phrases.openings, {
    prefer: 'operative',
    known: true,
  })
  return { organ, opening: opening?.part === 'operative' ? opening : null }
}
