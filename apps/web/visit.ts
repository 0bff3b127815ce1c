import { createContext } from 'react-router'
import type { FreshToken, Whence } from '#modules/parties'
import type { Visitor } from '#platform/access'
import type { LanguageChoice } from '#platform/i18n'
import type { Rooms } from '../../modules/modules.ts'

/** The session of the browser that asks, and how an act of signing in or out changes it. */
export interface VisitSession {
  /** Null where nobody is signed in. */
  readonly id: string | null
  readonly whence: Whence
  /** The browser is given this token with the answer. */
  begin(token: FreshToken): void
  /** The browser's token is taken from it with the answer. */
  end(): void
}

/** What a page gets with a request: the rooms of the running program, never a store. */
export interface Visit {
  readonly rooms: Rooms
  readonly now: () => Date
  /** Who asks. Pages hand it on to acts, which check it. */
  readonly visitor: Visitor
  readonly session: VisitSession
  /** The language the visitor reads, and which way it runs. */
  readonly reads: LanguageChoice
  readonly origin: string
  /** Name of the organization whose sign-in is connected (OpenID Connect); null where none is. */
  readonly openid: string | null
  /** Named on error pages, so that the cause can be found in the log. */
  readonly requestId: string
  /** Allows an inline script under the page's content security policy. */
  readonly nonce: string | undefined
  failed(error: unknown): void
}

/** The server sets it, pages read it; both through the bundle's own copy of this key. */
export const visitKey = createContext<Visit>()
