import { organNamed } from '../mandates/surroundings.ts'
import type { Outline } from '../outline.ts'
import { citedAct } from './acts.ts'
import type { CitedAct } from './citation.ts'
import { instrumentsIn } from './instruments.ts'
import { speakerIn } from './names-in-words.ts'
import { numberingOf } from './numbering-of-bodies.ts'
import { wordsFor } from './words/index.ts'

/** A resolution or decision of a text, as other texts cite it. */
export interface OwnName {
  readonly unit: string
  readonly names: CitedAct
}

/** What the adopted units of a text are cited as: those whose number and body it prints. Drafts have no such name. */
export function ownNamesOf({ language, units }: Outline): readonly OwnName[] {
  const words = wordsFor(language)
  return units.flatMap(({ id, type, number, organ, title, adopted }) => {
    if ((type !== 'resolution' && type !== 'decision') || number === null || organ === null) return []
    const speaker = words ? speakerIn(organ, words) : organNamed(organ)
    if (!speaker) return []
    return [{ unit: id, names: citedAct(type, speaker.name, number, adopted?.date ?? null, title) }]
  })
}

/** The year an act is of: that of its date, else the first its number can be of. */
export function yearOfAct({ body, number, date }: Pick<CitedAct, 'body' | 'number' | 'date'>): number | null {
  return date ? Number(date.slice(0, 4)) : (numberingOf(body)?.years?.(number)?.[0] ?? null)
}

/** A treaty by volume and number of the Treaty Series, as English texts name it; null where the table lacks it. */
export function treatyNamed(volume: string, number: string): { readonly name: string; readonly year: number } | null {
  const [only, other] = instrumentsIn([volume], [number])
  return only && !other ? { name: only.example.replace(/^the /, ''), year: only.years[0]! } : null
}
