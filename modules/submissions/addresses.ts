import { inAddress } from '#platform/addresses'
import type { Anchor } from './call.ts'

/** Where a paragraph of the register stands in the application: a sheet is named by its symbol alone. */
export function mandateAddress({ document, unit, path }: Anchor): string {
  const id = unit === document ? `${document}#${path}` : `${document}#${unit}#${path}`
  return `/mandates/${inAddress(id)}`
}
