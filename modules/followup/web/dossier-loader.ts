import type { Due } from '#modules/calendar'
import type { Dossier, Reply } from '#modules/followup'
import type { Directory } from '#modules/parties'
import type { Visitor } from '#platform/access'
import { nameIn } from '#platform/i18n'
import { type LoaderInput, notFound, visitOf } from '#web'

type Rooms = ReturnType<typeof visitOf>['rooms']

/** A reply of an actor nobody has done anything with yet. */
const blank = (actor: string, actorName: string): Reply => ({
  actor,
  actorName,
  status: 'no_information',
  acceptance: null,
  answers: null,
  chain: [],
  acts: 0,
  updates: [],
  handovers: [],
})

/** Everything the page of one dossier shows to whoever asks. */
export async function loadDossier(input: LoaderInput) {
  const { rooms, visitor, reads, now } = visitOf(input)
  const id = input.params['*'] ?? ''
  const dossier = await rooms.followup.dossier(id, visitor)
  if (!dossier) throw notFound('dossier', id)
  const [directory, calendar] = await Promise.all([rooms.parties.directory(), rooms.calendar.table()])
  const named = (actor: string) => nameOf(directory, actor, reads.language)
  const own = await rooms.followup.ownActors(visitor, dossier)
  const asks = dossier.kind === 'obligation' ? await rooms.mandates.mandate(dossier.asked.holder) : null
  return {
    dossier: {
      ...dossier,
      asked: {
        ...dossier.asked,
        actorName: directory.called(dossier.asked.actor, dossier.asked.actorName, reads.language),
      },
      replies: dossier.replies.map((reply) => ({ ...reply, actorName: named(reply.actor) })),
    },
    // The paragraph as written, beside what was understood of it.
    text: asks && { context: asks.mandate.context, text: asks.mandate.text },
    reasons: dossier.asked.dues.map((due: Due) => calendar.explain(due.why, reads.language)),
    mine: await Promise.all(own.map((actor) => ownReply(rooms, visitor, dossier, actor, named(actor)))),
    office: await officeIn(rooms, visitor, dossier, directory, named),
    maySee: visitor.person !== null,
    names: await namesIn(rooms, visitor, dossier),
    // A key for the forms of this showing of the page.
    once: crypto.randomUUID(),
    today: now().toISOString().slice(0, 10),
    language: reads.language,
    said: new URL(input.request.url).searchParams.get('said'),
  }
}

export type DossierData = Awaited<ReturnType<typeof loadDossier>>
export type OwnReplyData = DossierData['mine'][number]

function nameOf(directory: Directory, actor: string, language: string): string {
  const found = directory.actor(actor)
  return found ? nameIn(found.name, language) : actor
}

async function ownReply(rooms: Rooms, visitor: Visitor, dossier: Dossier, actor: string, actorName: string) {
  const reply = dossier.replies.find((one) => one.actor === actor) ?? blank(actor, actorName)
  const [handling, people] = await Promise.all([rooms.followup.handling(visitor, reply), rooms.parties.peopleOf(actor)])
  const colleagues = people.map(({ id, name, grants }) => ({
    id,
    name: name ?? id,
    unit: grants.find((grant) => grant.actor === actor)?.unit ?? null,
  }))
  return { reply: { ...reply, actorName }, handling, colleagues, person: visitor.person }
}

/** What somebody of the office may do on this page; null for everybody else. */
async function officeIn(
  rooms: Rooms,
  visitor: Visitor,
  { kind, asked, replies }: Dossier,
  directory: Directory,
  named: (actor: string) => string,
) {
  const may = (act: string) => rooms.followup.may(visitor, act)
  if (!may('followup.note')) return null
  const answering = [...replies.map(({ actor }) => actor), ...membersOf(asked.actor, directory)]
  // an invitation is answered, and given to somebody, on the page of its call
  const here = kind === 'obligation'
  const seen = here && may('followup.assign') ? await rooms.parties.people(visitor) : []
  const people = 'refused' in seen ? [] : seen
  return {
    record: here && may('followup.record-update'),
    actors: [...new Set(answering)].map((actor) => ({ id: actor, name: named(actor) })),
    focalPoints: people.flatMap(({ id, name, closedAt, grants }) =>
      grants.flatMap(({ role, actor, unit }) =>
        role === 'focal-point' && actor !== null && closedAt === null
          ? [{ value: `${actor} ${id}`, name: name ?? id, actor: named(actor), unit }]
          : [],
      ),
    ),
  }
}

/** Who answers where a name is asked: the actor itself, or the States a group stands for. */
function membersOf(actor: string | null, directory: Directory): readonly string[] {
  const found = actor === null ? null : directory.actor(actor)
  if (!found) return []
  if (found.kind !== 'group') return [found.id]
  const states = directory.actors({ kind: 'state', ...(found.group && { group: found.group }) })
  return states.toSorted((a, b) => a.name.en.localeCompare(b.name.en)).map(({ id }) => id)
}

/** Names of people on the page, for those who may know them: the office, and whoever acts for the same actor. */
async function namesIn(rooms: Rooms, visitor: Visitor, dossier: Dossier): Promise<Readonly<Record<string, string>>> {
  if (visitor.grants.length === 0) return {}
  const office = visitor.grants.some(({ role }) => role !== 'focal-point')
  const own = new Set(visitor.grants.map(({ actor }) => actor))
  const seen = dossier.replies.filter(({ actor }) => office || own.has(actor))
  const doers = [
    ...seen.flatMap(({ updates, handovers }) => [
      ...updates.flatMap(({ by, cleared, withdrawn }) => [by, cleared?.by, withdrawn?.by]),
      ...handovers.flatMap(({ by, from, to }) => [by, from, to]),
    ]),
    ...seen.flatMap(({ answers, chain }) => [answers, ...chain]),
    ...(office ? [...dossier.notes, ...dossier.assessments].map(({ by }) => by) : []),
  ]
  const ids = new Set(doers.flatMap((doer) => doer?.replace(/^person:/, '').match(/^\d+$/)?.[0] ?? []))
  return Object.fromEntries(await rooms.parties.names([...ids]))
}
