import type { Language } from '@resolute/reader'

/** Who is to be invited. A group stands for its members; organizations and people the directory does not know by name. */
export type InviteeGiven =
  | {
      readonly kind: 'actor'
      readonly actor: string
      readonly email?: string | null
      readonly language?: Language | null
    }
  | {
      readonly kind: 'organization' | 'person'
      readonly name: string
      readonly email: string | null
      readonly language: Language
    }

/** Why no letter reached somebody. */
export type NotReached = 'no-address' | 'letter-failed'

/**
 * Where an invitation stands: not written to yet, written to, looked at, begun, sent (a submission stands), or withdrawn
 * (what was sent was taken back). Silence is silence: nothing is said about why.
 */
export const invitationStates = ['invited', 'asked', 'opened', 'begun', 'sent', 'withdrawn'] as const
export type InvitationState = (typeof invitationStates)[number]

/** One who is invited to answer a call. The followable of this room; address: `/calls/<call>/answer/<n>`. */
export interface Invitation {
  /** `<call>/<n>`. */
  readonly id: string
  readonly call: string
  readonly n: number
  readonly kind: InviteeGiven['kind']
  /** Id among the actors; null for those known by name alone. */
  readonly actor: string | null
  /** In English, or as given. */
  readonly name: string
  /** Address given for this invitation; people who act for an actor are written to besides. For the office alone. */
  readonly email: string | null
  readonly language: Language
  /** ISO day; the call's, or a later one. */
  readonly deadline: string | null
  readonly extended: boolean
  /** False where it was taken back before anything was sent. */
  readonly stands: boolean
  readonly state: InvitationState
  /** For the office alone. */
  readonly notReached: NotReached | null
  /** ISO instants; for the office and who answers. */
  readonly askedAt: string | null
  readonly remindedAt: string | null
  readonly sentAt: string | null
  /** What was sent came after the deadline that held for them. */
  readonly late: boolean
  /** Where the answer lies: who answers, whom it was handed on to (ids of people), and how many acts it has seen. */
  readonly answers: string | null
  readonly chain: readonly string[]
  readonly acts: number
}

export interface InvitationFilter {
  readonly state?: InvitationState
  readonly notReached?: boolean
  /** A regional group, `organization`, `person`, `entity`, as they are counted. */
  readonly group?: string
  readonly limit?: number
  readonly after?: number
}

/** How many invitations stand in each state, and how many letters did not arrive. */
export interface InvitationCounts {
  readonly states: Readonly<Record<InvitationState, number>>
  readonly total: number
  readonly notReached: number
}
