import type { InvitationFilter } from '#modules/submissions'
import { coverageGroups } from '../coverage.ts'
import { invitationStates } from '../invitation.ts'

/** The filter an address asks for; what it does not know it leaves out. */
export function filterIn(asked: URLSearchParams): InvitationFilter {
  const state = invitationStates.find((one) => one === asked.get('state'))
  const group = coverageGroups.find((one) => one === asked.get('group'))
  const after = Number(asked.get('after'))
  return {
    ...(state && { state }),
    ...(group && { group }),
    ...(asked.get('not-reached') === 'yes' && { notReached: true }),
    ...(Number.isInteger(after) && after > 0 && { after }),
  }
}
