import { nameIn } from '#platform/i18n'
import { type LoaderInput, notFound, visitOf } from '#web'
import { groupOf } from '../coverage.ts'

/** One invitation, with what befell it for the office and who answers. */
export async function loadInvitation(input: LoaderInput) {
  const { rooms, visitor, reads } = visitOf(input)
  const { submissions } = rooms
  const { call: callId = '', n = '' } = input.params
  const id = `${callId}/${n}`
  const [call, invitation] = await Promise.all([submissions.call(callId, visitor), submissions.invitation(id, visitor)])
  if (!call || !invitation) throw notFound('page', id)
  const [history, directory] = await Promise.all([submissions.history(id, visitor), rooms.parties.directory()])
  const known = invitation.actor === null ? null : directory.actor(invitation.actor)
  const ids = history.flatMap(({ by }) => /^person:(\d+)$/.exec(by)?.[1] ?? [])
  const names = history.length === 0 ? new Map<string, string>() : await rooms.parties.names([...new Set(ids)])
  const may = (act: string) => submissions.may(visitor, act)
  return {
    call,
    invitation: {
      ...invitation,
      name: known ? nameIn(known.name, reads.language) : invitation.name,
      group: groupOf(invitation, known),
    },
    history: history.map(({ by, ...event }) => ({ ...event, by: names.get(by.replace('person:', '')) ?? null })),
    isOffice: may('submissions.invite'),
    /** Whether the visitor may answer it. */
    answers: submissions.may(visitor, 'submissions.save', { actor: invitation.actor, invitation: id }),
    once: crypto.randomUUID(),
    said: new URL(input.request.url).searchParams.get('said'),
  }
}

export type InvitationData = Awaited<ReturnType<typeof loadInvitation>>
