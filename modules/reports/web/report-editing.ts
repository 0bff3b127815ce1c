import type { Report } from '#modules/reports'

/** Editing of a report's passages, where the visitor may: which one is open, and the address of each. */
export interface Editing {
  /** The place whose form is open; null: none. */
  readonly open: string | null
  /** What was wrong with what was sent. */
  readonly fault: string | null
  addressOf(place: string): string
}

/** Id of a passage's element. */
export const passageId = (place: string): string => place.replace(/[^\p{L}\p{N}-]+/gu, '-')

/** The words of the office in a place, with the generated ones beside. */
export const editAt = (report: Report, place: string) => report.edits.find((edit) => edit.place === place)
