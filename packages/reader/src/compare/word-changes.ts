import type { WordChange } from './comparison.ts'
import { type EditScript, editScript } from './edit-script.ts'
import { makeLegible } from './legible.ts'
import { endOf, startOf, type Vocabulary, vocabulary, type Words } from './words.ts'

/**
 * What became of the words of a text: kept, deleted, inserted, with every space and mark where it stood. Words are
 * compared as written, capitals and all; Chinese by character. Any two strings; time is linear where they have little
 * in common.
 */
export function wordChanges(old: string, neu: string): readonly WordChange[] {
  if (old === neu) return old === '' ? [] : [{ kind: 'kept', text: old, punctuation: false }]
  const words = vocabulary((old.length + neu.length) >> 4)
  return changesOf(words, words.cut(old), words.cut(neu)).words
}

/** The share of the words of both texts that stand in both, in one order: from 0 to 1. Punctuation does not count. */
export function similarity(old: string, neu: string): number {
  if (old === neu) return 1
  const words = vocabulary((old.length + neu.length) >> 4)
  return scriptOf(words, words.cut(old), words.cut(neu)).similarity
}

/** What became of the words of a text, as pieces of text and by word. */
export interface Changes {
  readonly words: readonly WordChange[]
  readonly similarity: number
  /** By place in the words of either side: 1 for kept. */
  readonly keptOld: Uint8Array
  readonly keptNew: Uint8Array
}

export function changesOf(words: Vocabulary, old: Words, neu: Words): Changes {
  const found = scriptOf(words, old, neu)
  const { old: keptOld, new: keptNew } = found.script
  makeLegible(found.script, old, neu, words)
  return { words: written(old, keptOld, neu, keptNew), similarity: found.similarity, keptOld, keptNew }
}

/** Words come first: the shortest script of them, and between those that are kept, marks where both have the same. */
function scriptOf(
  words: Vocabulary,
  old: Words,
  neu: Words,
): { readonly script: EditScript; readonly similarity: number } {
  const oldPlaces = placesOfWords(words, old)
  const newPlaces = placesOfWords(words, neu)
  const all = oldPlaces.length + newPlaces.length
  const ofWords = editScript(at(old.numbers, oldPlaces), at(neu.numbers, newPlaces))
  const keptOld = new Uint8Array(old.numbers.length)
  const keptNew = new Uint8Array(neu.numbers.length)
  let kept = ofWords.kept
  let oldFrom = 0
  let newFrom = 0
  for (let i = 0, j = 0; ; i++, j++) {
    while (i < oldPlaces.length && !ofWords.old[i]) i++
    while (j < newPlaces.length && !ofWords.new[j]) j++
    const last = i >= oldPlaces.length
    let oldTo = last ? old.numbers.length : oldPlaces[i]!
    let newTo = last ? neu.numbers.length : newPlaces[j]!
    if (!last) {
      keptOld[oldTo] = 1
      keptNew[newTo] = 1
    }
    const nextOld = oldTo + 1
    const nextNew = newTo + 1
    for (; oldFrom < oldTo && newFrom < newTo && old.numbers[oldFrom] === neu.numbers[newFrom]; oldFrom++, newFrom++) {
      keptOld[oldFrom] = 1
      keptNew[newFrom] = 1
      kept++
    }
    while (oldFrom < oldTo && newFrom < newTo && old.numbers[oldTo - 1] === neu.numbers[newTo - 1]) {
      keptOld[--oldTo] = 1
      keptNew[--newTo] = 1
      kept++
    }
    if (last) break
    oldFrom = nextOld
    newFrom = nextNew
  }
  const script = { old: keptOld, new: keptNew, kept }
  return { script, similarity: all === 0 ? 1 : (2 * ofWords.kept) / all }
}

function placesOfWords(words: Vocabulary, { numbers }: Words): Int32Array {
  const places = new Int32Array(numbers.length)
  let count = 0
  for (let place = 0; place < numbers.length; place++) if (!words.isMark(numbers[place]!)) places[count++] = place
  return places.subarray(0, count)
}

function at(numbers: Int32Array, places: Int32Array): Int32Array {
  const found = new Int32Array(places.length)
  for (let place = 0; place < places.length; place++) found[place] = numbers[places[place]!]!
  return found
}

/** Puts a script into pieces of text. */
function written(old: Words, keptOld: Uint8Array, neu: Words, keptNew: Uint8Array): readonly WordChange[] {
  const changes: WordChange[] = []
  // what is kept and not yet written; what is changed and not yet written
  let keptFrom = 0
  let keptTo = 0
  let oldFrom = 0
  let newFrom = 0
  const isSpaceInBoth = (inOld: number, inNew: number): boolean => {
    const char = old.text.charCodeAt(inOld)
    return char === neu.text.charCodeAt(inNew) && isSpace(char)
  }
  const write = (oldTo: number, newTo: number): void => {
    // spaces at either end that both have are kept
    let head = 0
    const shorter = Math.min(oldTo - oldFrom, newTo - newFrom)
    while (head < shorter && isSpaceInBoth(oldFrom + head, newFrom + head)) head++
    let tail = 0
    while (tail < shorter - head && isSpaceInBoth(oldTo - 1 - tail, newTo - 1 - tail)) tail++
    keptTo += head
    const deleted = old.text.slice(oldFrom + head, oldTo - tail)
    const inserted = neu.text.slice(newFrom + head, newTo - tail)
    oldFrom = oldTo
    newFrom = newTo
    if (deleted === '' && inserted === '') {
      keptTo = newTo
      return
    }
    if (keptTo > keptFrom) changes.push({ kind: 'kept', text: neu.text.slice(keptFrom, keptTo), punctuation: false })
    const punctuation = lettersOf(deleted) === lettersOf(inserted)
    if (deleted !== '') changes.push({ kind: 'deleted', text: deleted, punctuation })
    if (inserted !== '') changes.push({ kind: 'inserted', text: inserted, punctuation })
    keptFrom = newTo - tail
    keptTo = newTo
  }
  const height = old.numbers.length
  const width = neu.numbers.length
  for (let i = 0, j = 0; ; i++, j++) {
    while (i < height && !keptOld[i]) i++
    while (j < width && !keptNew[j]) j++
    if (i >= height || j >= width) break
    // the spaces before a kept word, then the word itself
    if (!sameText(old.text, oldFrom, startOf(old, i), neu.text, newFrom, startOf(neu, j)))
      write(startOf(old, i), startOf(neu, j))
    const oldStart = startOf(old, i)
    const newStart = startOf(neu, j)
    if (sameText(old.text, oldStart, endOf(old, i), neu.text, newStart, endOf(neu, j))) {
      oldFrom = endOf(old, i)
      newFrom = keptTo = endOf(neu, j)
    } else {
      oldFrom = oldStart
      newFrom = keptTo = newStart
      write(endOf(old, i), endOf(neu, j))
    }
  }
  write(old.text.length, neu.text.length)
  if (keptTo > keptFrom) changes.push({ kind: 'kept', text: neu.text.slice(keptFrom, keptTo), punctuation: false })
  return changes
}

function sameText(a: string, aStart: number, aEnd: number, b: string, bStart: number, bEnd: number): boolean {
  if (aEnd - aStart !== bEnd - bStart) return false
  for (let at = aEnd - aStart; at-- > 0; ) if (a.charCodeAt(aStart + at) !== b.charCodeAt(bStart + at)) return false
  return true
}

const isSpace = (char: number): boolean => char === 32 || char === 10 || char === 0xa0 || char === 9

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
