import { type LocalisedText, languages } from '@resolute/reader'
import { type Ground, invalid, isOffice, perform, refusal } from './acting.ts'
import type { Finding, Passage } from './finding.ts'
import { permissions } from './permissions.ts'
import { spanOf, textsIn } from './quoting.ts'
import type { FieldError } from './refusal.ts'
import { callSeen, isSeenBy } from './replies.ts'
import type { Analysis } from './room.ts'
import { type CallRow, holdCall } from './store-calls.ts'
import {
  addFinding,
  addPassage,
  findingRows,
  findingWords,
  nextFinding,
  type PassageRow,
  passageAt,
  passageRows,
  removePassage,
} from './store-findings.ts'
import { sentRow, submissionOf } from './store-replies.ts'
import { maySee, sightOf } from './visible.ts'

/** The longest statement or theme, and the longest passage, in characters. */
const longest = { statement: 2_000, theme: 300, quote: 10_000 } as const

/** `2012-1/3` of findings, `2012-1/4/1` of submissions: the parts of an id; null where it names nothing. */
function findingAt(id: string): { readonly call: string; readonly n: number } | null {
  const match = /^(\d{4}-[1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(id)
  return match ? { call: match[1]!, n: Number(match[2]) } : null
}

export function submissionAt(
  id: string,
): { readonly call: string; readonly invitation: number; readonly number: number } | null {
  const match = /^(\d{4}-[1-9]\d{0,5})\/([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(id)
  return match ? { call: match[1]!, invitation: Number(match[2]), number: Number(match[3]) } : null
}

/** What was said, trimmed; languages that say nothing are left out. */
function plain(text: LocalisedText): LocalisedText {
  const said = languages.flatMap((language) => {
    const words = (text[language] ?? '').normalize('NFC').trim()
    return words === '' ? [] : [[language, words] as const]
  })
  return Object.fromEntries(said)
}

function faultsOf(statement: LocalisedText, theme: LocalisedText): readonly FieldError[] {
  const tooLong = (text: LocalisedText, most: number) => Object.values(text).some((words) => words.length > most)
  return [
    ...(Object.keys(statement).length === 0 ? [{ field: 'statement', code: 'missing' as const }] : []),
    ...(tooLong(statement, longest.statement)
      ? [{ field: 'statement', code: 'too-long' as const, facts: { most: longest.statement } }]
      : []),
    ...(tooLong(theme, longest.theme)
      ? [{ field: 'theme', code: 'too-long' as const, facts: { most: longest.theme } }]
      : []),
  ]
}

const passageOf = (call: string, row: PassageRow): Passage => {
  const answer = row.answers[row.question]
  return {
    id: row.key,
    submission: `${call}/${row.invitation_n}/${row.number}`,
    invitation: row.invitation_n,
    actor: row.actor,
    name: row.name,
    question: row.question,
    part: row.part,
    start: row.start_at,
    end: row.end_at,
    quote: row.quote,
    language: answer && 'language' in answer ? answer.language : row.language,
    by: row.by,
    at: row.at.toISOString(),
    stands: row.state === 'standing',
  }
}

type Findings = Pick<
  Analysis,
  'findings' | 'makeFinding' | 'changeFinding' | 'dropFinding' | 'markPassage' | 'unmarkPassage'
>

/** What the office finds in submissions, each finding resting on passages of them. */
export function openFindings(ground: Ground): Findings {
  const { database, parties } = ground
  /** A call one can find something in: open or closed. */
  const answered = (call: CallRow | null): call is CallRow =>
    call !== null && (call.state === 'open' || call.state === 'closed')

  return {
    async findings(id, by) {
      const call = await callSeen(ground, id, by)
      if (!call) return []
      const sight = sightOf(by, await parties.directory())
      const [findings, passages] = await Promise.all([findingRows(database, call.key), passageRows(database, call.key)])
      const seen = passages.filter(({ actor, invitation_n: n, shown_to: visibility, state }) =>
        maySee(sight, { actor, invitation: `${id}/${n}`, visibility, state }),
      )
      return findings
        .map(
          ({ n, words }): Finding => ({
            id: `${id}/${n}`,
            n,
            ...words,
            passages: seen.filter(({ finding }) => finding === n).map((row) => passageOf(id, row)),
          }),
        )
        .filter(({ passages: own }) => isOffice(by) || own.length > 0)
    },

    makeFinding(by, { call: id, statement, theme, once, seen }) {
      const permission = permissions.makeFinding
      return perform(ground, { by, permission, of: [null], once, on: `call:${id}` }, async ({ transaction, at }) => {
        const said = { statement: plain(statement), theme: plain(theme) }
        const errors = faultsOf(said.statement, said.theme)
        if (errors.length > 0) return invalid(errors)
        const call = await holdCall(transaction, id)
        if (!call) return refusal('no-such-call')
        if (!answered(call)) return refusal('not-open')
        if (seen !== undefined && seen !== call.acts) return refusal('changed-since')
        const { n, order } = await nextFinding(transaction, call.key)
        const words = { ...said, order }
        const key = await addFinding(transaction, { call: call.key, n, words, by: by.doer, at })
        const finding = `${id}/${n}`
        return { answer: { finding }, rows: [{ table: 'findings', key }], facts: { finding } }
      })
    },

    changeFinding(by, { finding: id, statement, theme, order, once }) {
      const permission = permissions.changeFinding
      return perform(ground, { by, permission, of: [null], once, on: `finding:${id}` }, async (work) => {
        const said = { statement: plain(statement), theme: plain(theme) }
        const errors = [
          ...faultsOf(said.statement, said.theme),
          ...(order === undefined || (Number.isInteger(order) && order >= 0 && order < 1_000_000)
            ? []
            : [{ field: 'order', code: 'no-number' as const }]),
        ]
        if (errors.length > 0) return invalid(errors)
        const held = await holdFinding(work.transaction, id)
        if ('refused' in held) return held
        const words = { ...said, order: order ?? held.words.order }
        const of = { call: held.call.key, n: held.n, by: by.doer, at: work.at }
        const key = await addFinding(work.transaction, { ...of, words })
        return { answer: { finding: id }, rows: [{ table: 'findings', key }], facts: { finding: id } }
      })
    },

    dropFinding(by, { finding: id, once }) {
      const permission = permissions.dropFinding
      return perform(ground, { by, permission, of: [null], once, on: `finding:${id}` }, async (work) => {
        const held = await holdFinding(work.transaction, id)
        if ('refused' in held) return held
        const of = { call: held.call.key, n: held.n, by: by.doer, at: work.at }
        const key = await addFinding(work.transaction, { ...of, words: null })
        return { answer: { finding: id }, rows: [{ table: 'findings', key }], facts: { finding: id } }
      })
    },

    markPassage(by, { finding: id, submission, question, part, quote, start, once }) {
      const permission = permissions.markPassage
      return perform(ground, { by, permission, of: [null], once, on: `finding:${id}` }, async (work) => {
        if (quote.trim() === '') return invalid([{ field: 'quote', code: 'missing' }])
        if (quote.length > longest.quote) {
          return invalid([{ field: 'quote', code: 'too-long', facts: { most: longest.quote } }])
        }
        const held = await holdFinding(work.transaction, id)
        if ('refused' in held) return held
        const where = submissionAt(submission)
        const row =
          where?.call === held.call.id
            ? await sentRow(work.transaction, where.call, where.invitation, where.number)
            : null
        if (row?.state !== 'standing' || !isSeenBy(by, await parties.directory(work.transaction), submissionOf(row))) {
          return refusal('no-such-submission')
        }
        const answer = row.answers[question]
        const text = answer && textsIn(answer).find((one) => one.part === part)?.text
        const span = text === undefined ? null : spanOf(text, quote, start)
        if (!span || text === undefined) return refusal('no-such-passage')
        const words = text.slice(span.start, span.end)
        const at = { finding: held.n, sent: row.key, question, part, ...span, quote: words }
        const key = await addPassage(work.transaction, { ...at, call: held.call.key, by: by.doer, at: work.at })
        const facts = { finding: id, passage: key, submission, question }
        return { answer: { passage: key }, rows: [{ table: 'passages', key }], facts }
      })
    },

    unmarkPassage(by, { passage, once }) {
      const permission = permissions.unmarkPassage
      return perform(ground, { by, permission, of: [null], once, on: `passage:${passage}` }, async (work) => {
        const found = await passageAt(work.transaction, passage)
        if (!found || !(await holdCall(work.transaction, found.call_id))) return refusal('no-such-passage')
        // Held now: somebody else may have taken it away in between.
        if (!(await passageAt(work.transaction, passage))) return refusal('no-such-passage')
        await removePassage(work.transaction, passage, { by: by.doer, at: work.at })
        const facts = { finding: `${found.call_id}/${found.finding}`, passage }
        return { answer: { passage }, rows: [{ table: 'passage_removals', key: passage }], facts }
      })
    },
  }
}

/** A finding with its call, held until the act ends. */
async function holdFinding(transaction: Parameters<typeof holdCall>[0], id: string) {
  const at = findingAt(id)
  const call = at && (await holdCall(transaction, at.call))
  const words = call && (await findingWords(transaction, call.key, at.n))
  return words ? { call, n: at.n, words } : refusal('no-such-finding')
}
