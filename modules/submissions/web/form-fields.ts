import type { Language } from '@resolute/reader'
import { fieldOf } from '#web'
import { type Condition, type Form, type Option, type Question, questionKinds, type TableColumn } from '../form.ts'
import { type Edit, optionsFrom, withWords } from './form-edits.ts'

const linesIn = (form: FormData, name: string): readonly string[] => fieldOf(form, name).split(/\r\n?|\n/)

/** A number from a field; null where it is empty, the one before where it is no number. */
function numberIn(form: FormData, name: string, before: number | null): number | null {
  const written = fieldOf(form, name).trim()
  if (written === '') return null
  const number = Number(written)
  return Number.isFinite(number) ? number : before
}

/** `q1` in `when`, and of its options those that are ticked: `q1 yes`. */
function conditionIn(form: FormData): Condition | null {
  const question = fieldOf(form, 'when')
  if (question === '') return null
  const anyOf = form.getAll('when-option').flatMap((value) => {
    const [of, option] = typeof value === 'string' ? value.split(' ') : []
    return of === question && option ? [option] : []
  })
  return anyOf.length > 0 ? { question, anyOf } : { question, answered: true }
}

/** `E/RES/2012/19`, or `E/2011/30#A/Draft resolution III` for a text within a document. */
function textPlaceIn(form: FormData): { readonly document: string; readonly unit: string } {
  const [document = '', unit = document] = fieldOf(form, 'place')
    .split('#')
    .map((part) => part.trim())
  return { document, unit: unit || document }
}

/** Columns of a table by their fields `column.c1.label`, `.kind`, `.options`; those without a label go. */
function columnsIn(form: FormData, before: readonly TableColumn[], language: Language): readonly TableColumn[] {
  const next = 1 + Math.max(0, ...before.map(({ id }) => Number(/^c(\d+)$/.exec(id)?.[1] ?? 0)))
  const added = ['new1', 'new2'].map((name, i) => ({ name, id: `c${next + i}` }))
  return [...before.map(({ id }) => ({ name: id, id })), ...added].flatMap(({ name, id }): readonly TableColumn[] => {
    const known = before.find((column) => column.id === id)
    const label = withWords(known?.label ?? {}, language, fieldOf(form, `column.${name}.label`))
    if (Object.keys(label).length === 0 || fieldOf(form, `column.${name}.remove`) === 'yes') return []
    const kind = (['text', 'number', 'date', 'choice'] as const).find(
      (one) => one === fieldOf(form, `column.${name}.kind`),
    )
    const lines = fieldOf(form, `column.${name}.options`).split(/[;；؛]/)
    const options: readonly Option[] = optionsFrom(lines, known?.options ?? [], language)
    return [{ id, label, kind: kind ?? 'text', options: kind === 'choice' ? options : [] }]
  })
}

/** A question with what a form of the editor says of it, in the language it was written in. */
function questionIn(form: FormData, before: Question, language: Language): Question {
  const asked = {
    label: withWords(before.label, language, fieldOf(form, 'label')),
    help: withWords(before.help, language, fieldOf(form, 'help')),
    required: fieldOf(form, 'required') === 'yes',
    when: conditionIn(form),
  }
  switch (before.kind) {
    case 'text':
      return {
        ...before,
        ...asked,
        lines: fieldOf(form, 'lines') === 'one' ? 'one' : 'several',
        maxWords: numberIn(form, 'max-words', before.maxWords),
      }
    case 'choice':
    case 'several':
      return {
        ...before,
        ...asked,
        kind: fieldOf(form, 'kind') === 'several' ? 'several' : 'choice',
        options: optionsFrom(linesIn(form, 'options'), before.options, language),
        other: fieldOf(form, 'other') === 'yes',
      }
    case 'number':
      return {
        ...before,
        ...asked,
        unit: withWords(before.unit, language, fieldOf(form, 'unit')),
        min: numberIn(form, 'min', before.min),
        max: numberIn(form, 'max', before.max),
        decimals: numberIn(form, 'decimals', before.decimals) ?? 0,
      }
    case 'date':
      return { ...before, ...asked, from: fieldOf(form, 'from') || null, to: fieldOf(form, 'to') || null }
    case 'table': {
      const rows = optionsFrom(linesIn(form, 'rows'), before.rows, language, 'r')
      const most = numberIn(form, 'max-rows', before.maxRows) ?? 10
      const columns = columnsIn(form, before.columns, language)
      return { ...before, ...asked, columns, rows, maxRows: rows.length > 0 ? rows.length : most }
    }
    case 'file':
      return { ...before, ...asked, maxFiles: numberIn(form, 'max-files', before.maxFiles) ?? 1 }
    case 'comments': {
      const paths = fieldOf(form, 'paths').split(/[,;،]/u)
      return {
        ...before,
        ...asked,
        ...textPlaceIn(form),
        paths: paths.map((path) => path.trim()).filter((path) => path !== ''),
      }
    }
  }
}

/** The change a form of the editor asks for; null where it names nothing there is. */
export function editIn(form: FormData, before: Form, language: Language): Edit | null {
  const what = fieldOf(form, 'do')
  const place = fieldOf(form, 'place-of')
  switch (what) {
    case 'up':
    case 'down':
    case 'remove':
      return { do: what, place }
    case 'add-section':
      return { do: 'add-section', title: withWords({}, language, fieldOf(form, 'title')) }
    case 'add-question':
      return {
        do: 'add-question',
        section: place,
        kind: questionKinds.find((kind) => kind === fieldOf(form, 'kind')) ?? 'text',
        label: withWords({}, language, fieldOf(form, 'label')),
        options: linesIn(form, 'options'),
        language,
      }
    case 'write-form':
      return {
        do: 'write-form',
        title: withWords(before.title, language, fieldOf(form, 'title')),
        introduction: withWords(before.introduction, language, fieldOf(form, 'introduction')),
      }
    case 'write-section': {
      const section = before.sections.find(({ id }) => id === place)
      return section
        ? {
            do: 'write-section',
            section: {
              id: section.id,
              title: withWords(section.title, language, fieldOf(form, 'title')),
              help: withWords(section.help, language, fieldOf(form, 'help')),
              when: conditionIn(form),
            },
          }
        : null
    }
    case 'write-question': {
      const question = before.sections.flatMap(({ questions }) => questions).find(({ id }) => id === place)
      return question ? { do: 'write-question', question: questionIn(form, question, language) } : null
    }
    default:
      return null
  }
}
