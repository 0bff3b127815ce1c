import type { Entry } from './fields.ts'

/** What was typed and could not be saved yet, kept on this device until it is. */
export interface Unsaved {
  /** Mark of what stood on the server when it was typed. */
  readonly was: string
  readonly entries: readonly Entry[]
}

const keyOf = (invitation: string): string => `answer ${invitation}`

/** A browser may keep nothing, in a private window or where its place is full: then there is nothing here. */
export function readKept(invitation: string): Readonly<Record<string, Unsaved>> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(invitation)) ?? '{}')
    return typeof found === 'object' && found !== null ? (found as Record<string, Unsaved>) : {}
  } catch {
    return {}
  }
}

/** Whether it could be kept. */
export function keep(invitation: string, unsaved: Readonly<Record<string, Unsaved>>): boolean {
  try {
    if (Object.keys(unsaved).length === 0) localStorage.removeItem(keyOf(invitation))
    else localStorage.setItem(keyOf(invitation), JSON.stringify(unsaved))
    return true
  } catch {
    return false
  }
}
