const units = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
const teens = [
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
]
const tens = ['twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet']

const ordinals = new Map<string, number>()
units.forEach((word, i) => void ordinals.set(word, i + 1))
teens.forEach((word, i) => void ordinals.set(word, i + 10))
tens.forEach((stem, i) => {
  ordinals.set(`${stem}ieth`, (i + 2) * 10)
  units.forEach((word, n) => void ordinals.set(`${stem}y-${word}`, (i + 2) * 10 + n + 1))
})
for (const [word, value] of [...ordinals]) {
  ordinals.set(`one hundred and ${word}`, 100 + value)
  ordinals.set(`hundred and ${word}`, 100 + value)
}
ordinals.set('one hundredth', 100)

/** Source of a pattern that matches an English ordinal in words or figures. */
export const ordinalPattern = String.raw`(?:(?:one )?hundred and )?(?:(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:ieth|y-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|one hundredth)|\d{1,3}(?:st|nd|rd|th)`

/** "twenty-second" or "22nd" as a number; null for what is no ordinal. */
export function ordinal(words: string): number | null {
  const figures = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(words)
  if (figures) return Number(figures[1])
  return ordinals.get(words.toLowerCase()) ?? null
}

const cardinals = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]
const round: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  a: 1,
  an: 1,
}

export const cardinalPattern = String.raw`(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty-five|forty|fifty|sixty|ninety)`

/** "three" or "30" as a number; null for what is none. */
export function cardinal(words: string): number | null {
  if (/^\d+$/.test(words)) return Number(words)
  const at = cardinals.indexOf(words.toLowerCase())
  return at >= 0 ? at + 1 : (round[words.toLowerCase()] ?? null)
}
