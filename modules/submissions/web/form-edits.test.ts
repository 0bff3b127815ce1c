import { expect, test } from 'vitest'
import type { Form, Question } from '../form.ts'
import { questionsOf } from '../shown.ts'
import { sampleForm } from '../testing/sample-form.ts'
import { type Edit, edited, optionsFrom, withWords } from './form-edits.ts'
import { editIn } from './form-fields.ts'

const free = { section: 4, question: 11 }
const order = (form: Form) =>
  form.sections.map(({ id, questions }) => [id, ...questions.map((one) => one.id)].join(' '))
const after = (edit: Edit) => edited(sampleForm, edit, free)
const fields = (given: Readonly<Record<string, string>>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(given)) form.append(name, value)
  return form
}

test('questions move through their section and on into the next; sections change places', () => {
  expect(order(after({ do: 'down', place: 'q4' }))).toEqual(['s1 q1 q2 q3', 's2 q4 q5 q6 q7 q8', 's3 q9 q10'])
  expect(order(after({ do: 'up', place: 'q9' }))).toEqual(['s1 q1 q2 q3 q4', 's2 q5 q6 q7 q8 q9', 's3 q10'])
  expect(order(after({ do: 'up', place: 'q2' }))[0]).toBe('s1 q2 q1 q3 q4')
  expect(order(after({ do: 'up', place: 's3' }))).toEqual(['s1 q1 q2 q3 q4', 's3 q9 q10', 's2 q5 q6 q7 q8'])
})

test.for(['up', 'down', 'remove'] as const)('%s of what is not there changes nothing', (what) => {
  expect(after({ do: what, place: 'q77' })).toEqual(sampleForm)
})

test('nothing moves past the ends', () => {
  expect(after({ do: 'up', place: 'q1' })).toEqual(sampleForm)
  expect(after({ do: 'down', place: 'q10' })).toEqual(sampleForm)
  expect(after({ do: 'down', place: 's3' })).toEqual(sampleForm)
})

test('a question or a section goes away, and what rests on it stays to be mended', () => {
  const form = after({ do: 'remove', place: 'q1' })
  expect(questionsOf(form).map(({ id }) => id)).not.toContain('q1')
  expect(questionsOf(form)[0]).toMatchObject({ id: 'q2', when: { question: 'q1' } })
  expect(order(after({ do: 'remove', place: 's2' }))).toEqual(['s1 q1 q2 q3 q4', 's3 q9 q10'])
})

test('what is added has numbers nothing had', () => {
  const label = { en: 'Which?' }
  const add = { do: 'add-question', section: 's1', label, language: 'en' } as const
  const form = after({ ...add, kind: 'choice', options: ['Yes', ' ', 'No'] })
  expect(form.sections[0]!.questions.at(-1)).toMatchObject({
    id: 'q11',
    kind: 'choice',
    options: [
      { id: 'o1', label: { en: 'Yes' } },
      { id: 'o2', label: { en: 'No' } },
    ],
  })
  const table = after({ ...add, kind: 'table', options: ['Year', 'Cases'] }).sections[0]!.questions.at(-1)
  expect(table).toMatchObject({ columns: [{ id: 'c1' }, { id: 'c2' }], rows: [] })
  expect(after({ do: 'add-section', title: { en: 'More' } }).sections.at(-1)).toMatchObject({ id: 's4', questions: [] })
})

test('an option keeps its id when its line moves, is written otherwise or translated', () => {
  const before = [
    { id: 'yes', label: { en: 'Yes' } },
    { id: 'no', label: { en: 'No' } },
  ]
  const ids = (lines: readonly string[], language: 'en' | 'fr' = 'en') =>
    optionsFrom(lines, before, language).map(({ id }) => id)
  expect(ids(['No', 'Yes'])).toEqual(['no', 'yes'])
  expect(ids(['Yes, often', 'No'])).toEqual(['yes', 'no'])
  expect(ids(['Oui', 'Non'], 'fr')).toEqual(['yes', 'no'])
  expect(optionsFrom(['Oui', 'Non'], before, 'fr')[1]).toEqual({ id: 'no', label: { en: 'No', fr: 'Non' } })
  expect(ids(['No', 'Perhaps', 'Yes', 'Never'])).toEqual(['no', 'o1', 'yes', 'o2'])
  expect(ids(['No'])).toEqual(['no'])
})

test('a text loses a language where nothing is written in it', () => {
  expect(withWords({ en: 'A', fr: 'B' }, 'fr', ' ')).toEqual({ en: 'A' })
  expect(withWords({ en: 'A' }, 'fr', ' B\r\nC ')).toEqual({ en: 'A', fr: 'B\nC' })
})

const written = (id: string, given: Readonly<Record<string, string>>, language: 'en' | 'fr' = 'en'): Question => {
  const edit = editIn(fields({ do: 'write-question', 'place-of': id, ...given }), sampleForm, language)
  if (edit?.do !== 'write-question') throw new Error('no question was written')
  return edit.question
}

test('a form of the editor is read: conditions, numbers, columns, texts of the register', () => {
  const form = fields({ do: 'write-question', 'place-of': 'q3', label: 'Describe.', when: 'q2', lines: 'one' })
  form.append('when-option', 'q2 fraud')
  form.append('when-option', 'q1 yes')
  expect(editIn(form, sampleForm, 'en')).toMatchObject({
    question: { when: { question: 'q2', anyOf: ['fraud'] }, lines: 'one', maxWords: null, required: false },
  })
  expect(written('q3', { when: 'q1' }).when).toEqual({ question: 'q1', answered: true })
  expect(written('q4', { min: '-2.5', max: 'many', decimals: '1' })).toMatchObject({
    ...{ min: -2.5, max: 1_000_000, decimals: 1 },
  })
  const columns = {
    'column.c9.label': 'no such column',
    'column.cases.label': 'Cases',
    'column.cases.kind': 'number',
    'column.new1.label': 'Kind',
    'column.new1.kind': 'choice',
    'column.new1.options': 'a; b',
  }
  const table = written('q6', columns)
  // Columns whose words stand in other languages stay; `remove` takes them away.
  expect(table.kind === 'table' && table.columns.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'cases number',
    'trend text',
    'remark text',
    'c1 choice',
  ])
  expect(written('q9', { place: 'E/2011/30#A/Draft resolution III', paths: '8, 9(a)' })).toMatchObject({
    ...{ document: 'E/2011/30', unit: 'A/Draft resolution III', paths: ['8', '9(a)'] },
  })
  expect(written('q9', { place: 'E/RES/2012/19' })).toMatchObject({ unit: 'E/RES/2012/19', paths: [] })
})

test('a form that names nothing there is asks for no change', () => {
  expect(editIn(fields({ do: 'write-question', 'place-of': 'q99' }), sampleForm, 'en')).toBeNull()
  expect(editIn(fields({ do: 'burn' }), sampleForm, 'en')).toBeNull()
})
