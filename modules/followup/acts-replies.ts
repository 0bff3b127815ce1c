import { clears, handedOn, has, holderOf, type Lying, takenBack, takesBack } from '#modules/parties'
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
import { reasonErrors } from './checks.ts'
import type { Outcome, Refusal } from './dossier.ts'
import { permissions } from './permissions.ts'
import { publish } from './publishing.ts'
import type { Acted, DossierActs, Target } from './room.ts'
import { addClearance, addHandover, countAct, holdReply, layReply, openDossier } from './store.ts'
import { updateNow } from './store-read.ts'
import type { ReplyRow } from './store-rows.ts'
import { lives } from './transitions.ts'

type Acts = Pick<DossierActs, 'assign' | 'handOn' | 'takeBack' | 'clear'>

/** Acts on where a reply lies, and the one clearance before it goes out. */
export function openReplyActs(ground: ActGround): Acts {
  /** Moves a reply from hand to hand. `move` says where it lies then, or why it cannot. */
  async function move(
    by: Visitor,
    permission: (typeof permissions)['assign' | 'handOn' | 'takeBack'],
    given: Target & { readonly reason?: string | null },
    to: string | null,
    step: (reply: ReplyRow) => Lying | Refusal,
  ): Promise<Outcome<Acted>> {
    const { id, actor, once, seen } = given
    const notAllowed = refusalOf(by, permission, actor)
    if (notAllowed) return notAllowed
    const reason = given.reason?.trim() || null
    const errors = reasonErrors(reason)
    if (errors.length > 0) return invalid(errors)
    const asked = await askedToAct(ground, id)
    if ('refused' in asked) return asked
    // The office may give what was asked of one to another who answers for it.
    if (!(may(by, permission) || (await mayAnswer(ground, asked, actor)))) return refusal('not-asked')
    if (to !== null && !(await ground.parties.canReceive({ actor, from: by.person ?? '', to }))) {
      return invalid([{ field: 'person', code: 'no-such-person' }])
    }
    const directory = await ground.parties.directory()
    const request = { by, permission, actor, once, on: `dossier:${id}` }
    return perform(ground, request, async ({ transaction, at }: Work): Promise<Done<Acted> | Refusal> => {
      const dossier = await openDossier(transaction, asked, at)
      const reply = await holdReply(transaction, dossier.key, actor, isGiven(asked, actor, directory))
      if (seen !== undefined && seen !== reply.acts) return refusal('changed-since')
      const lying = step(reply)
      if ('refused' in lying) return lying
      await layReply(transaction, reply.key, lying)
      await countAct(transaction, reply.key)
      const handover = {
        reply: reply.key,
        act: permission.act,
        from_person: holderOf(reply),
        to_person: holderOf(lying),
      }
      const key = await addHandover(transaction, { ...handover, reason, by: by.doer, at })
      const told = holderOf(lying)
      return {
        answer: actedOn(id),
        rows: [{ table: 'handovers', key }],
        facts: { actor, to: told },
        events: [{ id, actor, to: told === null ? [] : [told] }],
      }
    })
  }

  return {
    async assign(by, given) {
      const people = await actingFor(ground, given.actor)
      return move(by, permissions.assign, given, given.person, (reply) => {
        const isOffice = may(by, permissions.assign)
        if (!isOffice && !clears(by, reply, given.actor, people)) return refusal('not-yours-to-clear')
        return { answers: given.person, chain: [] }
      })
    },
    handOn(by, given) {
      return move(by, permissions.handOn, given, given.person, (reply) => {
        if (!has(by, reply, given.actor)) return refusal('held-elsewhere')
        return handedOn(reply, by.person ?? given.person, given.person)
      })
    },
    async takeBack(by, given) {
      const people = await actingFor(ground, given.actor)
      return move(by, permissions.takeBack, given, null, (reply) => {
        if (!takesBack(by, reply, given.actor, people)) return refusal('held-elsewhere')
        return takenBack(reply, given.person ?? null) ?? invalid([{ field: 'person', code: 'no-such-person' }])
      })
    },
    async clear(by, given) {
      const { id, actor, once, update: key } = given
      const asked = await askedToAct(ground, id)
      if ('refused' in asked) return asked
      const people = await actingFor(ground, actor)
      const directory = await ground.parties.directory()
      const request = { by, permission: permissions.clear, actor, once, on: `dossier:${id}` }
      return perform(ground, request, async ({ transaction, at }): Promise<Done<Acted> | Refusal> => {
        const dossier = await openDossier(transaction, asked, at)
        const reply = await holdReply(transaction, dossier.key, actor)
        const update = await updateNow(transaction, key)
        if (!update || update.reply !== reply.key) return refusal('no-such-update')
        if (lives[update.state].clear === null) return refusal('no-longer-a-draft')
        if (!clears(by, reply, actor, people)) return refusal('not-yours-to-clear')
        await addClearance(transaction, key, { by: by.doer, at })
        await countAct(transaction, reply.key)
        await publish(transaction, dossier.key, reply.key, asked, directory)
        return {
          answer: actedOn(id),
          rows: [{ table: 'clearances', key }],
          facts: { actor, status: update.status, asOf: update.as_of },
          events: [{ id, actor, to: [] }],
        }
      })
    },
  }
}
