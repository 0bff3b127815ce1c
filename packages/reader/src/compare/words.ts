/** A longer word has no small letters beyond this. */
const longest = 1_024

/** What a code unit is to the cutting of words. */
const space = 1
const letter = 2
const joiner = 3
const alone = 4
const mark = 5

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const inWords = /[\p{L}\p{M}\p{N}\p{Cs}]/u
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

/** By code unit: its kind in the upper half, in the lower the one it is compared as; 0 where nobody looked yet. */
const seenAs = new Uint32Array(65_536)

function lookAt(code: number): number {
  const char = String.fromCharCode(code)
  const kind = joiners.has(code)
    ? joiner
    : unseen.test(char)
      ? space
      : ideograph.test(char)
        ? alone
        : inWords.test(char)
          ? letter
          : mark
  const seen = kind * 65_536 + (spelledAlike[char] ?? char).charCodeAt(0)
  seenAs[code] = seen
  return seen
}

/**
 * A text cut into words, with only spaces between them. A word is
 * a run of letters and figures with what joins them (`A/RES/65/230`, `well-being`, `l’homme`), one character of
 * Chinese, or one mark of punctuation. Words with the same number are the same but for how quotation marks, apostrophes
 * and hyphens are set.
 */
export interface Words {
  readonly text: string
  readonly numbers: Int32Array
  /** Where word `at` starts at `2 * at`, and where it ends behind it. */
  readonly bounds: Int32Array
}

export const startOf = ({ bounds }: Words, at: number): number => bounds[2 * at]!
export const endOf = ({ bounds }: Words, at: number): number => bounds[2 * at + 1]!

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
  // open addressing: each slot has the number of a word, or -1; never more than half of them are taken
  let slots = new Int32Array(1 << Math.ceil(Math.log2(Math.max(32, expected) * 2))).fill(-1)
  let hashes = new Int32Array(slots.length / 2)
  let sorts = new Uint8Array(slots.length / 2)
  /** Word `number` has its letters in `letters` from `begins[number]` to `begins[number + 1]`. */
  let begins = new Int32Array(slots.length / 2 + 1)
  let letters = new Uint16Array(slots.length * 4)
  const foldedTo: number[] = []
  let size = 0
  /** The letters of the word that is being read; small letters may be more than capitals are. */
  let word = new Uint16Array(4 * longest)
  /** The words of the text that is being cut. */
  let numbers = new Int32Array(256)
  let bounds = new Int32Array(512)

  function grow(): void {
    slots = new Int32Array(slots.length * 2).fill(-1)
    hashes = lengthened(hashes, slots.length / 2)
    sorts = lengthened(sorts, slots.length / 2)
    begins = lengthened(begins, slots.length / 2 + 1)
    const mask = slots.length - 1
    for (let number = 0; number < size; number++) {
      let slot = hashes[number]! & mask
      while (slots[slot] !== -1) slot = (slot + 1) & mask
      slots[slot] = number
    }
  }

  function isWord(number: number, length: number): boolean {
    const begin = begins[number]!
    if (begins[number + 1]! - begin !== length) return false
    for (let at = 0; at < length; at++) if (letters[begin + at] !== word[at]) return false
    return true
  }

  function numberOf(length: number, hash: number, sort: number): number {
    const mask = slots.length - 1
    let slot = hash & mask
    for (let number = slots[slot]!; number !== -1; number = slots[slot]!) {
      if (hashes[number] === hash && isWord(number, length)) return number
      slot = (slot + 1) & mask
    }
    const number = size++
    slots[slot] = number
    hashes[number] = hash
    sorts[number] = sort
    foldedTo.push(-1)
    const begin = begins[number]!
    if (begin + length > letters.length) letters = lengthened(letters, 2 * (begin + length))
    for (let at = 0; at < length; at++) letters[begin + at] = word[at]!
    begins[size] = begin + length
    if (size * 2 >= slots.length) grow()
    return number
  }

  function cut(text: string): Words {
    const length = text.length
    if (length > word.length) word = new Uint16Array(length)
    let count = 0
    for (let at = 0; at < length; ) {
      let code = text.charCodeAt(at)
      let seen = seenAs[code]! || lookAt(code)
      if (seen >>> 16 === space) {
        at++
        continue
      }
      const start = at
      let sort = seen >>> 16
      let hash = 0
      let written = 0
      if (sort === letter) {
        for (;;) {
          word[written++] = seen
          hash = (Math.imul(hash, 31) + (seen & 0xffff)) | 0
          if (++at === length) break
          code = text.charCodeAt(at)
          seen = seenAs[code]! || lookAt(code)
          const kind = seen >>> 16
          if (kind === letter) continue
          if (kind !== joiner || at + 1 === length) break
          const next = text.charCodeAt(at + 1)
          if ((seenAs[next]! || lookAt(next)) >>> 16 !== letter) break
        }
      } else {
        if (sort === joiner) sort = mark
        word[0] = seen
        hash = seen & 0xffff
        written = 1
        at++
      }
      if (count === numbers.length) {
        numbers = lengthened(numbers, 2 * count)
        bounds = lengthened(bounds, 4 * count)
      }
      numbers[count] = numberOf(written, mixed(hash), sort)
      bounds[2 * count] = start
      bounds[2 * count + 1] = at
      count++
    }
    return { text, numbers: numbers.slice(0, count), bounds: bounds.slice(0, 2 * count) }
  }

  /** The number of a word in small letters. */
  function lower(number: number): number {
    const from = begins[number]!
    const to = begins[number + 1]!
    let hash = 0
    let changed = false
    for (let at = from; at < to; at++) {
      const code = letters[at]!
      if (code > 127)
        return lowerOf(String.fromCharCode(...letters.subarray(from, Math.min(to, from + longest))), number)
      const small = code >= 65 && code <= 90 ? code + 32 : code
      changed ||= small !== code
      word[at - from] = small
      hash = (Math.imul(hash, 31) + small) | 0
    }
    return changed ? numberOf(to - from, mixed(hash), letter) : number
  }

  function lowerOf(written: string, number: number): number {
    const small = written.toLowerCase()
    if (small === written) return number
    let hash = 0
    for (let at = 0; at < small.length; at++) {
      const code = small.charCodeAt(at)
      word[at] = code
      hash = (Math.imul(hash, 31) + code) | 0
    }
    return numberOf(small.length, mixed(hash), letter)
  }

  function folded(number: number): number {
    if (sorts[number] !== letter) return number
    const known = foldedTo[number]!
    if (known !== -1) return known
    const to = lower(number)
    foldedTo[number] = to
    return to
  }

  return {
    cut,
    folded,
    size: () => size,
    isMark: (number) => sorts[number] === mark,
    isCharacter: (number) => sorts[number] === alone,
  }
}

const mixed = (hash: number): number => {
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return half ^ (half >>> 13)
}

function lengthened<List extends Int32Array | Uint16Array | Uint8Array>(list: List, room: number): List {
  const longer = new (list.constructor as new (room: number) => List)(room)
  longer.set(list)
  return longer
}
