import type { Messages } from '#platform/i18n'

/** What every page knows of its request. */
export interface RootData {
  readonly language: string
  /** Languages the site speaks. */
  readonly languages: readonly string[]
  readonly direction: 'ltr' | 'rtl'
  readonly requestId: string
  readonly nonce: string | undefined
  readonly messages: Messages
  /** Who is signed in: their name, and whether there are people they may see. */
  readonly signedIn: { readonly name: string; readonly seesPeople: boolean } | null
}
