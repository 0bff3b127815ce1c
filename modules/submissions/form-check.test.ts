import { expect, test } from 'vitest'
import type { Form, FormNote, Question, Section } from './form.ts'
import { blocked, checkForm, mostOf, reusedIds } from './form-check.ts'
import { plainForm } from './form-made.ts'
import { lackingLanguages, textsOf } from './form-texts.ts'
import { sampleForm } from './testing/sample-form.ts'

const texts = new Map([['E/RES/2012/19#E/RES/2012/19', new Set(['1', '4', '5', '6'])]])
const blocking = (form: Form) => checkForm(form, texts).filter(({ severity }) => severity === 'blocks')
const codes = (notes: readonly FormNote[]) => notes.map(({ code, place }) => [code, place])

/** The sample with one question changed; `change` gives null to take it away. */
function withQuestion(id: string, change: (question: Question) => Question | null): Form {
  const sections = sampleForm.sections.map((section) => ({
    ...section,
    questions: section.questions.flatMap((one) => (one.id === id ? (change(one) ?? []) : [one])),
  }))
  return { ...sampleForm, sections }
}
const changed = (id: string, patch: object) => withQuestion(id, (one) => ({ ...one, ...patch }) as Question)

test('the sample can go out, and says in which languages a text is missing', () => {
  expect(blocking(sampleForm)).toEqual([])
  expect(checkForm(sampleForm, texts).map(({ code, language, facts }) => [code, language, facts.texts])).toEqual([
    ['language-missing', 'ar', 1],
    ['language-missing', 'zh', 1],
    ['language-missing', 'ru', 1],
    ['language-missing', 'es', 1],
  ])
  expect(lackingLanguages(textsOf(sampleForm))).toEqual([{ place: 'q10.label', languages: ['ar', 'zh', 'ru', 'es'] }])
})

test('a form without questions, titles or sections cannot', () => {
  const empty: Form = { title: {}, introduction: {}, sections: [] }
  expect(codes(blocking(empty))).toEqual([
    ['no-question', null],
    ['label-missing', null],
  ])
})

test.for<[string, Form, (readonly (string | null)[])[]]>([
  ['no words', changed('q3', { label: {} }), [['label-missing', 'q3']]],
  ['one option', changed('q1', { options: [{ id: 'yes', label: { en: 'Yes' } }] }), [['options-missing', 'q1']]],
  [
    'an option twice',
    changed('q2', { options: [1, 2, 3].map(() => ({ id: 'a', label: { en: 'A' } })) }),
    [
      ['twice-the-same-id', 'q2.a'],
      ['twice-the-same-id', 'q2.a'],
    ],
  ],
  ['an id that is none', changed('q4', { id: 'q 4' }), [['twice-the-same-id', 'q 4']]],
  ['limits crossed', changed('q4', { min: 5, max: 4 }), [['limits-crossed', 'q4']]],
  ['seven decimals', changed('q4', { decimals: 7 }), [['limits-crossed', 'q4']]],
  ['days crossed', changed('q5', { from: '2012-01-02', to: '2012-01-01' }), [['limits-crossed', 'q5']]],
  ['no such day', changed('q5', { from: '2012-02-30' }), [['limits-crossed', 'q5']]],
  ['no column', changed('q7', { columns: [] }), [['columns-missing', 'q7']]],
  ['fewer rows than given', changed('q6', { maxRows: 1 }), [['limits-crossed', 'q6']]],
  ['a text that is not there', changed('q9', { unit: 'X' }), [['text-not-found', 'q9']]],
  ['paragraphs that are not there', changed('q9', { paths: ['4', '99'] }), [['text-not-found', 'q9']]],
  [
    'a label without end',
    changed('q10', { label: { en: 'x'.repeat(mostOf.label + 1) } }),
    [['too-large', 'q10.label']],
  ],
  [
    'an option others rest on is gone',
    changed('q1', { options: ['a', 'b'].map((id) => ({ id, label: { en: id } })) }),
    [
      ['condition-broken', 'q2'],
      ['condition-broken', 'q4'],
      ['condition-broken', 'q6'],
    ],
  ],
  [
    'a question others rest on is gone',
    withQuestion('q1', () => null),
    [
      ['condition-broken', 'q2'],
      ['condition-broken', 'q4'],
      ['condition-broken', 'q6'],
      ['condition-broken', 's3'],
    ],
  ],
])('%s', ([, form, expected]) => {
  expect(codes(blocking(form))).toEqual(expected)
})

test('a condition rests on what was asked before, never after', () => {
  const [first, ...others] = sampleForm.sections as [Section, ...Section[]]
  expect(codes(blocking({ ...sampleForm, sections: [...others, first] }))).toEqual([
    ['condition-broken', 'q6'],
    ['condition-broken', 's3'],
  ])
})

test('a number that went out with one kind of question is not given to another', () => {
  const issued = [{ version: 1, form: sampleForm }]
  expect(reusedIds(sampleForm, issued)).toEqual([])
  const other = withQuestion('q4', ({ id, same, label, help, required, when }) => ({
    ...{ id, same, label, help, required, when, kind: 'text', lines: 'one', maxWords: null },
  }))
  expect(reusedIds(other, issued)).toMatchObject([{ code: 'twice-the-same-id', place: 'q4', facts: { version: 1 } }])
  expect(blocked(reusedIds(other, issued))).toBe(true)
})

test('as it is kept a form has no blank texts, and every question what it is known by', () => {
  const kept = plainForm(changed('q3', { label: { en: '  Describe. ', fr: ' ' }, same: '' }), '2013-4')
  const question = kept.sections[0]!.questions[2]!
  expect(question).toMatchObject({ label: { en: 'Describe.' }, same: '2013-4/q3' })
  expect(kept.sections[0]!.questions[0]!.same).toBe('2012-1/q1')
})
