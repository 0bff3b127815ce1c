/** The draft check: what a desk officer would tell the drafter of a text. */
export { checkDraft } from './check-draft.ts'
export type { DraftRule } from './draft.ts'
export { type DraftLimits, type Finding, type FindingPlace, type FindingSource, findingSources } from './finding.ts'
export { draftRules } from './rules.ts'
