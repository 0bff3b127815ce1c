import type { Context, MiddlewareHandler } from 'hono'
import { problem, problemOf } from './problem.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request comes from a page of ours, as far as the browser says; null where it says nothing. */
export function fromOurPage(context: Context, origin: string): boolean | null {
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const from = context.req.header('origin')
  return from === undefined ? null : from === origin
}

/**
 * Against forged requests: whatever may change something is taken only from our own pages, whatever it carries. Every
 * browser of the last years names its site (`Sec-Fetch-Site`) or at least its origin with such a request. A program that
 * names neither is let through only where it brings no cookie, so that nobody's session acts for it.
 */
export function sameOrigin(origin: string): MiddlewareHandler {
  return async (context, next) => {
    if (safe.has(context.req.method)) return next()
    const ours = fromOurPage(context, origin) ?? context.req.header('cookie') === undefined
    return ours ? next() : problem(context, problemOf(403))
  }
}
