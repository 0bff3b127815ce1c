import type { Vocabulary, Words } from './words.ts'

/** What a text is known by: each different word in whatever case, and each two characters of Chinese that follow. */
export type Features = Int32Array

/** The numbers of features; a word and two characters never have the same. */
export interface FeatureNumbers {
  readonly featuresOf: (words: Words) => Features
  readonly size: () => number
}

/** No vocabulary comes near it: a text of 64 MB has fewer different words. */
const mostWords = 2 ** 26

export function featureNumbers(vocabulary: Vocabulary): FeatureNumbers {
  const ofWord: number[] = []
  const ofTwo = new Map<number, number>()
  let size = 0
  // by feature, the text it was last seen in
  const seen: number[] = []
  let texts = 0
  let found = new Int32Array(256)

  function featureOfWord(word: number): number {
    while (ofWord.length <= word) ofWord.push(-1)
    if (ofWord[word]! === -1) {
      const folded = vocabulary.folded(word)
      ofWord[word] = folded === word ? size++ : featureOfWord(folded)
    }
    return ofWord[word]!
  }

  function featureOfTwo(first: number, second: number): number {
    const key = first * mostWords + second
    const known = ofTwo.get(key)
    if (known !== undefined) return known
    ofTwo.set(key, size)
    return size++
  }

  function featuresOf({ numbers }: Words): Features {
    const text = ++texts
    if (found.length < numbers.length) found = new Int32Array(2 * numbers.length)
    let count = 0
    for (let at = 0; at < numbers.length; at++) {
      const word = numbers[at]!
      if (vocabulary.isMark(word)) continue
      const next = at + 1 < numbers.length ? numbers[at + 1]! : -1
      const two = vocabulary.isCharacter(word) && next !== -1 && vocabulary.isCharacter(next)
      const feature = two ? featureOfTwo(word, next) : featureOfWord(word)
      if (seen[feature] === text) continue
      while (seen.length <= feature) seen.push(0)
      seen[feature] = text
      found[count++] = feature
    }
    return found.slice(0, count)
  }

  return { featuresOf, size: () => size }
}

/**
 * How much a feature tells, by how many of all texts have it: what every paragraph has tells next to nothing (inverse
 * document frequency). Indexed by feature.
 */
export function weightsOf(olds: readonly Features[], news: readonly Features[], size: number): Float64Array {
  const found = new Float64Array(size)
  let texts = 0
  for (const list of [olds, news])
    for (const features of list) {
      if (features.length > 0) texts++
      for (let at = 0; at < features.length; at++) found[features[at]!]!++
    }
  for (let feature = 0; feature < size; feature++) found[feature] = Math.log(1 + texts / Math.max(1, found[feature]!))
  return found
}

export function weightOf(features: Features, weights: Float64Array): number {
  let sum = 0
  for (const feature of features) sum += weights[feature]!
  return sum
}
