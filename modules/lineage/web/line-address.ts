import { inAddress } from '#platform/addresses'
import { lineAddress } from '#web'
import type { Saying, SayingAddress, TextKey } from '../descent.ts'

/** A paragraph's line: by its number, by its place in the preamble, or by its place in the version. */
export function sayingAddress({
  document,
  unit,
  path,
  recital,
  n,
}: Omit<Saying, 'of' | 'text' | 'kind' | 'number'> & TextKey): string {
  if (path !== null) return lineAddress({ document, unit, path })
  const query = new URLSearchParams({
    ...(unit !== document && { unit }),
    ...(recital !== null ? { recital: String(recital) } : { n: String(n) }),
  })
  return `/lineage/${inAddress(document)}?${query}`
}

export function seriesAddress({ document, unit }: TextKey): string {
  const address = `/series/${inAddress(document)}`
  return unit === document ? address : `${address}?unit=${encodeURIComponent(unit)}`
}

export const compareAddress = (old: TextKey, neu: TextKey): string =>
  `/compare?old=${encodeURIComponent(old.document)}&new=${encodeURIComponent(neu.document)}`

/** What the address of a page asks for; null where it names no paragraph. */
export function sayingAsked(document: string, unit: string, asked: URLSearchParams): SayingAddress | null {
  const path = asked.get('path')
  if (path !== null && path !== '') return { document, unit, path }
  for (const name of ['recital', 'n'] as const) {
    const given = asked.get(name)
    if (given !== null && /^\d{1,6}$/.test(given)) return { document, unit, [name]: Number(given) }
  }
  return null
}
