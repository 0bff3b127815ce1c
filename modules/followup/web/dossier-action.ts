import type { Finding, Followup, Outcome } from '#modules/followup'
import type { Visitor } from '#platform/access'
import { keyOf } from '#platform/forms'
import { fieldOf, unknownAct } from '#web'
import { evidenceIn, updateIn } from './update-fields.ts'

/** The acts a dossier's page asks for. */
export const dossierActs = [
  'followup.record-update',
  'followup.clear',
  'followup.withdraw-update',
  'followup.add-evidence',
  'followup.withdraw-evidence',
  'followup.hand-on',
  'followup.take-back',
  'followup.assign',
  'followup.assess',
  'followup.note',
  'followup.watch',
] as const

/** Does what a form of the page asks for. */
export function actIn(followup: Followup, by: Visitor, id: string, form: FormData): Promise<Outcome<object>> {
  const actor = fieldOf(form, 'actor')
  const seen = /^\d{1,9}$/.test(fieldOf(form, 'seen')) ? { seen: Number(fieldOf(form, 'seen')) } : {}
  const once = keyOf(form)
  const target = { id, actor, once, ...seen }
  const reason = fieldOf(form, 'reason')
  switch (fieldOf(form, 'act')) {
    case 'followup.record-update': {
      const corrects = fieldOf(form, 'corrects') || null
      const send = fieldOf(form, 'send') === 'yes'
      return followup.recordUpdate(by, {
        ...target,
        update: updateIn(form),
        evidence: evidenceIn(form),
        send,
        corrects,
      })
    }
    case 'followup.clear':
      return followup.clear(by, { ...target, update: fieldOf(form, 'update') })
    case 'followup.withdraw-update':
      return followup.withdrawUpdate(by, { ...target, update: fieldOf(form, 'update'), reason })
    case 'followup.add-evidence': {
      // None given is refused by the act, after whoever may not give any.
      const [evidence = { title: '', content: { kind: 'link', url: '' } as const }] = evidenceIn(form)
      return followup.addEvidence(by, { ...target, update: fieldOf(form, 'update'), evidence })
    }
    case 'followup.withdraw-evidence':
      return followup.withdrawEvidence(by, { ...target, evidence: fieldOf(form, 'evidence'), reason })
    case 'followup.hand-on':
      return followup.handOn(by, { ...target, person: fieldOf(form, 'person'), reason })
    case 'followup.take-back':
      return followup.takeBack(by, { ...target, person: fieldOf(form, 'person') || null, reason })
    case 'followup.assign': {
      // `cl 12`: the actor and the person, or the actor alone for nobody.
      const [whose = '', person = ''] = fieldOf(form, 'person').split(' ')
      return followup.assign(by, { id, once, actor: whose || actor, person: person || null })
    }
    case 'followup.assess': {
      const finding = fieldOf(form, 'finding') as Finding
      return followup.assess(by, { id, once, actor: actor || null, finding, narrative: fieldOf(form, 'narrative') })
    }
    case 'followup.note':
      return followup.note(by, { id, once, text: fieldOf(form, 'text') })
    case 'followup.watch':
      return followup.watch(by, { id, once, watching: fieldOf(form, 'watching') === 'yes' })
    default:
      throw unknownAct()
  }
}
