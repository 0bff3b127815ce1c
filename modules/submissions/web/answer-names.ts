import type { Answer, AnswerFile, GivenAnswer } from '../answer.ts'

/**
 * How answers stand in a form of the page: the name of a field says which part of which answer it is, so that the server
 * and the script of the page read it by this one rule, without the form at hand.
 *
 * `text q1` · `options q1` · `other q1` · `note q1` · `cell q1 <row> <column>` · `comment q1 <path>` · `proposal q1
 * <path>` · `keep q1` (a file given before) · `file q1` (a new one) · `was q1` (mark of what the page showed). Rows of
 * one's own are `+1`, `+2`.
 */
export type Part = 'text' | 'options' | 'other' | 'note' | 'cell' | 'comment' | 'proposal' | 'keep' | 'file' | 'was'

export const nameOf = (part: Part, question: string, ...place: readonly string[]): string =>
  [part, question, ...place].join(' ')

/** As the fields say it, in one order and without what is empty: two that are equal say the same. */
export interface Given {
  note: string
  text: string
  options: string[]
  other: string
  rows: { row: string | null; cells: Record<string, string> }[]
  files: AnswerFile[]
  comments: { path: string; text: string; proposal: string }[]
}

const nothing = (): Given => ({ note: '', text: '', options: [], other: '', rows: [], files: [], comments: [] })

/** Browsers send `\r\n` for the end of a line and show `\n`. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Files that were given before travel as one value each. */
export const keptFile = ({ sha256, type, size, name }: AnswerFile): string => [sha256, type, size, name].join(' ')

function fileKept(value: string): AnswerFile | null {
  const found = /^([0-9a-f]{64}) (\S{1,200}) (\d{1,12}) (.{1,300})$/s.exec(value)
  return found && { sha256: found[1]!, type: found[2]!, size: Number(found[3]), name: found[4]! }
}

/** Answers by question, from the fields of a form. Files that are new are left to whoever reads the form. */
export function givenIn(fields: Iterable<readonly [name: string, value: unknown]>): Map<string, Given> {
  const found = new Map<string, Given>()
  const rows = new Map<string, Given['rows'][number]>()
  const comments = new Map<string, Given['comments'][number]>()
  for (const [name, sent] of fields) {
    if (typeof sent !== 'string') continue
    const [part, question = '', ...rest] = name.split(' ')
    if (question === '' || !isPart(part)) continue
    const given = found.get(question) ?? nothing()
    found.set(question, given)
    const value = plain(sent)
    switch (part) {
      case 'text':
      case 'note':
      case 'other':
        given[part] = value
        break
      case 'options':
        if (value !== '') given.options.push(value)
        break
      case 'keep': {
        const file = fileKept(value)
        if (file) given.files.push(file)
        break
      }
      case 'cell': {
        const [row = '', column = ''] = rest
        const at = `${question} ${row}`
        const known = rows.get(at) ?? { row: row.startsWith('+') ? null : row, cells: {} }
        if (!rows.has(at)) given.rows.push(known)
        rows.set(at, known)
        if (value.trim() !== '') known.cells[column] = value
        break
      }
      case 'comment':
      case 'proposal': {
        const path = rest.join(' ')
        const known = comments.get(`${question} ${path}`) ?? { path, text: '', proposal: '' }
        if (!comments.has(`${question} ${path}`)) given.comments.push(known)
        comments.set(`${question} ${path}`, known)
        known[part === 'comment' ? 'text' : 'proposal'] = value
        break
      }
      case 'file':
      case 'was':
        break
    }
  }
  for (const given of found.values()) {
    given.rows = given.rows.filter(({ cells }) => Object.keys(cells).length > 0)
    given.comments = given.comments.filter(({ text, proposal }) => text.trim() !== '' || proposal.trim() !== '')
  }
  return found
}

const partNames: readonly string[] = [
  'text',
  'options',
  'other',
  'note',
  'cell',
  'comment',
  'proposal',
  'keep',
  'file',
  'was',
] satisfies readonly Part[]

const isPart = (part: string | undefined): part is Part => part !== undefined && partNames.includes(part)

/** An answer as the fields show it. */
export function givenOf(answer: Answer | null | undefined): Given {
  const given = nothing()
  switch (answer?.kind) {
    case undefined:
      return given
    case 'text':
      return { ...given, text: answer.text }
    case 'number':
      return { ...given, text: answer.number }
    case 'date':
      return { ...given, text: answer.day }
    case 'choice':
      return { ...given, options: answer.option === null ? [] : [answer.option], other: answer.other ?? '' }
    case 'several':
      return { ...given, options: [...answer.options], other: answer.other ?? '' }
    case 'table':
      return { ...given, rows: answer.rows.map(({ row, cells }) => ({ row, cells: { ...cells } })) }
    case 'file':
      return { ...given, files: [...answer.files] }
    case 'comments':
      return { ...given, comments: answer.comments.map((one) => ({ ...one, proposal: one.proposal ?? '' })) }
    case 'note':
      return { ...given, note: answer.note }
  }
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A short mark of what the fields say: the page carries it, so that only what was changed since is saved. */
export function markOf(given: Given): string {
  const rows = given.rows.map(({ row, cells }) => [
    row,
    Object.entries(cells)
      .filter(([, cell]) => cell.trim() !== '')
      .sort(([a], [b]) => byCode(a, b)),
  ])
  const comments = given.comments.map(({ path, text, proposal }) => [path, text, proposal])
  const files = given.files.map(({ sha256 }) => sha256)
  const { note, text, options, other } = given
  const whole = JSON.stringify([note, text, options.toSorted(byCode), other, rows, files, comments])
  // FNV-1a: short and the same everywhere; no secret rests on it.
  let hash = 0x811c9dc5
  for (let at = 0; at < whole.length; at++) hash = Math.imul(hash ^ whole.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** Only what is said: as the acts take it. */
export function toGiven({ note, text, options, other, rows, files, comments }: Given): GivenAnswer {
  return {
    ...(note !== '' && { note }),
    ...(text !== '' && { text }),
    ...(options.length > 0 && { options }),
    ...(other !== '' && { other }),
    ...(rows.length > 0 && { rows }),
    ...(files.length > 0 && { files }),
    ...(comments.length > 0 && { comments }),
  }
}
