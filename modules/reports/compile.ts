import type { SessionPart } from '@resolute/reader'
import {
  type Body,
  type Deadline,
  type IsoDate,
  ordinalInWords,
  periodInWords,
  type Session,
  type Why,
} from '#modules/calendar'
import type { CallSection } from '#modules/submissions'
import { nameIn } from '#platform/i18n'
import { inRunningText, mandateAddress, pathInWords, placeOf } from './citation.ts'
import { dateInWords } from './dates.ts'
import { type Asked, entriesOf, type Registered, undatedOf, unique } from './entries.ts'
import { wordsOnSheet } from './layout.ts'
import { wordLimits } from './limits.ts'
import { figuresOf, introductionOf, type Passage, summaryOf } from './prose.ts'
import type { Recorded } from './record.ts'
import type { Citation, Report, ReportSource } from './report.ts'
import { asksForReportOnText, asksForThisReport } from './standing.ts'
import { callsOn, chaptersOf } from './submitted.ts'
import type { Words } from './words.ts'

/** Everything a report is made of. Nothing else goes in: no clock, no database. */
export interface ReportFacts {
  readonly body: Body
  /** Name of the organ the body belongs to, or null where it is none's. */
  readonly organ: Body['name'] | null
  readonly session: Session
  readonly asOf: IsoDate
  /** The one text the report is about, or null where it is on all that is due. */
  readonly scope: Scope | null
  /** What falls due at the session, or all that the text asks; `why` in words. */
  readonly due: readonly Asked[]
  /** All mandates of the texts that `due` comes from, in the order of the texts. */
  readonly register: readonly Registered[]
  readonly deadlines: readonly Deadline[]
  readonly sources: readonly ReportSource[]
  /** Items of the session's agenda by the mandate whose document a text lists under them. */
  readonly agendaItems: ReadonlyMap<string, string>
  /** What was reported, as published on the day. */
  readonly recorded: Recorded
  /** What came in answer to calls that feed the session, as it stood public on the day. */
  readonly sections: readonly CallSection[]
  /** The explanation of a date, or of there being none, in words. */
  readonly explain: (why: Why) => string
}

/** One text of the register: a resolution, a decision, a draft. */
export interface Scope {
  /** `<document>#<unit>`; the document alone for a sheet. */
  readonly id: string
  readonly document: string
  readonly unit: string
  readonly title: string | null
}

/** Compiles the report for a session. Pure: the same facts and words give the same report. */
export function compile(facts: ReportFacts, words: Words): Report {
  const { body, session, asOf } = facts
  const bodyName = nameIn(body.name, words.language)
  const part = partOf(facts.due)
  const at = sessionInWords(session, bodyName, words, part)
  const entries = entriesOf(facts.due, facts.register, facts.recorded, words)
  const undated = facts.scope ? [] : undatedOf(facts.register, facts.explain, words)
  const introduction = introductionOf(entries, part === 'regular' && !facts.scope ? facts.deadlines : [], words)
  const submissions = chaptersOf(facts.sections, introduction.length + entries.length)
  const action = [
    { place: 'action/consider', text: words('reports.action.consider', { body: bodyName }) },
    { place: 'action/no-decision', text: words('reports.action.no-decision') },
  ]
  const draft: Report = {
    body: body.code,
    bodyName,
    session: session.number,
    scope: facts.scope?.id ?? null,
    asOf,
    language: words.language,
    masthead: {
      organ: facts.organ ? nameIn(facts.organ, words.language) : bodyName,
      symbol: null,
      distribution: words('reports.masthead.general'),
      date: dateInWords(asOf, words.language),
      originalLanguage: words('reports.masthead.own-language'),
    },
    sessionLine: sessionLine(session.number, part, words),
    placeAndDates: placeAndDates(session, words, part),
    agendaLine: null,
    title: titleOf(facts.scope, at, words),
    genre: words('reports.genre.compiled'),
    pursuantTo: null,
    figures: figuresOf({ body: body.code, session: session.number, asOf, submissions }, entries, words),
    summary: [],
    actionRequired: textsOf(action),
    introduction: textsOf(introduction),
    places: { summary: [], introduction: placesOf(introduction), actionRequired: placesOf(action) },
    edits: [],
    entries: entries.map((entry, index) => ({
      ...entry,
      number: introduction.length + 1 + index,
      calls: callsOn(entry.mandate, submissions, words),
    })),
    submissions,
    undated,
    words: { count: 0, limit: wordLimits[0].words, rule: wordLimits[0].id },
    deadlines: facts.deadlines.map(({ code, on, why }) => ({ code, on, why: facts.explain(why) })),
    sources: facts.sources,
  }
  const standing = standingDuty(facts, words)
  const item = standing && facts.agendaItems.get(standing.citation.mandate)
  const summary = summaryOf(draft, standing?.citation ?? null, at, words)
  const report: Report = {
    ...draft,
    agendaLine: item ? words('reports.agenda-line', { item }) : null,
    genre: standing ? words('reports.genre.by', { actor: standing.actor }) : draft.genre,
    pursuantTo: standing?.citation ?? null,
    summary: textsOf(summary),
    places: { ...draft.places, summary: placesOf(summary) },
  }
  return { ...report, words: { ...report.words, count: wordsOnSheet(report, words) } }
}

const textsOf = (passages: readonly Passage[]): string[] => passages.map(({ text }) => text)
const placesOf = (passages: readonly Passage[]): string[] => passages.map(({ place }) => place)

function titleOf(scope: Scope | null, session: string, words: Words): string {
  if (!scope) return words('reports.title', { session })
  const unit = inRunningText(placeOf(scope.document, scope.unit, words).name)
  return words('reports.title-of', { unit, titled: String(scope.title !== null), title: scope.title ?? '' })
}

/** The part of the session everything due falls in; the regular one where several parts have something due. */
function partOf(due: readonly Asked[]): SessionPart {
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

/** What asks for this very report: on the implementation of resolutions at this session, or of the one text. */
function standingDuty(
  { due, register, scope }: ReportFacts,
  words: Words,
): { actor: string; citation: Citation } | null {
  for (const entry of due) {
    const registered = register.find(({ mandate }) => mandate.id === entry.mandate)
    if (
      !registered ||
      entry.kind !== 'report' ||
      !(scope ? asksForReportOnText(entry) : asksForThisReport(entry, registered.mandate))
    )
      continue
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
