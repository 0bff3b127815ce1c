/** A page that needs scripts exports `handle = { interactive: true }`; all others are sent without any. */
export function isInteractive(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'interactive' in handle && handle.interactive === true
}
