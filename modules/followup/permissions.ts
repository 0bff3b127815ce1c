import type { Permission } from '#platform/access'

const actor = ['focal-point', 'officer'] as const
const office = ['officer', 'evaluator'] as const

/** Who may do what with dossiers. A focal point for its own actor only; further rules of an act stand with the act. */
const rows = {
  assign: { act: 'followup.assign', roles: actor },
  handOn: { act: 'followup.hand-on', roles: ['focal-point'] },
  takeBack: { act: 'followup.take-back', roles: ['focal-point'] },
  clear: { act: 'followup.clear', roles: ['focal-point'] },
  recordUpdate: { act: 'followup.record-update', roles: actor },
  answerSeveral: { act: 'followup.answer-several', roles: actor },
  withdrawUpdate: { act: 'followup.withdraw-update', roles: actor },
  addEvidence: { act: 'followup.add-evidence', roles: actor },
  withdrawEvidence: { act: 'followup.withdraw-evidence', roles: actor },
  assess: { act: 'followup.assess', roles: office },
  note: { act: 'followup.note', roles: office },
  watch: { act: 'followup.watch', roles: ['person'] },
} as const satisfies Readonly<Record<string, Permission>>

export const permissions: Readonly<Record<keyof typeof rows, Permission>> = rows

/** What was sent to a call, heard of in the room that took it: no request leads to it. */
export const takeSubmissionAct = 'followup.take-submission'

export const acts: readonly string[] = Object.values(rows).map(({ act }) => act)
