import { refusalOf } from '#platform/access'
import { type ActGround, actedOn, type Done, findAsked, invalid, perform, refusal } from './acting.ts'
import { assessmentErrors, noteErrors } from './checks.ts'
import type { Refusal } from './dossier.ts'
import { permissions } from './permissions.ts'
import type { Acted, DossierActs } from './room.ts'
import { addAssessment, addNote, addWatch, dossierRow, openDossier, replyRow, standingAssessment } from './store.ts'

/** Acts of the office, and of whoever wants to hear of a dossier. They may be done on one that left the register, too. */
export function openOfficeActs(ground: ActGround): Pick<DossierActs, 'assess' | 'note' | 'watch'> {
  /** What is asked, as it stands or as it stood. */
  async function askedEver(id: string) {
    return (
      (await findAsked(ground, id)) ?? (await dossierRow(ground.database, id))?.opened ?? refusal('no-such-dossier')
    )
  }

  return {
    async assess(by, { id, actor, once, finding, narrative }) {
      const notAllowed = refusalOf(by, permissions.assess)
      if (notAllowed) return notAllowed
      const errors = assessmentErrors({ finding, narrative })
      if (errors.length > 0) return invalid(errors)
      const asked = await askedEver(id)
      if ('refused' in asked) return asked
      const request = { by, permission: permissions.assess, actor: null, once, on: `dossier:${id}` }
      return perform(
        ground,
        request,
        async ({ transaction, at }): Promise<Done<Acted & { assessment: string }> | Refusal> => {
          const dossier = (await dossierRow(transaction, id)) ?? (await openDossier(transaction, asked, at))
          const reply = actor === null ? null : await replyRow(transaction, dossier.key, actor)
          if (actor !== null && reply === null) return refusal('no-such-update')
          const key = await addAssessment(transaction, {
            dossier: dossier.key,
            reply: reply?.key ?? null,
            replaces: await standingAssessment(transaction, dossier.key, reply?.key ?? null),
            finding,
            narrative: narrative.trim(),
            by: by.doer,
            at,
          })
          return {
            answer: { id, assessment: key },
            rows: [{ table: 'assessments', key }],
            facts: { actor, finding },
            events: [{ id, actor, to: [] }],
          }
        },
      )
    },
    async note(by, { id, once, text }) {
      const notAllowed = refusalOf(by, permissions.note)
      if (notAllowed) return notAllowed
      const errors = noteErrors(text)
      if (errors.length > 0) return invalid(errors)
      const asked = await askedEver(id)
      if ('refused' in asked) return asked
      const request = { by, permission: permissions.note, actor: null, once, on: `dossier:${id}` }
      return perform(ground, request, async ({ transaction, at }): Promise<Done<Acted & { note: string }>> => {
        const dossier = (await dossierRow(transaction, id)) ?? (await openDossier(transaction, asked, at))
        const key = await addNote(transaction, { dossier: dossier.key, text: text.trim(), by: by.doer, at })
        // Nobody outside the office hears of it.
        return { answer: { id, note: key }, rows: [{ table: 'notes', key }], facts: {}, events: [] }
      })
    },
    async watch(by, { id, once, watching }) {
      const { person } = by
      const notAllowed = refusalOf(by, permissions.watch)
      if (notAllowed) return notAllowed
      if (person === null) return { refused: 'not-allowed', act: permissions.watch.act, signIn: true }
      const asked = await askedEver(id)
      if ('refused' in asked) return asked
      const request = { by, permission: permissions.watch, actor: null, once, on: `dossier:${id}` }
      return perform(ground, request, async ({ transaction, at }): Promise<Done<Acted>> => {
        const dossier = (await dossierRow(transaction, id)) ?? (await openDossier(transaction, asked, at))
        const key = await addWatch(transaction, { dossier: dossier.key, person, watching, at })
        return { answer: actedOn(id), rows: [{ table: 'watches', key }], facts: { watching }, events: [] }
      })
    },
  }
}
