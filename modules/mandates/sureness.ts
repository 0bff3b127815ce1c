import { certainFrom } from '@resolute/reader'

/** How sure a reading is, in words; the figure stands beside it. */
export type Sureness = 'sure' | 'fair' | 'doubtful' | 'very-doubtful'

/** `sure` from where on the readings by hand bear the rules out in 97 of 100 paragraphs; the rest in even steps. */
export function surenessOf(certainty: number): Sureness {
  if (certainty >= certainFrom) return 'sure'
  if (certainty >= 0.8) return 'fair'
  return certainty >= 0.6 ? 'doubtful' : 'very-doubtful'
}
