import type { Language, LocalisedText } from '@resolute/reader'
import type { Form, Option, Question, QuestionKind, Section, TableColumn } from '../form.ts'

/** The next numbers for what is added; see `draftForm`. */
export interface Free {
  readonly section: number
  readonly question: number
}

/** One change of a form, as the editor asks for it. Pure: the same change of the same form gives the same form. */
export type Edit =
  | { readonly do: 'add-section'; readonly title: LocalisedText }
  | {
      readonly do: 'add-question'
      readonly section: string
      readonly kind: QuestionKind
      readonly label: LocalisedText
      readonly options: readonly string[]
      readonly language: Language
    }
  | { readonly do: 'up' | 'down' | 'remove'; readonly place: string }
  | { readonly do: 'write-form'; readonly title: LocalisedText; readonly introduction: LocalisedText }
  | { readonly do: 'write-section'; readonly section: Omit<Section, 'questions'> }
  | { readonly do: 'write-question'; readonly question: Question }

/** A text with what is written in one language put in, or taken out where nothing is. */
export function withWords(text: LocalisedText, language: Language, written: string): LocalisedText {
  const { [language]: _, ...others } = text
  const words = written.replace(/\r\n?/g, '\n').trim()
  return words === '' ? others : { ...others, [language]: words }
}

const fresh = (options: readonly Option[], prefix: string): number =>
  1 + Math.max(0, ...options.map(({ id }) => (id.startsWith(prefix) ? Number(id.slice(prefix.length)) || 0 : 0)))

/**
 * Options from lines in one language. A line that was there keeps its option wherever it moves to; where as many lines are
 * new as options are left over, they are those, in order (written otherwise, or in another language for the first time);
 * else a new line is a new option and what is left over goes.
 */
export function optionsFrom(
  lines: readonly string[],
  before: readonly Option[],
  language: Language,
  prefix = 'o',
): readonly Option[] {
  const written = lines.map((line) => line.trim()).filter((line) => line !== '')
  const left = [...before]
  const kept = written.map((line) => {
    const at = left.findIndex(({ label }) => label[language] === line)
    return at === -1 ? null : left.splice(at, 1)[0]!
  })
  const renamed = kept.filter((option) => option === null).length === left.length
  let next = fresh(before, prefix)
  return kept.map((option, i) => {
    if (option !== null) return option
    const other = renamed ? left.shift()! : { id: `${prefix}${next++}`, label: {} }
    return { ...other, label: withWords(other.label, language, written[i]!) }
  })
}

/** A question as it is first asked; `same` is filled in when it is kept. */
function newQuestion(
  { kind, label, options, language }: Extract<Edit, { do: 'add-question' }>,
  number: number,
): Question {
  const asked = { id: `q${number}`, same: '', label, help: {}, required: false, when: null } as const
  switch (kind) {
    case 'text':
      return { ...asked, kind, lines: 'several', maxWords: null }
    case 'choice':
    case 'several':
      return { ...asked, kind, options: optionsFrom(options, [], language), other: false }
    case 'number':
      return { ...asked, kind, unit: {}, min: null, max: null, decimals: 0 }
    case 'date':
      return { ...asked, kind, from: null, to: null }
    case 'table': {
      const columns = optionsFrom(options, [], language, 'c')
      const column = (one: Option): TableColumn => ({ ...one, kind: 'text', options: [] })
      return { ...asked, kind, columns: columns.map(column), rows: [], maxRows: 10 }
    }
    case 'file':
      return { ...asked, kind, maxFiles: 3 }
    case 'comments':
      return { ...asked, kind, document: '', unit: '', paths: [] }
  }
}

const swapped = <T>(all: readonly T[], at: number, to: number): readonly T[] => {
  if (at < 0 || to < 0 || to >= all.length) return all
  const next = [...all]
  next.splice(to, 0, ...next.splice(at, 1))
  return next
}

/** A question one place up or down; past the end of its section it goes on into the next. */
function movedQuestion(sections: readonly Section[], place: string, step: 1 | -1): readonly Section[] {
  const at = sections.findIndex(({ questions }) => questions.some(({ id }) => id === place))
  const section = sections[at]
  if (!section) return sections
  const index = section.questions.findIndex(({ id }) => id === place)
  const to = index + step
  if (to >= 0 && to < section.questions.length) {
    return sections.with(at, { ...section, questions: swapped(section.questions, index, to) })
  }
  const next = sections[at + step]
  if (!next) return sections
  const question = section.questions[index]!
  const questions = step === 1 ? [question, ...next.questions] : [...next.questions, question]
  return sections
    .with(at, { ...section, questions: section.questions.filter(({ id }) => id !== place) })
    .with(at + step, { ...next, questions })
}

const eachQuestion = (form: Form, change: (question: Question) => readonly Question[]): Form => ({
  ...form,
  sections: form.sections.map((section) => ({ ...section, questions: section.questions.flatMap(change) })),
})

/** The form after one change. A place that is not there changes nothing. */
export function edited(form: Form, edit: Edit, free: Free): Form {
  switch (edit.do) {
    case 'add-section': {
      const section = { id: `s${free.section}`, title: edit.title, help: {}, when: null, questions: [] }
      return { ...form, sections: [...form.sections, section] }
    }
    case 'add-question': {
      const question = newQuestion(edit, free.question)
      const sections = form.sections.map((section) =>
        section.id === edit.section ? { ...section, questions: [...section.questions, question] } : section,
      )
      return { ...form, sections }
    }
    case 'up':
    case 'down': {
      const step = edit.do === 'up' ? -1 : 1
      const at = form.sections.findIndex(({ id }) => id === edit.place)
      const sections =
        at === -1 ? movedQuestion(form.sections, edit.place, step) : swapped(form.sections, at, at + step)
      return { ...form, sections }
    }
    case 'remove': {
      const sections = form.sections.filter(({ id }) => id !== edit.place)
      return eachQuestion({ ...form, sections }, (question) => (question.id === edit.place ? [] : [question]))
    }
    case 'write-form':
      return { ...form, title: edit.title, introduction: edit.introduction }
    case 'write-section': {
      const sections = form.sections.map((section) =>
        section.id === edit.section.id ? { ...edit.section, questions: section.questions } : section,
      )
      return { ...form, sections }
    }
    case 'write-question':
      return eachQuestion(form, (question) => [question.id === edit.question.id ? edit.question : question])
  }
}
