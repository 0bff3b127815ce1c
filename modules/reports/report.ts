import type { Deadline, Session } from '#modules/calendar'
import type { DueEntry } from '#modules/mandates'

export type ReportFormat = 'docx' | 'html' | 'md' | 'json'

/** One paragraph due at the session: the row of the table as in E/CN.7/2008/CRP.13. */
export interface ReportEntry {
  /** Paragraph number in the report. */
  readonly number: number
  readonly document: string
  readonly unit: string
  readonly unitTitle: string | null
  readonly path: string
  readonly mandate: string
  /** The paragraph, whole. */
  readonly text: string
  readonly actionRequired: string
  readonly addressees: readonly string[]
  readonly conditions: readonly string[]
  readonly due: string
  readonly status: string
  readonly resources: string | null
}

/** What had no date, and why. */
export interface UndatedEntry {
  readonly unit: string
  readonly path: string
  readonly mandate: string
  readonly actor: string
  readonly action: string
  readonly reason: string
}

/** A compilation for a session, with its sources. All sentences are in `language`; figures link to their lists. */
export interface Report {
  readonly body: string
  readonly session: number
  readonly asOf: string
  readonly language: 'en'
  readonly masthead: { readonly organ: string; readonly symbol: string | null; readonly distribution: string; readonly date: string; readonly originalLanguage: string }
  readonly sessionLine: string
  readonly placeAndDates: string
  readonly agendaLine: string | null
  readonly title: string
  readonly genre: string
  readonly summary: readonly string[]
  readonly actionRequired: readonly string[]
  readonly entries: readonly ReportEntry[]
  readonly undated: readonly UndatedEntry[]
  readonly words: { readonly count: number; readonly limit: number }
  readonly sources: readonly { readonly document: string; readonly version: number; readonly sha256: string }[]
}

/** One document a session is to have before it, with the agenda item where the text gives one. */
export interface DocumentationEntry {
  /** "Report of the Secretary-General on ..." */
  readonly title: string
  readonly genre: 'report' | 'note' | 'other'
  readonly by: string
  readonly agendaItem: string | null
  readonly source: { readonly unit: string; readonly path: string; readonly mandate: string } | null
  /** Where no paragraph read here asks for it: it rests on an earlier mandate, or is an open slot. */
  readonly restsOn: 'paragraph' | 'earlier-mandate' | 'open-slot'
}

export interface Documentation {
  readonly session: Session
  readonly deadlines: readonly Deadline[]
  readonly entries: readonly DocumentationEntry[]
}

export interface Reports {
  compile(query: { body: string; session: number; asOf: string }): Promise<Report | null>
  render(report: Report, format: ReportFormat): Promise<{ bytes: Uint8Array; mediaType: string; fileName: string }>
  documentation(query: { body: string; session: number }): Promise<Documentation | null>
}

export type { DueEntry }
