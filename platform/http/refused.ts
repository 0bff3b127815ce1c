import type { Context } from 'hono'
import type { NotAllowed } from '#platform/access'
import { problem, problemOf } from './problem.ts'
import { refusedTo } from './visitor.ts'

interface Wrong {
  readonly refused: 'invalid'
  readonly errors: readonly { readonly field: string; readonly code: string }[]
}

/**
 * A refusal of an act as a problem: not allowed, a form that is wrong field by field, or a code of the room, which
 * stands in the problem; `statuses` says for each what it means over HTTP.
 */
export function refusedAs<Code extends string>(
  context: Context,
  refusal: NotAllowed | Wrong | { readonly refused: Code },
  statuses: Readonly<Record<Exclude<Code, 'not-allowed' | 'invalid'>, 403 | 404 | 409 | 412>>,
): Response {
  if (isNotAllowed(refusal)) return refusedTo(context, refusal)
  if (isWrong(refusal)) {
    const errors = refusal.errors.map(({ field, code }) => ({ pointer: `#/${field}`, detail: code }))
    return problem(context, { ...problemOf(422), errors })
  }
  const { refused } = refusal
  return problem(context, { ...problemOf((statuses as Readonly<Record<string, number>>)[refused]!), detail: refused })
}

const isNotAllowed = (refusal: { readonly refused: string }): refusal is NotAllowed => refusal.refused === 'not-allowed'
const isWrong = (refusal: { readonly refused: string }): refusal is Wrong => refusal.refused === 'invalid'
