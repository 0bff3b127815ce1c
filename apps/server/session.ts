import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { FreshToken, Whence } from '#modules/parties'
import { anybody } from '#platform/access'
import { fromOurPage, networkOf } from '#platform/http'
import type { Rooms } from '../../modules/modules.ts'
import type { VisitSession } from '../web/visit.ts'
import type { HttpOptions } from './http-options.ts'

declare module 'hono' {
  interface ContextVariableMap {
    session?: VisitSession
  }
}

/** Bound to this host and to https where there is https: a `__Host-` cookie can be set by nobody else. */
export const sessionCookie = (https: boolean): string => (https ? '__Host-session' : 'session')

/**
 * Finds out once per request who asks, from the session cookie. A token that was turned is given to the browser with
 * the answer; one that stands for nobody is taken from it. The API honours a cookie only where its own pages ask.
 */
export function recognise(rooms: Rooms, options: HttpOptions): MiddlewareHandler {
  const https = options.origin.startsWith('https:')
  const name = sessionCookie(https)
  const kept = { path: '/', httpOnly: true, sameSite: 'Lax', secure: https } as const
  return async (context, next) => {
    const foreign = context.req.path.startsWith('/api/') && fromOurPage(context, options.origin) === false
    const given = foreign ? undefined : getCookie(context, name)
    const known = given ? await rooms.parties.recognise(given) : null
    context.set('visitor', known?.visitor ?? anybody)
    let change: FreshToken | 'end' | null = given && !known ? 'end' : (known?.fresh ?? null)
    context.set('session', {
      id: known?.session ?? null,
      whence: whenceOf(context, options.origin, known?.session ?? null),
      begin: (fresh) => {
        change = fresh
      },
      end: () => {
        change = 'end'
      },
    })
    await next()
    if (change === null) return
    if (change === 'end') deleteCookie(context, name, kept)
    else setCookie(context, name, change.token, { ...kept, expires: new Date(change.expiresAt) })
  }
}

function whenceOf(context: Context, origin: string, session: string | null): Whence {
  const device = context.req.header('user-agent') ?? ''
  return { network: networkOf(peerOf(context), context.req.header('x-forwarded-for')), device, origin, session }
}

/** Absent where no socket is behind the request, as in a test. */
function peerOf(context: Context): string | undefined {
  if (!context.env || !('incoming' in context.env)) return undefined
  return getConnInfo(context).remote.address
}
