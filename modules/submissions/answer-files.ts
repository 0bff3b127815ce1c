import { refusalOf } from '#platform/access'
import { invalid, ofInvitation, refusal } from './acting.ts'
import { type AnsweringGround, actingFor, mayWrite } from './answering-ground.ts'
import { questionsOf } from './answers.ts'
import { mannerOf } from './hands.ts'
import { permissions } from './permissions.ts'
import { readWords } from './reading-words.ts'
import type { AnsweringActs } from './room.ts'
import { filesKept, keepFiles } from './store-answers.ts'
import { callRow } from './store-calls.ts'
import { invitationRow } from './store-invitations.ts'

/** The most bytes of a file given as an answer, and files kept for one invitation. */
export const largestFile = 20 * 1024 * 1024
const mostFiles = 200

/** Kinds of files that are taken, by their own bytes: nothing that runs by being opened. */
export const takenTypes: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/webp',
])

/** Keeps a file for an answer; it is one once `save` names it. Who may: whoever may write. */
export function openAnswerFiles(ground: AnsweringGround): Pick<AnsweringActs, 'keepFile'> {
  const { database, files } = ground
  return {
    async keepFile(by, { invitation: id, question: field, name: given, bytes }) {
      const row = await invitationRow(database, id)
      if (!row?.stands) return refusal('no-such-invitation')
      const refusals = ofInvitation({ actor: row.actor, id }).map((one) => refusalOf(by, permissions.save, one))
      if (!refusals.includes(null)) return refusals[0]!
      const refused = mayWrite(mannerOf(by, row, await actingFor(ground, row.actor)), row, undefined)
      if (refused) return refused
      const call = await callRow(database, row.call_id)
      if (call?.state === 'closed') return refusal('call-closed')
      const form = call?.state === 'open' ? await ground.formOut(call.key) : null
      if (!form) return refusal('not-open')
      const question = questionsOf(form.form).find((one) => one.id === field)
      if (question?.kind !== 'file') return invalid([{ field: field.slice(0, 100), code: 'no-such-question' }])
      const name = readWords(field, given.replace(/^.*[/\\]/su, ''), 200, 'one')
      if ('error' in name) return invalid([name.error])
      if (name.words === '') return invalid([{ field, code: 'missing' }])
      if ((await filesKept(database, row.key)).size >= mostFiles) {
        return invalid([{ field, code: 'too-many', facts: { most: mostFiles, given: mostFiles + 1 } }])
      }
      const put = await files.put(bytes, { limit: largestFile })
      if (put.state === 'too-large') return invalid([{ field, code: 'too-large', facts: { most: largestFile } }])
      const { sha256, size, type } = put.file
      if (size === 0) return invalid([{ field, code: 'empty' }])
      if (!takenTypes.has(type)) return invalid([{ field, code: 'type-not-taken', facts: { type } }])
      await keepFiles(database, row.key, [sha256])
      return { file: { sha256, name: name.words, type, size } }
    },
  }
}
