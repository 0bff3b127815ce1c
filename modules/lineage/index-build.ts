import { gramsInto, type Hashes, noHashes, readWords, roomFor, wholeInto } from './grams.ts'
import { type Growing, growing, numbering } from './index-rows.ts'
import { type Segment, shared } from './index-segment.ts'
import { slicesOf } from './index-slice.ts'

/** Grams sorted at once, eight bytes each. More of them are sorted slice by slice, reading the words again for each. */
const gramsAtOnce = 2 ** 25

export interface SegmentBuilder {
  /** Takes in a paragraph: its words, the number of its unit, its place among the pieces of its document. */
  add(text: string, unit: number, n: number): void
  finish(): Segment
}

/** Makes a segment. Needs while it does some 12 bytes a place, 4 a word of the different texts and 8 a gram at once. */
export function segmentBuilder(atOnce: number = gramsAtOnce): SegmentBuilder {
  const vocabulary = numbering()
  const wholes = numbering()
  const wordsFrom = growing()
  const wordIds = growing()
  const placeText = growing()
  const placeUnit = growing()
  const placeN = growing()
  const words = noHashes()
  const whole = noHashes(1)
  wordsFrom.push(0)

  return {
    add(text, unit, n) {
      readWords(text, words)
      if (words.length === 0) return
      wholeInto(whole, 0, words)
      const known = wholes.length
      const number = wholes.of(whole.high[0]!, whole.low[0]!)
      if (number === known) {
        for (let i = 0; i < words.length; i++) wordIds.push(vocabulary.of(words.high[i]!, words.low[i]!))
        wordsFrom.push(wordIds.length)
      }
      placeText.push(number)
      placeUnit.push(unit)
      placeN.push(n)
    },
    finish() {
      const grams = noHashes()
      const texts = wholes.length
      /** The grams of a text from its words, in the rows used for all of them. */
      const gramsOf = (text: number): Hashes => {
        const from = wordsFrom.all[text]!
        const count = wordsFrom.all[text + 1]! - from
        roomFor(words, count)
        const ids = wordIds.all
        for (let i = 0; i < count; i++) {
          const id = ids[from + i]!
          words.high[i] = vocabulary.high.all[id]!
          words.low[i] = vocabulary.low.all[id]!
        }
        grams.length = 0
        gramsInto(grams, words, count)
        return grams
      }
      const sizes = shared(texts)
      const slices = slicesOf({ texts, gramsOf, sizes, grams: 2 * wordIds.length + texts, atOnce })
      return { sizes, ...wholesOf(wholes), ...placesOf(texts, placeText, placeUnit, placeN), slices }
    },
  }
}

const wholesOf = ({ high, low }: ReturnType<typeof numbering>) => ({
  wholeHigh: high.toShared(),
  wholeLow: low.toShared(),
})

/** The places in the order of their texts. */
function placesOf(texts: number, ofText: Growing, units: Growing, ns: Growing) {
  const placesFrom = shared(texts + 1)
  const placeUnit = shared(ofText.length)
  const placeN = shared(ofText.length)
  for (let i = 0; i < ofText.length; i++) placesFrom[ofText.all[i]! + 1]!++
  for (let text = 0; text < texts; text++) placesFrom[text + 1]! += placesFrom[text]!
  const next = placesFrom.slice(0, texts)
  for (let i = 0; i < ofText.length; i++) {
    const at = next[ofText.all[i]!]!++
    placeUnit[at] = units.all[i]!
    placeN[at] = ns.all[i]!
  }
  return { placesFrom, placeUnit, placeN }
}
