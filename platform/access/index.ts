/** Who does something, as the ledger names it: `person:<id>`, `system:samples`, `command-line:<user>`, `public`. */
export type Doer = string

/**
 * What a person may be. Everybody is `public`, whoever is signed in a `person`, whoever holds the personal link of an
 * invitation its `invitee`; the rest is granted.
 */
export type Role = 'public' | 'person' | 'invitee' | GrantedRole

/** What is granted to a person, by name, and can be ended. */
export type GrantedRole = (typeof grantedRoles)[number]

export const grantedRoles = ['focal-point', 'officer', 'evaluator', 'administrator'] as const

/**
 * A role somebody holds. A focal point holds it for one actor (`cl`, `unodc`), an invitee for one invitation
 * (`2012-1/4`); the others for the whole office.
 */
export interface Grant {
  readonly role: GrantedRole | 'invitee'
  /** Id of whom or what it is held for; null for the whole office. */
  readonly actor: string | null
}

/** Who asks, with what they may be. Each act takes one and checks it: pages, API and command line alike. */
export interface Visitor {
  readonly doer: Doer
  /** Id of the person signed in; null for the public and for programs. */
  readonly person: string | null
  readonly name: string | null
  readonly grants: readonly Grant[]
}

/** One row of the table of permissions: who may do an act. Acts that no row names are open to nobody. */
export interface Permission {
  /** `followup.record-update`: the function, the ledger entry and the message key carry the same name. */
  readonly act: string
  readonly roles: readonly Role[]
}

/** Expected refusal of an act: the visitor is not one of those who may. */
export interface NotAllowed {
  readonly refused: 'not-allowed'
  readonly act: string
  /** Whether signing in could help: nobody is signed in. */
  readonly signIn: boolean
}

/** Somebody who is not signed in. */
export const anybody: Visitor = { doer: 'public', person: null, name: null, grants: [] }

/** The program itself, or whoever runs its command line on the machine: may do everything. */
export function program(doer: Doer): Visitor {
  return { doer, person: null, name: null, grants: [{ role: 'administrator', actor: null }] }
}

/**
 * Whether a visitor may do an act, where it concerns `actor` (null: no actor, so that being a focal point is not
 * enough). An administrator may do what anybody may.
 */
export function may(visitor: Visitor, permission: Permission, actor: string | null = null): boolean {
  if (permission.roles.includes('public')) return true
  if (permission.roles.includes('person') && visitor.person !== null) return true
  return visitor.grants.some(({ role, actor: own }) => {
    if (role === 'administrator') return true
    if (!permission.roles.includes(role)) return false
    return (role !== 'focal-point' && role !== 'invitee') || (actor !== null && own === actor)
  })
}

/** The refusal of an act a visitor may not do, or null where they may. */
export function refusalOf(visitor: Visitor, permission: Permission, actor: string | null = null): NotAllowed | null {
  if (may(visitor, permission, actor)) return null
  return { refused: 'not-allowed', act: permission.act, signIn: visitor.person === null }
}
