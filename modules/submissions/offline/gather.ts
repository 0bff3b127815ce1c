import { languages } from '@resolute/reader'
import { wordsIn } from '#platform/words'
import { type AnswerNote, type GivenAnswer, notes } from '../answer.ts'
import { questionsOf } from '../answers.ts'
import type { Question } from '../form.ts'
import type { Unread } from '../offline.ts'
import { type Found, type FoundField, unread } from './found.ts'
import { boxMarked, plainLine } from './lines.ts'
import type { Paper } from './paper.ts'
import { type Slot, slotsOf } from './slots.ts'

/** What a file gives, question by question, before it is checked by the one rule. */
export interface Gathered {
  /** Questions with words in the file. */
  readonly given: ReadonlyMap<string, GivenAnswer>
  /** Where each question stands in the file: its first place. */
  readonly places: ReadonlyMap<string, string>
  readonly unread: readonly Unread[]
}

const messages = wordsIn(new URL('../messages/', import.meta.url))

/** A note by its id or as any of the six languages says it; null for other words. */
function noteNamed(text: string): AnswerNote | null {
  const wanted = plainLine(text).toLowerCase()
  return (
    notes.find(
      (note) =>
        note === wanted ||
        languages.some(
          (language) => plainLine(messages(language)(`submissions.offline.note-${note}`)).toLowerCase() === wanted,
        ),
    ) ?? null
  )
}

const isBox = ({ part }: Slot): boolean => part === 'option' || part === 'noted'

/** What a field says; boxes are marked or not. */
const saying = (field: FoundField): string =>
  isBox(field.slot) && boxMarked(field.text) === false ? '' : field.text.trim()

/** One field of each code: of two that differ neither counts, and the question is told. */
function single(fields: readonly FoundField[]): {
  readonly kept: readonly FoundField[]
  readonly twice: readonly Unread[]
} {
  const byCode = new Map<string, FoundField[]>()
  for (const field of fields) {
    const own = field.slot.part === 'cell' && field.slot.row === null
    const key = own ? `${field.line} ${field.slot.column}` : field.code
    byCode.set(key, [...(byCode.get(key) ?? []), field])
  }
  const kept: FoundField[] = []
  const twice: Unread[] = []
  for (const same of byCode.values()) {
    const said = same.filter((field) => saying(field) !== '')
    const words = new Set(said.map((field) => (isBox(field.slot) ? 'x' : plainLine(saying(field)))))
    if (words.size > 1) {
      for (const { slot, place, text } of said) {
        twice.push(unread('question-twice', 'left', { question: slot.question.id, place, asWritten: text }))
      }
    } else kept.push(said[0] ?? same[0]!)
    if (words.size <= 1 && said.length > 1) {
      const { slot, place } = said[1]!
      twice.push(unread('question-twice', 'look', { question: slot.question.id, place }))
    }
  }
  return { kept, twice }
}

/** What a question's fields give, or why they give nothing. */
function answerOf(
  question: Question,
  fields: readonly FoundField[],
): { given: GivenAnswer; strange: readonly Unread[] } {
  const strange: Unread[] = []
  const options: string[] = []
  const noted: string[] = []
  const rows = new Map<string, { row: string | null; cells: Record<string, string> }>()
  const comments = new Map<string, { path: string; text: string; proposal: string }>()
  let text = ''
  let other = ''
  const odd = ({ place, text: asWritten }: FoundField): void => {
    strange.push(unread('words-outside', 'left', { question: question.id, place, asWritten }))
  }
  for (const field of fields) {
    const said = saying(field)
    if (said === '') continue
    const { slot } = field
    switch (slot.part) {
      case 'answer':
        if (question.kind === 'choice' || question.kind === 'several') options.push(said)
        else if (question.kind === 'text' || question.kind === 'number' || question.kind === 'date') text = field.text
        else odd(field)
        break
      case 'other':
        other = said
        break
      case 'note': {
        const note = noteNamed(said)
        noted.push(note ?? said)
        break
      }
      case 'noted':
        if (boxMarked(field.text) === true) noted.push(slot.note)
        else odd(field)
        break
      case 'option':
        if (boxMarked(field.text) === true) options.push(slot.option)
        else odd(field)
        break
      case 'cell': {
        const key = slot.row ?? field.line ?? field.code
        const row = rows.get(key) ?? { row: slot.row, cells: {} }
        row.cells[slot.column] = field.text
        rows.set(key, row)
        break
      }
      case 'comment':
      case 'proposal': {
        const comment = comments.get(slot.path) ?? { path: slot.path, text: '', proposal: '' }
        comment[slot.part === 'comment' ? 'text' : 'proposal'] = field.text
        comments.set(slot.path, comment)
        break
      }
    }
  }
  const given: GivenAnswer = {
    ...(noted.length > 0 && { note: [...new Set(noted)].join(', ') }),
    ...(text !== '' && { text }),
    ...(options.length > 0 && { options }),
    ...(other !== '' && { other }),
    ...(rows.size > 0 && { rows: [...rows.values()] }),
    ...(comments.size > 0 && { comments: [...comments.values()] }),
  }
  return { given, strange }
}

/** Places of a question the file should have and has not. Where a box stands for an answer, a cell for it does too. */
function missing(
  question: Question,
  codes: ReadonlySet<string>,
  paper: Paper,
  found: readonly FoundField[],
): readonly string[] {
  const parts = new Set(found.map(({ slot }) => slot.part))
  return [...slotsOf(paper.form, paper.paragraphs).all]
    .filter(([code, slot]) => slot.question.id === question.id && !codes.has(code))
    .filter(([, { part }]) => {
      if (part === 'answer') return question.kind === 'text' || question.kind === 'number' || question.kind === 'date'
      if (part === 'option') return question.kind === 'several' || !parts.has('answer')
      return part === 'cell' || part === 'comment' || part === 'proposal'
    })
    .map(([code]) => code)
}

/** Places that make a question be in the file at all; a place for a note alone does not. */
const counts: Readonly<Record<Question['kind'], readonly Slot['part'][]>> = {
  text: ['answer'],
  number: ['answer'],
  date: ['answer'],
  choice: ['answer', 'option', 'other'],
  several: ['option', 'other'],
  table: ['cell'],
  comments: ['comment', 'proposal'],
  file: [],
}

/** Puts together what a file says to each question, and tells what does not fit. */
export function gathered({ fields }: Found, paper: Paper): Gathered {
  const { kept, twice } = single(fields)
  const given = new Map<string, GivenAnswer>()
  const places = new Map<string, string>()
  const told: Unread[] = [...twice]
  const wholly = new Set(twice.filter(({ weight }) => weight === 'left').map(({ question }) => question))
  const codes = new Set(fields.map(({ code }) => code))
  const byQuestion = new Map<string, FoundField[]>()
  for (const field of kept) {
    const { id } = field.slot.question
    const own = byQuestion.get(id)
    if (own) own.push(field)
    else byQuestion.set(id, [field])
  }
  for (const question of questionsOf(paper.form)) {
    const own = byQuestion.get(question.id) ?? []
    const first = fields.find(({ slot }) => slot.question.id === question.id)
    if (first) places.set(question.id, first.place)
    // one of two answers that differ is not the answer, nor is what is left of it
    if (wholly.has(question.id)) continue
    if (question.kind === 'file') {
      told.push(...answerOf(question, own).strange)
      continue
    }
    const answering = own.filter((field) => counts[question.kind].includes(field.slot.part))
    const gone = missing(question, codes, paper, own)
    const answer = answerOf(question, own)
    told.push(...answer.strange)
    if (answering.length === 0 && Object.keys(answer.given).length === 0) {
      told.push(unread('question-gone', 'left', { question: question.id }))
      continue
    }
    if (gone.length > 0) {
      told.push(
        unread('part-gone', 'look', {
          question: question.id,
          facts: { count: gone.length, places: gone.slice(0, 20).join(', ') },
        }),
      )
    }
    given.set(question.id, answer.given)
  }
  return { given, places, unread: told }
}
