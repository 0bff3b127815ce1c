import type { Json } from '#modules/ledger'
import type { Directory } from '#modules/parties'
import { type Acting, actsFor, clears, has } from '#modules/parties'
import { may, refusalOf, type Visitor } from '#platform/access'
import {
  type ActGround,
  actedOn,
  actingFor,
  askedToAct,
  type Done,
  invalid,
  isGiven,
  mayAnswer,
  perform,
  refusal,
  type Work,
} from './acting.ts'
import { mostAtOnce, reasonErrors, updateErrors } from './checks.ts'
import type { Refusal } from './dossier.ts'
import { type KeptEvidence, keepEvidence, writeEvidence } from './evidence.ts'
import type { Followable } from './followable.ts'
import { permissions } from './permissions.ts'
import { publish } from './publishing.ts'
import type { Acted, DossierActs, UpdateWords } from './room.ts'
import type { SealedTable } from './seals.ts'
import { addClearance, addUpdate, addWithdrawal, countAct, holdReply, openDossier } from './store.ts'
import { updateNow } from './store-read.ts'
import type { ReplyRow } from './store-rows.ts'
import { lives } from './transitions.ts'

type Acts = Pick<DossierActs, 'recordUpdate' | 'answerSeveral' | 'withdrawUpdate'>

/** One update on its way into the tables. */
interface Writing {
  readonly actor: string
  readonly asked: Followable
  readonly update: UpdateWords
  readonly evidence: readonly KeptEvidence[]
  readonly corrects: string | null
  readonly send: boolean
  readonly seen: number | undefined
  readonly people: readonly Acting[]
  readonly directory: Directory
}

interface Written {
  readonly key: string
  readonly isOut: boolean
  readonly rows: { readonly table: SealedTable; readonly key: string }[]
}

/** Acts on what is reported. */
export function openUpdateActs(ground: ActGround): Acts {
  /** Why a visitor may not write this now, or how it is written: on behalf of the actor, going out at once. */
  function manner(
    by: Visitor,
    reply: ReplyRow,
    { actor, send, people }: Writing,
  ): Refusal | { onBehalf: boolean; out: boolean } {
    // The office writes down what an actor sent to it; that has been cleared by being sent.
    if (!actsFor(by, actor)) return { onBehalf: true, out: true }
    if (!has(by, reply, actor)) return refusal('held-elsewhere')
    if (send && !clears(by, reply, actor, people)) return refusal('not-yours-to-clear')
    return { onBehalf: false, out: send }
  }

  async function write({ transaction, at, by }: Work, writing: Writing): Promise<Written | Refusal> {
    const { actor, asked, update, corrects } = writing
    const dossier = await openDossier(transaction, asked, at)
    const reply = await holdReply(transaction, dossier.key, actor, isGiven(asked, actor, writing.directory))
    if (writing.seen !== undefined && writing.seen !== reply.acts) return refusal('changed-since')
    const how = manner(by, reply, writing)
    if ('refused' in how) return how
    if (corrects !== null) {
      const corrected = await updateNow(transaction, corrects)
      if (!corrected || corrected.reply !== reply.key) return refusal('no-such-update')
      if (lives[corrected.state].correct === null) return refusal('changed-since')
    }
    const errors = updateErrors(update, reply.status, asked.acceptable, at.toISOString().slice(0, 10))
    if (errors.length > 0) return invalid(errors)
    const key = await addUpdate(transaction, {
      reply: reply.key,
      corrects,
      status: update.status,
      acceptance: update.acceptance ?? null,
      as_of: update.asOf,
      narrative: update.narrative.trim(),
      language: update.language,
      reason: update.reason?.trim() || null,
      on_behalf: how.onBehalf,
      by: by.doer,
      at,
    })
    const rows: Written['rows'] = [{ table: 'updates', key }]
    for (const piece of writing.evidence) {
      rows.push({ table: 'evidence', key: await writeEvidence(transaction, key, piece, { by: by.doer, at }) })
    }
    if (how.out) rows.push({ table: 'clearances', key: await addClearance(transaction, key, { by: by.doer, at }) })
    await countAct(transaction, reply.key)
    if (how.out) await publish(transaction, dossier.key, reply.key, asked, writing.directory)
    return { key, isOut: how.out, rows }
  }

  /** What the ledger tells of an update: its status once it is out, of a draft that there is one. */
  const told = ({ isOut }: Written, { status, asOf }: UpdateWords): Readonly<Record<string, Json>> =>
    isOut ? { status, asOf } : { draft: true }

  return {
    async recordUpdate(by, given) {
      const { id, actor, once, seen, update, send = false, corrects = null } = given
      const permission = permissions.recordUpdate
      const notAllowed = refusalOf(by, permission, actor)
      if (notAllowed) return notAllowed
      const asked = await askedToAct(ground, id)
      if ('refused' in asked) return asked
      if (!(may(by, permission) || (await mayAnswer(ground, asked, actor)))) return refusal('not-asked')
      const evidence = await keepEvidence(ground, given.evidence ?? [])
      if ('refused' in evidence) {
        const today = ground.now().toISOString().slice(0, 10)
        const words = updateErrors(update, 'no_information', asked.acceptable, today)
        return evidence.refused === 'invalid' ? invalid([...words, ...evidence.errors]) : evidence
      }
      const [people, directory] = await Promise.all([actingFor(ground, actor), ground.parties.directory()])
      const words = { actor, asked, update, evidence: evidence.kept, corrects, send, seen }
      const writing: Writing = { ...words, people, directory }
      const request = { by, permission, actor, once, on: `dossier:${id}` }
      return perform(ground, request, async (work): Promise<Done<Acted & { update: string }> | Refusal> => {
        const written = await write(work, writing)
        if ('refused' in written) return written
        return {
          answer: { id, update: written.key },
          rows: written.rows,
          facts: { actor, ...told(written, update) },
          events: [{ id, actor, to: [] }],
        }
      })
    },
    async answerSeveral(by, { actor, once, answers, send = false }) {
      const permission = permissions.answerSeveral
      const notAllowed = refusalOf(by, permission, actor)
      if (notAllowed) return notAllowed
      if (answers.length === 0) return invalid([{ field: 'answers', code: 'missing' }])
      if (answers.length > mostAtOnce) {
        return invalid([{ field: 'answers', code: 'too-long', facts: { most: mostAtOnce, length: answers.length } }])
      }
      const [people, directory] = await Promise.all([actingFor(ground, actor), ground.parties.directory()])
      // One order for everybody, so that two such forms never wait for each other.
      const sorted = answers.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
      const writings: Writing[] = []
      for (const { id, seen, update } of sorted) {
        const asked = await askedToAct(ground, id)
        if ('refused' in asked) return asked
        if (!(may(by, permission) || (await mayAnswer(ground, asked, actor)))) return refusal('not-asked')
        writings.push({ actor, asked, update, evidence: [], corrects: null, send, seen, people, directory })
      }
      const request = { by, permission, actor, once, on: `actor:${actor}` }
      return perform(ground, request, async (work) => {
        const all: { readonly writing: Writing; readonly written: Written }[] = []
        for (const writing of writings) {
          const written = await write(work, writing)
          // Which of the answers it was about.
          if ('refused' in written && written.refused === 'invalid') {
            return invalid(written.errors.map((error) => ({ ...error, field: `${writing.asked.id} ${error.field}` })))
          }
          if ('refused' in written) return written
          all.push({ writing, written })
        }
        const keys = new Map(all.map(({ writing, written }) => [writing.asked.id, written.key]))
        return {
          answer: { id: actor, updates: answers.map(({ id }) => keys.get(id)!) },
          rows: all.flatMap(({ written }) => written.rows),
          facts: {
            actor,
            answers: all.map(({ writing, written }) => ({
              dossier: writing.asked.id,
              ...told(written, writing.update),
            })),
          },
          events: all.map(({ writing }) => ({ id: writing.asked.id, actor, to: [] })),
        }
      })
    },
    async withdrawUpdate(by, given) {
      const { id, actor, once, update: key } = given
      const reason = given.reason?.trim() || null
      const errors = reasonErrors(reason)
      if (errors.length > 0) return invalid(errors)
      const asked = await askedToAct(ground, id)
      if ('refused' in asked) return asked
      const people = await actingFor(ground, actor)
      const directory = await ground.parties.directory()
      const request = { by, permission: permissions.withdrawUpdate, actor, once, on: `dossier:${id}` }
      return perform(ground, request, async ({ transaction, at }): Promise<Done<Acted> | Refusal> => {
        const dossier = await openDossier(transaction, asked, at)
        const reply = await holdReply(transaction, dossier.key, actor)
        const update = await updateNow(transaction, key)
        if (!update || update.reply !== reply.key) return refusal('no-such-update')
        if (lives[update.state].withdraw === null) return refusal('changed-since')
        const isOut = update.cleared_by !== null
        // What went out is taken back by those who clear; the office takes back only what it wrote down itself.
        if (!actsFor(by, actor) && !update.on_behalf) return refusal('no-such-update')
        if (actsFor(by, actor) && !(isOut ? clears(by, reply, actor, people) : has(by, reply, actor))) {
          return refusal(isOut ? 'not-yours-to-clear' : 'held-elsewhere')
        }
        const row = { update: key, evidence: null, reason, by: by.doer, at }
        const withdrawal = await addWithdrawal(transaction, row)
        await countAct(transaction, reply.key)
        if (isOut) await publish(transaction, dossier.key, reply.key, asked, directory)
        return {
          answer: actedOn(id),
          rows: [{ table: 'withdrawals', key: withdrawal }],
          facts: { actor, ...(isOut ? { update: key } : { draft: true }) },
          events: [{ id, actor, to: [] }],
        }
      })
    },
  }
}
