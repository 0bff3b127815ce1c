import type { ImportResult } from './document.ts'
import type { Found, FoundNothing, FoundText } from './found.ts'

/** What became of one thing found. */
export interface Outcome {
  readonly place: string
  readonly result: ImportResult | { readonly state: 'refused'; readonly refusal: FoundNothing['refusal'] }
}

/** How many texts are on their way at once: enough that the database is at work while the next text is read. */
export const onTheirWay = 8

/** Hands each text found to `take`, several at once, and tells what became of them in the order in which they were found. */
export async function* outcomesOf(
  found: AsyncIterable<Found>,
  take: (text: FoundText) => Promise<ImportResult>,
): AsyncGenerator<Outcome> {
  const waiting: Promise<Outcome>[] = []
  try {
    for await (const one of found) {
      const outcome = outcomeOf(one, take)
      outcome.catch(() => {}) // thrown below, when its turn comes
      waiting.push(outcome)
      if (waiting.length >= onTheirWay) yield await waiting.shift()!
    }
    while (waiting.length > 0) yield await waiting.shift()!
  } finally {
    // left early: what is under way ends before whoever asked goes on
    await Promise.allSettled(waiting)
  }
}

async function outcomeOf(one: Found, take: (text: FoundText) => Promise<ImportResult>): Promise<Outcome> {
  const { place } = one
  return { place, result: 'refusal' in one ? { state: 'refused', refusal: one.refusal } : await take(one) }
}
