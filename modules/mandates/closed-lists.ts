/** The closed lists a clause is made of, in the order they are offered (the reader's own types hold them to it). */
import type { AddresseeClass, ConditionClass, Force, SessionPart } from '@resolute/reader'

export const forces = [
  'decision',
  'request',
  'call',
  'recommendation',
  'recognition',
] as const satisfies readonly Force[]

export const addresseeClasses = [
  'member_states',
  'states_parties',
  'secretary_general',
  'secretariat_entity',
  'un_system_entity',
  'intergovernmental_body',
  'other_ig_organization',
  'civil_society_private',
  'donors',
  'self',
  'other',
] as const satisfies readonly AddresseeClass[]

export const conditionClasses = [
  'within_mandate',
  'within_existing_resources',
  'extrabudgetary',
  'upon_request',
  'as_appropriate',
  'national_law',
  'other',
] as const satisfies readonly ConditionClass[]

export const sessionParts = ['opening', 'regular', 'reconvened'] as const satisfies readonly SessionPart[]
