/** The part of a session: the opening meeting (elections), the regular part, the reconvened part (`field.md` section 3). */
export type SessionPart = 'opening' | 'regular' | 'reconvened'

/** A span of time in days, weeks, months or years. */
export interface Span {
  readonly count: number
  readonly unit: 'day' | 'week' | 'month' | 'year'
}

/**
 * When something is to be done, as the text says it: a closed union. No calendar is needed to read it and no date is
 * invented; a calendar turns it into dates later. `body` is the official name of the body, resolved from "its" and "it".
 */
export type Timing =
  | {
      readonly kind: 'session'
      readonly asWritten: string
      readonly body: string
      readonly number: number | null
      /** Year of a session named by its year ("substantive session of 2013"), else null. */
      readonly year: number | null
      /** `next` and `current` are relative to the session that adopted the text. */
      readonly relative: 'next' | 'current' | null
      /** Null where the text names no part: the regular part is meant. */
      readonly part: SessionPart | null
    }
  | { readonly kind: 'date'; readonly asWritten: string /** ISO date or month. */; readonly date: string }
  /** Codes of the guideline: `2011`, `2012-Q1`, `2011-H2`, or both ends given. ISO dates, both inclusive. */
  | { readonly kind: 'window'; readonly asWritten: string; readonly from: string; readonly to: string }
  | {
      readonly kind: 'recurring'
      readonly asWritten: string
      /** ISO 8601 duration, `P1Y`, `P2Y`; null for "on a regular basis". */
      readonly every: string | null
      /** First year, date or session number, null where none is named. */
      readonly startYear: number | null
      readonly startSession: number | null
      readonly body: string | null
      readonly part: SessionPart | null
    }
  | {
      readonly kind: 'offset'
      readonly asWritten: string
      readonly direction: 'before' | 'after'
      /** Null for "well in advance of". */
      readonly span: Span | null
      readonly atLeast: boolean
      /** The event counted from: a session, or an event in words. */
      readonly of: Timing | { readonly kind: 'event'; readonly asWritten: string }
    }
  | { readonly kind: 'relative'; readonly asWritten: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear'; readonly asWritten: string }
