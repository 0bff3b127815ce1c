import { refusalInWords } from '#modules/documents'
import { speakFrom } from '#platform/words'
import type { AgreedParagraph, AgreedPlace, AgreedRefusal, AgreedSummary, Building } from './agreed.ts'
import english from './messages/en.json' with { type: 'json' }

const say = speakFrom([english])

/** Why nothing was looked up, and what to do; for programs. */
export function agreedRefusalInWords(refusal: AgreedRefusal): string {
  switch (refusal.code) {
    case 'no-words':
      return say('lineage.agreed.refused.no-words')
    case 'text-too-long':
      return say('lineage.agreed.refused.text-too-long', { most: refusal.most, length: refusal.length })
    case 'too-many-paragraphs':
      return say('lineage.agreed.refused.too-many-paragraphs', { most: refusal.most, paragraphs: refusal.paragraphs })
    case 'too-large':
      return say('lineage.agreed.refused.too-large')
    default:
      return refusalInWords(refusal)
  }
}

export const buildingInWords = ({ done, of }: Building): string => say('lineage.agreed.building', { done, of })

export const summaryInWords = (summary: AgreedSummary): string => say('lineage.agreed.summary', { ...summary })

const placeInWords = ({ unit, path, year }: AgreedPlace): string =>
  say('lineage.agreed.place', { unit, path: path ?? 'none', year: year ?? 0 })

/** What became of a paragraph, in a sentence. */
export function standingInWords({ standing, matches }: AgreedParagraph): string {
  const [nearest] = matches
  if (standing === 'new' || !nearest) return say('lineage.agreed.standing.new')
  const { times, similarity, first, last } = nearest
  const facts = { times, similarity, first: placeInWords(first), last: placeInWords(last) }
  return say(`lineage.agreed.standing.${standing}`, facts)
}

/** Title of a column of the table. */
export const columnInWords = (key: string): string => say(`lineage.agreed.column.${key}`)
