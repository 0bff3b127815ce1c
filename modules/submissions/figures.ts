import type { Language, LocalisedText } from '@resolute/reader'
import { languages } from '@resolute/reader'
import type { Answer } from './answer.ts'
import { summed } from './decimals.ts'
import type { Figure } from './finding.ts'
import type { Question } from './form.ts'
import { questionsAsked, type Received } from './received.ts'
import { shownIn } from './shown.ts'
import type { Submission } from './submission.ts'

/** A text in a language, else in English, else in the first one it has; with the language it is in. */
export function saidIn(
  text: LocalisedText,
  language: Language,
): { readonly words: string; readonly language: Language } {
  for (const one of [language, 'en' as const, ...languages]) {
    const words = text[one]
    if (words !== undefined && words.trim() !== '') return { words, language: one }
  }
  return { words: '', language }
}

/** What the figures need said in words: what no form gives a label for. */
export interface FigureWords {
  readonly language: Language
  /** An answer besides the options given. */
  readonly other: string
  paragraph(path: string): string
}

type Row = Figure['rows'][number]

/**
 * Of every question, or of one, how many answered it, and what; over the submissions that stand and may be seen. Pure.
 */
export function figuresOf(received: Received, words: FigureWords, only?: string): readonly Figure[] {
  const { forms, submissions } = received
  const formOf = new Map(forms.map(({ version, form }) => [version, form]))
  const asked = submissions.map(({ version, answers }) => {
    const form = formOf.get(version)
    return form ? shownIn(form, answers) : new Set<string>()
  })
  const questions = questionsAsked(received).filter(({ id }) => only === undefined || id === only)
  return questions.map((question) => ({
    ...figureOf(question, received, words),
    asked: asked.filter((shown) => shown.has(question.id)).length,
  }))
}

function figureOf(question: Question, { invited, submissions }: Received, words: FigureWords): Omit<Figure, 'asked'> {
  const given = submissions.flatMap((submission) => {
    const answer = submission.answers[question.id]
    return answer ? [{ submission, answer }] : []
  })
  const noted = (note: string) => given.filter(({ answer }) => answer.kind === 'note' && answer.note === note).length
  const answered = given.filter(({ answer }) => answer.kind !== 'note')
  const figures = answered.flatMap(({ answer }) => (answer.kind === 'number' ? [answer.number] : []))
  const sums = summed(figures)
  return {
    question: question.id,
    label: saidIn(question.label, words.language).words,
    invited: invited.length,
    submitted: submissions.length,
    answered: answered.length,
    notes: { no_information: noted('no_information'), not_applicable: noted('not_applicable') },
    rows: rowsOf(question, answered, words),
    numbers: sums && question.kind === 'number' ? { unit: saidIn(question.unit, words.language).words, ...sums } : null,
  }
}

interface Given {
  readonly submission: Submission
  readonly answer: Answer
}

/** One row for each thing that can be counted: options of the form, in its order, and paragraphs commented on. */
function rowsOf(question: Question, given: readonly Given[], words: FigureWords): readonly Row[] {
  const row = (id: string, label: string, says: (answer: Answer) => boolean): Row => {
    const by = given.filter(({ answer }) => says(answer)).map(({ submission }) => submission.id)
    return { id, label, count: by.length, by }
  }
  switch (question.kind) {
    case 'choice':
    case 'several':
      return [
        ...question.options.map(({ id, label }) =>
          row(id, saidIn(label, words.language).words, (answer) => chosenIn(answer).includes(id)),
        ),
        ...(question.other ? [row('other', words.other, (answer) => 'other' in answer && answer.other !== null)] : []),
      ]
    case 'comments': {
      const paths = given.flatMap(({ answer }) => (answer.kind === 'comments' ? answer.comments : []))
      const commented = new Set(paths.map(({ path }) => path))
      const order = question.paths.filter((path) => commented.has(path))
      const all = [...order, ...[...commented].filter((path) => !order.includes(path)).sort(byNumber)]
      return all.map((path) =>
        row(
          path,
          words.paragraph(path),
          (answer) => answer.kind === 'comments' && answer.comments.some((comment) => comment.path === path),
        ),
      )
    }
    case 'text':
    case 'number':
    case 'date':
    case 'table':
    case 'file':
      return []
  }
}

const chosenIn = (answer: Answer): readonly string[] =>
  answer.kind === 'several' ? answer.options : answer.kind === 'choice' && answer.option !== null ? [answer.option] : []

const { compare: byNumber } = new Intl.Collator('en', { numeric: true })
