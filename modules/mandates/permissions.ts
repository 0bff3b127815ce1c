import type { Permission } from '#platform/access'

/** Who may decide how a paragraph is to be read: officers. Everybody may look. */
export const acceptReading: Permission = { act: 'mandates.accept-reading', roles: ['officer'] }
export const correctReading: Permission = { act: 'mandates.correct-reading', roles: ['officer'] }
export const markNoMandate: Permission = { act: 'mandates.mark-no-mandate', roles: ['officer'] }
export const withdrawCorrection: Permission = { act: 'mandates.withdraw-correction', roles: ['officer'] }
/** Trying out what a correction would give; leaves nothing behind. */
export const previewReading: Permission = { act: 'mandates.preview-reading', roles: ['public'] }

export const permissions: readonly Permission[] = [acceptReading, correctReading, markNoMandate, withdrawCorrection]
