import type { Language } from '@resolute/reader'
import type { Json } from '#modules/ledger'
import type { NotAllowed, Visitor } from '#platform/access'
import type { PeopleRefusal } from './person.ts'

/** How somebody proved who they are. */
export type Way = 'invitation' | 'link' | 'passkey' | 'openid'

/** Where a request comes from, as far as signing in cares. */
export interface Whence {
  /** The network of the asker: an IPv4 address, or the first 64 bits of an IPv6 one. Only its hash is kept. */
  readonly network: string
  /** What the browser says of itself, for the list of one's sessions. */
  readonly device: string
  /** The address of the site, for links in mail: `https://resolute.example`. */
  readonly origin: string
  /** The session the browser had before: ended by a new sign-in, so that nobody's session can be slipped under it. */
  readonly session: string | null
}

/** A session just begun, or its token turned: the one moment at which the token is known. */
export interface FreshToken {
  readonly token: string
  readonly expiresAt: string
}

export interface SignedIn extends FreshToken {
  readonly person: string
  readonly session: string
}

/** One device somebody is signed in on. */
export interface SignInSession {
  readonly id: string
  readonly way: Way
  readonly device: string
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
}

/** Who a token stands for. */
export interface Recognised {
  readonly visitor: Visitor
  readonly session: string
  readonly language: Language
  /** Set where the token was turned with this request: the browser must be given the new one. */
  readonly fresh: FreshToken | null
}

/** Why signing in was refused. Never says whether an address is known. */
export interface SignInRefusal {
  readonly refused: 'bad-email' | 'too-many' | 'link-unusable' | 'not-recognised'
}

export interface SignIns {
  /** Who a cookie's token stands for, or null: unknown, expired, ended, or copied (which ends the session). */
  recognise(token: string): Promise<Recognised | null>
  /** Whether the one-time link of the first administrator still stands. Looking does not use it up. */
  isInvited(token: string): Promise<boolean>
  /**
   * Act `parties.become-administrator`. Asks: the token of the one-time link, name, address, language. Does: uses the
   * link up, makes the administrator, signs in. Who may: whoever has the link.
   */
  becomeAdministrator(
    request: { readonly token: string; readonly name: string; readonly email: string; readonly language: Language },
    whence: Whence,
  ): Promise<SignedIn | SignInRefusal | PeopleRefusal>
  /**
   * Act `parties.request-link`. Asks: an address. Does: mails a link good for fifteen minutes and one use, where the
   * address is known; the answer and the time it takes are the same where it is not. Who may: anybody, so often.
   */
  requestLink(
    request: { readonly email: string; readonly next: string | null },
    whence: Whence,
  ): Promise<{ readonly state: 'asked' } | SignInRefusal>
  /** Whether a link of that token can still be used. Looking, as mail scanners do, does not use it up. */
  isLink(token: string): Promise<boolean>
  /** Act `parties.sign-in`, by link. Uses the link up, and every other one of that person. Who may: whoever has it. */
  signInByLink(token: string, whence: Whence): Promise<SignedIn | SignInRefusal>
  /** Keeps what a sign-in with OpenID Connect has to be finished with; the browser gets the token. */
  startOpenId(kept: Json, whence: Whence): Promise<{ readonly token: string } | SignInRefusal>
  /** What was kept, once. */
  takeOpenId(token: string): Promise<Json | null>
  /**
   * Act `parties.sign-in`, by an organization's own sign-in, after it has vouched for an address. Who may: whoever has
   * that address, if it is known here; an organization makes nobody a user.
   */
  signInByAddress(email: string, whence: Whence): Promise<SignedIn | SignInRefusal>
  /** Act `parties.sign-out`: ends one of one's own sessions. Who may: the person. */
  signOut(by: Visitor, session: string): Promise<{ readonly ended: boolean } | NotAllowed>
  /** One's own sessions, the newest first. */
  signInSessions(by: Visitor): Promise<readonly SignInSession[]>
  /**
   * Act `parties.give-link`: a link to hand over by other means than mail, for the command line on the machine. Good
   * for a day. Who may: an administrator.
   */
  giveLink(by: Visitor, person: string): Promise<{ readonly token: string } | PeopleRefusal | NotAllowed>
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long things last, in milliseconds. */
export const lasting = {
  /** A session nobody uses. */
  idle: 3 * day,
  /** Any session. */
  session: 14 * day,
  /** A session's token, before the browser is given another. */
  token: hour,
  /** Requests under way with the token before, once the new one has arrived. */
  grace: minute,
  /** Between two notes of when a session was last seen. */
  seen: 5 * minute,
  link: 15 * minute,
  givenLink: day,
  ceremony: 5 * minute,
} as const

/** How often something may be tried in a window: by address, by network. */
export const limits = {
  linkByAddress: { count: 5, window: hour },
  linkByNetwork: { count: 40, window: hour },
  proofByNetwork: { count: 60, window: 10 * minute },
} as const

export type Limit = (typeof limits)[keyof typeof limits]

/** What is known of a session when its token comes in. */
export interface TokenState {
  /** Whether the token given is the newest, or the one before it. */
  readonly given: 'newest' | 'before'
  readonly turnedAt: number
  /** When the newest token was first used; null while it has not arrived. */
  readonly arrivedAt: number | null
  readonly seenAt: number
  readonly expiresAt: number
}

/**
 * What becomes of a session at `now`. The token before stays good until the new one has arrived, since an answer may be
 * lost on its way; after that (and a minute for requests under way) it is in two hands, and the session ends.
 */
export function judge(state: TokenState, now: number): 'expired' | 'copied' | 'turn' | 'keep' {
  if (now >= state.expiresAt || now - state.seenAt >= lasting.idle) return 'expired'
  if (state.given === 'before') {
    if (state.arrivedAt !== null) return now - state.arrivedAt > lasting.grace ? 'copied' : 'keep'
    return now - state.turnedAt > lasting.grace ? 'turn' : 'keep'
  }
  return now - state.turnedAt >= lasting.token ? 'turn' : 'keep'
}
