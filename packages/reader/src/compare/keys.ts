import type { ItemKind } from '../outline.ts'
import { sameWords, type Text } from './paragraphs.ts'
import type { Words } from './words.ts'

const kinds: readonly ItemKind[] = ['preambular', 'operative', 'subparagraph', 'annex']

/** Tells kinds apart that are compared with one another. */
const withKind = (key: number, { of }: Text): number => key * kinds.length + Math.max(0, kinds.indexOf(of.item.kind))

/** Numbers by which equal texts are known: of one kind, and to the letter. */
export function keysByText(): (texts: readonly Text[]) => Int32Array {
  const numbers = new Map<string, number>()
  return (texts) =>
    Int32Array.from(texts, (one) => {
      const { text } = one.of.item
      let key = numbers.get(text)
      if (key === undefined) {
        key = numbers.size
        numbers.set(text, key)
      }
      return withKind(key, one)
    })
}

/** Numbers by which texts of the same words are known; 0 for what is matched already, which nobody asks for. */
export function keysByWords(): (texts: readonly Text[], matched: Int32Array) => Int32Array {
  const numbers = new Map<number, { readonly words: Words; readonly key: number }[]>()
  let count = 0
  return (texts, matched) =>
    Int32Array.from(texts, (one, at) => {
      if (matched[at] !== -1) return 0
      const words = one.words()
      let hash = 0
      for (const number of words.numbers) hash = (Math.imul(hash, 31) + number) | 0
      const alike = numbers.get(hash)
      const known = alike?.find((other) => sameWords(other.words, words))
      if (known) return known.key
      const own = { words, key: ++count }
      if (alike) alike.push(own)
      else numbers.set(hash, [own])
      return own.key
    })
}

/** The same keys, with kinds told apart. */
export const keysWithKind = (keys: Int32Array, texts: readonly Text[]): Int32Array =>
  keys.map((key, at) => withKind(key, texts[at]!))
