import type { ObligationKind } from '@resolute/reader'
import type { Deadline, IsoDate, Session, UndatedReason } from '#modules/calendar'

export const reportFormats = ['docx', 'html', 'md', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** What one actor is asked by the paragraph of an entry: one obligation of the register. */
export interface ReportDuty {
  /** Id of the obligation. */
  readonly obligation: string
  readonly kind: ObligationKind
  readonly actor: string
  readonly action: string
  readonly subject: string | null
  readonly toWhom: readonly string[]
  /** As written. */
  readonly conditions: readonly string[]
  readonly from: IsoDate
  readonly to: IsoDate
  /** Why it is due then, in words. */
  readonly why: string
  /** Code of the status: `no_information`. */
  readonly status: string
  readonly continuing: boolean
}

/** One paragraph due at the session: the row of the table as in E/CN.7/2008/CRP.13. */
export interface ReportEntry {
  /** Paragraph number in the report. */
  readonly number: number
  readonly document: string
  readonly unit: string
  readonly unitTitle: string | null
  readonly path: string
  readonly adopted: IsoDate | null
  readonly mandate: string
  /** Where the paragraph stands in the application: `/mandates/...`. */
  readonly address: string
  /** "Resolution 20/1, para. 21 (f)". */
  readonly citation: string
  /** Chapeaux above the paragraph, outermost first. */
  readonly context: readonly string[]
  /** The paragraph, whole. */
  readonly text: string
  readonly actionRequired: string
  readonly addressees: readonly string[]
  readonly conditions: readonly string[]
  readonly toWhom: readonly string[]
  readonly due: string
  /** In words; what nobody has recorded is "no information", never a rating. */
  readonly status: string
  /** What the same text says of money, or null where it says nothing. */
  readonly resources: string | null
  readonly duties: readonly ReportDuty[]
}

/** What had no date, and why. */
export interface UndatedEntry {
  readonly document: string
  readonly unit: string
  readonly path: string
  readonly mandate: string
  readonly address: string
  readonly actor: string
  readonly action: string
  readonly reason: UndatedReason
  /** The same in words, for this paragraph. */
  readonly why: string
}

export interface ReportSource {
  readonly document: string
  readonly title: string
  readonly version: number
  readonly sha256: string
}

/** Words of a sentence that stand for a list: "13 paragraphs" leads to what is due at the session. */
export interface LinkedWords {
  readonly words: string
  readonly address: string
}

/** A paragraph of the register named by the report. */
export interface Citation extends LinkedWords {
  readonly mandate: string
  /** "paragraph 21 (f) of resolution 20/1 (E/2011/30)". */
  readonly words: string
}

/** Words as counted by the rule named: headings and footnotes included (`limits.ts`). */
interface WordCount {
  readonly count: number
  readonly limit: number
  /** Id of the row of `limits.ts`. */
  readonly rule: string
}

/** A compilation for a session, with its sources. All sentences are in `language`; figures link to their lists. */
export interface Report {
  readonly body: string
  readonly bodyName: string
  readonly session: number
  readonly asOf: string
  /** One of the six. */
  readonly language: string
  readonly masthead: {
    readonly organ: string
    readonly symbol: string | null
    readonly distribution: string
    readonly date: string
    readonly originalLanguage: string
  }
  readonly sessionLine: string
  readonly placeAndDates: string
  readonly agendaLine: string | null
  readonly title: string
  readonly genre: string
  /** The paragraph of the register that asks for this report, or null where none does. */
  readonly pursuantTo: Citation | null
  /** Where words of the summary lead, besides the paragraph that asks for the report. */
  readonly figures: readonly LinkedWords[]
  readonly summary: readonly string[]
  readonly actionRequired: readonly string[]
  /** Numbered from 1; the entries go on from there. */
  readonly introduction: readonly string[]
  readonly entries: readonly ReportEntry[]
  /** Complete; the printed forms group it by reason. */
  readonly undated: readonly UndatedEntry[]
  readonly words: WordCount
  readonly deadlines: readonly { readonly code: Deadline['code']; readonly on: IsoDate; readonly why: string }[]
  readonly sources: readonly ReportSource[]
}

/** One document a session is to have before it, with the agenda item where the text gives one. */
export interface DocumentationEntry {
  /** "Report of the Secretary-General on ..." */
  readonly title: string
  readonly genre: 'report' | 'note' | 'other'
  readonly by: string
  /** Number of the item: `3`; null where no text gives one. */
  readonly agendaItem: string | null
  readonly agendaTitle: string | null
  /** True where a list of documentation in the register names it; false where it is derived from a duty alone. */
  readonly listed: boolean
  readonly source: {
    readonly unit: string
    readonly path: string
    readonly mandate: string
    readonly address: string
  } | null
  /** How well list and paragraph agree, 0 to 1; null without a paragraph or where only the paragraph is known. */
  readonly agreement: number | null
  /** Where no paragraph read here asks for it: it rests on an earlier mandate, or is an open slot. */
  readonly restsOn: 'paragraph' | 'earlier-mandate' | 'open-slot'
}

export interface Documentation {
  readonly session: Session
  readonly deadlines: readonly Deadline[]
  /** The paragraph that approves the agenda and its documentation, where the register holds one. */
  readonly list: { readonly document: string; readonly unit: string } | null
  readonly entries: readonly DocumentationEntry[]
}

export interface RenderOptions {
  /** Put before every address in the application; without it HTML links are relative to the server's root. */
  readonly base?: string
}

export interface RenderedReport {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fileName: string
}

export interface ReportQuery {
  readonly body: string
  readonly session: number
  readonly asOf?: string
  /** One of the six; English where none is given. Texts are quoted as adopted, whatever the language. */
  readonly language?: string
}

export interface Reports {
  /** The report for a session as of a date (today where none is given); null when body or session is unknown. */
  compile(query: ReportQuery): Promise<Report | null>
  render(report: Report, format: ReportFormat, options?: RenderOptions): Promise<RenderedReport>
  /** Documents the session is to have before it; null when body or session is unknown. */
  documentation(query: { body: string; session: number; asOf?: string }): Promise<Documentation | null>
}
