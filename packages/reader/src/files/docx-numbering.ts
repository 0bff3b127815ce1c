import { childOf, childrenOf, type XmlElement } from './xml.ts'

/** One level of a list: how it counts, and how the number is printed (`%1.`, `(%2)`). */
interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  /** The level whose step starts this one again; by rule the one above. 0 where nothing does. */
  readonly restart: number | null
  readonly legal: boolean
  readonly style: string | null
}

/** The lists of a Word file, with the counters as they stand at this point of the text. */
export interface Numberings {
  readonly lists: ReadonlyMap<string, { readonly counter: string; readonly levels: ReadonlyMap<number, Level> }>
  readonly starts: ReadonlyMap<string, ReadonlyMap<number, number>>
  readonly counters: Map<string, (number | undefined)[]>
  readonly begun: Set<string>
}

const value = (element: XmlElement | null) => element?.attributes['w:val'] ?? null
const whole = (text: string | null | undefined, otherwise: number) => {
  const found = Number.parseInt(text ?? '', 10)
  return Number.isSafeInteger(found) && found >= 0 && found <= 1_000_000 ? found : otherwise
}

function levelOf(element: XmlElement): Level {
  const restart = value(childOf(element, 'w:lvlRestart'))
  return {
    start: whole(value(childOf(element, 'w:start')), 0),
    format: value(childOf(element, 'w:numFmt')) ?? 'decimal',
    text: value(childOf(element, 'w:lvlText')) ?? '',
    restart: restart === null ? null : whole(restart, 0),
    legal: flag(childOf(element, 'w:isLgl')),
    style: value(childOf(element, 'w:pStyle')),
  }
}

/** An on/off property: there without a value, it is on (ECMA-376 17.17.4). */
export function flag(element: XmlElement | null): boolean {
  const set = value(element)
  return element !== null && (set === null || !/^(?:0|false|off|none)$/.test(set))
}

const levelsIn = (element: XmlElement | null) =>
  new Map(childrenOf(element, 'w:lvl').map((level) => [whole(level.attributes['w:ilvl'], 0), levelOf(level)] as const))

/** Reads `numbering.xml`: lists, what a use of a list changes in it, and lists that lend their levels by a style. */
export function numberingsOf(root: XmlElement | null): Numberings {
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one] as const),
  )
  const byStyle = new Map([...abstracts.values()].map((one) => [value(childOf(one, 'w:styleLink')), one] as const))
  const lists: [string, { counter: string; levels: ReadonlyMap<number, Level> }][] = []
  const starts: [string, ReadonlyMap<number, number>][] = []
  for (const num of childrenOf(root, 'w:num')) {
    const id = num.attributes['w:numId'] ?? ''
    const counter = value(childOf(num, 'w:abstractNumId')) ?? ''
    const abstract = abstracts.get(counter) ?? null
    const lent = value(childOf(abstract, 'w:numStyleLink'))
    const levels = new Map(levelsIn(lent ? (byStyle.get(lent) ?? abstract) : abstract))
    const begins = new Map<number, number>()
    for (const change of childrenOf(num, 'w:lvlOverride')) {
      const depth = whole(change.attributes['w:ilvl'], 0)
      for (const [, level] of levelsIn(change)) levels.set(depth, level)
      const start = childOf(change, 'w:startOverride')
      if (start) begins.set(depth, whole(value(start), 1))
    }
    lists.push([id, { counter, levels }])
    starts.push([id, begins])
  }
  return { lists: new Map(lists), starts: new Map(starts), counters: new Map(), begun: new Set() }
}

/** The level a paragraph style stands for in its list, or 0. */
export function levelOfStyle(numberings: Numberings, list: string, style: string): number {
  for (const [depth, level] of numberings.lists.get(list)?.levels ?? []) if (level.style === style) return depth
  return 0
}

/** Counts one paragraph of a list and gives its number as Word prints it, or null where it prints none. */
export function nextNumber(numberings: Numberings, list: string, depth: number): string | null {
  const found = numberings.lists.get(list)
  const level = found?.levels.get(depth)
  if (!found || !level || depth > 8) return null
  const counts = numberings.counters.get(found.counter) ?? []
  numberings.counters.set(found.counter, counts)
  const own = numberings.starts.get(list)?.get(depth)
  const first = own !== undefined && !numberings.begun.has(`${list} ${depth}`)
  numberings.begun.add(`${list} ${depth}`)
  const before = counts[depth]
  counts[depth] = first ? own : before === undefined ? level.start : before + 1
  for (let below = depth + 1; below <= 8; below++) {
    const restart = found.levels.get(below)?.restart ?? null
    if (restart === null ? true : restart !== 0 && depth < restart) counts[below] = undefined
  }
  for (let above = 0; above < depth; above++) counts[above] ??= found.levels.get(above)?.start ?? 1
  if (level.format === 'none') return null
  if (level.format === 'bullet') return '•'
  const printed = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const of = Number(digit) - 1
    const format = level.legal ? 'decimal' : (found.levels.get(of)?.format ?? 'decimal')
    return counted(counts[of] ?? 1, format)
  })
  return printed.trim() === '' ? null : printed.trim()
}

const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function romanOf(number: number): string {
  let rest = number
  let out = ''
  for (const [worth, sign] of roman) {
    while (rest >= worth && out.length < 40) {
      out += sign
      rest -= worth
    }
  }
  return out
}

const alphabets: Readonly<Record<string, string>> = {
  lowerLetter: 'abcdefghijklmnopqrstuvwxyz',
  russianLower: 'абвгдежзиклмнопрстуфхцчшщэюя',
  arabicAlpha: 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي',
  arabicAbjad: 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
}

/** Letters repeat after the last: aa, bb (ECMA-376 17.18.59). */
function letterOf(number: number, alphabet: string): string {
  if (number < 1) return ''
  return alphabet[(number - 1) % alphabet.length]!.repeat(Math.min(Math.ceil(number / alphabet.length), 20))
}

const hanDigits = '〇一二三四五六七八九'

function hanOf(number: number): string {
  if (number < 1 || number > 99) return String(number)
  const tens = Math.floor(number / 10)
  const ones = number % 10
  return `${tens > 1 ? hanDigits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? hanDigits[ones] : ''}`
}

const shifted = (number: number, zero: number) =>
  String(number).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

/** A number in one of Word's formats; those that no resolution uses are printed in digits. */
export function counted(number: number, format: string): string {
  switch (format) {
    case 'lowerRoman':
      return romanOf(number)
    case 'upperRoman':
      return romanOf(number).toUpperCase()
    case 'lowerLetter':
    case 'russianLower':
    case 'arabicAlpha':
    case 'arabicAbjad':
      return letterOf(number, alphabets[format]!)
    case 'upperLetter':
      return letterOf(number, alphabets.lowerLetter!).toUpperCase()
    case 'russianUpper':
      return letterOf(number, alphabets.russianLower!).toUpperCase()
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'hindiNumbers':
      return shifted(number, 0x0660)
    case 'decimalFullWidth':
      return shifted(number, 0xff10)
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return hanOf(number)
    default:
      return String(number)
  }
}
