import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withPageBreaks } from '../../testing/injuries.ts'
import { seeded } from '../../testing/random.ts'
import { outlineOf } from '../tree/outline-of.ts'
import { readText } from '../tree/read-text.ts'

const seed = 20110415
const kinds = new Set(['preambular', 'operative', 'subparagraph'])

const paragraphs = (text: string) =>
  outlineOf(readText(text)).units.flatMap(({ items }) => items.filter(({ kind }) => kinds.has(kind)))
const shape = (text: string) => paragraphs(text).map(({ kind, path, text: said }) => `${kind} ${path} ${said}`)

/** Breaks pages in a text and counts the paragraphs that are no longer there with their path and every word. */
function changed(text: string, random: () => number): number {
  const lines = paragraphs(text).map(({ line }) => line - 1)
  const injured = withPageBreaks(text, lines, Math.max(1, Math.ceil(lines.length / 6)), random)
  const before = shape(text)
  const after = new Set(shape(injured.text))
  return before.filter((one) => !after.has(one)).length
}

describe('page breaks and footnotes in the middle of sentences change no path and no text', () => {
  it.each([
    ['E-RES-2012-19', 0],
    // where an injected break meets a real one before a capital, nothing tells: 3 paragraphs of 7,340
    ['E-2011-30-chapter-I', 3],
  ] as const)(
    'of %s, twenty times, but for %i',
    (name, most) => {
      const text = readFileSync(new URL(`../../../../samples/${name}.txt`, import.meta.url), 'utf8')
      const random = seeded(seed)
      const counts = Array.from({ length: 20 }, () => changed(text, random))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(most)
    },
    60_000,
  )

  it.each([
    ['a capital behind the break', '1. Requests the organs of the\n\n2\n\nUnited Nations to act;'],
    [
      'a word in the form of a verb',
      '1. Requests the help of all Member\n\n<sup>9</sup> See A/65/92.\n\nStates to act;',
    ],
    ['a comma, and a figure', '1. Recalls resolutions 71/280 of 6 April 2017,\n\n12-45905 2\n\n72/244 and 72/308;'],
    ['a form feed', '1. Requests the Council,\n\n\f\n\nand urges States, to act;'],
  ])('%s', (_, broken) => {
    expect(shape(`The General Assembly,\n\n${broken}\n\n2. Requests that.`)).toHaveLength(2)
  })

  it('a recital that starts behind the break stays one of its own', () => {
    const text =
      'The General Assembly,\n\nRecalling resolution 65/1,\n\n2\n\nNoting resolution 65/2,\n\n1. Requests a report.'
    expect(shape(text)).toHaveLength(3)
  })
})

const corpus = new URL('../../../../../shared/corpus/', import.meta.url)

/** Folder, texts broken, and how many of them may change. */
const folders = [
  ['structure/', 200, 0],
  ['akn/ar/', 50, 0],
  ['akn/es/', 50, 0],
  ['akn/fr/', 50, 0],
  // without a capital, what follows a comma may be a verb that opens a recital or one that goes on
  ['akn/ru/', 50, 2],
  ['akn/zh/', 50, 1],
] as const

describe.skipIf(!existsSync(corpus))('texts of the corpus (left out where ../shared is not there)', () => {
  it.each(folders)(
    '%s: %i texts, but for %i',
    (folder, count, most) => {
      const home = new URL(folder, corpus)
      const names = readdirSync(home).filter((name) => name.endsWith('.txt'))
      const step = Math.max(1, Math.floor(names.length / count))
      const chosen = names.filter((_, at) => at % step === 0).slice(0, count)
      const random = seeded(seed)
      const damaged = chosen.filter((name) => changed(readFileSync(new URL(name, home), 'utf8'), random) > 0)
      expect(chosen).toHaveLength(count)
      expect(damaged.length, damaged.join(' ')).toBeLessThanOrEqual(most)
    },
    120_000,
  )
})
