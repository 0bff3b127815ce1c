import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAscending, writeAscending } from './codec.ts'
import { folded, lowered } from './fold.ts'
import { all, atLeast, both, either, phrase, without } from './matching.ts'
import { typedPlace } from './place.ts'
import { ListWriter, mergedList, PlaceReader, readList } from './postings.ts'
import { readQuery } from './query.ts'
import { marksIn, snippetOf } from './snippet.ts'
import { slipsBetween } from './spelling.ts'
import { tokensOf } from './tokens.ts'

const forms = (text: string) => tokensOf(text).map(({ form }) => form)

describe('words of a text', () => {
  test.each([
    ['gender-based violence', ['gender', 'based', 'violence']],
    ['Côte d’Ivoire', ['cote', 'd', 'ivoire']],
    ['A/RES/65/230', ['a', 'res', '65', '230']],
    ['الذَّكاءُ الاصطناعيّ', ['الذكاء', 'الاصطناعي']],
    ['ВЁДРА и йод', ['ведра', 'и', 'йод']],
    ['٧٨/٢٦٤', ['78', '264']],
    ['人权', ['人', '人权', '权']],
    ['2030年议程', ['2030', '年', '年议', '议', '议程', '程']],
    ['co\u00adoperation', ['cooperation']],
  ])('%s', (text, expected) => expect(forms(text)).toEqual(expected))

  test('each stands where it says, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const { start, end, form } of tokensOf(text)) {
          const written = folded(lowered(text.slice(start, end)))
          expect(written).toBe(form)
        }
      }),
    )
  })
})

describe('what was typed', () => {
  const shape = (text: string) =>
    readQuery(text).wanted.map(({ either, excluded }) => {
      return `${excluded ? '-' : ''}${either.map(({ tokens }) => tokens.map(({ form }) => form).join('+')).join('|')}`
    })
  test.each([
    ['climate change', ['climate', 'change']],
    ['"climate change" -adaptation', ['climate+change', '-adaptation']],
    ['«droit au développement»', ['droit+au+developpement']],
    ['gender-based violence', ['gender+based', 'violence']],
    ["l'homme", ['l', 'homme']],
    ['torture OR slavery victims', ['torture|slavery', 'victims']],
    ['an "open quotation', ['an', 'open', 'quotation']],
    ['OR', []],
    ['65/230', ['65+230']],
    ['人权与', ['人权', '权与']],
    ['-', []],
    ['', []],
  ])('%s', (text, expected) => expect(shape(text)).toEqual(expected))

  test.each([
    ['word '.repeat(10_000), 'cut-short'],
    ['a'.repeat(100_000), 'cut-short'],
    [Array.from({ length: 60 }, (_, i) => `w${i}`).join(' '), 'too-many-words'],
  ])('what is too much is left out with a note (%#)', (text, note) => {
    const { wanted, notes } = readQuery(text)
    expect(notes).toContain(note)
    expect(wanted.length).toBeLessThanOrEqual(32)
  })
})

test.each([
  ['65/232 op 4', '65/232', '4'],
  ['A/RES/65/232', '65/232', null],
  ['E/RES/2012/19#4', '2012/19', '4'],
  ['resolution 65/232 para 4', '65/232', '4'],
  ['Resolution 65/232, paragraph 4 (a)', '65/232', '4(a)'],
  ['paragraph 4 of resolution 65/232', '65/232', '4'],
  ['res 1325', '1325', null],
  ['1325 op 8', '1325', '8'],
  ['1325 (2000)', '1325(2000)', null],
  ['GA res 1721 XVI', '1721(xvi)', null],
  ['HRC 44/13', '44/13', null],
  ['PRST 35/1', '35/1', null],
  ['S/RES/1325 (2000)', '1325(2000)', null],
  ['٧٨/٢٦٤', '78/264', null],
  ['القرار 2814', '2814', null],
  ['第78/264号决议第3段', '78/264', '3'],
  ['78/265 par. 5', '78/265', '5'],
  ['резолюция 78/7, пункт 2', '78/7', '2'],
  ['A/RES/78/264 párr. 3', '78/264', '3'],
])('%s is a place', (text, number, path) => expect(typedPlace(text)).toMatchObject({ number, path }))

test.each(['climate change', '2030 Agenda', '1325', 'children 12 years', 'COVID-19', '', 'x'.repeat(5000)])(
  '%s is none',
  (text) => expect(typedPlace(text)).toBeNull(),
)

const ascending = fc.uniqueArray(fc.nat(5000), { maxLength: 200 }).map((values) => [...values].sort((a, b) => a - b))
const set = ascending.map((values) => Int32Array.from(values))

describe('sets of paragraphs', () => {
  test('numbers come back as they were written', () => {
    fc.assert(
      fc.property(ascending, (values) => {
        expect([...readAscending(writeAscending(values), values.length)]).toEqual(values)
      }),
    )
  })
  test('both, either, without, at least: as sets do it', () => {
    fc.assert(
      fc.property(set, set, set, (a, b, c) => {
        expect([...both(a, b)]).toEqual([...a].filter((value) => b.includes(value)))
        expect([...either(a, b)]).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y))
        expect([...without(a, b)]).toEqual([...a].filter((value) => !b.includes(value)))
        expect([...all([a, b, c])]).toEqual([...a].filter((value) => b.includes(value) && c.includes(value)))
        const times = (value: number) => [a, b, c].filter((one) => one.includes(value)).length
        expect([...atLeast([a, b, c], 2, 5001)]).toEqual([...either(either(a, b), c)].filter((v) => times(v) >= 2))
      }),
    )
  })
})

/** Paragraphs of words, each a letter: so short an alphabet that phrases happen. */
const paragraphs = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'aa'), { maxLength: 12 }), { maxLength: 60 })
const listsOf = (texts: readonly (readonly string[])[]) => {
  const writers = new Map<string, ListWriter>()
  for (const [paragraph, words] of texts.entries()) {
    for (const [position, word] of words.entries()) {
      const writer = writers.get(word[0]!) ?? new ListWriter()
      writers.set(word[0]!, writer)
      writer.add(paragraph, position, word)
    }
  }
  return new Map([...writers].map(([stem, writer]) => [stem, writer.stored()]))
}

describe('lists of places', () => {
  test('every place and form comes back', () => {
    fc.assert(
      fc.property(paragraphs, (texts) => {
        for (const [stem, stored] of listsOf(texts)) {
          const list = readList(stored)
          const reader = new PlaceReader(list)
          for (const [paragraph, words] of texts.entries()) {
            const places = words.flatMap((word, at) => (word[0] === stem ? [[at, word]] : []))
            expect(reader.to(paragraph)).toBe(places.length > 0)
            if (places.length === 0) continue
            const read = Array.from({ length: reader.count }, (_, i) => {
              return [list.positions[reader.from + i], list.forms[list.formAt[reader.from + i]!]]
            })
            expect(read).toEqual(places)
          }
        }
      }),
    )
  })

  test('a phrase is found exactly where its words follow one another', () => {
    fc.assert(
      fc.property(paragraphs, (texts) => {
        const lists = listsOf(texts)
        const words = ['a', 'b', 'a'].map((stem, offset) => ({ list: lists.get(stem), offset }))
        if (words.some(({ list }) => !list)) return
        const found = phrase(words.map(({ list, offset }) => ({ list: readList(list!), offset })))
        const expected = texts.flatMap((text, i) => (/a,b,a/.test(text.map((word) => word[0]).join()) ? [i] : []))
        expect([...found]).toEqual(expected)
      }),
    )
  })

  test('merged lists are those of the paragraphs merged, without those that stand no more', () => {
    fc.assert(
      fc.property(
        paragraphs,
        paragraphs,
        fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }),
        (one, two, gone) => {
          // Even places from the one, odd places from the other: each keeps its order.
          const kept: string[][] = []
          const moves = [one, two].map((texts) => new Int32Array(texts.length).fill(-1))
          for (let i = 0; i < Math.max(one.length, two.length); i++) {
            for (const [side, texts] of [one, two].entries()) {
              if (texts[i] === undefined || gone[2 * i + side]) continue
              moves[side]![i] = kept.length
              kept.push(texts[i]!)
            }
          }
          const expected = listsOf(kept)
          for (const stem of ['a', 'b', 'c']) {
            const inputs = [one, two].flatMap((texts, side) => {
              const list = listsOf(texts).get(stem)
              return list ? [{ list, to: moves[side]! }] : []
            })
            const merged = inputs.length === 0 ? null : mergedList(inputs)
            const wanted = expected.get(stem)
            expect(merged === null).toBe(wanted === undefined)
            if (!merged || !wanted) continue
            const [a, b] = [readList(merged), readList(wanted)]
            expect([...a.paragraphs]).toEqual([...b.paragraphs])
            const [x, y] = [new PlaceReader(a), new PlaceReader(b)]
            for (const paragraph of a.paragraphs) {
              x.to(paragraph)
              y.to(paragraph)
              const said = (reader: PlaceReader, of: typeof a) =>
                Array.from(
                  { length: reader.count },
                  (_, i) => `${of.positions[reader.from + i]} ${of.forms[of.formAt[reader.from + i]!]}`,
                )
              expect(said(x, a)).toEqual(said(y, b))
            }
          }
        },
      ),
    )
  })
})

test('marks: phrases whole, words in every form, joined where they touch', () => {
  const sought = [
    {
      words: [
        { forms: new Set(['human']), offset: 0 },
        { forms: new Set(['right', 'rights']), offset: 1 },
      ],
    },
    { words: [{ forms: new Set(['water']), offset: 0 }] },
  ]
  const text = 'The human right to water; rights of human beings; human rights.'
  expect(marksIn(text, sought).map(({ start, end }) => text.slice(start, end))).toEqual([
    'human right',
    'water',
    'human rights',
  ])
  const long = `${'before and '.repeat(60)}human rights${' and after'.repeat(60)}`
  const { text: cut, marks, cutBefore, cutAfter } = snippetOf(long, marksIn(long, sought))
  expect(marks.map(({ start, end }) => cut.slice(start, end))).toEqual(['human rights'])
  expect([cutBefore, cutAfter, cut.length < 400]).toEqual([true, true, true])
})

test.each([
  ['goverment', 'government', 1],
  ['witchcarft', 'witchcraft', 1],
  ['asistance', 'assistance', 1],
  ['same', 'same', 0],
  ['cat', 'dog', 3],
])('%s and %s are %i slips apart', (a, b, slips) => expect(slipsBetween(a, b)).toBe(slips))
