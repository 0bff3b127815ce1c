import type { Log } from '#platform/http'

export interface HttpOptions {
  /** Where people reach the site: `http://localhost:8080`. Strict transport security follows its scheme. */
  readonly origin: string
  /** Outside production the pages may show the cause of an error. */
  readonly production: boolean
  readonly log: Log
  readonly now: () => Date
}
