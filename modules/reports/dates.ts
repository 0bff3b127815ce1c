import { type IsoDate, periodInWords } from '#modules/calendar'
import { isoDate } from '#modules/documents'

/** "22 April 2013": day, month, year, as United Nations documents write a date. */
export const dateInWords = (date: IsoDate, language: string): string =>
  periodInWords({ from: date, to: date }, language)

/** True for a day of the calendar written `2013-04-01`; `2013-02-30` is none. */
export const isDate = (text: string): boolean => isoDate(text) === text
