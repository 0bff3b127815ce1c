import type { Deadline } from '#modules/calendar'
import { dateInWords } from './dates.ts'
import { unique } from './entries.ts'
import type { Citation, Report, ReportDuty, ReportEntry, ReportOnCall } from './report.ts'
import type { Words } from './words.ts'

/** A paragraph of prose with the name of its place. */
export interface Passage {
  readonly place: string
  readonly text: string
}

/** How many answers the entries hold: one of each actor on each duty. */
const answersIn = (entries: readonly ReportEntry[]): number =>
  entries.flatMap(({ duties }) => duties).reduce((sum, { reported }) => sum + reported.length, 0)

/** How many submissions the chapters rest on. */
const submittedIn = (chapters: readonly ReportOnCall[]): number =>
  chapters.reduce((sum, { submissions }) => sum + submissions, 0)

/** The lists behind the figures, in the application. */
export function figuresOf(
  { body, session, asOf, submissions }: Pick<Report, 'body' | 'session' | 'asOf' | 'submissions'>,
  entries: readonly ReportEntry[],
  words: Words,
): Report['figures'] {
  const count = entries.length
  const [call] = submissions
  const submitted = call
    ? [
        {
          words: words('reports.summary.submitted', { count: submittedIn(submissions) }),
          address: submissions.length === 1 ? call.address : '/calls',
        },
      ]
    : []
  if (count === 0) return submitted
  const of = `body=${encodeURIComponent(body)}&session=${session}`
  const answers = answersIn(entries)
  return [
    { words: words('reports.summary.paragraphs', { count }), address: `/?${of}&as-of=${asOf}` },
    ...(answers > 0
      ? [{ words: words('reports.summary.answers', { count: answers }), address: `/dossiers?${of}` }]
      : []),
    ...submitted,
  ]
}

export function summaryOf(report: Report, citation: Citation | null, session: string, words: Words): Passage[] {
  const asOf = dateInWords(report.asOf, words.language)
  const say = (id: string, facts: Readonly<Record<string, string | number>> = {}, kind = id): Passage => ({
    place: `summary/${id}`,
    text: words(`reports.summary.${kind}`, facts),
  })
  const { entries, undated, scope, submissions } = report
  const submitted = words('reports.summary.submitted', { count: submittedIn(submissions) })
  const called = submissions.length === 0 ? [] : [say('submissions', { submitted, calls: submissions.length })]
  const opening = citation ? say('opening', { citation: citation.words }, 'pursuant') : say('opening', {}, 'compiled')
  if (entries.length === 0) return [opening, say('content', { asOf, session }, 'nothing-due'), ...called]
  const count = entries.length
  const units = unique(entries.map((entry) => `${entry.document} ${entry.unit}`)).length
  const facts = { paragraphs: words('reports.summary.paragraphs', { count }), count, units, session, asOf }
  const answers = answersIn(entries)
  const answered = entries.filter(({ duties }) => duties.some(({ reported }) => reported.length > 0)).length
  const without = entries.filter(({ duties }) => duties.every(({ status }) => status === 'no_information')).length
  const duties = words('reports.summary.duties', { count: undated.length })
  return [
    opening,
    say('content', facts, scope === null ? 'content' : 'content-of'),
    ...(answers > 0
      ? [say('reported', { answers: words('reports.summary.answers', { count: answers }), paragraphs: answered })]
      : []),
    ...(without > 0 ? [say('no-information', { without })] : []),
    ...called,
    ...(undated.length > 0 ? [say('undated', { duties })] : []),
  ]
}

/** What the entries are, who is asked, and what was reported, in figures. */
export function introductionOf(
  entries: readonly ReportEntry[],
  deadlines: readonly Deadline[],
  words: Words,
): Passage[] {
  const duties = entries.flatMap((entry) => entry.duties)
  const count = (kind: ReportDuty['kind']): number => duties.filter((duty) => duty.kind === kind).length
  const actors = unique(duties.map((duty) => duty.actor))
    .map((actor) => ({ actor, count: duties.filter((duty) => duty.actor === actor).length }))
    .sort((a, b) => b.count - a.count || a.actor.localeCompare(b.actor, words.language))
  const list = new Intl.ListFormat(words.language, { type: 'conjunction' })
  const addressees = words('reports.introduction.addressees', {
    list: list.format(actors.map((row) => words('reports.introduction.addressee', row))),
  })
  const dates = deadlines.map(({ code, on }) =>
    words('reports.introduction.deadline', {
      what: words(`reports.introduction.deadline-code.${code}`),
      date: dateInWords(on, words.language),
    }),
  )
  const say = (id: string, facts: Readonly<Record<string, string | number>> = {}): Passage => ({
    place: `introduction/${id}`,
    text: words(`reports.introduction.${id}`, facts),
  })
  const figures = {
    duties: duties.length,
    reports: count('report'),
    events: count('event'),
    others: count('other'),
    addressees,
  }
  return [
    ...(entries.length === 0 ? [] : [say('how'), say('figures', figures), say('status')]),
    ...(dates.length === 0 ? [] : [say('deadlines', { list: dates.join(words('reports.separator')) })]),
  ]
}
