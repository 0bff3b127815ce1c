import type { Context } from 'hono'
import { problem, problemOf, refusedTo } from '#platform/http'
import type { Refusal } from './refusal.ts'

/** A refusal as a problem; its code is the refusal's own. */
export function refused(context: Context, refusal: Refusal): Response {
  switch (refusal.refused) {
    case 'not-allowed':
      return refusedTo(context, refusal)
    case 'invalid': {
      const errors = refusal.errors.map(({ field, code }) => ({ pointer: `#/${field}`, detail: code }))
      return problem(context, { ...problemOf(422), errors })
    }
    case 'no-such-call':
    case 'no-such-invitation':
    case 'no-such-submission':
    case 'no-such-finding':
      return problem(context, { ...problemOf(404), detail: refusal.refused })
    case 'not-yours-to-clear':
      return problem(context, { ...problemOf(403), detail: refusal.refused })
    case 'changed-since':
      return problem(context, { ...problemOf(412), detail: refusal.refused })
    case 'form-not-ready':
    case 'nobody-invited':
    case 'nobody-to-write-to':
    case 'no-deadline':
    case 'not-a-draft':
    case 'not-open':
    case 'call-closed':
    case 'already-invited':
    case 'already-answered':
    case 'nothing-to-send':
    case 'held-elsewhere':
    case 'already-withdrawn':
    case 'no-such-passage':
      return problem(context, { ...problemOf(409), detail: refusal.refused })
  }
}
