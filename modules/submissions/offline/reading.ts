import type { Language } from '@resolute/reader'
import type { Answer, Answers, GivenAnswer } from '../answer.ts'
import { questionsOf, readAnswer } from '../answers.ts'
import type { IssuedForm, Option, Question } from '../form.ts'
import type { BroughtReport, OfflineFormat, Unread } from '../offline.ts'
import { isUnread, type Opened, refused, unread } from './found.ts'
import { gathered } from './gather.ts'
import type { Mark } from './mark.ts'
import { offlineLimits, openPackage } from './package.ts'
import { type Paper, said } from './paper.ts'
import { openDocx } from './read-docx.ts'
import { openHtml } from './read-html.ts'
import { openXlsx } from './read-xlsx.ts'

/** For whom a file is read: it must have been made for this call and invitation. */
export interface Expected {
  readonly call: string
  readonly invitation: number
  /** The form that is out now. */
  readonly form: IssuedForm
  /** The form a file was made from, on paper, as the register has its texts now; null where there was no such version. */
  paper(mark: Mark): Promise<Paper | null>
}

export interface ReadOffline {
  readonly report: BroughtReport
  /** Answers the one rule took, by question. */
  readonly answers: Answers
  /** The same as they were written, for whoever keeps them. */
  readonly given: Readonly<Record<string, GivenAnswer>>
  readonly format: OfflineFormat | null
}

/** Told at most; a file with more has a last entry that says how many. */
const mostTold = 400

function open(bytes: Uint8Array): Opened | Unread {
  if (bytes.length === 0) return refused('no-such-format')
  if (bytes.length > offlineLimits.file) return refused('too-large', { bytes: bytes.length, limit: offlineLimits.file })
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const pack = openPackage(bytes)
    if (isUnread(pack)) return pack
    const isWord = pack.names.includes('word/document.xml')
    const isSheet = pack.names.includes('xl/workbook.xml')
    if (isWord !== isSheet) return isWord ? openDocx(pack) : openXlsx(pack)
    return refused(pack.names.includes('[Content_Types].xml') ? 'not-our-form' : 'no-such-format')
  }
  return openHtml(bytes)
}

const nothing = (why: Unread, format: OfflineFormat | null = null, mark: Mark | null = null): ReadOffline => ({
  format,
  answers: {},
  given: {},
  report: {
    format,
    version: mark?.version ?? null,
    language: mark?.language ?? null,
    taken: [],
    empty: [],
    replaced: [],
    unread: [why],
    refused: true,
  },
})

/** Whether two versions ask the same in a language: words, options, rows and columns. Help and limits may differ. */
function sameQuestion(one: Question, other: Question, language: Language): boolean {
  const labelled = ({ id, label }: Option) => [id, said(label, language).text]
  const asked = (question: Question): string =>
    JSON.stringify([
      question.id,
      question.kind,
      said(question.label, language).text,
      'options' in question ? question.options.map(labelled) : [],
      'rows' in question ? question.rows.map(labelled) : [],
      'columns' in question
        ? question.columns.map((column) => [...labelled(column), column.kind, column.options.map(labelled)])
        : [],
      question.kind === 'number' ? said(question.unit, language).text : '',
      question.kind === 'comments' ? [question.document, question.unit] : [],
    ])
  return asked(one) === asked(other)
}

/** Whose form it is, or why it is not taken: a file for somebody else is refused whole. */
function markOf({ marks }: Opened, expected: Expected): Mark | Unread {
  const fitting = marks.filter((mark) => mark !== 'changed')
  const other = fitting.find(({ call }) => call !== expected.call)
  if (other) return refused('other-call', { call: other.call })
  if (fitting.some(({ invitation }) => invitation !== expected.invitation)) return refused('other-invitee')
  const [mark] = fitting
  if (!mark) return refused(marks.length > 0 ? 'damaged' : 'not-our-form')
  const versions = new Set(fitting.map(({ version, language }) => `${version} ${language}`))
  // two forms put together: nobody knows which words belong to which
  return versions.size > 1 ? refused('not-our-form', { marks: versions.size }) : mark
}

/**
 * Reads a form that was answered offline. Every question of the form that is out is in exactly one of `taken`, `empty`
 * and those with an entry of weight `left`; every place with words that nobody takes has an entry. Never throws for
 * any bytes.
 */
export async function readOffline(bytes: Uint8Array, expected: Expected): Promise<ReadOffline> {
  const opened = open(bytes)
  if (isUnread(opened)) return nothing(opened)
  const { format } = opened
  const mark = markOf(opened, expected)
  if (isUnread(mark)) return nothing(mark, format)
  const paper = await expected.paper(mark)
  if (!paper) return nothing(refused('other-version', { version: mark.version }), format, mark)
  const found = opened.find(paper)
  const { given, places, unread: strange } = gathered(found, paper)
  const told: Unread[] = [...opened.unread, ...found.unread, ...strange]
  const { form, version } = expected.form
  if (version !== mark.version) {
    told.unshift(unread('other-version', 'look', { facts: { version: mark.version, now: version } }))
  }
  const before = new Map(questionsOf(paper.form).map((question) => [question.id, question]))
  const answers: Record<string, Answer> = {}
  const empty: string[] = []
  for (const question of questionsOf(form)) {
    const { id } = question
    const was = before.get(id)
    const place = places.get(id) ?? null
    // files are added online: what else stands at their place was told above
    if (question.kind === 'file') {
      if (!told.some((one) => one.question === id && one.weight === 'left')) empty.push(id)
    } else if (!was) {
      told.push(unread('question-gone', 'left', { question: id, facts: { version: mark.version } }))
    } else if (!sameQuestion(was, question, mark.language)) {
      told.push(
        unread('other-version', 'left', { question: id, place, facts: { version: mark.version, now: version } }),
      )
    } else {
      const own = given.get(id)
      if (!own) continue
      const read = readAnswer(question, own, mark.language)
      if ('errors' in read) {
        for (const error of read.errors) {
          told.push(unread('not-taken', 'left', { question: id, place, asWritten: inWords(own), error }))
        }
      } else if (read.answer) answers[id] = read.answer
      else empty.push(id)
    }
  }
  // what an earlier version asked and this one does not
  const now = new Set(questionsOf(form).map(({ id }) => id))
  for (const [id, own] of given) {
    if (now.has(id) || Object.keys(own).length === 0) continue
    told.push(unread('question-unknown', 'left', { place: places.get(id) ?? `[${id}]`, asWritten: inWords(own) }))
  }
  const taken = Object.keys(answers)
  const kept = Object.fromEntries([...given].filter(([id]) => id in answers))
  return { format, answers, given: kept, report: reportOf(format, mark, taken, empty, told, now) }
}

function reportOf(
  format: OfflineFormat,
  mark: Mark,
  taken: readonly string[],
  empty: readonly string[],
  told: readonly Unread[],
  questions: ReadonlySet<string>,
): BroughtReport {
  // a question only an earlier version had is no question of this form
  const list = told.map((one) =>
    one.question !== null && !questions.has(one.question) ? { ...one, question: null } : one,
  )
  const rest = list.length - mostTold
  // those that speak of a question as a whole are never cut off
  const told_ = rest <= 0 ? list : [...list].sort((a, b) => weightOf(a) - weightOf(b)).slice(0, mostTold)
  return {
    format,
    version: mark.version,
    language: mark.language,
    taken,
    empty,
    replaced: [],
    unread: rest <= 0 ? told_ : [...told_, unread('words-outside', 'left', { facts: { more: rest } })],
    refused: false,
  }
}

const weightOf = ({ code }: Unread): number => (code === 'words-outside' || code === 'column-unknown' ? 1 : 0)

/** An answer that was not taken, as it stands in the file. */
function inWords({
  note,
  text,
  options,
  other,
  rows,
  comments,
}: {
  readonly note?: string | null
  readonly text?: string
  readonly options?: readonly string[]
  readonly other?: string
  readonly rows?: readonly { readonly cells: Readonly<Record<string, string>> }[]
  readonly comments?: readonly { readonly text: string; readonly proposal?: string }[]
}): string {
  return [
    note ?? '',
    text ?? '',
    ...(options ?? []),
    other ?? '',
    ...(rows ?? []).map(({ cells }) => Object.values(cells).join(' | ')),
    ...(comments ?? []).flatMap(({ text: said, proposal }) => [said, proposal ?? '']),
  ]
    .filter((part) => part.trim() !== '')
    .join(' / ')
}
