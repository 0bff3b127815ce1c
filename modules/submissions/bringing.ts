import { languages } from '@resolute/reader'
import type { Visitor } from '#platform/access'
import type { Put } from '#platform/files'
import { wordsIn } from '#platform/words'
import { type Ground, invalid, mayOn, ofInvitation, perform, refusal } from './acting.ts'
import type { Answer } from './answer.ts'
import { type AnsweringGround, actingFor, begun, mayWrite, openAnsweringGround } from './answering-ground.ts'
import { questionsOf } from './answers.ts'
import type { Form, IssuedForm } from './form.ts'
import { settledForm } from './form-settled.ts'
import { mannerOf } from './hands.ts'
import { keepAnswers, standsNow, type Written } from './keeping.ts'
import { paperOf } from './offline/asking.ts'
import { offlineLimits } from './offline/package.ts'
import type { Paper } from './offline/paper.ts'
import { type ReadOffline, readOffline } from './offline/reading.ts'
import { writeOffline } from './offline/writing.ts'
import { type BroughtReport, offlineFormats } from './offline.ts'
import { permissions } from './permissions.ts'
import { readWords } from './reading-words.ts'
import type { AnsweringActs } from './room.ts'
import { addBrought, broughtRow, type KeptReport, lastBrought } from './store-brought.ts'
import { callRow, issuedForm } from './store-calls.ts'
import {
  addInvitationEvent,
  changeInvitationRow,
  holdInvitation,
  type InvitationRow,
  idOf,
  invitationRow,
} from './store-invitations.ts'

const messages = wordsIn(new URL('./messages/', import.meta.url))

/** What stands in the form as it goes out: what is written, what was sent, what an earlier call offers. */
function standing(
  form: Form,
  written: Written,
): { readonly answers: Paper['answers']; readonly offered: Paper['offered'] } {
  const answers: Record<string, Answer> = {}
  const offered = new Set<string>()
  for (const { id } of questionsOf(form)) {
    const own = standsNow(written, id)
    const offer = written.drafts.has(id) ? undefined : written.offers.get(id)?.answer
    const answer = own ?? offer
    if (answer) answers[id] = answer
    if (!own && offer) offered.add(id)
  }
  return { answers, offered }
}

/** What the act made of what was read: `taken` is what was kept, and `replaced` what took the place of other words. */
function reportOf(
  { report }: ReadOffline,
  kept: Awaited<ReturnType<typeof keepAnswers>>,
  written: Written,
): BroughtReport {
  const saved = new Set(kept.saved)
  const refused = kept.errors.map((error) => ({
    code: 'not-taken' as const,
    weight: 'left' as const,
    question: error.field.split('.')[0] ?? null,
    place: null,
    asWritten: null,
    error,
    facts: {},
  }))
  return {
    ...report,
    taken: report.taken.filter((id) => saved.has(id)),
    replaced: kept.changed.filter((id) => standsNow(written, id) !== null),
    unread: [...report.unread, ...refused],
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Forms to be answered offline, out and back in. */
export function openBringing(plain: Ground): Pick<AnsweringActs, 'offlineForm' | 'bringFile' | 'brought'> {
  const ground: AnsweringGround = openAnsweringGround(plain)
  const { database, documents, files, now } = ground

  const paper = async (
    row: InvitationRow,
    issued: IssuedForm,
    more: Partial<Paper> & Pick<Paper, 'mark'>,
  ): Promise<Paper> => {
    const directory = await ground.parties.directory()
    const { language } = more.mark
    return paperOf(documents, {
      ...more,
      form: issued.form,
      name: directory.called(row.actor, row.name, language),
      deadline: row.deadline,
      speak: messages(language),
    })
  }

  /** The same file once more, with nothing brought since: it is answered alike, and what was typed since stays. */
  async function broughtAlready(
    by: Visitor,
    row: InvitationRow,
    people: Parameters<typeof mannerOf>[2],
    put: Put | null,
    issued: IssuedForm | null,
  ) {
    const manner = mannerOf(by, row, people)
    if (!manner || put?.state !== 'kept' || !mayOn(by, permissions.bringFile, { actor: row.actor, id: idOf(row) }))
      return null
    const last = await lastBrought(database, row.key, manner.desk)
    if (last?.sha256 !== put.file.sha256 || last.report.formOut !== issued?.version) return null
    return { report: shown(last.report), brought: last.key }
  }

  return {
    async offlineForm(id, by, format, language) {
      const row = await invitationRow(database, id)
      const manner = row && mannerOf(by, row, await actingFor(ground, row.actor))
      const issued = row && (await ground.formOut(row.call))
      if (!row?.stands || !manner || !issued) return null
      if (!offlineFormats.includes(format) || !languages.includes(language)) return null
      const sight = await ground.sight(by)
      const written = await database
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((on) => ground.written(on, row, issued, sight, manner))
      const mark = { call: row.call_id, invitation: row.n, version: issued.version, language }
      return writeOffline(await paper(row, issued, { mark, ...standing(issued.form, written) }), format, now())
    },

    async bringFile(by, { invitation: id, file: { name: given, bytes }, once: key, seen }) {
      const first = await invitationRow(database, id)
      if (!first?.stands) return refusal('no-such-invitation')
      const { actor } = first
      const [people, sight] = await Promise.all([actingFor(ground, actor), ground.sight(by)])
      const request = {
        ...{ by, permission: permissions.bringFile, of: ofInvitation({ actor, id }), once: key },
        on: `invitation:${id}`,
      }
      const name = readWords('file', given.replace(/^.*[/\\]/su, ''), 200, 'one')
      const call = await callRow(database, first.call_id)
      const issued = await ground.formOut(first.call)
      // what nobody may bring is not read, and kept nowhere
      const early = mayWrite(mannerOf(by, first, people), first, undefined)
      const limit = offlineLimits.file
      const fits = bytes.length > 0 && bytes.length <= limit && 'words' in name && name.words !== ''
      const isTaken = early === null && call?.state === 'open' && issued !== null && fits
      const read = isTaken
        ? await readOffline(bytes, {
            call: first.call_id,
            invitation: first.n,
            form: issued,
            async paper(mark) {
              const made =
                mark.version === issued.version ? issued : await issuedForm(database, first.call, mark.version)
              return made && paper(first, { ...made, form: await settledForm(documents, made.form) }, { mark })
            },
          })
        : null
      const put = read === null ? null : await files.put(once(bytes), { limit })
      const before = await broughtAlready(by, first, people, put, issued)
      if (before) return before
      return perform(ground, request, async ({ transaction, at }) => {
        if ('error' in name) return invalid([name.error])
        if (name.words === '') return invalid([{ field: 'file', code: 'missing' }])
        if (bytes.length === 0) return invalid([{ field: 'file', code: 'empty' }])
        if (bytes.length > limit) return invalid([{ field: 'file', code: 'too-large', facts: { most: limit } }])
        if (call?.state === 'closed') return refusal('call-closed')
        if (call?.state !== 'open' || !issued) return refusal('not-open')
        const row = (await holdInvitation(transaction, id))!
        const manner = mannerOf(by, row, people)
        const refused = mayWrite(manner, row, seen)
        if (refused) return refused
        // who may write now and might not a moment ago asks once more
        if (!read || put?.state !== 'kept') return refusal('changed-since')
        const { desk } = manner!
        const written = await ground.written(transaction, row, issued, sight, manner!)
        const writing = { ...written, invitation: row.key, desk, form: issued.form, by: by.doer, at }
        const language = read.report.language ?? row.language
        const kept = await keepAnswers(transaction, writing, read.given, { language })
        const report: KeptReport = { ...reportOf(read, kept, written), desk, formOut: issued.version }
        const { sha256 } = put.file
        const brought = await addBrought(transaction, {
          ...{ invitation: row.key, file: put.file, name: name.words, report, by: by.doer, at },
        })
        const counted = { taken: report.taken.length, left: leftIn(report), refused: report.refused }
        const facts = { format: report.format, version: report.version, ...counted }
        const event = { invitation: row.key, act: request.permission.act, facts, by: by.doer, at }
        const befell = await addInvitationEvent(transaction, event)
        await changeInvitationRow(transaction, row.key, kept.changed.length > 0 ? begun(row, manner!) : {})
        return {
          answer: { report: shown(report), brought },
          rows: [
            { table: 'brought', key: brought },
            { table: 'invitation_events', key: befell },
          ],
          facts: { actor, file: sha256, ...facts },
        }
      })
    },

    async brought(key, by) {
      const found = await broughtRow(database, key)
      const row = found && (await invitationRow(database, found.invitation))
      const manner = row && mannerOf(by, row, await actingFor(ground, row.actor))
      // words that were not sent are seen by those who write them, and the office does not
      if (!found || manner?.desk !== found.report.desk) return null
      const { invitation, name, at, report } = found
      return { invitation, name, at: at.toISOString(), report: shown(report) }
    },
  }
}

const leftIn = ({ unread }: BroughtReport): number => unread.filter(({ weight }) => weight === 'left').length

const shown = ({ desk: _, formOut: __, ...report }: KeptReport): BroughtReport => report
