import type { Calendar } from '#modules/calendar'
import type { Documents } from '#modules/documents'
import { type ActRequest, type Done, type Performing, perform as performed, type Work } from '#modules/ledger'
import type { Mandates } from '#modules/mandates'
import type { Parties } from '#modules/parties'
import { may, type Permission, type Visitor } from '#platform/access'
import type { Files } from '#platform/files'
import type { Mail } from '#platform/mail'
import type { FieldError, Outcome, Refusal } from './refusal.ts'
import type { AnswerListener } from './room.ts'
import type { SealedTable } from './seals.ts'

export type { Done, Work }

/** What the acts of this room stand on. */
export interface Ground extends Performing<SealedTable> {
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly mandates: Mandates
  readonly files: Files
  readonly mail: Mail
  readonly listeners: readonly AnswerListener[]
}

export const refusal = (refused: Exclude<Refusal['refused'], 'not-allowed' | 'invalid'>): Refusal => ({ refused })
export const invalid = (errors: readonly FieldError[]): Refusal => ({ refused: 'invalid', errors })

/** One act, as in every room: who may, change, one entry, in one transaction. */
export function perform<Answer extends object>(
  ground: Ground,
  request: ActRequest,
  work: (work: Work) => Promise<Done<Answer, SealedTable> | Refusal>,
): Promise<Outcome<Answer>> {
  return performed<Answer, Refusal, SealedTable>(ground, request, work)
}

/** For whom an invitation may be answered: its actor, and whoever holds its link. */
export const ofInvitation = ({
  actor,
  id,
}: {
  readonly actor: string | null
  readonly id: string
}): readonly (string | null)[] => [actor, id]

/** Whether a visitor may do an act on an invitation, or on a call where none is named. */
export const mayOn = (
  by: Visitor,
  permission: Permission,
  invitation: { readonly actor: string | null; readonly id: string } | null = null,
): boolean => (invitation === null ? [null] : ofInvitation(invitation)).some((one) => may(by, permission, one))

/** Whether a visitor works in the office. */
export const isOffice = (by: Visitor): boolean =>
  by.grants.some(({ role }) => role === 'officer' || role === 'evaluator' || role === 'administrator')

/** `2012-1/4` -> call and number; null where it names nothing. */
export function partsOf(invitation: string): { readonly call: string; readonly n: number } | null {
  const match = /^(\d{4}-[1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(invitation)
  return match ? { call: match[1]!, n: Number(match[2]) } : null
}
