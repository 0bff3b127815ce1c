import type { Language } from '@resolute/reader'
import { describe, expect, test } from 'vitest'
import type { Answer, GivenAnswer } from './answer.ts'
import { countWords, givenOf, missingIn, questionsOf, readAgain, readAnswer, shownIn } from './answers.ts'
import type { NumberQuestion, Question } from './form.ts'
import { readDay } from './reading-day.ts'
import { readNumber } from './reading-number.ts'
import { sampleForm } from './testing/sample-form.ts'

const asked = (id: string): Question => questionsOf(sampleForm).find((one) => one.id === id)!
type Rows = NonNullable<GivenAnswer['rows']>
const read = (id: string, given: GivenAnswer, language: Language = 'en') => readAnswer(asked(id), given, language)

describe('numbers as people write them', () => {
  test.each([
    ['fr', '1 234,5', 1, '1234.5'],
    ['fr', '1\u202f234,5', 1, '1234.5'],
    ['ru', '1\u00a0234\u00a0567', 0, '1234567'],
    ['en', '1,234.5', 1, '1234.5'],
    ['es', '1.234.567,89', 2, '1234567.89'],
    ['ar', '١٬٢٣٤٫٥', 1, '1234.5'],
    ['ar', '\u200f۱۲۳', 0, '123'],
    ['zh', '１，２３４', 0, '1234'],
    ['en', '12,34,567', 0, '1234567'],
    ['en', "1'234.50", 2, '1234.50'],
    ['en', '−5', 0, '-5'],
    ['en', '2,5', 1, '2.5'],
    ['en', '007', 0, '7'],
    ['en', '12.00', 0, '12'],
    ['en', '0.1234567890123456789', 20, '0.1234567890123456789'],
  ] as const)('%s: %s', (language, written, decimals, number) => {
    expect(readNumber(written, decimals, language)).toEqual({ number })
  })
  test.each([
    ['en', '1.234', 0],
    ['fr', '1,234', 0],
    ['es', '1,234', 0],
    ['en', '1,234', 3],
    ['ar', '1.234', 0],
  ] as const)('%s: %s can be read in two ways', (language, written, decimals) => {
    expect(readNumber(written, decimals, language)).toEqual({ not: 'ambiguous', one: '1234', other: '1.234' })
  })
  test.each(['', '-', '5.', '1e3', '1 2', '12,34', 'about 5', '1.2.3', '٫٫', '1,23,4', '一百', '9'.repeat(31)])(
    '%s is no number',
    (written) => {
      expect('number' in readNumber(written, 0, 'en')).toBe(false)
    },
  )
})

describe('days as people write them', () => {
  test.each([
    ['en', '2013-02-01', '2013-02-01'],
    ['ar', '٢٠١٣-٠٢-٠١', '2013-02-01'],
    ['zh', '2013年2月1日', '2013-02-01'],
    ['fr', '1/2/2013', '2013-02-01'],
    ['en', '13/2/2013', '2013-02-13'],
    ['en', '2/13/2013', '2013-02-13'],
    ['en', '1.2.2013', '2013-02-01'],
    ['fr', '1er février 2013', '2013-02-01'],
    ['es', '8 de marzo de 2013', '2013-03-08'],
    ['ru', '1 февраля 2013 г.', '2013-02-01'],
    ['ar', '١ شباط/فبراير ٢٠١٣', '2013-02-01'],
    ['en', 'February 1, 2013', '2013-02-01'],
    ['en', '3 Sep 2013', '2013-09-03'],
  ] as const)('%s: %s', (language, written, day) => {
    expect(readDay(written, language)).toEqual({ day })
  })
  test('one that can be read in two ways is refused, one that is none as well', () => {
    expect(readDay('1/2/2013', 'en')).toEqual({ not: 'ambiguous', one: '2013-02-01', other: '2013-01-02' })
    expect(readDay('1/1/2013', 'en')).toEqual({ day: '2013-01-01' })
    for (const none of ['31 June 2013', '2013-02-30', '1 شباط/مارس 2013', '1.2.13', 'spring 2013', '']) {
      expect(readDay(none, 'en')).toEqual({ not: 'no-such-day' })
    }
  })
})

describe('one rule for every channel', () => {
  test.each(['yes', 'Yes', ' YES. ', 'نعم', '是', 'Oui', 'да', 'Sí'])('an option by its id or label: %s', (option) => {
    expect(read('q1', { options: [option] })).toEqual({ answer: { kind: 'choice', option: 'yes', other: null } })
  })
  test('options that are none, or two where one is asked for, are refused with what was written', () => {
    expect(read('q1', { options: ['maybe'] })).toEqual({
      errors: [{ field: 'q1', code: 'not-a-choice', facts: { written: 'maybe' } }],
    })
    expect(read('q1', { options: ['yes', 'no'] })).toMatchObject({ errors: [{ code: 'one-only' }] })
    expect(read('q1', { options: ['yes', 'Oui'] })).toMatchObject({ answer: { option: 'yes' } })
    expect(read('q1', { other: 'perhaps' })).toMatchObject({ errors: [{ code: 'not-a-choice' }] })
    expect(read('q2', { options: ['fraud', 'Торговля людьми'], other: ' piracy ' })).toEqual({
      answer: { kind: 'several', options: ['trafficking', 'fraud'], other: 'piracy' },
    })
  })
  test('nothing said is no answer; a note is one, but not beside an answer', () => {
    expect(read('q3', {})).toEqual({ answer: null })
    expect(read('q3', { text: ' \n ', note: '' })).toEqual({ answer: null })
    expect(read('q3', { note: 'no_information' })).toEqual({ answer: { kind: 'note', note: 'no_information' } })
    expect(read('q3', { note: 'no_information', text: 'x' })).toMatchObject({ errors: [{ code: 'note-and-answer' }] })
    expect(read('q3', { note: 'none' })).toMatchObject({ errors: [{ code: 'not-a-choice' }] })
  })
  test('text keeps its lines and its language; its limit counts words', () => {
    expect(read('q3', { text: '\r\nTourist police.\r\n\r\nPatrols.  ' }, 'fr')).toEqual({
      answer: { kind: 'text', text: 'Tourist police.\n\nPatrols.', language: 'fr' },
    })
    expect(read('q3', { text: 'word '.repeat(301) })).toEqual({
      errors: [{ field: 'q3', code: 'too-long', facts: { most: 300, length: 301 } }],
    })
    expect(countWords('旅游业面临的威胁')).toBe(3)
    expect(countWords("the State's well-known 24 units — all")).toBe(6)
  })
  test('characters nobody writes are refused with where they stand', () => {
    expect(read('q3', { text: 'Tourist\u0000police' })).toEqual({
      errors: [{ field: 'q3', code: 'unreadable', facts: { near: 'Tourist' } }],
    })
    expect(read('q3', { text: 'a\ud800b' })).toMatchObject({ errors: [{ code: 'unreadable' }] })
    expect(read('q3', { text: 'x'.repeat(100_001) })).toMatchObject({ errors: [{ code: 'too-long' }] })
    expect(read('q3', { rows: [{ row: null, cells: { a: 'x' } }] })).toMatchObject({ errors: [{ code: 'unreadable' }] })
  })
  test('a number may carry its unit, and keeps to its bounds', () => {
    expect(read('q4', { text: '12 cases' })).toEqual({ answer: { kind: 'number', number: '12' } })
    expect(read('q4', { text: '12 affaires' })).toEqual({ answer: { kind: 'number', number: '12' } })
    expect(read('q4', { text: '-1' })).toMatchObject({ errors: [{ code: 'too-small', facts: { least: 0 } }] })
    expect(read('q4', { text: '1000001' })).toMatchObject({ errors: [{ code: 'too-great' }] })
    expect(read('q4', { text: '1.5' })).toMatchObject({ errors: [{ code: 'too-many-decimals', facts: { most: 0 } }] })
  })
  test('a number that comes back as it was shown is that number', () => {
    const question: NumberQuestion = { ...(asked('q4') as NumberQuestion), decimals: 3 }
    const stands: Answer = { kind: 'number', number: '1.234' }
    expect(readAnswer(question, { text: '1.234' }, 'en')).toMatchObject({ errors: [{ code: 'ambiguous' }] })
    expect(readAnswer(question, { text: '1.234' }, 'en', { stands })).toEqual({ answer: stands })
    expect(readAnswer(question, { text: '1.234' }, 'fr', { notation: 'plain' })).toEqual({ answer: stands })
  })
  test('cells are found by row and column, each kind of its own, the rows in the order of the form', () => {
    const rows: Rows = [
      { row: '2011', cells: { cases: '1 204', trend: 'En hausse', remark: '' } },
      { row: '2010 год', cells: { cases: '980', remark: 'first year' } },
    ]
    expect(read('q6', { rows }, 'fr')).toEqual({
      answer: {
        kind: 'table',
        rows: [
          { row: '2010', cells: { cases: '980', remark: 'first year' } },
          { row: '2011', cells: { cases: '1204', trend: 'up' } },
        ],
      },
    })
    const wrong: Rows = [
      { row: '1999', cells: { cases: '1' } },
      { row: '2010', cells: { cases: 'many', colour: 'red' } },
    ]
    expect(read('q6', { rows: wrong })).toEqual({
      errors: [
        { field: 'q6.1999', code: 'no-such-row' },
        { field: 'q6.2010.cases', code: 'no-number' },
        { field: 'q6.2010.colour', code: 'no-such-column' },
      ],
    })
    const own = Array.from({ length: 11 }, (_, at) => ({ row: null, cells: { name: `law ${at}` } }))
    expect(read('q7', { rows: own })).toMatchObject({ errors: [{ code: 'too-many', facts: { most: 10, given: 11 } }] })
  })
  test('comments are on paragraphs of the text, each once, in their order', () => {
    const comments = [
      { path: '6', text: 'Too wide.' },
      { path: '4', text: '', proposal: 'Invites Member States' },
      { path: '5', text: ' ' },
    ]
    expect(read('q9', { comments })).toEqual({
      answer: {
        kind: 'comments',
        language: 'en',
        comments: [
          { path: '4', text: '', proposal: 'Invites Member States' },
          { path: '6', text: 'Too wide.', proposal: null },
        ],
      },
    })
    expect(read('q9', { comments: [{ path: '99', text: 'x' }] })).toEqual({
      errors: [{ field: 'q9.99', code: 'no-such-paragraph' }],
    })
  })
  test('what was kept is read again as it is', () => {
    const answers: Record<string, Answer> = {
      q1: { kind: 'choice', option: 'yes', other: null },
      q2: { kind: 'several', options: ['fraud'], other: 'piracy' },
      q3: { kind: 'text', text: 'Patrols.', language: 'ar' },
      q4: { kind: 'number', number: '1234' },
      q5: { kind: 'date', day: '2012-01-02' },
      q6: { kind: 'table', rows: [{ row: '2010', cells: { cases: '12.345', trend: 'down' } }] },
      q8: { kind: 'file', files: [{ sha256: 'a'.repeat(64), name: 'a.pdf', type: 'application/pdf', size: 3 }] },
      q9: { kind: 'comments', language: 'ru', comments: [{ path: '4', text: 'Да', proposal: null }] },
    }
    for (const [id, answer] of Object.entries(answers)) expect(readAgain(asked(id), answer)).toEqual({ answer })
    expect(givenOf({ kind: 'note', note: 'not_applicable' })).toEqual({ note: 'not_applicable' })
  })
})

describe('which questions are asked', () => {
  const yes: Answer = { kind: 'choice', option: 'yes', other: null }
  test('a condition on a question that is not asked itself does not hold', () => {
    const hidden = { q2: { kind: 'several', options: ['fraud'], other: null } } as const
    expect(shownIn(sampleForm, hidden).has('q3')).toBe(false)
    expect(shownIn(sampleForm, { q1: yes, ...hidden }).has('q3')).toBe(true)
    expect(shownIn(sampleForm, { q1: yes }).has('q9')).toBe(true)
    expect(shownIn(sampleForm, { q1: { kind: 'note', note: 'not_applicable' } }).has('q9')).toBe(false)
  })
  test('a note satisfies what is required', () => {
    expect(missingIn(sampleForm, {})).toEqual(['q1'])
    expect(missingIn(sampleForm, { q1: { kind: 'note', note: 'no_information' } })).toEqual([])
  })
})
