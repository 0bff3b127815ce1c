/**
 * The measure of nearness stands on grams: three and five words in a row. Words are runs of letters and digits, without
 * regard to case, to vowel marks in Arabic and to forms of compatibility; each Chinese character is a word of its own. A
 * text of fewer than three words is one gram, all of it.
 *
 * Words and grams are kept as hashes of twice 32 bits; the README says what that is worth.
 */
const short = 3
const long = 5

/** Twice 32 bits for each of a row of things; only the first `length` count. Grows, and is used again. */
export interface Hashes {
  high: Uint32Array
  low: Uint32Array
  length: number
}

export const noHashes = (room = 1024): Hashes => ({
  high: new Uint32Array(room),
  low: new Uint32Array(room),
  length: 0,
})

export function roomFor(hashes: Hashes, room: number): void {
  if (hashes.high.length >= room) return
  const wider = Math.max(room, 2 * hashes.high.length)
  const high = new Uint32Array(wider)
  const low = new Uint32Array(wider)
  high.set(hashes.high)
  low.set(hashes.low)
  hashes.high = high
  hashes.low = low
}

const part = 1
const whole = 2
const unseen = 3

function kindsOfUnits(): Uint8Array {
  const kinds = new Uint8Array(65_536)
  const ofWord = /[\p{L}\p{N}\p{M}]/u
  const ofItself = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
  // Vowel marks and the stroke that lengthens a word in Arabic; soft hyphens, joiners and marks of direction.
  const notSeen = /[\u064B-\u065F\u0670\u0640\u00AD\u200B-\u200F\u2060\uFEFF]/u
  for (let unit = 0; unit < 65_536; unit++) {
    const letter = String.fromCharCode(unit)
    if (unit >= 0xd800 && unit <= 0xdfff) kinds[unit] = part
    else if (notSeen.test(letter)) kinds[unit] = unseen
    else if (ofItself.test(letter)) kinds[unit] = whole
    else if (ofWord.test(letter)) kinds[unit] = part
  }
  return kinds
}

let kindsOnce: Uint8Array | null = null

/** What each UTF-16 unit is: a gap between words, part of a word, a word by itself, or nothing at all. */
function kinds(): Uint8Array {
  kindsOnce ??= kindsOfUnits()
  return kindsOnce
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The words of a text, folded: what two texts are compared by. */
export function wordsOf(text: string): string[] {
  const kind = kinds()
  const words: string[] = []
  let word = ''
  const end = () => {
    if (word !== '') words.push(word)
    word = ''
  }
  for (const letter of folded(text).split('')) {
    const is = kind[letter.charCodeAt(0)]
    if (is === part) word += letter
    else if (is !== unseen) end()
    if (is === whole) words.push(letter)
  }
  end()
  return words
}

const basis = 0x811c9dc5
const otherBasis = 0x2f0b4a27

/** The words of a text as hashes, in order. */
export function readWords(text: string, into: Hashes): void {
  const kind = kinds()
  const all = folded(text)
  roomFor(into, all.length + 1)
  const { high, low } = into
  let count = 0
  let a = basis
  let b = otherBasis
  let open = false
  for (let i = 0; i < all.length; i++) {
    const unit = all.charCodeAt(i)
    const is = kind[unit]
    if (is === unseen) continue
    if (is === part) {
      a = Math.imul(a ^ unit, 0x01000193)
      b = Math.imul(b ^ unit, 0x5bd1e995)
      b ^= b >>> 15
      open = true
      continue
    }
    if (open) {
      high[count] = mixed(a)
      low[count++] = mixed(b)
      a = basis
      b = otherBasis
      open = false
    }
    if (is === whole) {
      high[count] = mixed(Math.imul(basis ^ unit, 0x01000193))
      low[count++] = mixed(Math.imul(otherBasis ^ unit, 0x5bd1e995))
    }
  }
  if (open) {
    high[count] = mixed(a)
    low[count++] = mixed(b)
  }
  into.length = count
}

/** Spreads every bit over all of them: the last step of MurmurHash3. */
function mixed(bits: number): number {
  let h = bits ^ (bits >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Some words in a row as one hash, into place `at`. */
function rowInto(into: Hashes, at: number, words: Hashes, from: number, to: number): void {
  let a = to - from
  let b = ~a
  for (let i = from; i < to; i++) {
    a = Math.imul(a ^ words.high[i]!, 0x9e3779b1)
    a = (a << 13) | (a >>> 19)
    b = Math.imul(b ^ words.low[i]!, 0x846ca68b) + a
    b = (b << 17) | (b >>> 15)
  }
  into.high[at] = mixed(a ^ b)
  into.low[at] = mixed(b)
}

/** Adds the grams of the first `count` words, those that stand twice twice. */
export function gramsInto(into: Hashes, words: Hashes, count = words.length): void {
  roomFor(into, into.length + 2 * count + 1)
  if (count === 0) return
  const first = into.length
  const size = Math.min(short, count)
  for (let i = 0; i + size <= count; i++) rowInto(into, into.length++, words, i, i + size)
  // Five words are the first three and the last three of them.
  const { high, low } = into
  const last = first + count - long
  for (let i = first; i <= last; i++) {
    const at = into.length++
    const a = Math.imul(high[i]! ^ 0x7feb352d, 0x9e3779b1) + Math.imul(high[i + 2]!, 0x846ca68b)
    const b = Math.imul(low[i]! ^ 0x2c1b3c6d, 0x297a2d39) + Math.imul(low[i + 2]!, 0x9e3779b1)
    high[at] = mixed(a ^ (b >>> 7))
    low[at] = mixed(b)
  }
}

/** All words in a row as one hash, into place `at`: the same for texts that differ in nothing that counts. */
export function wholeInto(into: Hashes, at: number, words: Hashes): void {
  roomFor(into, at + 1)
  rowInto(into, at, words, 0, words.length)
}
