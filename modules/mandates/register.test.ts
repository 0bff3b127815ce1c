import type { MandateReading, ObligationReading } from '@resolute/reader'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor.ts'
import { decidedOf } from './decided.ts'
import { mandateId, recordsOf } from './register.ts'

const obligation = (id: string, links: ObligationReading['links'] = []): ObligationReading => ({
  id,
  unit: 'U',
  path: '4',
  clause: 0,
  kind: 'other',
  force: 'request',
  actor: { asWritten: 'States', implied: false, name: 'Member States', class: 'member_states' },
  action: 'submit views',
  subject: null,
  toWhom: [],
  conditions: [],
  timings: [{ kind: 'none' }],
  continuing: false,
  links,
  by: 'test',
  certainty: 1,
})
const reading = (path: string, ...obligations: ObligationReading[]): MandateReading => ({
  unit: 'U',
  path,
  line: 1,
  text: 'x',
  context: [],
  clauses: [],
  obligations,
})

const facts = {
  document: 'D',
  units: new Map(),
  numbers: new Map(),
  decided: decidedOf([]),
  actorOf: () => null,
}

describe('addresses', () => {
  test('a sheet is not named twice', () => {
    expect(mandateId('E/RES/2012/19', 'E/RES/2012/19', '17')).toBe('E/RES/2012/19#17')
    expect(mandateId('E/2011/30', 'A/Draft resolution I', '9(a)')).toBe('E/2011/30#A/Draft resolution I#9(a)')
  })
  test('links name obligations of the register', () => {
    const asked = obligation('U#4/2')
    const asks = obligation('U#4/1', [
      { how: 'asks-for', to: 'U#4/2' },
      { how: 'feeds', to: 'nowhere' },
    ])
    const [record] = recordsOf([reading('4', asks, asked)], facts)
    expect(record?.obligations.map(({ n, links }) => [n, links])).toEqual([
      [1, [{ how: 'asks-for', to: 'D#U#4/2' }]],
      [2, []],
    ])
  })
  test('paragraphs numbered alike are told apart, paragraphs that ask nothing kept', () => {
    const readings = [reading('1', obligation('a')), reading('2'), reading('1', obligation('b'))]
    expect(recordsOf(readings, facts).map(({ id }) => id)).toEqual(['D#U#1', 'D#U#2', 'D#U#1~2'])
  })
  test('an address the reader told apart itself is not given twice', () => {
    const readings = ['1', '1~2', '1', '1~2', '1'].map((path) => reading(path))
    const ids = recordsOf(readings, facts).map(({ id }) => id)
    expect(ids).toEqual(['D#U#1', 'D#U#1~2', 'D#U#1~3', 'D#U#1~2~2', 'D#U#1~4'])
  })
})

describe('cursors', () => {
  test('come back as they were written', () => {
    fc.assert(
      fc.property(fc.constantFrom('text', 'actor'), fc.string(), fc.nat(), (sort, value, key) => {
        const cursor = { sort: sort as 'text' | 'actor', value, key: String(key) }
        expect(readCursor(writeCursor(cursor), cursor.sort)).toEqual(cursor)
      }),
    )
  })
  test.each([
    ['another order', writeCursor({ sort: 'text', value: 'a', key: '1' }), 'due'],
    ['no day', writeCursor({ sort: 'due', value: "'; drop", key: '1' }), 'due'],
    ['no key', writeCursor({ sort: 'text', value: 'a', key: '1 or 1=1' }), 'text'],
    ['noise', 'AAAA', 'text'],
    ['a zero byte', writeCursor({ sort: 'text', value: '\u0000', key: '1' }), 'text'],
    ['nothing', '', 'text'],
    ['too much', 'A'.repeat(100_000), 'text'],
  ] as const)('are refused: %s', (_, text, sort) => expect(readCursor(text, sort)).toBeNull())
})
