import { wordsIn } from '#platform/words'
import type { ComparedText, ComparedTexts, CompareRefusal } from './compare.ts'
import { refusalInWords } from './words.ts'

/** Those of the page among them: the file says what the page says. */
const wordsOf = wordsIn(new URL('./messages/', import.meta.url), new URL('./web/messages/', import.meta.url))

/** Why two texts were not compared, and what to do; for programs. */
export function refusedToCompare(refusal: CompareRefusal): string {
  const say = wordsOf('en')
  switch (refusal.refused) {
    case 'unknown-document': {
      const nearest = refusal.nearest.map(({ id }) => id)
      const facts = { asked: refusal.asked, count: nearest.length, nearest: nearest.join(', ') }
      return say('documents.compare.refused.unknown-document', facts)
    }
    case 'unknown-version': {
      const { document, asked, versions } = refusal
      const facts = { document, asked, versions: [...versions].sort((a, b) => a - b).join(', ') }
      return say('documents.compare.refused.unknown-version', facts)
    }
    case 'unreadable':
      return refusalInWords(refusal.refusal)
  }
}

/** What stands at the head of a comparison on paper. */
export function headOf({ old, new: now }: ComparedTexts, language?: string): string {
  const say = wordsOf(language)
  const named = ({ document, version }: ComparedText) =>
    document === null ? say('compare.the-draft') : say('compare.of-version', { document, version })
  return say('compare.titled', { old: named(old), new: named(now) })
}
