import type { Language } from '../languages.ts'

/** How a body counts its resolutions and decisions, for the bodies whose way is known. */
export interface BodyNumbering {
  readonly body: string
  readonly language: Language
  /** What the symbols of its resolutions start with, or null where they have none. */
  readonly series: string | null
  /** The form of its numbers since it numbers this way, and before. */
  readonly form: RegExp
  /** Earliest and latest year a number can be of; null where the number does not tell. */
  readonly years: ((number: string) => readonly [number, number] | null) | null
  /** No other body numbers this way: the number alone tells whose it is. */
  readonly alone?: true
  /** A number with the year it was adopted in; executed. */
  readonly example: readonly [number: string, year: number]
}

const session = (number: string) => Number(/^(\d{1,3})\//.exec(number)?.[1] ?? Number.NaN)
const since =
  (first: number, spread: number) =>
  (number: string): readonly [number, number] | null => {
    const at = session(number)
    return Number.isNaN(at) ? null : [first + at, first + at + spread]
  }

/**
 * `field.md` 1.2 and 3; sessions of the Assembly open in September of 1945 plus their number and end a year later, and
 * the Council's open in July of the year before theirs since 2013.
 */
export const bodyNumberings: readonly BodyNumbering[] = [
  {
    body: 'General Assembly',
    language: 'en',
    series: 'A/RES/',
    form: /^(?:(?:[3-9]\d|1\d\d)\/\d{1,3}(?: [A-Z])?|\d{1,4}(?: [A-Z])? \((?:[IVX]+|(?:S|ES)-[IVX]+)\)|(?:S|ES)-\d{1,2}\/\d{1,2})$/,
    years: since(1945, 1),
    example: ['65/230', 2010],
  },
  {
    body: 'Economic and Social Council',
    language: 'en',
    series: 'E/RES/',
    form: /^(?:(?:19[789]\d|20\d\d)\/\d{1,3}(?: [A-Z])?|\d{1,4}(?: [A-Z])? \([IVXLC]+\))$/,
    years: (number) => {
      const year = /^(\d{4})\//.exec(number)
      return year ? [Number(year[1]) - 1, Number(year[1])] : null
    },
    example: ['2012/19', 2012],
  },
  {
    body: 'Security Council',
    language: 'en',
    series: 'S/RES/',
    form: /^\d{1,4} \(\d{4}\)$/,
    alone: true,
    years: (number) => {
      const year = /\((\d{4})\)$/.exec(number)
      return year ? [Number(year[1]), Number(year[1])] : null
    },
    example: ['1325 (2000)', 2000],
  },
  {
    body: 'Human Rights Council',
    language: 'en',
    series: 'A/HRC/RES/',
    form: /^(?:S-)?\d{1,2}\/\d{1,3}(?: [A-Z])?$/,
    // three sessions a year since the middle of 2006
    years: (number) => {
      const at = session(number)
      return Number.isNaN(at) ? null : [2005 + Math.floor(at / 3), 2007 + Math.floor(at / 3)]
    },
    example: ['15/5', 2010],
  },
  {
    body: 'Commission on Crime Prevention and Criminal Justice',
    language: 'en',
    series: null,
    form: /^\d{1,2}\/\d{1,2}$/,
    years: since(1991, 0),
    example: ['20/1', 2011],
  },
  {
    body: 'Commission on Narcotic Drugs',
    language: 'en',
    series: null,
    form: /^\d{1,2}\/\d{1,2}$/,
    years: since(1957, 0),
    example: ['63/6', 2020],
  },
]

export const numberingOf = (body: string | null): BodyNumbering | null =>
  bodyNumberings.find((row) => row.body === body) ?? null

/** Whether a number and date can be of a body's act; what is not known is not ruled out. */
export function fitsBody(number: string, date: string | null, body: string): boolean {
  const row = numberingOf(body)
  if (!row) return !bodyNumberings.some(({ alone, form }) => alone && form.test(number))
  const years = date ? row.years?.(number) : null
  const year = Number(date?.slice(0, 4))
  return row.form.test(number) && (!years || (year >= years[0] && year <= years[1]))
}

/** The one body that numbers this way. */
export const bodyByNumber = (number: string): string | null =>
  bodyNumberings.find(({ alone, form }) => alone && form.test(number))?.body ?? null
