import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts } from './compare-texts.ts'
import type { ComparedItem, WordChange } from './comparison.ts'
import { editScript } from './edit-script.ts'
import { outlineOfTexts } from './testing/outline.ts'
import { similarity, wordChanges } from './word-changes.ts'

const word = fc.constantFrom(
  'the',
  'States',
  'report',
  'of',
  'water',
  'A/RES/1/2',
  '请',
  '报',
  '告',
  'تقرير',
  ',',
  ';',
  '’',
  '\n',
  '  ',
  'é',
)
const text = fc.oneof(
  fc.array(word, { maxLength: 24 }).map((words) => words.join(' ')),
  fc.array(word, { maxLength: 24 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const texts = fc.array(text, { maxLength: 12 })

const side = (words: readonly WordChange[], without: WordChange['kind']) =>
  words.flatMap((change) => (change.kind === without ? [] : [change.text])).join('')

describe('word changes', () => {
  it('give both texts back, to the letter', () => {
    fc.assert(
      fc.property(text, text, (old, neu) => {
        const words = wordChanges(old, neu)
        expect(side(words, 'inserted')).toBe(old)
        expect(side(words, 'deleted')).toBe(neu)
        expect(words.every((change) => change.text !== '')).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('alternate: no two of a kind follow one another, the deleted before the inserted', () => {
    fc.assert(
      fc.property(text, text, (old, neu) => {
        const kinds = wordChanges(old, neu).map(({ kind }) => kind)
        for (let at = 1; at < kinds.length; at++)
          expect(['kept deleted', 'kept inserted', 'deleted inserted', 'deleted kept', 'inserted kept']).toContain(
            `${kinds[at - 1]} ${kinds[at]}`,
          )
      }),
      { numRuns: 500 },
    )
  })

  it('similarity is the same from either side', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const found = similarity(one, other)
        expect(found).toBe(similarity(other, one))
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        expect(similarity(one, one)).toBe(1)
      }),
    )
  })
})

describe('edit scripts', () => {
  const list = fc.array(fc.nat(3), { maxLength: 30 }).map((numbers) => Int32Array.from(numbers))
  const keptOf = (list: Int32Array, kept: Uint8Array) => [...list].filter((_, at) => kept[at])

  it('keep the longest common subsequence', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const script = editScript(a, b)
        expect(keptOf(a, script.old)).toEqual(keptOf(b, script.new))
        expect(script.kept).toBe(longest(a, b))
      }),
      { numRuns: 1_000 },
    )
  })

  it('are valid where the search is broken off', () => {
    const long = fc
      .infiniteStream(fc.nat(40))
      .map((stream) => Int32Array.from({ length: 3_000 }, () => stream.next().value))
    fc.assert(
      fc.property(long, long, (a, b) => {
        const script = editScript(a, b)
        expect(keptOf(a, script.old)).toEqual(keptOf(b, script.new))
      }),
      { numRuns: 3 },
    )
  })
})

function longest(a: Int32Array, b: Int32Array): number {
  let above = new Int32Array(b.length + 1)
  for (const one of a) {
    const row = new Int32Array(b.length + 1)
    for (let j = 1; j <= b.length; j++) row[j] = one === b[j - 1] ? above[j - 1]! + 1 : Math.max(above[j]!, row[j - 1]!)
    above = row
  }
  return above[b.length]!
}

describe('two texts', () => {
  const places = (items: readonly ComparedItem[]) => items.map(({ at }) => at)
  const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)

  it('every item of both stands in one pair, whose words are its texts', () => {
    fc.assert(
      fc.property(texts, texts, (old, neu) => {
        const { pairs } = compareTexts(outlineOfTexts(old, 'operative'), outlineOfTexts(neu, 'operative'))
        expect(sorted(pairs.flatMap((pair) => places(pair.old)))).toEqual(old.map((_, at) => at))
        expect(sorted(pairs.flatMap((pair) => places(pair.new)))).toEqual(neu.map((_, at) => at))
        for (const pair of pairs) {
          expect(side(pair.words, 'inserted')).toBe(pair.old.map(({ item }) => item.text).join('\n'))
          expect(side(pair.words, 'deleted')).toBe(pair.new.map(({ item }) => item.text).join('\n'))
          expect(pair.status === 'new').toBe(pair.old.length === 0)
          expect(pair.status === 'dropped').toBe(pair.new.length === 0)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('pairs stand in the order of the new text, and the dropped in that of the old', () => {
    fc.assert(
      fc.property(texts, texts, (old, neu) => {
        const { pairs } = compareTexts(outlineOfTexts(old, 'operative'), outlineOfTexts(neu, 'operative'))
        const firsts = pairs.flatMap((pair) => places(pair.new).slice(0, 1))
        expect(firsts).toEqual(sorted(firsts))
        const gone = pairs.flatMap((pair) => (pair.status === 'dropped' ? places(pair.old) : []))
        expect(gone).toEqual(sorted(gone))
      }),
      { numRuns: 150 },
    )
  })

  it('a text against itself is the same throughout', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const outline = outlineOfTexts(all, 'operative')
        const { pairs, dropped } = compareTexts(outline, outline)
        expect(pairs.every(({ status, similarity }) => status === 'same' && similarity === 1)).toBe(true)
        expect(pairs.every(({ old, new: neu }) => old[0]!.at === neu[0]!.at)).toBe(true)
        expect(dropped).toEqual([])
      }),
    )
  })

  it('nothing against a text is all new, and the other way round all dropped', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const [none, some] = [outlineOfTexts([]), outlineOfTexts(all, 'operative')]
        expect(compareTexts(none, some).pairs.map(({ status }) => status)).toEqual(all.map(() => 'new'))
        expect(compareTexts(some, none).pairs.map(({ status }) => status)).toEqual(all.map(() => 'dropped'))
      }),
    )
  })

  it('no paragraph that stands in both to the letter is left without its like', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['a b c', 'a b', 'c d e f', 'g', 'a b c d', 'x y']),
        texts,
        texts,
        (both, old, neu) => {
          const { pairs } = compareTexts(
            outlineOfTexts([...old, ...both], 'operative'),
            outlineOfTexts([...both, ...neu], 'operative'),
          )
          const together = pairs.flatMap(({ old: [one], new: [other] }) =>
            one && one.item.text === other?.item.text ? [one.item.text] : [],
          )
          expect(together).toEqual(expect.arrayContaining(both))
        },
      ),
      { numRuns: 150 },
    )
  })
})
