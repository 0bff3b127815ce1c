import type { Language } from '@resolute/reader'
import type { GrantedRole, NotAllowed, Visitor } from '#platform/access'

/** Somebody who can sign in. Known by a number everywhere else: the ledger holds neither name nor address. */
export interface Person {
  readonly id: string
  /** Null once forgotten. */
  readonly name: string | null
  readonly email: string | null
  /** The language mail is written in. */
  readonly language: Language
  readonly createdAt: string
  /** An account that is closed lets nobody in. */
  readonly closedAt: string | null
  /** What they may be now, the oldest first. */
  readonly grants: readonly HeldGrant[]
}

/** A role somebody holds, with where it came from. */
export interface HeldGrant {
  readonly id: string
  readonly role: GrantedRole
  /** Id of the actor a focal point acts for; null for the other roles. */
  readonly actor: string | null
  /** Where in that actor: "mission", "Ministry of Justice". */
  readonly unit: string | null
  readonly givenBy: string
  readonly givenAt: string
  readonly until: string | null
}

/** A focal point hands a matter of its actor on to another person of that actor, and may take it back. */
export interface Delegation {
  readonly actor: string
  readonly from: string
  readonly to: string
}

/** What is asked when a role is given. */
export interface RoleRequest {
  readonly role: GrantedRole
  readonly actor?: string | null
  readonly unit?: string | null
  /** ISO instant at which it ends by itself. */
  readonly until?: string | null
}

export interface InviteRequest extends RoleRequest {
  readonly email: string
  readonly name: string
  readonly language: Language
  /** Address of the site, for the letter that tells them; null writes none. */
  readonly origin: string | null
}

/** Why an act on people was refused. */
export interface PeopleRefusal {
  readonly refused:
    | 'bad-email'
    | 'bad-name'
    | 'bad-unit'
    | 'bad-until'
    | 'no-such-actor'
    | 'actor-missing'
    | 'no-such-person'
    | 'no-such-grant'
    | 'already-granted'
    | 'last-administrator'
    | 'not-of-actor'
}

export type Refused = PeopleRefusal | NotAllowed

export interface Invited {
  readonly person: string
  readonly grant: string
  /** False where the address was known: the role was added to that person. */
  readonly created: boolean
}

/** The acts on people. Each takes who asks, checks it, and writes one ledger entry with numbers only. */
export interface People {
  /** Everybody a visitor may see (act `parties.see-people`): all for an administrator or officer, their own actor's people for a focal point. */
  people(by: Visitor, filter?: { readonly actor?: string }): Promise<readonly Person[] | NotAllowed>
  /** A person as those who record things need it: names of people who acted. No permission: gives no address. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** People who act for an actor now, for handing a matter on. For other modules: gives address and language for mail. */
  peopleOf(actor: string): Promise<readonly Person[]>
  /** The same for many actors in one question, by the id of the actor. */
  peopleOfAll(actors: readonly string[]): Promise<ReadonlyMap<string, readonly Person[]>>
  person(id: string): Promise<Person | null>
  /** Whether a matter of an actor can be handed on to a person: one who acts for that actor and can sign in. */
  canReceive(delegation: Delegation): Promise<boolean>
  /**
   * Act `parties.invite-person`. Asks: address, name, language, role. Does: makes the person (or takes the one with
   * that address) and gives the role. Who may: an administrator; a focal point for its own actor.
   */
  invitePerson(by: Visitor, request: InviteRequest): Promise<Invited | Refused>
  /** Act `parties.grant-role`. Who may: an administrator. Refusals: already granted, no such actor or person. */
  grantRole(by: Visitor, person: string, request: RoleRequest): Promise<{ readonly grant: string } | Refused>
  /** Act `parties.end-grant`. Who may: an administrator; a focal point for its own actor. Never the last administrator. */
  endGrant(by: Visitor, grant: string): Promise<{ readonly person: string } | Refused>
  /**
   * Act `parties.close-person`: ends every grant and session, removes passkeys; `forget` also takes name and address
   * away. Who may: an administrator.
   */
  closePerson(
    by: Visitor,
    person: string,
    options?: { readonly forget?: boolean },
  ): Promise<{ readonly person: string } | Refused>
  /** Act `parties.change-account`: one's own name and language. Who may: the person. */
  changeAccount(
    by: Visitor,
    change: { readonly name?: string; readonly language?: Language },
  ): Promise<{ readonly person: string } | Refused>
}
