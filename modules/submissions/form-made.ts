import { type LocalisedText, languages } from '@resolute/reader'
import { wordsIn } from '#platform/words'
import type { TextPlace } from './call.ts'
import type { Form, Option, Question, Section } from './form.ts'

const words = wordsIn(new URL('./messages/', import.meta.url))

/** What stands over comments on a text until somebody writes it better. */
const onText: LocalisedText = Object.fromEntries(
  languages.map((language) => [language, words(language)('submissions.form.on-text')]),
)

/** The form a call begins with: named like it, and with comments on a text where the paragraph asks for them. */
export function firstForm(call: string, subject: LocalisedText, text: TextPlace | null): Form {
  const comments: readonly Question[] =
    text === null
      ? []
      : [
          {
            id: 'q1',
            same: `${call}/q1`,
            kind: 'comments',
            label: onText,
            help: {},
            required: false,
            when: null,
            document: text.document,
            unit: text.unit,
            paths: text.paths,
          },
        ]
  return {
    title: subject,
    introduction: {},
    sections: [{ id: 's1', title: {}, help: {}, when: null, questions: comments }],
  }
}

/** The form of an earlier call for another: under its name, with what each question is known by in every form. */
export const copiedForm = (form: Form, subject: LocalisedText): Form => ({ ...form, title: subject })

const plainText = (text: LocalisedText): LocalisedText =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const written = text[language]?.trim()
      return written ? [[language, written] as const] : []
    }),
  )

const plainOptions = (options: readonly Option[]): readonly Option[] =>
  options.map((option) => ({ ...option, label: plainText(option.label) }))

function plainQuestion(question: Question, call: string): Question {
  const asked = {
    label: plainText(question.label),
    help: plainText(question.help),
    same: question.same || `${call}/${question.id}`,
  }
  switch (question.kind) {
    case 'choice':
    case 'several':
      return { ...question, ...asked, options: plainOptions(question.options) }
    case 'number':
      return { ...question, ...asked, unit: plainText(question.unit) }
    case 'table':
      return {
        ...question,
        ...asked,
        rows: plainOptions(question.rows),
        columns: question.columns.map((column) => ({
          ...column,
          label: plainText(column.label),
          options: column.kind === 'choice' ? plainOptions(column.options) : [],
        })),
      }
    case 'text':
    case 'date':
    case 'file':
    case 'comments':
      return { ...question, ...asked }
  }
}

const plainSection = (section: Section, call: string): Section => ({
  ...section,
  title: plainText(section.title),
  help: plainText(section.help),
  questions: section.questions.map((question) => plainQuestion(question, call)),
})

/** As a form is kept: no blank texts, and every question with what it is known by. */
export const plainForm = (form: Form, call: string): Form => ({
  title: plainText(form.title),
  introduction: plainText(form.introduction),
  sections: form.sections.map((section) => plainSection(section, call)),
})

/** Numbers that no section and no question of these forms has. */
export function freeNumbers(forms: readonly Form[]): { readonly section: number; readonly question: number } {
  const after = (ids: readonly string[]) =>
    1 + Math.max(0, ...ids.map((id) => Number(/^[sq](\d{1,6})$/.exec(id)?.[1] ?? 0)))
  const sections = forms.flatMap((form) => form.sections)
  return {
    section: after(sections.map(({ id }) => id)),
    question: after(sections.flatMap(({ questions }) => questions.map(({ id }) => id))),
  }
}
