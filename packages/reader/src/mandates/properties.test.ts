import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outline } from '../outline.ts'
import { plainText } from './plain-text.ts'
import { readClauses } from './read-clauses.ts'
import { readMandates } from './read-mandates.ts'

const seed = 20120726
const verbs = [
  'Requests',
  'Also invites',
  'Urges',
  'Calls upon',
  'Decides',
  'Takes note of',
  'Encourages',
  'Reiterates its request to',
]
const actors = [
  'the Secretary-General',
  'Member States',
  'the Commission',
  'the United Nations Office on Drugs and Crime',
  'them',
  'regional organizations',
]
const joins = [' to ', ', within its mandate, to ', ' and ', ', and requests ', ' that ', ', including ', ': ', '; ']
const acts = [
  'report to it at its twenty-second session',
  'submit, upon request, a report',
  'consider, as appropriate, acceding',
  'keep Member States informed',
  '\u201cquoted, and requests\u201d',
  '(a) in brackets (',
  'biennially, starting in 2012',
  'which, inter alia, encourages',
  '',
]

const paragraph = fc
  .tuple(
    fc.constantFrom(...verbs),
    fc.array(fc.constantFrom(...actors, ...joins, ...acts), { minLength: 1, maxLength: 14 }),
    fc.string(),
  )
  .map(([verb, parts, noise]) => `${verb} ${parts.join(' ')}${noise}`)

const unitOf = (kind: 'preambular' | 'operative', text: string): Outline => ({
  source: null,
  language: 'en',
  notes: [],
  units: [
    {
      ...{
        id: 'U',
        type: 'resolution',
        number: null,
        title: null,
        organ: 'The General Assembly',
        parent: null,
        adopted: null,
      },
      ...{ footnotes: [], tables: [] },
      items: [1, 2].map((line) => ({
        kind,
        line,
        number: '1',
        level: 1,
        path: kind === 'operative' ? '1' : null,
        opening: null,
        verb: null,
        text,
        footnotes: [],
        anchors: [],
      })),
    },
  ],
})

describe('reading any text', () => {
  it('never throws and quotes what stands in the paragraph', () => {
    fc.assert(
      fc.property(
        fc.oneof(paragraph, fc.string({ maxLength: 400 })),
        fc.option(paragraph, { nil: null }),
        (text, context) => {
          for (const clause of readClauses({ text, context, organ: 'The General Assembly' })) {
            if (clause.verbStart !== null) expect(plainText(text).startsWith(clause.verb, clause.verbStart)).toBe(true)
            else expect(plainText(context ?? '')).toContain(clause.verb)
            expect(plainText(text)).toContain(clause.action)
            expect(clause.timings.length).toBeGreaterThan(0)
            expect(clause.certainty).toBeGreaterThan(0)
            expect(clause.certainty).toBeLessThanOrEqual(1)
          }
        },
      ),
      { seed, numRuns: 600 },
    )
  }, 60_000)
  it('gives the same reading twice', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const input = { text, context: null, organ: 'The General Assembly' }
        expect(readClauses(input)).toEqual(readClauses(input))
      }),
      { seed, numRuns: 150 },
    )
  })
  it('never makes an obligation of a recital', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        expect(readMandates(unitOf('preambular', text))).toEqual([])
      }),
      { seed, numRuns: 150 },
    )
  })
  it('reads no clause in a recital, whatever verb stands in it', () => {
    const text =
      'Recalling that article 31 of the Convention, on data collection, calls upon States parties to collect data,'
    expect(readClauses({ text, context: null, organ: 'The General Assembly' })).toEqual([])
  })
  it.each([
    'Resolved to act to ensure that human rights are respected,',
    'Determined to take new steps forward,',
    'Recalling that international organizations are invited to contribute within their mandates,',
  ])('takes a recital for one by its form alone: %s', (text) => {
    expect(readClauses({ text, context: null, organ: 'The General Assembly' })).toEqual([])
  })
  it('gives every obligation an id of its own, even where a number is used twice', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const ids = readMandates(unitOf('operative', text)).flatMap((m) => m.obligations.map((o) => o.id))
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { seed, numRuns: 300 },
    )
  })
  it('takes time in proportion to the length of the text', () => {
    const long = (times: number) =>
      `Requests the Secretary-General ${'to consider, within its mandate, that the report, which includes, as appropriate, views of States and others, '.repeat(times)}`
    /** The best of several: what else the machine does is not told. */
    const time = (text: string) =>
      Math.min(
        ...[1, 2, 3, 4, 5, 6].map(() => {
          const from = performance.now()
          readClauses({ text, context: null, organ: 'The General Assembly' })
          return performance.now() - from
        }),
      )
    time(long(400))
    const base = Math.max(1, time(long(50)))
    expect(time(long(400)) / base).toBeLessThan(40)
  })
})
