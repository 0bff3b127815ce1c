import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../answer.ts'
import { type Given, givenIn, givenOf, keptFile, markOf, nameOf, toGiven } from './answer-names.ts'

const file = { sha256: 'a'.repeat(64), type: 'text/plain', size: 12, name: 'ley 20.000.txt' }

const answers: readonly Answer[] = [
  { kind: 'text', text: 'Two lines\nof words', language: 'en' },
  { kind: 'choice', option: 'yes', other: null },
  { kind: 'choice', option: null, other: 'Perhaps' },
  { kind: 'several', options: ['fraud', 'terrorism'], other: 'Theft' },
  { kind: 'number', number: '1234.50' },
  { kind: 'date', day: '2013-02-01' },
  { kind: 'table', rows: [{ row: '2010', cells: { cases: '4', remark: 'none' } }] },
  {
    kind: 'table',
    rows: [
      { row: null, cells: { name: 'Law 1' } },
      { row: null, cells: { name: 'Law 2' } },
    ],
  },
  { kind: 'file', files: [file] },
  { kind: 'comments', comments: [{ path: '12(a)', text: 'Too wide.', proposal: 'Narrower' }], language: 'fr' },
  { kind: 'note', note: 'no_information' },
]

/** The fields a page shows for an answer. */
function fieldsOf(question: string, given: Given): [string, string][] {
  return [
    [nameOf('was', question), markOf(given)],
    [nameOf('text', question), given.text.replaceAll('\n', '\r\n')],
    [nameOf('note', question), given.note],
    [nameOf('other', question), given.other],
    ...given.options.map((one): [string, string] => [nameOf('options', question), one]),
    ...given.files.map((one): [string, string] => [nameOf('keep', question), keptFile(one)]),
    ...given.rows.flatMap(({ row, cells }, at) =>
      Object.entries(cells).map(([column, cell]): [string, string] => [
        nameOf('cell', question, row ?? `+${at + 1}`, column),
        cell,
      ]),
    ),
    ...given.comments.flatMap(({ path, text, proposal }): [string, string][] => [
      [nameOf('comment', question, path), text],
      [nameOf('proposal', question, path), proposal],
    ]),
  ]
}

describe('fields of a form', () => {
  test.each(answers)('an answer shown and sent back unchanged is the same: %j', (answer) => {
    const shown = givenOf(answer)
    const back = givenIn(fieldsOf('q1', shown)).get('q1')!
    expect(back).toEqual(shown)
    expect(markOf(back)).toBe(markOf(shown))
  })

  test('what is empty is nothing, and rows left empty are no rows', () => {
    const found = givenIn([
      ['text q1', ''],
      ['cell q2 +1 name', ''],
      ['cell q2 +2 name', 'Law 2'],
      ['comment q3 4', ' '],
      ['options q4', ''],
      ['once', 'a key'],
    ])
    expect(toGiven(found.get('q1')!)).toEqual({})
    expect(toGiven(found.get('q2')!)).toEqual({ rows: [{ row: null, cells: { name: 'Law 2' } }] })
    expect(toGiven(found.get('q3')!)).toEqual({})
    expect(toGiven(found.get('q4')!)).toEqual({})
    expect([...found.keys()]).toEqual(['q1', 'q2', 'q3', 'q4'])
  })

  test('another mark where anything was changed', () => {
    const marks = answers.map((answer) => markOf(givenOf(answer)))
    expect(new Set(marks).size).toBe(answers.length)
    expect(marks).not.toContain(markOf(givenOf(null)))
  })

  test('whatever a form holds is read without a fault', () => {
    const part = fc.constantFrom('text', 'options', 'cell', 'comment', 'keep', 'constructor', '__proto__', '')
    const name = fc.tuple(part, fc.string(), fc.string(), fc.string()).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (fields) => {
        for (const given of givenIn(fields).values()) expect(markOf(given)).toMatch(/^[0-9a-z]+$/)
      }),
    )
  })
})
