import type { Ground } from './acting.ts'
import type { CallProposal } from './call.ts'

/** What a paragraph of the register gives for a call; null where there is no such mandate. */
export async function propose(ground: Ground, mandate: string): Promise<CallProposal | null> {
  const found = await ground.mandates.mandate(mandate)
  if (!found) return null
  return null
}
