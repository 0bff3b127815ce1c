import type { SessionTable } from '#modules/calendar'
import { seenOf } from './decided.ts'
import type { DueEntry, DueQuery, Implementation, Mandate, Obligation } from './obligation.ts'
import type { ReadingStanding } from './reading.ts'
import { personReadingOf } from './rows-readings.ts'
import type { MandateWithPerson, RegisterRow } from './store-register.ts'

function standingOf(row: MandateWithPerson): ReadingStanding {
  const ruleClauses = row.rule_clauses ?? row.clauses
  const person = row.person && personReadingOf(row.person)
  const { state, look, certainty, doubts } = row
  return {
    state,
    look,
    ruleClauses,
    certainty,
    doubts,
    person,
    seen: seenOf(row.text_hash ?? '', ruleClauses, row.person_reading),
  }
}

export const mandateOf = (row: MandateWithPerson): Mandate => ({
  id: row.id,
  document: row.document,
  unit: row.unit,
  unitTitle: row.unit_title,
  path: row.path,
  text: row.text,
  context: row.context,
  organ: row.organ,
  adopted: row.adopted,
  clauses: row.clauses,
  reading: standingOf(row),
})

export const obligationOf = (row: RegisterRow, status: Implementation = 'no_information'): Obligation => ({
  id: `${row.mandate}/${row.n}`,
  mandate: row.mandate,
  document: row.document,
  unit: row.unit,
  unitTitle: row.unit_title,
  path: row.path,
  kind: row.kind,
  force: row.force,
  actor: row.actor,
  actorName: row.actor_name,
  actorAsWritten: row.actor_as_written,
  action: row.action,
  act: row.act,
  subject: row.subject,
  toWhom: row.to_whom,
  restrictions: row.restrictions ?? [],
  conditions: row.conditions,
  money: row.money ?? [],
  life: row.life,
  timings: row.timings,
  dues: row.dues,
  continuing: row.continuing,
  links: row.links,
  status,
  by: row.by,
  certainty: row.certainty,
  stands: row.stands,
})

/** One line of what is due at a session, or null where none of the obligation's dates is there. */
export function dueEntryOf(
  obligation: Obligation,
  query: Pick<DueQuery, 'body' | 'session' | 'part' | 'language'>,
  table: SessionTable,
): DueEntry | null {
  const due = obligation.dues
    .filter((candidate) => candidate.state === 'dated')
    .find(({ body, session, part }) => {
      return body === query.body && session === query.session && (!query.part || part === query.part)
    })
  if (!due) return null
  const { body, session, part, from, to, why } = due
  return {
    unit: obligation.unit,
    path: obligation.path,
    kind: obligation.kind,
    actor: obligation.actorName,
    toWhom: recipientAt(obligation.toWhom, query.body, table),
    subject: obligation.subject ?? obligation.action,
    due: { body, session, part, from, to, why: table.explain(why, query.language) },
    status: obligation.status,
    mandate: obligation.mandate,
    document: obligation.document,
    obligation: obligation.id,
    continuing: obligation.continuing,
  }
}

/** Who is reported to at a body's session: the body itself where it is among those named, else all of them. */
function recipientAt(toWhom: readonly string[], body: string, table: SessionTable): string | null {
  const there = toWhom.filter((name) => table.findBody(name)?.code === body)
  const named = there.length > 0 ? there : toWhom
  return named.length > 0 ? named.join(', ') : null
}
