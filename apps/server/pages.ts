import { existsSync } from 'node:fs'
import type { Context, Handler } from 'hono'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { loggedPath, problem, problemOf, visitorOf } from '#platform/http'
import { chooseLanguage } from '#platform/i18n'
import { troubleInWords } from '#platform/words'
import type { Rooms } from '../../modules/modules.ts'
import type { Visit, visitKey } from '../web/visit.ts'
import type { HttpOptions } from './http-options.ts'

/** What the built bundle exports of `apps/web/entry.server.tsx`: the key under which pages find the rooms, and the languages with messages. */
interface PagesEntry {
  readonly visitKey: typeof visitKey
  readonly offeredLanguages: readonly string[]
}

const bundle = new URL('../../build/server/index.js', import.meta.url)

/** The pages, rendered on the server with the rooms of this process. */
export async function openPages(
  rooms: Rooms,
  options: HttpOptions,
): Promise<{ readonly build: ServerBuild; readonly answer: Handler }> {
  if (!existsSync(bundle))
    throw new Error('The pages are not built yet. Run `npm start`, which builds them, or `npm run build`.')
  const build = (await import(bundle.href)) as ServerBuild
  const { visitKey, offeredLanguages } = build.entry.module as unknown as PagesEntry
  const render = createRequestHandler(build, options.production ? 'production' : 'development')
  const answer: Handler = async (context) => {
    if (!isReadable(context)) return problem(context, problemOf(415))
    const id = context.get('requestId')
    let away = false
    const visit: Visit = {
      rooms,
      now: options.now,
      visitor: visitorOf(context),
      session: sessionIn(context),
      reads: chooseLanguage(context.req.raw, offeredLanguages),
      origin: options.origin,
      openid: options.openid?.name ?? null,
      requestId: id,
      nonce: context.get('secureHeadersNonce'),
      failed(error) {
        away ||= troubleInWords(error) !== null
        options.log.error({ id, err: error, path: loggedPath(context.req.path) }, 'page failed')
      },
    }
    const provider = new RouterContextProvider()
    provider.set(visitKey, visit)
    const page = await render(seenFromOutside(context.req.raw), provider)
    if (page.status !== 500 || !away) return page
    return new Response(page.body, { status: 503, headers: [...page.headers, ['retry-after', '10']] })
  }
  return { build, answer }
}

/** Pages take forms and nothing else; what is no form would only fail on being read. */
function isReadable({ req }: Context): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(req.method)) return true
  return /^(?:application\/x-www-form-urlencoded|multipart\/form-data; *boundary=)/i.test(
    req.header('content-type') ?? '',
  )
}

function sessionIn(context: Context): Visit['session'] {
  const session = context.get('session')
  if (!session) throw new Error('Pages need to know who asks: recognise comes before them')
  return session
}

/**
 * A form that was let through comes from our own pages. The router checks that again by the address it sees; behind a
 * proxy that is another one than the visitor's, so it is given the address the form came from.
 */
function seenFromOutside(request: Request): Request {
  const origin = request.headers.get('origin')
  const { origin: seen, pathname, search } = new URL(request.url)
  if (request.method === 'GET' || request.method === 'HEAD' || !origin || !URL.canParse(origin) || seen === origin)
    return request
  return new Request(new URL(pathname + search, origin), request)
}
