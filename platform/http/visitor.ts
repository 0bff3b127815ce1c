import type { Context } from 'hono'
import { anybody, type NotAllowed, type Visitor } from '#platform/access'
import { problem, problemOf } from './problem.ts'

declare module 'hono' {
  interface ContextVariableMap {
    visitor?: Visitor
  }
}

/** Who asks, as the server recognised them; everybody else is the public. */
export const visitorOf = (context: Context): Visitor => context.get('visitor') ?? anybody

/** The answer of the API where an act was refused to whoever asks. */
export function refusedTo(context: Context, refusal: NotAllowed): Response {
  return problem(context, { ...problemOf(refusal.signIn ? 401 : 403), detail: refusal.act })
}
