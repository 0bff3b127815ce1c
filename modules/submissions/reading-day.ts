import { type Language, languages } from '@resolute/reader'
import { plainDigits } from './reading-number.ts'

/** A day as somebody wrote it, as an ISO day, or why it is none. */
export type ReadDay =
  | { readonly day: string }
  | { readonly not: 'no-such-day' }
  | { readonly not: 'ambiguous'; readonly one: string; readonly other: string }

/** Arabic has months of its own in the east and in the west of where it is spoken. */
const locales: Readonly<Record<Language, readonly string[]>> = {
  en: ['en'],
  fr: ['fr'],
  es: ['es'],
  ru: ['ru'],
  zh: [],
  ar: ['ar-EG', 'ar-SY', 'ar-DZ', 'ar-MA'],
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\.$/, '')

/** Names of months as they stand in dates and alone, in full and cut short. */
const months: ReadonlyMap<string, number> = new Map(
  languages.flatMap((language) =>
    locales[language].flatMap((locale) =>
      Array.from({ length: 12 }, (_, month) => month).flatMap((month): [string, number][] => {
        const at = new Date(Date.UTC(2001, month, 1))
        const styles = [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }] as const
        return styles.map((style) => {
          const parts = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).formatToParts(at)
          return [folded(parts.find(({ type }) => type === 'month')!.value), month + 1]
        })
      }),
    ),
  ),
)

/** Languages that write the day first, whoever writes them. English is written both ways. */
const dayFirst: readonly Language[] = ['fr', 'es', 'ru', 'ar']

function isoDay(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null
}

/**
 * Reads a day: ISO, `2013年2月1日`, `1.2.2013`, `1/2/2013`, or with its month in words in any of the six languages. Where
 * day and month could change places and the language does not settle it, it is refused, never guessed.
 */
export function readDay(written: string, language: Language): ReadDay {
  if (written.length > 60) return { not: 'no-such-day' }
  const text = plainDigits(written).replace(/\s+/gu, ' ')
  const settled = (day: string | null): ReadDay => (day === null ? { not: 'no-such-day' } : { day })
  const yearFirst = /^(\d{4}) ?(?:[-/.]|年) ?(\d{1,2}) ?(?:[-/.]|月) ?(\d{1,2}) ?日?$/u.exec(text)
  if (yearFirst) return settled(isoDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])))
  const yearLast = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})(?: ?г\.?)?$/u.exec(text)
  if (yearLast) {
    const [, first, sign, second, year] = yearLast
    const dayThenMonth = isoDay(Number(year), Number(second), Number(first))
    const monthThenDay = isoDay(Number(year), Number(first), Number(second))
    if (sign === '.' || dayFirst.includes(language) || dayThenMonth === monthThenDay) return settled(dayThenMonth)
    if (dayThenMonth === null || monthThenDay === null) return settled(dayThenMonth ?? monthThenDay)
    return { not: 'ambiguous', one: dayThenMonth, other: monthThenDay }
  }
  return settled(inWords(text))
}

/** `1 February 2013`, `February 1, 2013`, `1er février 2013`, `1 de febrero de 2013`, `1 شباط/فبراير 2013`. */
function inWords(text: string): string | null {
  const inOrder =
    /^(\d{1,2})(?:st|nd|rd|th|er|º|°|-е|-го)? (?:(?:of|de) )?(.+?),? (?:del? )?(\d{4})(?: ?г(?:\.|ода)?)?$/iu
  const american = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(text)
  const [day, name, year] = american
    ? [american[2], american[1], american[3]]
    : (([, one, two, three]) => [one, two, three])(inOrder.exec(text) ?? [])
  if (!day || !name || !year) return null
  // The United Nations write both names of an Arabic month; they must be of one.
  const found = new Set(name.split(/ ?\/ ?/u).map((part) => months.get(folded(part)) ?? null))
  const [month = null] = found
  return found.size === 1 && month !== null ? isoDay(Number(year), month, Number(day)) : null
}
