import { createContext } from 'react-router'
import type { Visitor } from '#platform/access'
import type { LanguageChoice } from '#platform/i18n'
import type { Rooms } from '../../modules/modules.ts'

/** What a page gets with a request: the rooms of the running program, never a store. */
export interface Visit {
  readonly rooms: Rooms
  readonly now: () => Date
  /** Who asks. Pages hand it on to acts, which check it. */
  readonly visitor: Visitor
  /** The language the visitor reads, and which way it runs. */
  readonly reads: LanguageChoice
  readonly origin: string
  /** Named on error pages, so that the cause can be found in the log. */
  readonly requestId: string
  /** Allows an inline script under the page's content security policy. */
  readonly nonce: string | undefined
  failed(error: unknown): void
}

/** The server sets it, pages read it; both through the bundle's own copy of this key. */
export const visitKey = createContext<Visit>()
