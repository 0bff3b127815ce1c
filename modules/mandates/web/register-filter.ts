import type { UndatedReason } from '#modules/calendar'
import type { ObligationFilter } from '#modules/mandates'

/** The facets that stand in the address, in the order they are shown. */
export const facetNames = ['session', 'actor', 'kind', 'force', 'money', 'life', 'document'] as const
export type FacetName = (typeof facetNames)[number]

export const pageLength = 50

const oneOf = <T extends string>(value: string | null, allowed: readonly T[]): T | undefined =>
  allowed.find((item) => item === value)

/** A filter from an address. What is not understood is left out rather than refused: an address can be mistyped. */
export function filterFrom(asked: URLSearchParams): ObligationFilter {
  const [body, session] = (asked.get('session') ?? '').split('/')
  const text = asked.get('text')?.trim()
  const dated = oneOf(asked.get('dated'), ['yes', 'no'])
  const asOf = asked.get('as-of') ?? ''
  return {
    ...(asked.get('document') && { document: asked.get('document')! }),
    ...(asked.get('unit') && { unit: asked.get('unit')! }),
    ...(asked.get('actor') && { actor: asked.get('actor')! }),
    ...(oneOf(asked.get('kind'), ['report', 'event', 'other']) && {
      kind: oneOf(asked.get('kind'), ['report', 'event', 'other'])!,
    }),
    ...(oneOf(asked.get('force'), forces) && { force: oneOf(asked.get('force'), forces)! }),
    ...(oneOf(asked.get('money'), means) && { money: oneOf(asked.get('money'), means)! }),
    ...(oneOf(asked.get('life'), lives) && { life: oneOf(asked.get('life'), lives)! }),
    ...(body && { body: body.toUpperCase() }),
    ...(session && /^\d+$/.test(session) && { session: Number(session) }),
    ...(dated && { dated: dated === 'yes' }),
    ...(oneOf(asked.get('reason'), reasons) && { reason: oneOf(asked.get('reason'), reasons)! }),
    ...(text && { text }),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(asOf) && { asOf }),
    sort: oneOf(asked.get('sort'), ['text', 'due', 'actor']) ?? 'text',
    limit: pageLength,
    ...(asked.get('after') && { after: asked.get('after')! }),
  }
}

const reasons: readonly UndatedReason[] = [
  'no-time',
  'manner',
  'event-without-date',
  'session-unknown',
  'no-rhythm',
  'past',
  'unclear',
]

const forces = ['decision', 'request', 'call', 'recommendation', 'recognition'] as const
const means = ['extrabudgetary', 'existing-resources', 'regular-budget', 'resources-asked', 'amount'] as const
const lives = ['new', 'renewed', 'continuing', 'ending', 'superseding'] as const
