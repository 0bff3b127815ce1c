import { speakFrom } from '#platform/words'
import type { CompareRefusal } from './compare.ts'
import english from './messages/en.json' with { type: 'json' }
import { refusalInWords } from './words.ts'

const say = speakFrom([english])

/** Why two texts were not compared, and what to do; for programs. */
export function refusedToCompare(refusal: CompareRefusal): string {
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
