import type { Context } from 'hono'
import { refusedAs } from '#platform/http'
import type { Refusal } from './refusal.ts'

/** What each refusal means over HTTP. */
const statuses = {
  'no-such-call': 404,
  'no-such-invitation': 404,
  'no-such-submission': 404,
  'no-such-finding': 404,
  'not-yours-to-clear': 403,
  'changed-since': 412,
  'form-not-ready': 409,
  'nobody-invited': 409,
  'nobody-to-write-to': 409,
  'no-deadline': 409,
  'not-a-draft': 409,
  'not-open': 409,
  'call-closed': 409,
  'already-invited': 409,
  'already-answered': 409,
  'nothing-to-send': 409,
  'held-elsewhere': 409,
  'already-withdrawn': 409,
  'no-such-passage': 409,
} as const

/** A refusal as a problem; its code is the refusal's own. */
export const refused = (context: Context, refusal: Refusal): Response => refusedAs(context, refusal, statuses)
