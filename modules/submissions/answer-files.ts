import { refusalOf } from '#platform/access'
import { largestGiven, takenTypes } from '#platform/files'
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

/** The most files kept for one invitation. */
const mostFiles = 200

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
      const put = await files.put(bytes, { limit: largestGiven })
      if (put.state === 'too-large') return invalid([{ field, code: 'too-large', facts: { most: largestGiven } }])
      const { sha256, size, type } = put.file
      if (size === 0) return invalid([{ field, code: 'empty' }])
      if (!takenTypes.has(type)) return invalid([{ field, code: 'type-not-taken', facts: { type } }])
      await keepFiles(database, row.key, [sha256])
      return { file: { sha256, name: name.words, type, size } }
    },
  }
}
