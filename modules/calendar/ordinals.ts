import { ordinalInWords as english } from './ordinal.ts'

/** The form a sentence needs: "двадцать вторая сессия", but "доклад двадцать второй сессии". */
export type GrammaticalCase = 'nominative' | 'genitive'

/**
 * The ordinal by which a session is named, as the United Nations write it in each language: "twenty-second",
 * "vingt-deuxième", "двадцать вторая", "الثانية والعشرون", "第二十二", "22º". Agrees with the word for session. From 1 to
 * 199 in English and to 99 elsewhere; beyond that in figures, and in English null.
 */
export function ordinalInWords(number: number, language = 'en', form: GrammaticalCase = 'nominative'): string | null {
  if (!Number.isInteger(number) || number < 1) return null
  const inWords = speakers[language]
  return inWords ? inWords(number, form) : english(number)
}

type Speaker = (number: number, form: GrammaticalCase) => string

const speakers: Readonly<Record<string, Speaker>> = {
  ar: (number, form) => (number > 99 ? String(number) : arabic(number, form)),
  es: (number) => `${number}º`,
  fr: (number) => (number > 99 ? `${number}e` : french(number)),
  ru: (number, form) => {
    if (number > 99) return form === 'genitive' ? `${number}-й` : `${number}-я`
    const nominative = russian(number)
    return form === 'genitive' ? nominative.replace(/ая$/, 'ой').replace(/тья$/, 'тьей') : nominative
  },
  zh: (number) => `第${number > 99 ? number : chinese(number)}`,
}

const arabicOnes = 'الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية'.split(' ')
const arabicTens = 'العشر الثلاث الأربع الخمس الست السبع الثمان التسع'.split(' ')

function arabic(number: number, form: GrammaticalCase): string {
  if (number <= 10) return arabicOnes[number - 1]!
  const one = number % 10 === 1 ? arabicOnes[10]! : arabicOnes[(number % 10) - 1]
  if (number < 20) return `${one} عشرة`
  const ten = `${arabicTens[Math.floor(number / 10) - 2]}${form === 'genitive' ? 'ين' : 'ون'}`
  return one === undefined ? ten : `${one} و${ten}`
}

const frenchCardinals =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const frenchTens = 'vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(' ')

function french(number: number): string {
  if (number === 1) return 'première'
  return `${frenchCardinal(number).replace(/cinq$/, 'cinqu').replace(/neuf$/, 'neuv').replace(/e$/, '')}ième`
}

function frenchCardinal(number: number): string {
  if (number < 20) return frenchCardinals[number - 1]!
  const ten = frenchTens[Math.floor(number / 10) - 2]!
  // seventy and ninety count on from sixty and eighty
  const rest = (number % 10) + (number >= 90 || (number >= 70 && number < 80) ? 10 : 0)
  if (rest === 0) return ten
  const joined = number < 80 && (rest === 1 || rest === 11) ? ' et ' : '-'
  return `${ten}${joined}${frenchCardinals[rest - 1]}`
}

const russianOnes =
  'первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая одиннадцатая двенадцатая тринадцатая четырнадцатая пятнадцатая шестнадцатая семнадцатая восемнадцатая девятнадцатая'.split(
    ' ',
  )
const russianTens = [
  ['двадцать', 'двадцатая'],
  ['тридцать', 'тридцатая'],
  ['сорок', 'сороковая'],
  ['пятьдесят', 'пятидесятая'],
  ['шестьдесят', 'шестидесятая'],
  ['семьдесят', 'семидесятая'],
  ['восемьдесят', 'восьмидесятая'],
  ['девяносто', 'девяностая'],
] as const

function russian(number: number): string {
  if (number < 20) return russianOnes[number - 1]!
  const [cardinal, ordinal] = russianTens[Math.floor(number / 10) - 2]!
  return number % 10 === 0 ? ordinal : `${cardinal} ${russianOnes[(number % 10) - 1]}`
}

const chineseDigits = '一二三四五六七八九'

function chinese(number: number): string {
  const tens = Math.floor(number / 10)
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${chineseDigits[tens - 1]}十`
  return ten + (number % 10 === 0 ? '' : chineseDigits[(number % 10) - 1])
}
