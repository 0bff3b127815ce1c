import { type Language, languages } from '@resolute/reader'
import { isDate } from '#modules/calendar'
import type { Form, FormNote, Option, Question } from './form.ts'
import { isSaid, lackingLanguages, textsOf } from './form-texts.ts'
import { questionsOf } from './shown.ts'

/** The most a form may hold. */
export const mostOf = {
  sections: 40,
  questions: 200,
  options: 100,
  columns: 12,
  rows: 100,
  files: 20,
  words: 5000,
  label: 1000,
  help: 4000,
  introduction: 8000,
  /** Characters of the whole form as JSON. */
  form: 600_000,
} as const

/** Paragraphs of the units a form asks comments on, by `<document>#<unit>`; a unit that is not there has no entry. */
export type KnownTexts = ReadonlyMap<string, ReadonlySet<string>>

export const textKey = ({ document, unit }: { readonly document: string; readonly unit: string }): string =>
  `${document}#${unit}`

const identifier = /^[A-Za-z0-9][\w-]{0,31}$/

const blocks = (
  code: FormNote['code'],
  place: string | null,
  facts: Readonly<Record<string, string | number>> = {},
): FormNote => ({ code, severity: 'blocks', place, language: null, facts })

/** Ids that stand twice beside each other, or that are none. */
function badIds(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return ids.filter((id) => {
    const bad = seen.has(id) || !identifier.test(id)
    seen.add(id)
    return bad
  })
}

function* choiceNotes(place: string, options: readonly Option[], needed: number): Generator<FormNote> {
  if (options.length < needed) yield blocks('options-missing', place, { needed })
  if (options.length > mostOf.options) yield blocks('too-large', place, { most: mostOf.options, count: options.length })
  for (const id of badIds(options.map(({ id }) => id))) yield blocks('twice-the-same-id', `${place}.${id}`)
  for (const { id, label } of options) if (!isSaid(label)) yield blocks('label-missing', `${place}.${id}`)
}

function* kindNotes(question: Question, texts: KnownTexts): Generator<FormNote> {
  const { id } = question
  switch (question.kind) {
    case 'text':
      if (question.maxWords !== null && !within(question.maxWords, 1, mostOf.words)) yield blocks('limits-crossed', id)
      return
    case 'choice':
    case 'several':
      yield* choiceNotes(id, question.options, question.other ? 1 : 2)
      return
    case 'number':
      if (!within(question.decimals, 0, 6)) yield blocks('limits-crossed', id)
      else if (question.min !== null && question.max !== null && question.min > question.max) {
        yield blocks('limits-crossed', id, { from: question.min, to: question.max })
      }
      return
    case 'date': {
      const { from, to } = question
      if ([from, to].some((day) => day !== null && !isDate(day))) yield blocks('limits-crossed', id)
      else if (from !== null && to !== null && from > to) yield blocks('limits-crossed', id, { from, to })
      return
    }
    case 'table':
      if (question.columns.length === 0) yield blocks('columns-missing', id)
      if (question.columns.length > mostOf.columns || question.rows.length > mostOf.rows) yield blocks('too-large', id)
      if (!within(question.maxRows, Math.max(1, question.rows.length), mostOf.rows)) yield blocks('limits-crossed', id)
      for (const bad of badIds(question.columns.map((column) => column.id)))
        yield blocks('twice-the-same-id', `${id}.${bad}`)
      for (const column of question.columns) {
        if (!isSaid(column.label)) yield blocks('label-missing', `${id}.${column.id}`)
        if (column.kind === 'choice') yield* choiceNotes(`${id}.${column.id}`, column.options, 2)
      }
      if (question.rows.length > 0) yield* choiceNotes(`${id}.rows`, question.rows, 1)
      return
    case 'file':
      if (!within(question.maxFiles, 1, mostOf.files)) yield blocks('limits-crossed', id)
      return
    case 'comments': {
      const known = texts.get(textKey(question))
      const gone = question.paths.filter((path) => !known?.has(path))
      if (!known?.size) yield blocks('text-not-found', id, { text: question.unit || question.document })
      else if (gone.length > 0) yield blocks('text-not-found', id, { text: question.unit, paths: gone.join(', ') })
      return
    }
    default:
      question satisfies never
  }
}

const within = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most

/** Conditions that name a question not asked before, or an option it does not have. */
function* conditionNotes(form: Form): Generator<FormNote> {
  const before = new Map<string, Question>()
  const notes = (place: string, when: Question['when']): readonly FormNote[] => {
    if (when === null) return []
    const asked = before.get(when.question)
    if (!asked) return [blocks('condition-broken', place, { question: when.question })]
    if ('answered' in when) return []
    const options = asked.kind === 'choice' || asked.kind === 'several' ? asked.options.map(({ id }) => id) : []
    const gone = when.anyOf.find((option) => !options.includes(option))
    if (when.anyOf.length > 0 && gone === undefined) return []
    return [blocks('condition-broken', place, { question: when.question, option: gone ?? '' })]
  }
  for (const section of form.sections) {
    yield* notes(section.id, section.when)
    for (const question of section.questions) {
      yield* notes(question.id, question.when)
      before.set(question.id, question)
    }
  }
}

const lengths: readonly (readonly [RegExp, number])[] = [
  [/^introduction$/, mostOf.introduction],
  [/\.help$/, mostOf.help],
  [/./, mostOf.label],
]

function* sizeNotes(form: Form): Generator<FormNote> {
  const questions = questionsOf(form).length
  if (questions > mostOf.questions || form.sections.length > mostOf.sections) {
    yield blocks('too-large', null, { most: mostOf.questions, count: questions })
  }
  for (const { place, text } of textsOf(form)) {
    const most = lengths.find(([pattern]) => pattern.test(place))?.[1] ?? mostOf.label
    const longest = Math.max(0, ...languages.map((language) => text[language]?.length ?? 0))
    if (longest > most) yield blocks('too-large', place, { most, count: longest })
  }
}

/** One note for each language in which texts are missing, with how many. */
function* languageNotes(form: Form): Generator<FormNote> {
  const count = new Map<Language, number>()
  for (const { languages: lacking } of lackingLanguages(textsOf(form))) {
    for (const language of lacking) count.set(language, (count.get(language) ?? 0) + 1)
  }
  for (const language of languages) {
    const texts = count.get(language)
    if (texts) yield { code: 'language-missing', severity: 'look', place: null, language, facts: { texts } }
  }
}

/**
 * What is amiss with a form. Pure; `texts` holds the units it asks comments on. Without a note that blocks it can go out:
 * every question has words in some language, every condition an earlier question, every limit room.
 */
export function checkForm(form: Form, texts: KnownTexts): readonly FormNote[] {
  const questions = questionsOf(form)
  const notes: FormNote[] = []
  if (questions.length === 0) notes.push(blocks('no-question', null))
  if (!isSaid(form.title)) notes.push(blocks('label-missing', null))
  for (const id of badIds([...form.sections, ...questions].map(({ id }) => id))) {
    notes.push(blocks('twice-the-same-id', id))
  }
  for (const section of form.sections) {
    if (form.sections.length > 1 && !isSaid(section.title)) notes.push(blocks('label-missing', section.id))
    for (const question of section.questions) {
      if (!isSaid(question.label)) notes.push(blocks('label-missing', question.id))
      notes.push(...kindNotes(question, texts))
    }
  }
  notes.push(...conditionNotes(form), ...sizeNotes(form), ...languageNotes(form))
  return notes
}

export const blocked = (notes: readonly FormNote[]): boolean => notes.some(({ severity }) => severity === 'blocks')

/** Ids under which something else was asked in a version that went out: answers to it would be taken for answers to this. */
export function reusedIds(
  form: Form,
  issued: readonly { readonly version: number; readonly form: Form }[],
): readonly FormNote[] {
  const kindIn = new Map(
    issued.flatMap(({ version, form: earlier }) =>
      questionsOf(earlier).map(({ id, kind }) => [id, { kind, version }] as const),
    ),
  )
  return questionsOf(form).flatMap(({ id, kind }) => {
    const known = kindIn.get(id)
    return known && known.kind !== kind ? [blocks('twice-the-same-id', id, { version: known.version })] : []
  })
}
