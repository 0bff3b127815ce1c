import { type Language, type LocalisedText, languages } from '@resolute/reader'
import type { MissingText } from './call.ts'
import type { Form, Question } from './form.ts'

/** A text of the form with the place it stands in: `title`, `s1.help`, `q2.label`, `q2.fraud`, `q6.trend.up`. */
export interface PlacedText {
  readonly place: string
  readonly text: LocalisedText
  /** Nobody can answer without it; the others may be left out altogether. */
  readonly needed: boolean
}

/** Whether there is a word in any language. */
export const isSaid = (text: LocalisedText): boolean =>
  languages.some((language) => (text[language] ?? '').trim() !== '')

function* textsOfQuestion(question: Question): Generator<PlacedText> {
  const { id } = question
  yield { place: `${id}.label`, text: question.label, needed: true }
  yield { place: `${id}.help`, text: question.help, needed: false }
  switch (question.kind) {
    case 'choice':
    case 'several':
      for (const option of question.options) {
        yield { place: `${id}.${option.id}`, text: option.label, needed: true }
      }
      return
    case 'number':
      yield { place: `${id}.unit`, text: question.unit, needed: false }
      return
    case 'table':
      for (const column of question.columns) {
        yield { place: `${id}.${column.id}`, text: column.label, needed: true }
        for (const option of column.options) {
          yield { place: `${id}.${column.id}.${option.id}`, text: option.label, needed: true }
        }
      }
      for (const row of question.rows) yield { place: `${id}.rows.${row.id}`, text: row.label, needed: true }
      return
    case 'text':
    case 'date':
    case 'file':
    case 'comments':
      return
    default:
      question satisfies never
  }
}

/** Every text of a form, in the order it is read. */
export function* textsOf(form: Form): Generator<PlacedText> {
  yield { place: 'title', text: form.title, needed: true }
  yield { place: 'introduction', text: form.introduction, needed: false }
  for (const section of form.sections) {
    // A form of one section needs no heading.
    yield { place: `${section.id}.title`, text: section.title, needed: form.sections.length > 1 }
    yield { place: `${section.id}.help`, text: section.help, needed: false }
    for (const question of section.questions) yield* textsOfQuestion(question)
  }
}

/** Languages each text lacks that stands in some language or must. */
export function lackingLanguages(texts: Iterable<PlacedText>): readonly MissingText[] {
  const missing: MissingText[] = []
  for (const { place, text, needed } of texts) {
    if (!needed && !isSaid(text)) continue
    const lacking: readonly Language[] = languages.filter((language) => (text[language] ?? '').trim() === '')
    if (lacking.length > 0) missing.push({ place, languages: lacking })
  }
  return missing
}
