import type { Language, LocalisedText, SessionPart } from '@resolute/reader'
import {
  type Body,
  type Deadline,
  type IsoDate,
  ordinalInWords,
  periodInWords,
  type Session,
  type Why,
} from '#modules/calendar'
import type { DueEntry } from '#modules/mandates'
import { inRunningText, mandateAddress, pathInWords, placeOf } from './citation.ts'
import { dateInWords } from './dates.ts'
import { entriesOf, type Registered, undatedOf, unique } from './entries.ts'
import { wordsOnSheet } from './layout.ts'
import { wordLimits } from './limits.ts'
import type { Citation, Report, ReportDuty, ReportEntry, ReportSource } from './report.ts'
import { asksForThisReport } from './standing.ts'
import type { Words } from './words.ts'

/** Everything a report is made of. Nothing else goes in: no clock, no database. */
export interface ReportFacts {
  readonly body: Body
  /** Name of the organ the body belongs to, or null where it is none's. */
  readonly organ: Body['name'] | null
  readonly session: Session
  readonly asOf: IsoDate
  /** What falls due at the session; `why` in words. */
  readonly due: readonly DueEntry[]
  /** All mandates of the texts that `due` comes from, in the order of the texts. */
  readonly register: readonly Registered[]
  readonly deadlines: readonly Deadline[]
  readonly sources: readonly ReportSource[]
  /** Items of the session's agenda by the mandate whose document a text lists under them. */
  readonly agendaItems: ReadonlyMap<string, string>
  /** The explanation of a date, or of there being none, in words. */
  readonly explain: (why: Why) => string
}

/** Compiles the report for a session. Pure: the same facts and words give the same report. */
export function compile(facts: ReportFacts, words: Words): Report {
  const { body, session, asOf } = facts
  const bodyName = named(body.name, words)
  const part = partOf(facts.due)
  const at = sessionInWords(session, bodyName, words, part)
  const entries = entriesOf(facts.due, facts.register, words)
  const undated = undatedOf(facts.register, facts.explain, words)
  const introduction = introductionOf(facts, entries, words)
  const draft: Report = {
    body: body.code,
    bodyName,
    session: session.number,
    asOf,
    language: words.language,
    masthead: {
      organ: facts.organ ? named(facts.organ, words) : bodyName,
      symbol: null,
      distribution: words('reports.masthead.general'),
      date: dateInWords(asOf, words.language),
      originalLanguage: words('reports.masthead.own-language'),
    },
    sessionLine: sessionLine(session.number, part, words),
    placeAndDates: placeAndDates(session, words, part),
    agendaLine: null,
    title: words('reports.title', { session: at }),
    genre: words('reports.genre.compiled'),
    pursuantTo: null,
    figures: figuresOf(facts, entries.length, words),
    summary: [],
    actionRequired: [words('reports.action.consider', { body: bodyName }), words('reports.action.no-decision')],
    introduction,
    entries: entries.map((entry, index) => ({ ...entry, number: introduction.length + 1 + index })),
    undated,
    words: { count: 0, limit: wordLimits[0].words, rule: wordLimits[0].id },
    deadlines: facts.deadlines.map(({ code, on, why }) => ({ code, on, why: facts.explain(why) })),
    sources: facts.sources,
  }
  const standing = standingDuty(facts, words)
  const item = standing && facts.agendaItems.get(standing.citation.mandate)
  const report: Report = {
    ...draft,
    agendaLine: item ? words('reports.agenda-line', { item }) : null,
    genre: standing ? words('reports.genre.by', { actor: standing.actor }) : draft.genre,
    pursuantTo: standing?.citation ?? null,
    summary: summaryOf(draft, standing?.citation ?? null, at, words),
  }
  return { ...report, words: { ...report.words, count: wordsOnSheet(report, words) } }
}

/** A name in the language of the words, else in English. */
export function named(name: LocalisedText & { readonly en: string }, { language }: Words): string {
  return name[language as Language] ?? name.en
}

/** The part of the session everything due falls in; the regular one where several parts have something due. */
function partOf(due: readonly DueEntry[]): SessionPart {
  const parts = unique(due.map((entry) => entry.due.part ?? 'regular'))
  const [only] = parts
  return parts.length === 1 && (only === 'reconvened' || only === 'opening') ? only : 'regular'
}

/** "the twenty-second session of the Commission on Crime Prevention and Criminal Justice". */
export function sessionInWords(session: Session, body: string, words: Words, part: SessionPart = 'regular'): string {
  const ordinal = ordinalInWords(session.number, words.language, 'genitive')
  return ordinal === null
    ? words('reports.session.at-year', { year: `${session.number}`, body })
    : words('reports.session.at', { ordinal, number: session.number, body, part })
}

/** "Vienna, 22–26 April 2013", with what is not certain said. */
export function placeAndDates(session: Session, words: Words, of: SessionPart = 'regular'): string {
  const part = session.parts.find((p) => p.part === of) ?? session.parts[0]
  const period = part?.held ?? part?.planned
  if (!part || !period) return words('reports.dates.unknown')
  const plain = periodInWords(period, words.language)
  const dates = session.window
    ? words('reports.dates.window', { dates: plain })
    : part.mark === 'verified'
      ? plain
      : words('reports.dates.unverified', { dates: plain })
  return session.place === null ? dates : words('reports.dates.at-place', { place: session.place, dates })
}

/** "Twenty-second session"; sessions counted by year have no ordinal: "Session of 2012". */
function sessionLine(number: number, part: SessionPart, words: Words): string {
  const ordinal = ordinalInWords(number, words.language)
  return ordinal === null
    ? words('reports.session.year', { year: `${number}` })
    : capital(words('reports.session.numbered', { ordinal, number, part }))
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The duty to report on the implementation of resolutions at this session: what asks for this very report. */
function standingDuty({ due, register }: ReportFacts, words: Words): { actor: string; citation: Citation } | null {
  for (const entry of due) {
    const registered = register.find(({ mandate }) => mandate.id === entry.mandate)
    if (!registered || entry.kind !== 'report' || !asksForThisReport(entry, registered.mandate)) continue
    const { document, unit, path, id } = registered.mandate
    const { name, place } = placeOf(document, unit, words)
    const running = inRunningText(name)
    const placed = place === null ? running : words('reports.citation.placed', { name: running, document })
    return {
      actor: entry.actor,
      citation: {
        mandate: id,
        address: mandateAddress(id),
        words: words('reports.citation.running', { path: pathInWords(path), unit: placed }),
      },
    }
  }
  return null
}

/** The list behind the figure of paragraphs due, in the application. */
function figuresOf({ body, session, asOf }: ReportFacts, count: number, words: Words): Report['figures'] {
  if (count === 0) return []
  const address = `/?body=${encodeURIComponent(body.code)}&session=${session.number}&as-of=${asOf}`
  return [{ words: words('reports.summary.paragraphs', { count }), address }]
}

function summaryOf(report: Report, citation: Citation | null, session: string, words: Words): string[] {
  const asOf = dateInWords(report.asOf, words.language)
  const opening = citation
    ? words('reports.summary.pursuant', { citation: citation.words })
    : words('reports.summary.compiled')
  if (report.entries.length === 0) return [opening, words('reports.summary.nothing-due', { asOf, session })]
  const paragraphs = words('reports.summary.paragraphs', { count: report.entries.length })
  const units = unique(report.entries.map((entry) => `${entry.document} ${entry.unit}`)).length
  const without = report.entries.filter((e) => e.duties.every((duty) => duty.status === 'no_information')).length
  return [
    opening,
    words('reports.summary.content', { paragraphs, count: report.entries.length, units, session, asOf }),
    ...(without > 0 ? [words('reports.summary.no-information', { without })] : []),
    ...(report.undated.length > 0
      ? [
          words('reports.summary.undated', {
            duties: words('reports.summary.duties', { count: report.undated.length }),
          }),
        ]
      : []),
  ]
}

function introductionOf(facts: ReportFacts, entries: readonly ReportEntry[], words: Words): string[] {
  const duties = entries.flatMap((entry) => entry.duties)
  const count = (kind: ReportDuty['kind']): number => duties.filter((duty) => duty.kind === kind).length
  const actors = unique(duties.map((duty) => duty.actor))
    .map((actor) => ({ actor, count: duties.filter((duty) => duty.actor === actor).length }))
    .sort((a, b) => b.count - a.count || a.actor.localeCompare(b.actor, words.language))
  const list = new Intl.ListFormat(words.language, { type: 'conjunction' })
  const addressees = words('reports.introduction.addressees', {
    list: list.format(actors.map((row) => words('reports.introduction.addressee', row))),
  })
  // the rules count from the regular part
  const counted = partOf(facts.due) === 'regular' ? facts.deadlines : []
  const deadlines = counted.map(({ code, on }) =>
    words('reports.introduction.deadline', {
      what: words(`reports.introduction.deadline-code.${code}`),
      date: dateInWords(on, words.language),
    }),
  )
  return [
    ...(entries.length === 0
      ? []
      : [
          words('reports.introduction.how'),
          words('reports.introduction.figures', {
            duties: duties.length,
            reports: count('report'),
            events: count('event'),
            others: count('other'),
            addressees,
          }),
          words('reports.introduction.status'),
        ]),
    ...(deadlines.length === 0
      ? []
      : [words('reports.introduction.deadlines', { list: deadlines.join(words('reports.separator')) })]),
  ]
}
