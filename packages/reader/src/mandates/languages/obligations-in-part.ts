import type { ObligationReading } from '../obligation.ts'
import type { ReadClause } from '../read-clause.ts'

/** What each of those asked is to do, where only verb and addressees were read: nothing is unfolded, nothing is linked. */
export function obligationsInPart(
  unit: string,
  path: string,
  reads: readonly ReadClause[],
): readonly ObligationReading[] {
  return reads
    .flatMap(({ clause }, at) =>
      clause.force === 'recognition' ? [] : clause.addressees.map((actor) => ({ clause, at, actor })),
    )
    .map(({ clause, at, actor }, i) => ({
      ...{ id: `${unit}#${path}/${i + 1}`, unit, path, clause: at, kind: 'other', force: clause.force, actor },
      ...{ action: clause.action, subject: null, toWhom: [], conditions: [], timings: clause.timings },
      ...{ continuing: false, links: [], by: clause.by, certainty: clause.certainty },
    }))
}
