import { inAddress } from '#platform/addresses'

export { documentAddress, paragraphAddress, paragraphAnchor } from '#platform/addresses'

/** Where things stand on the site. A page and its data share one scheme; ids are percent-encoded part by part. */

/** `Mandate.id` as an address: `E/2011/30#A/Draft resolution I#4` -> `/mandates/E/2011/30%23A/Draft%20resolution%20I%234`. */
export const mandateAddress = (id: string): string => `/mandates/${inAddress(id)}`

/** `Dossier.id` as an address: that of what is asked. */
export const dossierAddress = (id: string): string => `/dossiers/${inAddress(id)}`

export const actorAddress = (id: string): string => `/actors/${inAddress(id)}`

/** Where a numbered paragraph comes from and what became of it. */
export function lineAddress({ document, unit, path }: { document: string; unit: string; path: string }): string {
  const query = new URLSearchParams({ ...(unit !== document && { unit }), path })
  return `/lineage/${inAddress(document)}?${query}`
}

export const sessionAddress = (body: string, session: number): string =>
  `/sessions/${inAddress(body.toLowerCase())}/${session}`

/** The same page with some filters changed; `null` takes one away. A changed filter starts at the first row again. */
export function withFilters(
  address: string,
  parameters: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): string {
  const next = new URLSearchParams(parameters)
  next.delete('after')
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) next.delete(key)
    else next.set(key, value)
  }
  const query = next.toString()
  return query === '' ? address : `${address}?${query}`
}
