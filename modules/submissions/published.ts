import type { Language } from '@resolute/reader'
import type { Directory } from '#modules/parties'
import { type Column, type Table, tableOf } from '#platform/tables'
import { answerInWords } from './answer-words.ts'
import { saidIn } from './figures.ts'
import type { Question } from './form.ts'
import { submissionAddress } from './received.ts'
import type { Submission } from './submission.ts'
import { namedIn } from './telling.ts'
import { voice } from './voice.ts'

/** What stands of a call and somebody may see, with every question that was asked: what open data are made of. */
export interface Published {
  readonly call: string
  readonly questions: readonly Question[]
  readonly submissions: readonly Submission[]
}

interface Reply {
  readonly submission: Submission
  readonly question: Question
}

/** Columns with their titles in a language. */
const columnsIn =
  (language: Language) =>
  <Row>(key: string, value: Column<Row>['value'], width: number): Column<Row> => ({
    key,
    title: voice(language)(`submissions.column.${key}`),
    value,
    width,
  })

const noted = ({ submission, question }: Reply): string | null => {
  const answer = submission.answers[question.id]
  return answer?.kind === 'note' ? answer.note : null
}

/** What a cell holds: words of people as written, ids beside them where a program wants those. */
function saidOf({ submission, question }: Reply, language: Language): string | null {
  const answer = submission.answers[question.id]
  if (!answer || answer.kind === 'note') return null
  if (answer.kind === 'number') return answer.number
  if (answer.kind === 'date') return answer.day
  return answerInWords(question, answer, voice(language)).join('\n')
}

function chosen({ submission, question }: Reply): string | null {
  const answer = submission.answers[question.id]
  if (answer?.kind === 'choice') return answer.option
  return answer?.kind === 'several' ? answer.options.join(' ') : null
}

function tongueOf({ submission, question }: Reply): string | null {
  const answer = submission.answers[question.id]
  return answer && 'language' in answer ? answer.language : null
}

/** One row for each answer, by submission and question. */
export function repliesTable(
  { call, questions, submissions }: Published,
  directory: Directory,
  language: Language,
): Table {
  const named = namedIn(directory, language)
  const column = columnsIn(language)
  const columns: readonly Column<Reply>[] = [
    column('id', ({ submission, question }) => `${submission.id}#${question.id}`, 20),
    column('submission', ({ submission }) => submission.id, 16),
    column('address', ({ submission, question }) => submissionAddress(submission, question.id), 32),
    column('actor', ({ submission }) => submission.actor, 10),
    column('name', ({ submission }) => named(submission), 32),
    column('question', ({ question }) => question.id, 10),
    column('label', ({ question }) => saidIn(question.label, language).words, 48),
    column('kind', ({ question }) => question.kind, 10),
    column('answer', (reply) => saidOf(reply, language), 60),
    column('options', chosen, 20),
    column('note', noted, 14),
    column('language', tongueOf, 8),
    column('sent', ({ submission }) => submission.at, 24),
  ]
  const rows = submissions.flatMap((submission) =>
    questions.filter(({ id }) => submission.answers[id] !== undefined).map((question) => ({ submission, question })),
  )
  return tableOf(`replies-${call}`, columns, rows)
}

/** One row for each submission, a column for each question. */
export function submissionsTable(
  { call, questions, submissions }: Published,
  directory: Directory,
  language: Language,
): Table {
  const named = namedIn(directory, language)
  const column = columnsIn(language)
  const columns: readonly Column<Submission>[] = [
    column('submission', ({ id }) => id, 16),
    column('address', (one) => submissionAddress(one), 32),
    column('actor', ({ actor }) => actor, 10),
    column('name', named, 32),
    column('language', (one) => one.language, 8),
    column('visibility', ({ visibility }) => visibility, 14),
    column('channel', ({ channel }) => channel, 10),
    column('late', ({ late }) => late, 8),
    column('sent', ({ at }) => at, 24),
    ...questions.map(
      (question): Column<Submission> => ({
        key: question.id,
        title: saidIn(question.label, language).words,
        value: (submission) => saidOf({ submission, question }, language) ?? noted({ submission, question }),
        width: 32,
      }),
    ),
  ]
  return tableOf(`submissions-${call}`, columns, submissions)
}
