import type { DueEntry, Mandate } from '#modules/mandates'

interface StandingRule {
  readonly id: string
  readonly pattern: RegExp
  /** A real paragraph the rule fits; executed in the tests. */
  readonly example: string
}

/**
 * How a text asks for a report on the implementation of resolutions in general: the report this module compiles.
 * A report on "the present resolution" is another one.
 */
export const standingRules: readonly StandingRule[] = [
  {
    id: 'implementation-of-resolutions',
    pattern: /\bimplementation of (?:its |the |all |previous |relevant )*(?:resolutions|decisions)\b(?! of)/i,
    example:
      'A short and concise report on the implementation of resolutions should be submitted by the Secretariat to the Commission at the part of its sessions held in the first half of the year',
  },
  {
    id: 'resolutions-and-decisions-adopted',
    pattern: /\bimplementation of (?:the )?resolutions and decisions (?:adopted|of|relating)\b/i,
    example: 'a report on the implementation of resolutions and decisions adopted by the Commission',
  },
]

/** True where a duty asks for a report on the implementation of the text it stands in. */
export function asksForReportOnText({ subject }: Pick<DueEntry, 'subject'>): boolean {
  return /\bpresent (?:resolution|decision)\b/i.test(subject)
}

/** True where a duty due at the session asks for the report on the implementation of resolutions. */
export function asksForThisReport(entry: Pick<DueEntry, 'subject'>, mandate: Pick<Mandate, 'text'>): boolean {
  return standingRules.some(({ pattern }) => pattern.test(entry.subject) || pattern.test(mandate.text))
}
