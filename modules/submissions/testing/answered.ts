import type { Language } from '@resolute/reader'
import type { Visitor } from '#platform/access'
import type { GivenAnswer } from '../answer.ts'
import type { Visibility } from '../call.ts'
import { done } from './opened-call.ts'
import type { SubmissionRooms } from './rooms.ts'

interface Sent {
  readonly visibility?: Visibility
  readonly language?: Language
}

/** Writes answers to an invitation and sends them, by the acts of whoever answers. Throws where an act is refused. */
export async function answered(
  { submissions }: Pick<SubmissionRooms, 'submissions'>,
  by: Visitor,
  invitation: string,
  answers: Readonly<Record<string, GivenAnswer>>,
  { visibility = 'public', language = 'en' }: Sent = {},
): Promise<string> {
  const saved = done(await submissions.save(by, { invitation, answers, language }))
  if (saved.errors.length > 0) throw new Error(`not taken: ${JSON.stringify(saved.errors)}`)
  return done(await submissions.send(by, { invitation, visibility, language })).submission
}

/** Whoever holds the link of an invitation. */
export const holderOf = (invitation: string): Visitor => ({
  doer: `invitee:${invitation}`,
  person: null,
  name: null,
  grants: [{ role: 'invitee', actor: invitation }],
})
