import { type Acting, actsFor, clears, has } from '#modules/parties'
import type { Visitor } from '#platform/access'
import { refusalOf } from '#platform/access'
import { type ActGround, actedOn, actingFor, askedToAct, type Done, invalid, perform, refusal } from './acting.ts'
import { reasonErrors } from './checks.ts'
import type { Refusal } from './dossier.ts'
import { keepEvidence, writeEvidence } from './evidence.ts'
import { permissions } from './permissions.ts'
import type { Acted, DossierActs } from './room.ts'
import { addWithdrawal, countAct, holdReply, openDossier } from './store.ts'
import { evidenceNow, type UpdateNow, updateNow } from './store-read.ts'
import type { ReplyRow } from './store-rows.ts'

/** Acts on what an update rests on. */
export function openEvidenceActs(ground: ActGround): Pick<DossierActs, 'addEvidence' | 'withdrawEvidence'> {
  /** Whether a visitor may touch the evidence of an update: as they may the update itself. */
  function barred(
    by: Visitor,
    actor: string,
    reply: ReplyRow,
    update: UpdateNow,
    people: readonly Acting[],
  ): Refusal | null {
    if (update.state !== 'draft' && update.state !== 'published') return refusal('changed-since')
    if (!actsFor(by, actor)) return update.on_behalf ? null : refusal('no-such-update')
    if (update.state === 'published') return clears(by, reply, actor, people) ? null : refusal('not-yours-to-clear')
    return has(by, reply, actor) || clears(by, reply, actor, people) ? null : refusal('held-elsewhere')
  }

  return {
    async addEvidence(by, given) {
      const { id, actor, once, update: key } = given
      const permission = permissions.addEvidence
      const notAllowed = refusalOf(by, permission, actor)
      if (notAllowed) return notAllowed
      const asked = await askedToAct(ground, id)
      if ('refused' in asked) return asked
      const evidence = await keepEvidence(ground, [given.evidence])
      if ('refused' in evidence) return evidence
      const people = await actingFor(ground, actor)
      const request = { by, permission, actor, once, on: `dossier:${id}` }
      return perform(
        ground,
        request,
        async ({ transaction, at }): Promise<Done<Acted & { evidence: string }> | Refusal> => {
          const dossier = await openDossier(transaction, asked, at)
          const reply = await holdReply(transaction, dossier.key, actor)
          const update = await updateNow(transaction, key)
          if (!update || update.reply !== reply.key) return refusal('no-such-update')
          const bar = barred(by, actor, reply, update, people)
          if (bar) return bar
          const row = await writeEvidence(transaction, key, evidence.kept[0]!, { by: by.doer, at })
          await countAct(transaction, reply.key)
          return {
            answer: { id, evidence: row },
            rows: [{ table: 'evidence', key: row }],
            facts: { actor, update: key },
            events: [{ id, actor, to: [] }],
          }
        },
      )
    },
    async withdrawEvidence(by, given) {
      const { id, actor, once, evidence: key } = given
      const reason = given.reason?.trim() || null
      const errors = reasonErrors(reason)
      if (errors.length > 0) return invalid(errors)
      const asked = await askedToAct(ground, id)
      if ('refused' in asked) return asked
      const people = await actingFor(ground, actor)
      const request = { by, permission: permissions.withdrawEvidence, actor, once, on: `dossier:${id}` }
      return perform(ground, request, async ({ transaction, at }): Promise<Done<Acted> | Refusal> => {
        const dossier = await openDossier(transaction, asked, at)
        const reply = await holdReply(transaction, dossier.key, actor)
        const evidence = await evidenceNow(transaction, key)
        const update = evidence && (await updateNow(transaction, evidence.update))
        if (!evidence || !update || update.reply !== reply.key) return refusal('no-such-evidence')
        if (evidence.withdrawn_by !== null) return refusal('changed-since')
        const bar = barred(by, actor, reply, update, people)
        if (bar) return bar
        const row = await addWithdrawal(transaction, { update: null, evidence: key, reason, by: by.doer, at })
        await countAct(transaction, reply.key)
        return {
          answer: actedOn(id),
          rows: [{ table: 'withdrawals', key: row }],
          facts: { actor, evidence: key },
          events: [{ id, actor, to: [] }],
        }
      })
    },
  }
}
