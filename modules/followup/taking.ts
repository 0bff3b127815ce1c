import { enter } from '#modules/ledger'
import type { Visitor } from '#platform/access'
import type { ActGround } from './acting.ts'
import { takeSubmissionAct } from './permissions.ts'
import { publish } from './publishing.ts'
import type { Taking } from './room.ts'
import { type SealedTable, sealed } from './seals.ts'
import { addClearance, addSubmitted, addUpdate, addWithdrawal, countAct, holdReply, openDossier } from './store.ts'
import { standingSubmitted, updateOfSubmission } from './store-read.ts'

/** What was sent to a call, as the record of the dossier on its invitation has it. */
export function openTaking(ground: ActGround): Taking {
  const { ledger, parties, providers, listeners } = ground
  return {
    async takeSubmission(transaction, { id, actor, state, submission, by, at }) {
      const provider = providers.find(({ kind }) => kind === 'invitation')
      const [asked] = (await provider?.find([id], transaction)) ?? []
      // who is invited by name alone has no dossier: they stand on the page of the call
      if (actor === null || !asked) return
      const dossier = await openDossier(transaction, asked, at)
      const reply = await holdReply(transaction, dossier.key, actor)
      const rows: { readonly table: SealedTable; readonly key: string }[] = []
      if (state === 'sent') {
        const key = await addUpdate(transaction, {
          reply: reply.key,
          corrects: await standingSubmitted(transaction, reply.key),
          status: 'implemented',
          acceptance: null,
          as_of: at.toISOString().slice(0, 10),
          // nothing is said here that was not said there
          narrative: '',
          language: 'en',
          reason: null,
          on_behalf: !isTheirs(by, actor, id),
          by: by.doer,
          at,
        })
        rows.push(
          { table: 'updates', key },
          { table: 'clearances', key: await addClearance(transaction, key, { by: by.doer, at }) },
          { table: 'submitted', key: await addSubmitted(transaction, key, submission, { by: by.doer, at }) },
        )
      } else {
        const update = await updateOfSubmission(transaction, submission)
        if (update === null) return
        const withdrawal = { update, evidence: null, reason: null, by: by.doer, at }
        rows.push({ table: 'withdrawals', key: await addWithdrawal(transaction, withdrawal) })
      }
      await countAct(transaction, reply.key)
      await publish(transaction, dossier.key, reply.key, asked, await parties.directory(transaction))
      const on = { act: takeSubmissionAct, on: `dossier:${id}` }
      await enter({ ledger, sealed }, { transaction, by }, on, { rows, facts: { actor, submission, state } })
      for (const listener of listeners) await listener(transaction, { act: on.act, id, actor, by, to: [] })
    },
  }
}

/** Whether it was sent by who acts for the actor or holds the link of the invitation, not by the office for them. */
const isTheirs = ({ grants }: Visitor, actor: string, invitation: string): boolean =>
  grants.some((grant) =>
    grant.role === 'invitee' ? grant.actor === invitation : grant.role === 'focal-point' && grant.actor === actor,
  )
