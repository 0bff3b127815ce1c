import type { MiddlewareHandler } from 'hono'

const acts = new WeakMap<object, string>()

/**
 * Says which act of the table of permissions a route outside the API asks for: `app.get(path, asks('followup.read'), ...)`.
 * It lets everybody through; the act itself checks. The table's sheet and its test read it with `actAskedBy`.
 */
export function asks(act: string): MiddlewareHandler {
  const handler: MiddlewareHandler = (_, next) => next()
  acts.set(handler, act)
  return handler
}

/** The act a handler was made for by `asks`. */
export const actAskedBy = (handler: object): string | null => acts.get(handler) ?? null
