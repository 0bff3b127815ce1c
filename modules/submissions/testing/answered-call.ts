import type { InviteeGiven } from '../invitation.ts'
import { done, openedCall } from './opened-call.ts'
import type { SubmissionRooms } from './rooms.ts'
import { answered, holderOf } from './sends.ts'

const states: readonly InviteeGiven[] = ['cl', 'it', 'jp', 'ke', 'pl', 'br', 'us'].map((actor) => ({
  kind: 'actor',
  actor,
  email: `${actor}@example.org`,
}))
const forum: InviteeGiven = {
  ...{ kind: 'organization', name: 'World Tourism Forum', email: 'forum@example.org', language: 'fr' },
}

/**
 * A call seven States from all regional groups and one organization were invited to: Chile, Italy, Japan (late), the
 * United States and the forum answered for everybody, Kenya for Member States alone, Poland took its answer back, Brazil
 * is silent. `clock` is set to the days on which that happened, and stands on 1 March 2013 in the end.
 */
export async function answeredCall(
  rooms: Pick<SubmissionRooms, 'submissions'>,
  clock: (at: Date) => void,
): Promise<{ readonly call: string; readonly of: Readonly<Record<string, string>> }> {
  const on = (day: string) => clock(new Date(`${day}T10:00:00Z`))
  on('2012-10-01')
  const { call, invited } = await openedCall(rooms, { invitees: [...states, forum] })
  const names = ['cl', 'it', 'jp', 'ke', 'pl', 'br', 'us', 'forum']
  const of = Object.fromEntries(names.map((name, at) => [name, invited[at]!]))
  const send = (
    name: string,
    ...rest: Parameters<typeof answered> extends [unknown, unknown, unknown, ...infer Rest] ? Rest : never
  ) => answered(rooms, holderOf(of[name]!), of[name]!, ...rest)
  on('2012-11-05')
  await send('cl', {
    q1: { options: ['yes'] },
    q2: { options: ['trafficking', 'fraud'] },
    q3: { text: 'Two rings were found.\nTourist police units were set up in 2011 in every region.' },
    q4: { text: '1250' },
    q9: { comments: [{ path: '4', text: 'We welcome it.', proposal: '' }] },
  })
  on('2012-12-03')
  await send('it', { q1: { options: ['no'] }, q9: { comments: [{ path: '5', text: 'Too long.' }] } })
  await send(
    'forum',
    {
      q1: { options: ['yes'] },
      q2: { options: ['fraud'], other: 'Faux guides' },
      q3: { text: 'Des unités de police touristique ont été créées.' },
    },
    { language: 'fr' },
  )
  await send('pl', { q1: { options: ['yes'] }, q2: { options: ['terrorism'] }, q3: { text: 'Secret in the end.' } })
  await send('ke', { q1: { options: ['yes'] }, q4: { text: '7' } }, { visibility: 'member-states' })
  on('2013-01-10')
  await send('us', {
    q1: { options: ['yes'] },
    q2: { note: 'no_information' },
    q4: { text: '18' },
    q5: { note: 'not_applicable' },
  })
  on('2013-01-20')
  await send('jp', {
    q1: { options: ['yes'] },
    q2: { options: ['fraud'] },
    q3: { text: 'Police units for tourists work in Kyoto.' },
    q4: { text: '33' },
  })
  on('2013-02-01')
  done(await rooms.submissions.withdraw(holderOf(of.pl!), { invitation: of.pl!, reason: 'Under review.' }))
  on('2013-03-01')
  return { call, of }
}
