import { type LoaderInput, notFound, visitOf } from '#web'
import type { Answer } from '../answer.ts'
import type { Finding, Passage } from '../finding.ts'
import type { IssuedForm, Question } from '../form.ts'
import { textsIn } from '../quoting.ts'
import { writingIn } from './call-words-reading.ts'
import { saidIn } from './localised.tsx'

type Rooms = ReturnType<typeof visitOf>['rooms']

/** Replies on one page. */
const pageLength = 50

/** A text somebody can point at, with what was marked in it. */
export interface ShownText {
  readonly part: string | null
  readonly text: string
  readonly passages: readonly ShownPassage[]
}

export interface ShownPassage extends Pick<Passage, 'id' | 'start' | 'end' | 'quote'> {
  readonly finding: number
}

/** Replies to one question side by side, with what was counted in them and what was marked. */
export async function loadReplies(input: LoaderInput) {
  const { rooms, visitor, reads } = visitOf(input)
  const { call: id = '', question: key = '' } = input.params
  const asked = new URL(input.request.url).searchParams
  const written = asked.get('after') ?? ''
  const after = /^\d{1,6}$/.test(written) ? Number(written) : undefined
  const call = await rooms.submissions.call(id, visitor)
  if (!call) throw notFound('page', id)
  const language = writingIn(reads.language)
  const [[figure], issued] = await Promise.all([
    rooms.submissions.figures(id, visitor, language, undefined, key),
    rooms.submissions.form(id, visitor),
  ])
  const question = figure && (await questionOf(rooms, input, issued, key))
  if (!figure || !question) throw notFound('page', `${id}/${key}`)
  const asks = issued?.form.sections.flatMap(({ questions }) => questions) ?? []
  // A question that was dropped from the form has no place in it any more.
  const place = asks.findIndex((one) => one.id === key)
  const [directory, coverage, replies, findings] = await Promise.all([
    rooms.parties.directory(),
    // Names behind what was counted; where nothing is counted they need not be asked for.
    figure.rows.length === 0 ? null : rooms.submissions.coverage(id, visitor, language),
    rooms.submissions.replies(id, key, visitor, { limit: pageLength, ...(after !== undefined && { after }) }),
    rooms.submissions.findings(id, visitor),
  ])
  const mayMark = call.state !== 'draft' && rooms.submissions.may(visitor, 'submissions.mark-passage')
  const names = new Map(coverage?.groups.flatMap(({ members }) => members.map((one) => [one.invitation, one.name])))
  const rows = replies.rows.map(({ id: submission, invitation, actor, name, answers, visibility }) => {
    const answer = answers[key] ?? null
    return {
      submission,
      invitation,
      name: directory.called(actor, name, reads.language),
      visibility,
      answer,
      texts: answer === null ? [] : textsWith(answer, passagesIn(findings, submission, key)),
    }
  })
  return {
    call: { id, subject: call.words.subject },
    question,
    number: place < 0 ? null : place + 1,
    of: asks.length,
    before: neighbour(place < 0 ? undefined : asks[place - 1], language),
    next: neighbour(place < 0 ? undefined : asks[place + 1], language),
    figure: {
      ...figure,
      rows: figure.rows.map((row) => ({ ...row, by: row.by.map((one) => invitationOf(one, names)) })),
    },
    /** Said something in their own words or figures; notes and silence are told beside. */
    replies: rows.filter(({ answer }) => answer !== null && answer.kind !== 'note'),
    noted: rows.filter(({ answer }) => answer?.kind === 'note'),
    silent: rows.filter(({ answer }) => answer === null),
    total: replies.total,
    hidden: replies.hidden,
    invited: figure.invited,
    nextPage: replies.next === null ? null : String(replies.next),
    query: `${asked}`,
    mayMark,
    findings: findings.map(({ id: finding, n, statement }) => ({
      id: finding,
      n,
      words: saidIn(statement, language)?.words ?? finding,
    })),
    language,
    once: crypto.randomUUID(),
    said: asked.get('said'),
  }
}

export type RepliesData = Awaited<ReturnType<typeof loadReplies>>
export type ShownReply = RepliesData['replies'][number]

const neighbour = (question: Question | undefined, language: string) =>
  question ? { question: question.id, label: saidIn(question.label, language)?.words ?? question.id } : null

const invitationOf = (submission: string, names: ReadonlyMap<number, string>) => {
  const n = Number(submission.split('/')[1])
  return { n, name: names.get(n) ?? submission }
}

/** A question as the newest form that has it puts it. */
async function questionOf(
  rooms: Rooms,
  input: LoaderInput,
  newest: IssuedForm | null,
  key: string,
): Promise<Question | null> {
  const { visitor } = visitOf(input)
  const call = input.params.call ?? ''
  for (let version = newest?.version ?? 0; version > 0; version -= 1) {
    const issued = version === newest?.version ? newest : await rooms.submissions.form(call, visitor, version)
    const found = issued?.form.sections.flatMap(({ questions }) => questions).find(({ id }) => id === key)
    if (found) return found
  }
  return null
}

const passagesIn = (findings: readonly Finding[], submission: string, question: string) =>
  findings.flatMap(({ n, passages }) =>
    passages
      .filter((one) => one.stands && one.submission === submission && one.question === question)
      .map((one) => ({ ...one, finding: n })),
  )

/** Every text of an answer with its passages, first to last. */
function textsWith(
  answer: Answer,
  passages: readonly (Passage & { readonly finding: number })[],
): readonly ShownText[] {
  return textsIn(answer).map(({ part, text }) => ({
    part,
    text,
    passages: passages
      .filter((one) => one.part === part)
      .map(({ id, start, end, quote, finding }) => ({ id, start, end, quote, finding }))
      .toSorted((a, b) => a.start - b.start || a.end - b.end),
  }))
}
