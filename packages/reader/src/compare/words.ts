/** What a code unit is to the cutting of words; 0 is not looked at yet. */
const space = 1
const letter = 2
const joiner = 3
const alone = 4
const mark = 5

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const letters = /[\p{L}\p{M}\p{N}\p{Cs}]/u
/** Spaces, and what is written but not seen: marks of direction, joiners of no width, soft hyphens. */
const unseen = /[\s\p{Cf}\p{Cc}]/u
const joiners = new Set("-‐‑/.,:'’ʼ_".split('').map((one) => one.charCodeAt(0)))
const spelledAlike: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '“': '"',
  '”': '"',
}

const kinds = new Uint8Array(65_536)
const canonical = new Uint16Array(65_536)

function kindOf(code: number): number {
  const char = String.fromCharCode(code)
  canonical[code] = (spelledAlike[char] ?? char).charCodeAt(0)
  const kind = joiners.has(code)
    ? joiner
    : unseen.test(char)
      ? space
      : ideograph.test(char)
        ? alone
        : letters.test(char)
          ? letter
          : mark
  kinds[code] = kind
  return kind
}

/**
 * A text cut into words. Word `at` goes from `starts[at]` to `ends[at]`; between words there are only spaces. A word is
 * a run of letters and figures with what joins them (`A/RES/65/230`, `well-being`, `l’homme`), one character of
 * Chinese, or one mark of punctuation. Words with the same number are the same but for how quotation marks, apostrophes
 * and hyphens are set.
 */
export interface Words {
  readonly text: string
  readonly numbers: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** The words of texts that are compared with one another: each different word has a number. */
export interface Vocabulary {
  readonly cut: (text: string) => Words
  /** How many different words there are; their numbers count from 0. */
  readonly size: () => number
  /** Whether a word is punctuation. */
  readonly isMark: (number: number) => boolean
  /** Whether a word is one character of a writing without spaces. */
  readonly isCharacter: (number: number) => boolean
  /** The number that stands for a word in whatever case. */
  readonly folded: (number: number) => number
}

export function vocabulary(expected = 256): Vocabulary {
  let slots = new Int32Array(Math.max(64, 1 << Math.ceil(Math.log2(expected * 2)))).fill(-1)
  const sources: string[] = []
  const begins: number[] = []
  const lengths: number[] = []
  const hashes: number[] = []
  const sorts: number[] = []
  const foldedTo: number[] = []

  function grow(): void {
    slots = new Int32Array(slots.length * 2).fill(-1)
    const mask = slots.length - 1
    for (let number = 0; number < hashes.length; number++) {
      let slot = hashes[number]! & mask
      while (slots[slot] !== -1) slot = (slot + 1) & mask
      slots[slot] = number
    }
  }

  function isAt(number: number, text: string, start: number, length: number): boolean {
    if (lengths[number] !== length) return false
    const source = sources[number]!
    const begin = begins[number]!
    for (let at = 0; at < length; at++) {
      const one = text.charCodeAt(start + at)
      const other = source.charCodeAt(begin + at)
      if (one !== other && canonical[one] !== canonical[other]) return false
    }
    return true
  }

  function numberOf(text: string, start: number, end: number, hash: number, sort: number): number {
    const mask = slots.length - 1
    const length = end - start
    let slot = hash & mask
    for (let number = slots[slot]!; number !== -1; number = slots[slot]!) {
      if (hashes[number] === hash && isAt(number, text, start, length)) return number
      slot = (slot + 1) & mask
    }
    const number = hashes.length
    slots[slot] = number
    sources.push(text)
    begins.push(start)
    lengths.push(length)
    hashes.push(hash)
    sorts.push(sort)
    foldedTo.push(-1)
    if (hashes.length * 2 > slots.length) grow()
    return number
  }

  function cut(text: string): Words {
    let room = (text.length >> 2) + 16
    let numbers = new Int32Array(room)
    let starts = new Int32Array(room)
    let ends = new Int32Array(room)
    let count = 0
    const length = text.length
    for (let at = 0; at < length; ) {
      let code = text.charCodeAt(at)
      let kind = kinds[code]! || kindOf(code)
      if (kind === space) {
        at++
        continue
      }
      const start = at
      const sort = kind === joiner ? mark : kind
      let hash = 0
      if (kind === letter) {
        for (;;) {
          hash = (Math.imul(hash, 31) + canonical[code]!) | 0
          if (++at === length) break
          code = text.charCodeAt(at)
          kind = kinds[code]! || kindOf(code)
          if (kind === letter) continue
          if (kind !== joiner || at + 1 === length) break
          const next = text.charCodeAt(at + 1)
          if ((kinds[next]! || kindOf(next)) !== letter) break
        }
      } else {
        hash = canonical[code]!
        at++
      }
      if (count === room) {
        room *= 2
        numbers = lengthened(numbers, room)
        starts = lengthened(starts, room)
        ends = lengthened(ends, room)
      }
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
      numbers[count] = numberOf(text, start, at, hash ^ (hash >>> 13), sort)
      starts[count] = start
      ends[count] = at
      count++
    }
    return {
      text,
      numbers: numbers.subarray(0, count),
      starts: starts.subarray(0, count),
      ends: ends.subarray(0, count),
    }
  }

  function folded(number: number): number {
    const known = foldedTo[number]!
    if (known !== -1) return known
    const begin = begins[number]!
    const word = sources[number]!.slice(begin, begin + lengths[number]!)
    const lower = word.toLowerCase()
    const to = lower === word ? number : (cut(lower).numbers[0] ?? number)
    foldedTo[number] = to
    return to
  }

  return {
    cut,
    folded,
    size: () => hashes.length,
    isMark: (number) => sorts[number] === mark,
    isCharacter: (number) => sorts[number] === alone,
  }
}

function lengthened(list: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(room)
  longer.set(list)
  return longer
}
