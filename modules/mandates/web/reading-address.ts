import { inAddress } from '#platform/addresses'
/** The facets of the queue that stand in the address, in the order they are shown. */
export const queueFacets = ['state', 'doubt', 'body', 'actor', 'document'] as const
export type QueueFacet = (typeof queueFacets)[number]

/** The filter alone, for the addresses of single readings. */
export function queueQuery(asked: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of queueFacets) {
    const value = asked.get(name)
    if (value) kept.set(name, value)
  }
  const query = kept.toString()
  return query === '' ? '' : `?${query}`
}

/** `Mandate.id` as the address of its reading. */
export const readingAddress = (id: string): string => `/readings/${inAddress(id)}`
