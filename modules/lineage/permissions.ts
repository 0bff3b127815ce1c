import type { Permission } from '#platform/access'

/** Who may say whether two mandates overlap. Everybody may look. */
export const judgeOverlap: Permission = { act: 'lineage.judge-overlap', roles: ['officer', 'evaluator'] }
