import type { ReadingFilter } from '#modules/mandates'
import { readingLooks, readingStates, reasonsOfDoubt } from '../api-readings-schemas.ts'

/** A filter from an address. What is not understood is left out rather than refused: an address can be mistyped. */
export function queueFilterFrom(asked: URLSearchParams): ReadingFilter {
  const text = (name: string) => asked.get(name) || undefined
  const state = [...readingStates, ...readingLooks].find((one) => one === asked.get('state'))
  const doubt = reasonsOfDoubt.find((one) => one === asked.get('doubt'))
  return { state, doubt, document: text('document'), body: text('body'), actor: text('actor'), after: text('after') }
}
