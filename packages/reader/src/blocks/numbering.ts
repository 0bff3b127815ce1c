/** A way of counting. A printed number may be read in several: `(i)` is the ninth letter or the first roman number. */
export type Series = 'arabic' | 'letter' | 'roman' | 'abjad' | 'cyrillic' | 'han' | 'bullet'

export interface SeriesReading {
  readonly series: Series
  readonly value: number
}

/** How the number is set: `9.`, `(a)`, `a)`, `9 -`, or a bullet. */
export type NumberStyle = 'stop' | 'brackets' | 'half' | 'dash' | 'bullet'

/** The number printed in front of a paragraph. */
export interface Numbering {
  /** As printed, without its final stop: `9`, `(a)`, `a)`, `IV`. */
  readonly printed: string
  /** The bare sign, as it goes into a path: `9`, `a`, `ii`. */
  readonly sign: string
  readonly style: NumberStyle
  readonly upper: boolean
  readonly readings: readonly SeriesReading[]
}

const abjad = [
  'أ',
  'ب',
  'ج',
  'د',
  'ه',
  'و',
  'ز',
  'ح',
  'ط',
  'ي',
  'ك',
  'ل',
  'م',
  'ن',
  'س',
  'ع',
  'ف',
  'ص',
  'ق',
  'ر',
  'ش',
  'ت',
  'ث',
  'خ',
  'ذ',
  'ض',
  'ظ',
  'غ',
]
const cyrillic = [...'абвгдежзийклмнопрстуфхцчшщэюя']
const han = [...'一二三四五六七八九十']
const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

/** Value of a roman number in lower case, or null where it is not written as one. */
export function romanValue(text: string): number | null {
  if (!/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text) || text === '') return null
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const one = romanDigits[text[at]!]!
    value += one < (romanDigits[text[at + 1] ?? ''] ?? 0) ? -one : one
  }
  return value
}

function letterValue(sign: string): number | null {
  const first = sign.charCodeAt(0) - 96
  if (first < 1 || first > 26 || [...sign].some((one) => one !== sign[0])) return null
  return first + 26 * (sign.length - 1)
}

/** Latin letters typed as their Cyrillic twins and the other way round: `а)` beside `b)`. */
const twins: Readonly<Record<string, string>> = { а: 'a', с: 'c', е: 'e', о: 'o', р: 'p', х: 'x', у: 'y' }

const easternDigits = '٠١٢٣٤٥٦٧٨٩'
const fullWidthDigits = '０１２３４５６７８９'
const western = (sign: string) =>
  [...sign]
    .map((one) => {
      const eastern = easternDigits.indexOf(one)
      return eastern >= 0
        ? eastern
        : Math.max(fullWidthDigits.indexOf(one), -1) >= 0
          ? fullWidthDigits.indexOf(one)
          : one
    })
    .join('')

/** Every way one sign can be counted. */
export function readingsOf(sign: string): readonly SeriesReading[] {
  const lower = sign.toLowerCase().replace(/ـ/g, '')
  const digits = /^(\d{1,4})/.exec(lower)
  if (digits) return [{ series: 'arabic', value: Number(digits[1]) }]
  const readings: SeriesReading[] = []
  const latin = [...lower].map((one) => twins[one] ?? one).join('')
  const letter = letterValue(latin)
  const roman = romanValue(latin)
  if (letter !== null) readings.push({ series: 'letter', value: letter })
  if (roman !== null) readings.push({ series: 'roman', value: roman })
  const inCyrillic = cyrillic.indexOf(lower)
  if (inCyrillic >= 0) readings.push({ series: 'cyrillic', value: inCyrillic + 1 })
  const inAbjad = abjad.indexOf(lower.replace(/[اإ]/g, 'أ').replace(/ى/g, 'ي'))
  if (inAbjad >= 0) readings.push({ series: 'abjad', value: inAbjad + 1 })
  // behind the last letter they come in pairs: (أ أ), (ب ب)
  const [one, two] = lower.split(' ')
  if (two !== undefined && one === two && abjad.includes(one!))
    readings.push({ series: 'abjad', value: abjad.length + 1 + abjad.indexOf(one!) })
  const quoted = /^[’‘](\d{1,2})[’‘]$/.exec(lower)
  if (quoted) readings.push({ series: 'arabic', value: Number(quoted[1]) })
  const circled = lower.charCodeAt(0) - 0x3220
  if (circled >= 0 && circled < 10) readings.push({ series: 'han', value: circled + 1 })
  const inHan = han.indexOf(lower)
  if (inHan >= 0) readings.push({ series: 'han', value: inHan + 1 })
  return readings
}

const forms: readonly { readonly pattern: RegExp; readonly style: NumberStyle }[] = [
  // "9." "12 bis." "9.Requests" where OCR lost the blank, but not "9.5 per cent"
  {
    pattern: /^([0-9０-９٠-٩]{1,4}(?:\s?(?:bis|ter|quater|quinquies|alt))?)\s?[.．、](?:\s+|$|(?=[\p{L}“"«]))/u,
    style: 'stop',
  },
  { pattern: /^([0-9٠-٩]{1,3})\s?[-–ـ]{1,2}(?:\s+|$)/, style: 'dash' },
  {
    pattern:
      /^[(（]\s?([a-zа-я]{1,2}|[ivxlc]{1,6}|[0-9٠-٩]{1,3}|[أ-ي]ـ?(?:\s[أ-ي]ـ?)?|[一二三四五六七八九十])\s?[)）](?:\s+|$|(?=[\p{L}“"«]))/iu,
    style: 'brackets',
  },
  { pattern: /^([a-zа-я]{1,2}|[ivxlc]{1,6}|[0-9]{1,3}|[أ-ي]ـ?)[)）](?:\s+|$|(?=\p{L}))/iu, style: 'half' },
  { pattern: /^([a-zа-я]|[ivxlc]{1,6}|[أ-ي]ـ?)\.(?:\s+|$)/iu, style: 'stop' },
  { pattern: /^([أ-ي]ـ?|[a-z])\s?[-–](?:\s+|$)/iu, style: 'dash' },
  // ’1‘ in Arabic, ㈠ in Chinese
  { pattern: /^([’‘]\d{1,2}[’‘]|[㈠-㈩])\s*(?=\S)/u, style: 'brackets' },
  { pattern: /^([•●▪‣◦·–—-])\s+(?=\S)/u, style: 'bullet' },
]

/** What most texts without a number start with: a word too long for one, or without its stop. */
const wordFirst = /^(?:[a-zà-ÿа-яё]{7}|[a-zà-ÿа-яё]{2,6}[\s,]|[أ-غف-ي]{2}|[\u3400-\u9fff])/i

/** Numbers that came before, by style and print: texts count with the same few hundred. */
const known = new Map<string, Numbering | null>()
const mostKnown = 4_000

function numberingOf(print: string, style: NumberStyle): Numbering | null {
  const key = `${style} ${print}`
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const numbering = newNumbering(western(print), style)
  known.set(key, numbering)
  return numbering
}

function newNumbering(sign: string, style: NumberStyle): Numbering | null {
  const readings: readonly SeriesReading[] = style === 'bullet' ? [{ series: 'bullet', value: 0 }] : readingsOf(sign)
  if (readings.length === 0) return null
  const printed = style === 'brackets' && !/^[’‘㈠-㈩]/.test(sign) ? `(${sign})` : style === 'half' ? `${sign})` : sign
  return { printed, sign, style, upper: sign !== sign.toLowerCase(), readings }
}

/** Finds the number in front of a plain text; `length` is what to cut off. */
export function numberingIn(text: string): { readonly numbering: Numbering; readonly length: number } | null {
  if (wordFirst.test(text)) return null
  const listed = /^[-*•]\s+(?=[([（]?[\p{L}\p{N}]{1,4}[.)）])/u.exec(text)
  const skip = listed?.[0].length ?? 0
  const head = text.slice(skip, skip + 24)
  for (const { pattern, style } of forms) {
    const found = pattern.exec(head)
    const numbering = found && numberingOf(found[1]!.trim(), style)
    if (numbering) return { numbering, length: skip + found[0].length }
  }
  return null
}
