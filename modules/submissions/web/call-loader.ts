import { countingDates } from '#modules/calendar'
import type { Call, Invitation } from '#modules/submissions'
import { nameIn } from '#platform/i18n'
import { type LoaderInput, notFound, visitOf } from '#web'
import { countBack } from '../counting-back.ts'
import { writingIn } from './call-words-reading.ts'
import { commentedIn } from './commented.ts'

type Rooms = ReturnType<typeof visitOf>['rooms']

/** Everything the page of one call shows to whoever asks. */
export async function loadCall(input: LoaderInput) {
  const { rooms, visitor, reads, now } = visitOf(input)
  const id = input.params.call ?? ''
  const call = await rooms.submissions.call(id, visitor)
  if (!call) throw notFound('page', id)
  const today = now().toISOString().slice(0, 10)
  const { anchor, caller } = call.words
  const [directory, issued, counts, groups, own, mandate, moved] = await Promise.all([
    rooms.parties.directory(),
    rooms.submissions.form(id, visitor),
    rooms.submissions.counts(id),
    groupsIn(rooms, input, id),
    ownInvitations(rooms, input, id),
    anchor && mandateOf(rooms, anchor),
    movedSince(rooms, call, today),
  ])
  const named = caller === null ? null : directory.actor(caller)
  return {
    call,
    caller: named && { id: named.id, name: nameIn(named.name, reads.language) },
    issued,
    counts,
    groups,
    own,
    mandate,
    moved,
    due: await reportDue(rooms, call),
    commented: issued ? await commentedIn(rooms, issued.form) : {},
    office: await officeIn(rooms, input, call),
    once: crypto.randomUUID(),
    today,
    said: new URL(input.request.url).searchParams.get('said'),
  }
}

export type CallData = Awaited<ReturnType<typeof loadCall>>

/** The paragraph that orders it, in the language it was adopted in. */
async function mandateOf(rooms: Rooms, { document, unit, path }: NonNullable<Call['words']['anchor']>) {
  const [all, held] = await Promise.all([rooms.mandates.ofDocument(document), rooms.documents.document(document)])
  const found = all.find(({ mandate }) => mandate.unit === unit && mandate.path === path)?.mandate
  return found ? { id: found.id, text: found.text, language: held?.version.language ?? 'en' } : null
}

/** How many of each regional group were invited and answered. */
async function groupsIn(rooms: Rooms, input: LoaderInput, id: string) {
  const { visitor, reads } = visitOf(input)
  const coverage = await rooms.submissions.coverage(id, visitor, writingIn(reads.language))
  return coverage?.groups.map(({ group, invited, submitted }) => ({ group, invited, submitted })) ?? []
}

/** Invitations the visitor may answer. */
async function ownInvitations(rooms: Rooms, input: LoaderInput, call: string): Promise<readonly Invitation[]> {
  const { visitor } = visitOf(input)
  if (visitor.person === null) return []
  return (await rooms.submissions.awaiting(visitor)).filter((invitation) => invitation.call === call)
}

/** Where the session it feeds was put on other days after the deadline was fixed: its new days, and the day counted anew. */
async function movedSince(rooms: Rooms, { words, openedAt }: Call, today: string) {
  const { report, deadline } = words
  if (openedAt === null || report === null) return null
  const [table, moves] = await Promise.all([rooms.calendar.table(), rooms.calendar.moves(report.body, report.session)])
  const last = moves.findLast(({ at, part }) => at > openedAt && part === 'regular')
  if (!last) return null
  const starts = countingDates(table.session(report.body, report.session)?.parts.find(({ part }) => part === 'regular'))
  if (!starts) return null
  const reportBy =
    table.deadlines(report.body, report.session).find(({ code }) => code === 'report-submitted')?.on ?? null
  const counted = countBack({ starts: starts.from, reportBy, today, weeks: 4 })
  const later = counted !== null && deadline !== null && counted.deadline > deadline ? counted.deadline : null
  return { to: starts, later }
}

/** When the report it feeds is handed in, and when its session starts: why answers are asked for by then. */
async function reportDue(rooms: Rooms, { words: { report } }: Call) {
  if (report === null) return null
  const table = await rooms.calendar.table()
  const session = table.session(report.body, report.session)
  const starts = countingDates(session?.parts.find(({ part }) => part === 'regular'))?.from
  const reportBy = table.deadlines(report.body, report.session).find(({ code }) => code === 'report-submitted')?.on
  return starts && reportBy ? { starts, reportBy } : null
}

/** What the office may do with it now; null for everybody else. */
async function officeIn(rooms: Rooms, input: LoaderInput, call: Call) {
  const { visitor } = visitOf(input)
  if (!rooms.submissions.may(visitor, 'submissions.change-call')) return null
  const draft = await rooms.submissions.draftForm(call.id, visitor)
  return {
    blocking: (draft?.notes ?? []).filter(({ severity }) => severity === 'blocks'),
    missing: {
      call: draft?.missing.filter(({ place }) => place.startsWith('call.')).length ?? 0,
      form: draft?.missing.filter(({ place }) => !place.startsWith('call.')).length ?? 0,
    },
    questions: draft?.form.sections.reduce((sum, { questions }) => sum + questions.length, 0) ?? 0,
    isOut: draft?.isOut ?? false,
  }
}
