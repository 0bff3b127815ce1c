import type { LocalisedText, SessionPart, Timing } from '@resolute/reader'

/** ISO calendar date, `2013-04-22`. */
export type IsoDate = string

export interface Period {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** How sure a date is: seen in a source, recalled, or derived from another row (`field.md` section 3). */
export type DateMark = 'verified' | 'unverified' | 'derived'

/** A body that meets in numbered sessions. */
export interface Body {
  /** `CCPCJ`, `CND`, `GA`, `ECOSOC`, `UNTOC-COP`, `CONGRESS`. */
  readonly code: string
  /** For addresses: `ccpcj`. */
  readonly slug: string
  readonly name: LocalisedText & { readonly en: string }
  /** Id of the same body among the actors. */
  readonly actor: string
  readonly aliases: readonly string[]
}

export interface PartDates {
  readonly part: SessionPart
  /** Fixed beforehand; null where no record is kept. */
  readonly planned: Period | null
  /** As held; null while it lies ahead or where it is not known. */
  readonly held: Period | null
  readonly mark: DateMark
  /** Where the dates were seen, what is doubtful about them, or why they were moved. */
  readonly note: string | null
  /** The dates before somebody moved it here (`calendar.move-session`); null where no days had been fixed. */
  readonly movedFrom?: Period | null
}

export interface Session {
  readonly body: string
  /** Session number; for ECOSOC the year. */
  readonly number: number
  readonly place: string | null
  /** In order of time. Only parts of which dates are known. */
  readonly parts: readonly PartDates[]
  /** True where the dates are computed by a rule (GA windows) and nobody fixed days. */
  readonly window: boolean
  readonly note: string | null
}

/** What a date of a mandate depends on besides its words. */
export interface DueContext {
  /** Date of adoption, where the text or its session gives one. */
  readonly adopted: IsoDate | null
  /** Session that adopted the text: "its next session" counts from it. */
  readonly session: { readonly body: string; readonly number: number } | null
}

/** Codes and values of an explanation; put into words by the message files: `calendar.why.<code>`. */
export interface Why {
  readonly code: string
  readonly facts: Readonly<Record<string, string | number | boolean>>
}

/** Why something has no date: the text gives none, only a manner ("promptly"), an event without a date, and so on. */
export type UndatedReason =
  | 'no-time'
  | 'manner'
  | 'event-without-date'
  | 'session-unknown'
  | 'no-rhythm'
  | 'past'
  | 'unclear'

/** When something is due. Pure function of timing and calendar; explains itself. */
export type Due =
  | {
      readonly state: 'dated'
      readonly body: string | null
      readonly session: number | null
      readonly part: SessionPart | null
      readonly from: IsoDate
      readonly to: IsoDate
      readonly mark: DateMark
      readonly why: Why
    }
  | { readonly state: 'undated'; readonly reason: UndatedReason; readonly why: Why }

/** A deadline of procedure counted from a session: drafts one month before, six languages three weeks before, 10-4-6. */
export interface Deadline {
  readonly code: 'drafts' | 'six-languages' | 'report-submitted' | 'report-issued' | 'in-session-papers'
  readonly on: IsoDate
  readonly why: Why
}

/** The whole calendar as a value: every date question is a pure function of it. */
export interface SessionTable {
  bodies(): readonly Body[]
  /** By code or slug, whatever the case; null when unknown. */
  body(code: string): Body | null
  /** The body a name in a text stands for, or null. */
  findBody(name: string): Body | null
  sessions(body: string): readonly Session[]
  session(body: string, number: number): Session | null
  /** All dates a timing gives up to `until` (recurring duties give several); one undated entry where it gives none. */
  due(timing: Timing, context: DueContext, until: IsoDate): readonly Due[]
  deadlines(body: string, number: number): readonly Deadline[]
  /** The explanation in words, for example "at its twenty-second session: CCPCJ 22, 22-26 April 2013, verified". */
  explain(why: Why, language?: string): string
}
