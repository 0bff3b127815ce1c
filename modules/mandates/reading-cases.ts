import type { Clause } from '@resolute/reader'
import { paragraphOf } from './deciding.ts'
import type { Mandate } from './obligation.ts'
import type { ReadingCase } from './readings.ts'

/** A mandate with the reading that counts as a test case of the reader: the shape of the readings by hand. */
export function caseOf(mandate: Mandate): ReadingCase {
  const { id, organ, text, context } = paragraphOf(mandate)
  return { id, group: mandate.reading.state, organ, text, context, clauses: mandate.clauses.map(bare) }
}

/** What a reading by hand says of a clause, in its order. */
function bare({ verb, verbStart, inherited, force, addressees, action, conditions, due, reporting }: Clause) {
  return {
    verb,
    verbStart,
    inherited,
    force,
    addressees: addressees.map(({ asWritten, implied, name, class: group }) => ({
      asWritten,
      implied,
      name,
      class: group,
    })),
    action,
    conditions: conditions.map(({ asWritten, class: group }) => ({ asWritten, class: group })),
    due: { asWritten: due.asWritten, kind: due.kind, body: due.body, session: due.session, date: due.date },
    reporting,
  }
}
