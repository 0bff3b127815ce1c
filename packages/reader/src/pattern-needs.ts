/**
 * What every match of a pattern holds, told from the pattern itself, so that a row is tried only on texts it can fit.
 * Whatever is not understood of a pattern needs nothing and is always tried: no match is ever lost.
 */
export interface Needs {
  /** One of these stands in every match, in small letters; null where nothing is known. */
  readonly anyOf: readonly string[] | null
  /** Every match starts with one of these; null where nothing is known. */
  readonly starts: readonly string[] | null
}

/** A part of a pattern: `exact` where it matches one string and nothing else. */
interface Part extends Needs {
  readonly exact: string | null
  /** Whether it may match nothing at all. */
  readonly empty: boolean
}

const unknown: Part = { exact: null, anyOf: null, starts: null, empty: false }
/** Takes no room: `\b`, `^`, what is looked at ahead or behind. */
const nowhere: Part = { exact: '', anyOf: null, starts: null, empty: true }
/** Shorter strings stand in every text. */
const shortest = 3
/** More than this many say too little. */
const most = 80

/** Small and capital are told apart in no other letters than those of English. */
const literal = (sign: string): Part => {
  if (sign > '~') return unknown
  const small = sign.toLowerCase()
  return { exact: small, anyOf: [small], starts: [small], empty: false }
}

const least = (strings: readonly string[] | null) =>
  strings === null ? 0 : Math.min(...strings.map(({ length }) => length))

/** The more telling of two: longer strings, then fewer. */
const better = (a: readonly string[] | null, b: readonly string[] | null) => {
  const [one, two] = [Math.min(least(a), 6), Math.min(least(b), 6)]
  return one > two || (one === two && (a?.length ?? most) <= (b?.length ?? most)) ? a : b
}

function inSequence(parts: readonly Part[]): Part {
  let anyOf: readonly string[] | null = null
  let run = ''
  for (const part of parts) {
    if (part.exact !== null) {
      run += part.exact
      continue
    }
    if (run !== '') anyOf = better(anyOf, [run])
    run = ''
    if (!part.empty) anyOf = better(anyOf, part.anyOf)
  }
  if (run !== '') anyOf = better(anyOf, [run])
  const exact = parts.every((part) => part.exact !== null) ? parts.map((part) => part.exact).join('') : null
  return { exact, anyOf, starts: startsOf(parts), empty: parts.every((part) => part.empty) }
}

/** What a sequence can start with: its first letters, or those of each part that may be left out and of the next. */
function startsOf(parts: readonly Part[]): readonly string[] | null {
  const starts: string[] = []
  let run = ''
  for (const part of parts) {
    if (part.exact !== null) {
      run += part.exact
      continue
    }
    if (run !== '') return [...starts, run]
    if (part.starts === null) return null
    starts.push(...part.starts)
    if (!part.empty) return starts
  }
  return run === '' ? starts : [...starts, run]
}

const together = (all: readonly (readonly string[] | null)[]) => {
  const strings = all.every((one) => one !== null) ? [...new Set(all.flat())] : null
  return strings !== null && strings.length <= most ? strings : null
}

function oneOf(parts: readonly Part[]): Part {
  if (parts.length === 1) return parts[0]!
  return {
    exact: null,
    anyOf: together(parts.map(({ anyOf }) => anyOf)),
    starts: together(parts.map(({ starts }) => starts)),
    empty: parts.some((part) => part.empty),
  }
}

const group = /\((?:\?(?:<(?![=!])[^>]*>|:|<?[=!]))?/y
const set = /\[(?:\\.|[^\]\\])*\]/y
const escaping = /\\(?:[pP]\{[^}]*\}|u[\da-fA-F]{4}|u\{[^}]*\}|x[\da-fA-F]{2}|k<[^>]*>|.)/y
const quantifier = /(?:([*+?])|\{(\d+)(?:,\d*)?\})\??/y

/** Reads the source of a pattern, left to right. */
function read(source: string): Part {
  let at = 0
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at = pattern.lastIndex
    return found
  }
  const atom = (): Part => {
    const opened = next(group)
    if (opened) {
      const inner = alternatives()
      at++
      return /[=!]$/.test(opened[0]) ? nowhere : inner
    }
    if (next(set)) return unknown
    const escaped = next(escaping)
    if (escaped) {
      const sign = escaped[0].slice(1)
      if (/^[bB]$/.test(sign)) return nowhere
      return /^[^\p{L}\p{N}]$/u.test(sign) ? literal(sign) : unknown
    }
    const sign = source[at++]!
    if (sign === '^' || sign === '$') return nowhere
    return sign === '.' ? unknown : literal(sign)
  }
  const sequence = (): Part => {
    const parts: Part[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = atom()
      const times = next(quantifier)
      if (!times) parts.push(part)
      else if (times[1] === '+' || Number(times[2] ?? 0) > 0) parts.push({ ...part, exact: null })
      else parts.push({ exact: null, anyOf: null, starts: part.starts, empty: true })
    }
    return inSequence(parts)
  }
  const alternatives = (): Part => {
    const parts = [sequence()]
    while (source[at] === '|') {
      at++
      parts.push(sequence())
    }
    return oneOf(parts)
  }
  return alternatives()
}

const known = new WeakMap<RegExp, Needs>()

/** What every match of a pattern holds and starts with. */
export function needsOf(pattern: RegExp): Needs {
  const before = known.get(pattern)
  if (before) return before
  const { anyOf, starts, empty } = read(pattern.source)
  const needs = { anyOf: least(anyOf) >= shortest ? anyOf : null, starts: empty ? null : starts }
  known.set(pattern, needs)
  return needs
}

/** Three letters in a row as a place in a table; places are shared, so that a table says "not" or "perhaps". */
const places = 4_096
const placeOf = (a: number, b: number, c: number) => (a * 961 + b * 31 + c) & (places - 1)

const small = (code: number) => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code)

function placesOf(text: string): readonly number[] {
  const found: number[] = []
  for (let at = 2; at < text.length; at++)
    found.push(placeOf(text.charCodeAt(at - 2), text.charCodeAt(at - 1), text.charCodeAt(at)))
  return found
}

/** For each pattern the places of each string of which it needs one; null where it needs nothing. */
const needed = new WeakMap<RegExp, readonly (readonly number[])[] | null>()

function neededBy(pattern: RegExp): readonly (readonly number[])[] | null {
  const before = needed.get(pattern)
  if (before !== undefined) return before
  const strings = needsOf(pattern).anyOf?.map(placesOf) ?? null
  needed.set(pattern, strings)
  return strings
}

interface Table {
  text: string
  readonly holds: Uint8Array
}

/** The tables of the texts asked for last: many rows in turn are tried on the same few. */
const tables: Table[] = Array.from({ length: 4 }, () => ({ text: '', holds: new Uint8Array(places) }))
let oldest = 0

function tableOf(text: string): Uint8Array {
  for (const table of tables) if (table.text === text) return table.holds
  const table = tables[oldest]!
  oldest = (oldest + 1) % tables.length
  table.text = text
  table.holds.fill(0)
  let a = small(text.charCodeAt(0))
  let b = small(text.charCodeAt(1))
  for (let at = 2; at < text.length; at++) {
    const c = small(text.charCodeAt(at))
    table.holds[placeOf(a, b, c)] = 1
    a = b
    b = c
  }
  return table.holds
}

function holdsAll(holds: Uint8Array, places: readonly number[]): boolean {
  for (const place of places) if (holds[place] === 0) return false
  return true
}

/** Whether a pattern may match somewhere in a text. Where it says no, it is right; where it says yes, try. */
export function mayMatch(pattern: RegExp, text: string): boolean {
  const strings = neededBy(pattern)
  if (strings === null) return true
  const holds = tableOf(text)
  for (const one of strings) if (holdsAll(holds, one)) return true
  return false
}

/** Whether an anchored pattern may match a text whose first word, in small letters, this is. */
export function mayStart(pattern: RegExp, word: string): boolean {
  return needsOf(pattern).starts?.some((start) => start.startsWith(word) || word.startsWith(start)) ?? true
}
