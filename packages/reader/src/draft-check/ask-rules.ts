import type { ObligationReading } from '../mandates/obligation.ts'
import type { Draft, DraftRule, Found } from './draft.ts'
import { verbStretch } from './draft.ts'
import { resolution } from './examples.ts'

/** Words that put a duty at a time the reading knows no date for: a rhythm, a session, part of another report. */
const timedElsewhere =
  /\b(?:annual(?:ly)?|biennial(?:ly)?|regular(?:ly)?|periodic(?:ally)?|quarterly|monthly|next|subsequent|forthcoming|future|each|every|ongoing|programmes? of work|in (?:his|her|its|their|the|that|those|existing|future|all)(?: \S+){0,4} reports?|as part of|as an annex|in the context of|sessions?|(?:19|20)\d\d|no later than|within|when(?:ever)?|while|in advance|prior to|before|after|during|immediately|promptly|without delay|as soon as|timely|as necessary|as required|as (?:and when )?appropriate|where appropriate|upon|through|until|conferences?|anniversary|days?|months?|years?)\b/i
const reports = /^(?:to )?(?:also )?(?:report|submit|present|prepare|brief)\b/i
const meets =
  /^(?:to )?(?:convene|hold|organize|host)\b (?!the\b|its\b)(?:[^\s,;]+ ){0,8}?(?:meetings?|workshops?|seminars?|panel|consultations?|symposium)\b/i
/** "Requests that a study be prepared": the verb, what may stand between commas, and "that". */
const asksThat = /^(?:,[^,]{0,80},)?(?: also| further| once again)? that\b/

const untimed = (duties: readonly ObligationReading[], text: string): boolean =>
  duties.every(({ continuing, timings }) => !continuing && timings.every(({ kind }) => kind === 'none')) &&
  !timedElsewhere.test(text)

/** What is asked for by the clauses of each paragraph, once per clause; `about` chooses among the duties of one. */
function asked(
  draft: Draft,
  about: (duty: ObligationReading) => boolean,
  holds: (duties: readonly ObligationReading[], text: string) => boolean,
): readonly Found[] {
  return draft.paragraphs.flatMap(({ item, reading }) =>
    reading.clauses.flatMap((clause, at) => {
      if (clause.force !== 'request') return []
      const duties = reading.obligations.filter((duty) => duty.clause === at && duty.force === 'request')
      const found = duties.find(about)
      const text = [...reading.context, item.text].join(' ')
      return found && holds(duties, text)
        ? [{ item, stretch: verbStretch(clause), facts: { actor: found.actor.name } }]
        : []
    }),
  )
}

const isReport = (duty: ObligationReading): boolean => duty.kind === 'report' && reports.test(duty.action)

/** What is asked of whom, by when and for whom: without these nobody can follow a mandate up. */
export const askRules: readonly DraftRule[] = [
  {
    code: 'ask-without-addressee',
    severity: 'warning',
    source: 'document-planning',
    languages: ['en'],
    find: (draft) =>
      draft.paragraphs.flatMap(({ item, reading }) =>
        reading.clauses
          .filter(
            ({ force, addressees, verb, verbStart }) =>
              force === 'request' &&
              addressees.length === 0 &&
              verbStart !== null &&
              asksThat.test(item.text.slice(verbStart + verb.length)),
          )
          .map((clause) => ({ item, stretch: verbStretch(clause), facts: { verb: clause.verb } })),
      ),
    fires: resolution(
      '1. Requests that a study of the matter be prepared by the end of 2025;',
      '2. Recalls its decision.',
    ),
    quiet: resolution('1. Requests the Secretary-General to prepare a study of the matter by the end of 2025;'),
  },
  {
    code: 'report-without-time',
    severity: 'warning',
    source: 'document-planning',
    languages: ['en'],
    find: (draft) => asked(draft, isReport, untimed),
    fires: resolution('1. Requests the Secretary-General to submit to the Council a report on the present resolution;'),
    quiet: resolution(
      '1. Requests the Secretary-General to submit to the General Assembly at its eightieth session a report on the matter;',
    ),
  },
  {
    code: 'report-without-recipient',
    severity: 'warning',
    source: 'document-planning',
    languages: ['en'],
    find: (draft) =>
      asked(
        draft,
        (duty) => isReport(duty) && duty.toWhom.length === 0,
        (duties, text) => duties.every(({ toWhom }) => toWhom.length === 0) && untimed(duties, text),
      ),
    fires: resolution('1. Requests the Secretary-General to report on the implementation of the present resolution;'),
    quiet: resolution(
      '1. Requests the Secretary-General to report to the General Assembly at its eightieth session on the matter;',
    ),
  },
  {
    code: 'meeting-without-time',
    severity: 'warning',
    source: 'document-planning',
    languages: ['en'],
    find: (draft) => asked(draft, ({ action }) => meets.test(action), untimed),
    fires: resolution('1. Requests the Secretary-General to convene an expert meeting on the prevention of crime;'),
    quiet: resolution('1. Requests the Secretary-General to convene an expert meeting on the matter in 2026;'),
  },
]
