/** What a page says of itself beside its loader, its action and what it shows: `export const handle: PageHandle = ...`. */
export interface PageHandle {
  /** Scripts are sent with it. */
  readonly interactive?: boolean
  /** Act of the table of permissions which whoever opens it must be allowed; absent: open to everybody. */
  readonly opens?: string
  /** Acts its forms ask for, each named by the form's field `act`. */
  readonly acts?: readonly string[]
}

/** A page that needs scripts exports `handle = { interactive: true }`; all others are sent without any. */
export function isInteractive(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'interactive' in handle && handle.interactive === true
}
