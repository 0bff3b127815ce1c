import type { Language, ObligationKind } from '@resolute/reader'
import type { Deadline, IsoDate, Session, UndatedReason } from '#modules/calendar'
import type { Implementation, Reported as Reportable } from '#modules/followup'
import type { CallSection, SectionSentence } from '#modules/submissions'
import type { NotAllowed, Visitor } from '#platform/access'

export const reportFormats = ['docx', 'html', 'md', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** What one actor reported on one duty, as it was published on the day of the report. */
export interface Reported {
  readonly obligation: string
  /** Id among the actors. */
  readonly actor: string
  readonly actorName: string
  readonly status: Reportable
  /** The day the facts are of. */
  readonly asOf: IsoDate
  readonly narrative: string
  readonly language: Language
  /** Why only in part, or why late. */
  readonly reason: string | null
  /** True where the office wrote down what the actor had sent. */
  readonly onBehalf: boolean
  readonly published: IsoDate
  /** Of the dossier: `/dossiers/...`. */
  readonly address: string
  readonly evidence: readonly {
    readonly title: string
    /** Where it stands in the dossier. */
    readonly address: string
    /** Where the evidence is a link, its target. */
    readonly url: string | null
  }[]
}

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
  /** Null where the paragraph has no date. */
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  /** Why it is due then, or why there is no date, in words. */
  readonly why: string
  /** What was reported, of a group by all of it together. */
  readonly status: Implementation
  /** How many are asked: 1, the members of a group, or null where nobody has listed them. */
  readonly asked: number | null
  readonly reported: readonly Reported[]
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
  /** Where the answers behind the status are listed: the dossier, or all dossiers of the paragraph. */
  readonly statusAddress: string
  /** What the same text says of money, or null where it says nothing. */
  readonly resources: string | null
  /** Calls for views that the paragraph orders and that feed this session, with where what came stands. */
  readonly calls: readonly LinkedWords[]
  /** What the office adds; null where it adds nothing. */
  readonly remark: string | null
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

/** A numbered paragraph of what is said of a call; each sentence leads to the submissions it rests on. */
export interface ReportParagraph {
  readonly number: number
  /** `submissions/<call>/<place>`. */
  readonly place: string
  readonly heading: string | null
  readonly sentences: readonly SectionSentence[]
}

/** What came in answer to a call for views that feeds the session, as it stood public on the day of the report. */
export interface ReportOnCall extends Pick<CallSection, 'call' | 'address' | 'title' | 'submissions' | 'annex'> {
  /** The paragraph of the register that orders the call; null where none does. */
  readonly mandate: string | null
  readonly paragraphs: readonly ReportParagraph[]
}

/** Words as counted by the rule named: headings and footnotes included (`limits.ts`). */
interface WordCount {
  readonly count: number
  readonly limit: number
  /** Id of the row of `limits.ts`. */
  readonly rule: string
}

/** Words of the office in a place of a report, with the generated ones they stand beside. */
export interface Edit {
  /** `summary/content`, `introduction/how`, `action/consider`, `remark/<mandate>`, `submissions/<call>/received`. */
  readonly place: string
  /** What stood there when they were written; empty for a remark, which stands in the place of nothing. */
  readonly generated: string
  readonly words: string
  readonly by: string
  /** ISO instant. */
  readonly at: string
}

/** An edit as a report carries it. */
export interface EditedPassage extends Edit {
  /** What would stand there now; null where the place is no longer in the report. */
  readonly generatedNow: string | null
  /** True where the generated words have changed since: somebody should look. */
  readonly outdated: boolean
}

/** A compilation for a session, with its sources. All sentences are in `language`; figures link to their lists. */
export interface Report {
  readonly body: string
  readonly bodyName: string
  readonly session: number
  /** Where the report is on one text: `<document>#<unit>`, or the document for a sheet; null: on all that is due. */
  readonly scope: string | null
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
  /** Names of the passages of these parts, one each, by which the office puts words of its own there. */
  readonly places: Readonly<Record<'summary' | 'introduction' | 'actionRequired', readonly string[]>>
  /** Where words of the office stand in the place of generated ones. */
  readonly edits: readonly EditedPassage[]
  readonly actionRequired: readonly string[]
  /** Numbered from 1; the entries go on from there. */
  readonly introduction: readonly string[]
  readonly entries: readonly ReportEntry[]
  /** Calls for views that feed the session, their paragraphs numbered on from the entries. */
  readonly submissions: readonly ReportOnCall[]
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
  /** A text of the register, `<document>#<unit>`: the report on the implementation of that one, all it asks. */
  readonly scope?: string
}

/** A report as it went out. It stays as it is, whatever is recorded later. */
export interface Issue {
  readonly id: string
  readonly body: string
  readonly session: number
  /** Empty: on all that was due. */
  readonly scope: string
  readonly language: string
  /** 1, 2, ... of the same report. */
  readonly number: number
  readonly asOf: IsoDate
  readonly title: string
  readonly wordCount: number
  /** As the ledger names who issued it. */
  readonly by: string
  readonly at: string
}

/** A text one can have a report on. */
export interface ReportScope {
  /** `<document>#<unit>`. */
  readonly id: string
  readonly name: string
}

export type IssuingRefusal = NotAllowed | { readonly refused: 'no-such-session' | 'no-such-place' | 'too-long' }

export interface Issuing {
  /** The report for a session as of a date (today where none is given); null when body, session or scope is unknown. */
  compile(query: ReportQuery): Promise<Report | null>
  /**
   * Act `reports.edit-words`. Asks: a report, a place in it, and the words that are to stand there. Does: keeps them
   * beside the generated ones; empty words, or the generated ones, take them away again. Who may: an officer.
   */
  editWords(
    by: Visitor,
    given: ReportQuery & { readonly place: string; readonly words: string | null },
  ): Promise<{ readonly done: true } | IssuingRefusal>
  /**
   * Act `reports.issue`. Does: compiles the report as of today, with the words of the office, and keeps it with its files
   * as it is. A second issue stands beside the first. Who may: an officer.
   */
  issue(
    by: Visitor,
    query: Omit<ReportQuery, 'asOf'>,
  ): Promise<{ readonly done: true; readonly issued: string; readonly number: number } | IssuingRefusal>
  /** Issued reports, newest first, at most 500. */
  issues(of?: { readonly body?: string; readonly session?: number }): Promise<readonly Issue[]>
  issued(id: string): Promise<
    | (Issue & {
        readonly report: Report
        readonly files: readonly { readonly format: ReportFormat; readonly sha256: string }[]
      })
    | null
  >
  issuedFile(id: string, format: ReportFormat): Promise<RenderedReport | null>
  /** Whether a visitor may put words of the office into reports and issue them. */
  mayEdit(by: Visitor): boolean
}

export interface Reports extends Issuing {
  render(report: Report, format: ReportFormat, options?: RenderOptions): Promise<RenderedReport>
  /** Texts with something due at the session: those one can have a report on. */
  scopes(query: Omit<ReportQuery, 'scope'>): Promise<readonly ReportScope[]>
  /** Documents the session is to have before it; null when body or session is unknown. */
  documentation(query: { body: string; session: number; asOf?: string }): Promise<Documentation | null>
}
