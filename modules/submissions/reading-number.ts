import type { Language } from '@resolute/reader'

/** A number as somebody wrote it: in plain decimal notation, as exact as it was given, or why it is none. */
export type ReadNumber =
  | { readonly number: string }
  | { readonly not: 'no-number' | 'too-many-decimals' }
  /** It says one thing to one reader and another to the next: `1,234`. */
  | { readonly not: 'ambiguous'; readonly one: string; readonly other: string }

/** Most digits of a number. */
const mostDigits = 30

/** The sign before decimals where a language is at home, so that it is not taken for one of thousands. */
const decimalSigns: Readonly<Record<Language, string>> = { en: '.', zh: '.', fr: ',', ru: ',', es: ',', ar: '.,' }

/** Marks of direction, which Arabic texts carry around numbers, and what cannot be seen. */
const unseen = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

const zeros = [0x0660, 0x06f0, 0xff10]

/** Arabic-Indic, Persian and full-width digits and signs as ASCII has them. */
export function plainDigits(written: string): string {
  return written
    .replace(unseen, '')
    .replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/gu, (digit) => {
      const code = digit.codePointAt(0)!
      return String(code - zeros.find((zero) => code >= zero && code <= zero + 9)!)
    })
    .trim()
}

const grouped = (parts: readonly string[]): boolean =>
  parts.length > 1 &&
  /^\d{1,3}$/.test(parts[0]!) &&
  parts.at(-1)!.length === 3 &&
  // Groups of three; of two where thousands are counted in lakh and crore.
  (parts.slice(1).every((part) => part.length === 3) || parts.slice(1, -1).every((part) => part.length === 2)) &&
  parts.every((part) => /^\d+$/.test(part))

/** Without zeros before it, and with a digit before the point. */
function plain(whole: string, fraction: string, isNegative: boolean): string {
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  const number = fraction === '' ? digits : `${digits}.${fraction}`
  return isNegative && /[1-9]/.test(number) ? `-${number}` : number
}

/** With at most so many places: zeros beyond them say nothing, other digits do. */
function within(number: string, decimals: number): string | null {
  const [whole = '', fraction = ''] = number.split('.')
  if (fraction.length <= decimals) return number
  if (/[^0]/.test(fraction.slice(decimals))) return null
  const kept = fraction.slice(0, decimals)
  return kept === '' ? whole : `${whole}.${kept}`
}

/**
 * Reads a number as people write it in the six languages: `1 234,5`, `1,234.5`, `1.234,5`, `١٬٢٣٤٫٥`, `１２３`. Where the
 * one sign in it could part thousands or decimals, the places the question allows and the habit of the language must
 * agree on one reading: otherwise it is refused, never guessed.
 */
export function readNumber(written: string, decimals: number, language: Language): ReadNumber {
  if (written.length > 200) return { not: 'no-number' }
  const text = plainDigits(written)
    .replace(/\u066B/gu, '٫')
    .replace(/[\uFF0C\u060C]/gu, ',')
    .replace(/\uFF0E/gu, '.')
    .replace(/[\u00A0\u2007\u2009\u202F]/gu, ' ')
    .replace(/[\u066C’ʼ]/gu, "'")
  const parsed = /^([-+\u2212\uFE63\uFF0D]?) ?([\d.,٫' ]*\d)$/u.exec(text)
  if (!parsed) return { not: 'no-number' }
  const isNegative = parsed[1] !== '' && parsed[1] !== '+'
  const body = parsed[2]!
  if (body.replace(/\D/g, '').length > mostDigits) return { not: 'no-number' }
  const signs = [...body.replace(/\d/g, '')]
  const kinds = [...new Set(signs)]
  const settled = (whole: string, fraction: string): ReadNumber => {
    const number = within(plain(whole, fraction, isNegative), decimals)
    return number === null ? { not: 'too-many-decimals' } : { number }
  }
  if (kinds.length === 0) return settled(body, '')
  const last = signs.at(-1)!
  const at = body.lastIndexOf(last)
  const before = body.slice(0, at)
  const after = body.slice(at + 1)
  if (kinds.length > 2 || last === ' ' || last === "'" || signs.filter((sign) => sign === last).length > 1) {
    // The last sign parts thousands, so all do.
    const parts = body.split(last)
    return kinds.length === 1 && last !== '٫' && grouped(parts) ? settled(parts.join(''), '') : { not: 'no-number' }
  }
  if (kinds.length === 2) {
    const parts = before.split(kinds.find((sign) => sign !== last)!)
    return grouped(parts) ? settled(parts.join(''), after) : { not: 'no-number' }
  }
  const mayGroup = last !== '٫' && grouped([before, after]) && !before.startsWith('0')
  if (!mayGroup) return settled(before, after)
  const one = plain(before + after, '', isNegative)
  const other = plain(before, after, isNegative)
  const fits = within(other, decimals) !== null
  if (fits || decimalSigns[language].includes(last)) return { not: 'ambiguous', one, other }
  return { number: one }
}

/** Reads a number in plain decimal notation, as programs write it and as answers are kept. */
export function readPlainNumber(written: string, decimals: number): ReadNumber {
  const parsed = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(written.trim())
  if (!parsed || parsed[2]!.length + (parsed[3]?.length ?? 0) > mostDigits) return { not: 'no-number' }
  const number = within(plain(parsed[2]!, parsed[3] ?? '', parsed[1] === '-'), decimals)
  return number === null ? { not: 'too-many-decimals' } : { number }
}

/** -1, 0 or 1, as exact as the two are. */
export function compareNumbers(a: string, b: string): number {
  const scaled = (number: string): bigint => {
    const [whole = '0', fraction = ''] = number.replace('-', '').split('.')
    const size = BigInt(whole + fraction.padEnd(mostDigits, '0').slice(0, mostDigits))
    return number.startsWith('-') ? -size : size
  }
  const [one, other] = [scaled(a), scaled(b)]
  return one < other ? -1 : one > other ? 1 : 0
}
