import { submissionRooms } from '../../submissions/testing/rooms.ts'
import { followupManifest } from '../index.ts'

/** Every room up to this one on a database of its own, with the two founding texts in the register. */
export async function followedRooms(now: () => Date, options: { readonly texts?: boolean } = {}) {
  const left = await submissionRooms(now, options)
  const followup = followupManifest.open(left.platform, left)
  left.mandates.onStatus(followup.statuses)
  left.submissions.onAnswer(followup.takeSubmission)
  return { ...left, followup }
}

export type FollowedRooms = Awaited<ReturnType<typeof followedRooms>>
