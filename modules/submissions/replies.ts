import { z } from 'zod'
import type { Directory } from '#modules/parties'
import type { Visitor } from '#platform/access'
import { type Ground, isOffice } from './acting.ts'
import type { AnswerFile, Answers } from './answer.ts'
import type { Analysis } from './room.ts'
import { type CallRow, callRow } from './store-calls.ts'
import { invitationRow } from './store-invitations.ts'
import { countStanding, draftFileName, replyRows, sentRow, standingRows, submissionOf } from './store-replies.ts'
import type { Submission } from './submission.ts'
import { isOwn, maySee, sightOf } from './visible.ts'

/** Rows of a page: as asked for, within what a page can hold. */
const pageSize = (asked: number | undefined): number => Math.min(Math.max(asked ?? 50, 1), 500)

const cursorShape = z.tuple([z.string().max(500), z.int().min(0)])

/** Where a page of submissions ended: name and number of the invitation. */
const writeCursor = (name: string, n: number): string => Buffer.from(JSON.stringify([name, n])).toString('base64url')

/** Null for anything this program did not write. */
export function readCursor(text: string): readonly [name: string, n: number] | null {
  if (text.length > 1000) return null
  try {
    const [name, n] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return name.includes('\u0000') ? null : [name, n]
  } catch {
    return null
  }
}

/** A call whose answers a visitor may ask for: open and closed ones are everybody's, drafts the office's. */
export async function callSeen(ground: Pick<Ground, 'database'>, id: string, by: Visitor): Promise<CallRow | null> {
  const row = await callRow(ground.database, id)
  if (!row) return null
  return row.state === 'open' || row.state === 'closed' || isOffice(by) ? row : null
}

/** Whether a visitor may see one submission, by the rule of the room. */
export const isSeenBy = (by: Visitor, directory: Directory, { call, invitation, ...rest }: Submission): boolean =>
  maySee(sightOf(by, directory), { ...rest, invitation: `${call}/${invitation}` })

/** Every file given in answers. */
export const filesIn = (answers: Answers): readonly AnswerFile[] =>
  Object.values(answers).flatMap((answer) => (answer.kind === 'file' ? answer.files : []))

const none = { rows: [], next: null, hidden: 0 } as const

type Reading = Pick<Analysis, 'submission' | 'submissions' | 'replies' | 'answerFile'>

/** What came, as it came, for whoever may see it. */
export function openReplies(ground: Ground): Reading {
  const { database, parties, files } = ground
  const sight = async (by: Visitor) => sightOf(by, await parties.directory())

  async function submission(call: string, invitation: number, by: Visitor, number?: number) {
    const row = await sentRow(database, call, invitation, number)
    const found = row && submissionOf(row)
    return found && isSeenBy(by, await parties.directory(), found) ? found : null
  }

  return {
    submission,
    async submissions(id, by, { limit, after } = {}) {
      const call = await callSeen(ground, id, by)
      const from = after === undefined ? null : readCursor(after)
      if (!call || (after !== undefined && !from)) return none
      const seeing = await sight(by)
      const size = pageSize(limit)
      const [rows, counts] = await Promise.all([
        standingRows(database, call, seeing, { limit: size + 1, after: from }),
        countStanding(database, call, seeing),
      ])
      const page = rows.slice(0, size)
      const last = rows.length > size ? page.at(-1) : undefined
      return {
        rows: page.map(submissionOf),
        next: last ? writeCursor(last.name, last.invitation_n) : null,
        hidden: counts.standing - counts.seen,
      }
    },
    async replies(id, question, by, { limit, after = 0 } = {}) {
      const call = await callSeen(ground, id, by)
      if (!call) return { ...none, total: 0 }
      const seeing = await sight(by)
      const size = pageSize(limit)
      const rows = await replyRows(database, call, question, seeing, { limit: size + 1, after })
      const [first] = rows
      const counts = first ?? (await countStanding(database, call, seeing))
      const page = rows.length > size ? rows.slice(0, size) : rows
      return {
        rows: page.map((row) => ({
          id: `${id}/${row.n}/${row.number}`,
          invitation: row.n,
          actor: row.actor,
          name: row.name,
          answers: row.answer === null ? {} : { [question]: row.answer },
          language: row.language,
          visibility: row.visibility,
        })),
        next: rows.length > size ? (page.at(-1)?.n ?? null) : null,
        total: counts.seen,
        hidden: counts.standing - counts.seen,
      }
    },
    async answerFile(call, invitation, sha256, by) {
      const name = await nameOfFile(call, invitation, sha256, by)
      const found = name === null ? null : await files.read(sha256)
      return found && name !== null ? { name, ...found } : null
    },
  }

  /** The name a file has in what was sent, newest first, or in what the visitor is writing; null where it is not theirs. */
  async function nameOfFile(call: string, invitation: number, sha256: string, by: Visitor): Promise<string | null> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return null
    const newest = await submission(call, invitation, by)
    for (let number = newest?.number ?? 0; number > 0; number -= 1) {
      const one = number === newest?.number ? newest : await submission(call, invitation, by, number)
      if (one?.original?.sha256 === sha256) return one.original.name
      const given = one ? filesIn(one.answers).find((file) => file.sha256 === sha256) : undefined
      if (given) return given.name
    }
    const seeing = await sight(by)
    const id = `${call}/${invitation}`
    const row = await invitationRow(database, id)
    if (!row) return null
    if (seeing.seesAll) return draftFileName(database, call, invitation, sha256, 'office')
    const own = isOwn(seeing, { actor: row.actor, invitation: id })
    return own ? draftFileName(database, call, invitation, sha256, 'own') : null
  }
}
