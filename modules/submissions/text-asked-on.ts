import type { Document, Documents } from '#modules/documents'
import type { Mandate } from '#modules/mandates'
import { foldName } from '#modules/parties'
import type { TextPlace } from './call.ts'
import { askedOn } from './subject.ts'

/** Titles shorter than this name too many things. */
const shortestTitle = 24

/** Whether a paragraph is about a text as a text. */
const asksComments = /\b(?:comments?|observations|amendments) (?:and \w+ )?(?:on|to)\b/u

function isNamed({ id, title }: Document, words: string, cited: string): boolean {
  if (cited.includes(id)) return true
  const folded = foldName(title)
  return (
    folded.length >= shortestTitle &&
    (words.includes(folded) || (words.length >= shortestTitle && folded.includes(words)))
  )
}

/**
 * The text a paragraph asks comments on, where the register holds it: one named by its title, or by its symbol in the
 * paragraph or a footnote to it. Null where the paragraph asks for no comments or no text is found.
 */
export async function textAskedOn(documents: Documents, mandate: Mandate): Promise<TextPlace | null> {
  if (!asksComments.test(mandate.text)) return null
  const placed = await documents.item(mandate.document, mandate.unit, mandate.path)
  const notes = placed?.unit.footnotes.filter(({ mark }) => placed.item.footnotes.includes(mark)) ?? []
  const cited = [mandate.text, ...notes.map(({ text, resolved }) => resolved ?? text)].join('\n')
  const words = foldName(askedOn(mandate.text) ?? mandate.text)
  const named = (await documents.list()).find((one) => one.id !== mandate.document && isNamed(one, words, cited))
  const held = named && (await documents.document(named.id))
  const unit = held?.version.outline.units.find(({ items }) => items.some(({ path }) => path !== null))
  return held && unit ? { document: held.document.id, unit: unit.id, paths: [] } : null
}
