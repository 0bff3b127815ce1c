import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unmark } from '../blocks/marks.ts'
import { outlineOf } from './outline-of.ts'
import { readText } from './read-text.ts'

const seed = 20120726
const runs = { seed, numRuns: 300 }

const sample = readFileSync(new URL('../../../../samples/E-RES-2012-19.txt', import.meta.url), 'utf8')

/** Lines as texts have them, and as they never should. */
const line = fc.oneof(
  fc.constantFrom(
    'The General Assembly,',
    'Draft resolution I',
    'Resolution 20/1',
    'A. Draft resolutions',
    '1. Requests a report;',
    '(a) To act:',
    '(i) Now;',
    'a. Here;',
    '- (b) There.',
    'Recalling its resolution',
    '¹ Ibid., vol. 2.',
    '<sup>&</sup>lt;sup>2</sup> See above.',
    'Annex',
    '26 July 2012',
    'a\tb\tc',
    '| a | b |',
    '## **Title**',
    '大会，',
    'إن الجمعية العامة،',
    '1 -',
    '<sup>',
    '**',
    '&lt;sup&gt;',
    '12-45905 2',
    '\f',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.lorem({ maxCount: 12 }),
)
const text = fc.array(line, { maxLength: 40 }).map((all) => all.join('\n'))

/** The sample with letters taken out, doubled or put elsewhere. */
const mutated = fc
  .array(
    fc.record({ at: fc.nat(sample.length), cut: fc.nat(400), put: fc.string({ unit: 'grapheme', maxLength: 8 }) }),
    { maxLength: 6 },
  )
  .map((changes) => changes.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), sample))

const squeezed = (written: string) => written.replace(/\s+/g, '')

test('no text throws, and everything read is JSON', () => {
  fc.assert(
    fc.property(fc.oneof(text, mutated, fc.string({ unit: 'binary' })), (written) => {
      const tree = readText(written)
      expect(JSON.parse(JSON.stringify(tree))).toEqual(tree)
      expect(outlineOf(tree).units.length).toBeGreaterThan(0)
    }),
    runs,
  )
})

test('items stand in the order of the text, and every line is of the text', () => {
  fc.assert(
    fc.property(fc.oneof(text, mutated), (written) => {
      const last = written.split('\n').length
      for (const unit of outlineOf(readText(written)).units) {
        const numbers = unit.items.map((item) => item.line)
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
        expect(numbers.every((number) => number >= 1 && number <= last)).toBe(true)
      }
    }),
    runs,
  )
})

test('the text of every item stands in the source once marks are taken out', () => {
  fc.assert(
    fc.property(mutated, (written) => {
      const bare = squeezed(
        written
          .split('\n')
          .map((one) => unmark(one.replace(/^\s{0,3}#{1,6}\s+/, '')).text)
          .join('\n'),
      )
      for (const unit of outlineOf(readText(written)).units) {
        for (const item of unit.items) {
          if (item.kind === 'footnote' || item.kind === 'table') continue
          // a mended paragraph stands in pieces: its beginning is looked for
          expect(bare).toContain(squeezed(item.text.slice(0, 30)))
        }
      }
    }),
    runs,
  )
})

test('reading is the same every time', () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(readText(written)).toEqual(readText(written))
    }),
    runs,
  )
})

test('a list in a list in a list without end stays within the levels of the drafting manual', () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => `${['(a)', '(i)', 'a.', 'i.'][n % 4]} the following:`)
  const { units } = outlineOf(readText(`The General Assembly,\n\n1. Requests:\n\n${lines.join('\n\n')}`))
  const items = units.flatMap((unit) => unit.items)
  expect(items.length).toBeGreaterThan(20_000)
  expect(Math.max(...items.map(({ level }) => level))).toBe(8)
})
