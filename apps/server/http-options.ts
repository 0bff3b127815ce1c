import type { Log } from '#platform/http'
import type { OpenIdSettings } from './openid.ts'

export interface HttpOptions {
  /** Where people reach the site: `http://localhost:8080`. Strict transport security follows its scheme. */
  readonly origin: string
  /** Outside production the pages may show the cause of an error. */
  readonly production: boolean
  readonly log: Log
  readonly now: () => Date
  /** The sign-in of an organization (OpenID Connect), where one is connected. */
  readonly openid?: OpenIdSettings | null
}
