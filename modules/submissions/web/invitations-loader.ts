import type { Invitation } from '#modules/submissions'
import { nameIn } from '#platform/i18n'
import { type LoaderInput, notFound, visitOf } from '#web'
import { type CoverageGroup, groupOf } from '../coverage.ts'
import { filterIn } from './invitations-filter.ts'

/** Rows of one page: all Member States and some more. */
const atOnce = 200

/** What the table shows of one who is invited. */
export interface InvitedLine extends Invitation {
  readonly group: CoverageGroup
}

/** Who is invited to a call and where each stands; for the office, what may be done about it. */
export async function loadInvitations(input: LoaderInput) {
  const { rooms, visitor, reads, now } = visitOf(input)
  const { submissions } = rooms
  const id = input.params.call ?? ''
  const call = await submissions.call(id, visitor)
  if (!call) throw notFound('page', id)
  const asked = new URL(input.request.url).searchParams
  const [page, counts, directory] = await Promise.all([
    submissions.invitations(id, { ...filterIn(asked), limit: atOnce }, visitor),
    submissions.counts(id),
    rooms.parties.directory(),
  ])
  const rows = page.rows.map((row): InvitedLine => {
    const known = row.actor === null ? null : directory.actor(row.actor)
    return { ...row, name: directory.called(row.actor, row.name, reads.language), group: groupOf(row, known) }
  })
  const isOffice = submissions.may(visitor, 'submissions.invite')
  const inOrder = (one: { readonly text: string }, other: { readonly text: string }) =>
    one.text.localeCompare(other.text, reads.language)
  return {
    call,
    rows,
    next: page.next,
    query: asked.toString(),
    counts,
    office: isOffice
      ? {
          groups: directory
            .actors({ kind: 'group' })
            .filter(({ covers, group }) => covers === 'every-state' || group !== null)
            .filter(({ id: group }) => group !== 'states')
            .map(({ id: group, name }) => ({ id: group, name: nameIn(name, reads.language) })),
          actors: directory
            .actors()
            .filter(({ kind }) => kind !== 'group')
            .map(({ id: actor, name }) => ({ id: actor, text: nameIn(name, reads.language) }))
            .sort(inOrder),
          notAsked: counts.states.invited,
          awaited: counts.states.asked + counts.states.opened + counts.states.begun,
        }
      : null,
    once: crypto.randomUUID(),
    today: now().toISOString().slice(0, 10),
    language: reads.language,
    said: saidIn(asked),
  }
}

/** What was just done, with its figures. */
function saidIn(asked: URLSearchParams): { readonly act: string; readonly facts: Record<string, number> } | null {
  const act = asked.get('said')
  if (act === null || !saids.includes(act)) return null
  const count = (name: string) => Math.max(0, Math.trunc(Number(asked.get(name)) || 0))
  return { act, facts: { count: count('count'), others: count('others') } }
}

/** Acts after which the table says what was done. */
export const saids: readonly string[] = ['invite', 'ask', 'remind', 'extend']

export type InvitationsData = Awaited<ReturnType<typeof loadInvitations>>
export type OfficeOfInvitations = NonNullable<InvitationsData['office']>
