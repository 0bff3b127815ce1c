const ones = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
] as const
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const

const belowHundred: readonly string[] = Array.from({ length: 99 }, (_, i) => {
  const number = i + 1
  if (number < 20) return ones[number - 1]!
  const ten = tens[Math.floor(number / 10) - 2]!
  return number % 10 === 0 ? `${ten.slice(0, -1)}ieth` : `${ten}-${ones[(number % 10) - 1]!}`
})

const numbers = new Map<string, number>()
for (let number = 1; number <= 199; number += 1) numbers.set(ordinalInWords(number)!.replaceAll('-', ' '), number)

/** The English ordinal in words, as sessions are named: 22 gives "twenty-second", 101 "one hundred and first". 1 to 199, else null. */
export function ordinalInWords(number: number): string | null {
  if (!Number.isInteger(number) || number < 1 || number > 199) return null
  if (number < 100) return belowHundred[number - 1]!
  if (number === 100) return 'one hundredth'
  return `one hundred and ${belowHundred[number - 101]!}`
}

/** The number of an English ordinal in words or figures: "Twenty-second", "twenty second", "22nd". Null where it is none. */
export function ordinalNumber(text: string): number | null {
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/[\s‐‑–-]+/gu, ' ')
  const [, digits] = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(folded) ?? []
  return digits ? Number(digits) : (numbers.get(folded) ?? null)
}
