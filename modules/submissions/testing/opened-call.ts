import { program, type Visitor } from '#platform/access'
import type { CallWords } from '../call.ts'
import type { Form } from '../form.ts'
import type { InviteeGiven } from '../invitation.ts'
import type { SubmissionRooms } from './rooms.ts'
import { sampleForm } from './sample-form.ts'

/** What is said of the call most tests are about: E/RES/2012/19, paragraph 4, for the session that hears the report. */
export const sampleWords: CallWords = {
  subject: sampleForm.title,
  introduction: {
    en: 'Views are asked for on threats to the tourism sector.',
    fr: 'Des vues sont demandées sur les menaces pesant sur le secteur du tourisme.',
  },
  anchor: { document: 'E/RES/2012/19', unit: 'E/RES/2012/19', path: '4' },
  caller: 'unodc',
  report: { body: 'CCPCJ', session: 22, obligation: null },
  deadline: '2013-01-15',
  visibility: 'public',
  reminders: [14, 3],
  contact: 'calls@example.org',
}

interface Wanted {
  readonly form?: Form
  readonly words?: Partial<CallWords>
  readonly invitees?: readonly InviteeGiven[]
}

/**
 * A call that is out, made by the acts an officer does, with whoever is to be invited: `2012-1/1` is the first of them.
 * Throws where an act is refused.
 */
export async function openedCall(
  { submissions }: Pick<SubmissionRooms, 'submissions'>,
  { form = sampleForm, words = {}, invitees = [] }: Wanted = {},
  by: Visitor = program('system:test'),
): Promise<{ readonly call: string; readonly invited: readonly string[] }> {
  const made = done(await submissions.makeCall(by, { words: { ...sampleWords, ...words } }))
  const { call } = made
  done(await submissions.changeForm(by, { call, form }))
  done(await submissions.openCall(by, { call }))
  const invited = invitees.length === 0 ? [] : done(await submissions.invite(by, { call, invitees })).invited
  return { call, invited }
}

/** What an act gave; throws with its refusal where it was refused. */
export function done<Answer extends object>(outcome: Answer): Exclude<Answer, { readonly refused: unknown }> {
  if ('refused' in outcome) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<Answer, { readonly refused: unknown }>
}
