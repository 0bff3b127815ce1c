import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { NotAllowed, Visitor } from '#platform/access'
import type { SignedIn, SignInRefusal, Whence } from './session.ts'

/** A key in somebody's device or password manager, as far as its owner needs to know it again. */
export interface Passkey {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly usedAt: string | null
}

export interface PasskeyRefusal {
  readonly refused: 'passkey-not-taken' | 'passkey-known' | 'bad-name'
}

/** Signing in without mail and without a password (WebAuthn level 3). `origin` is the address of the site. */
export interface Passkeys {
  /** One's own. */
  passkeys(by: Visitor): Promise<readonly Passkey[]>
  /** What the browser needs to make one: good for five minutes and one use. */
  startAddingPasskey(by: Visitor, origin: string): Promise<PublicKeyCredentialCreationOptionsJSON | NotAllowed>
  /** Act `parties.add-passkey`. Asks: what the browser made, a name for it. Who may: the person it was started for. */
  addPasskey(
    by: Visitor,
    request: { readonly name: string; readonly response: RegistrationResponseJSON },
    origin: string,
  ): Promise<{ readonly passkey: string } | PasskeyRefusal | NotAllowed>
  /** Act `parties.remove-passkey`. Who may: its owner. */
  removePasskey(by: Visitor, passkey: string): Promise<{ readonly removed: boolean } | NotAllowed>
  /** What the browser needs to sign in with one: good for five minutes and one use. */
  startPasskey(whence: Whence): Promise<PublicKeyCredentialRequestOptionsJSON | SignInRefusal>
  /** Act `parties.sign-in`, by passkey. Who may: whoever holds it and could show so. */
  signInByPasskey(response: AuthenticationResponseJSON, whence: Whence): Promise<SignedIn | SignInRefusal>
}
