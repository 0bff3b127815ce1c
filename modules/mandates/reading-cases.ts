import { type Clause, mentionedBefore } from '@resolute/reader'
import type { DocumentVersion } from '#modules/documents'
import { paragraphOf } from './deciding.ts'
import type { Mandate } from './obligation.ts'
import type { ReadingCase } from './readings.ts'

/**
 * A mandate with the reading that counts as a test case of the reader: the shape of the readings by hand, with the
 * names its document mentions before it, without which "the Commission" would stand for nobody.
 */
export function caseOf(mandate: Mandate, { language, outline }: DocumentVersion): ReadingCase {
  const { id, organ, text, context } = paragraphOf(mandate)
  const unit = outline.units.find((one) => one.id === mandate.unit)
  const mentioned = (unit && mentionedBefore(unit).get(mandate.path)) ?? []
  const about = { id, group: mandate.reading.state, organ, language, mentioned }
  return { ...about, text, context, clauses: mandate.clauses.map(bare) }
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
