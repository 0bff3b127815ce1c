import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import {
  asProblem,
  closedHeaders,
  compress,
  type Log,
  loggedPath,
  problem,
  problemOf,
  sameOrigin,
} from '#platform/http'
import { troubleInWords } from '#platform/words'
import type { Rooms } from '../../modules/modules.ts'
import { mountApi } from './api.ts'
import { mountDownloads } from './downloads.ts'
import { mountFeeds } from './feeds.ts'
import type { HttpOptions } from './http-options.ts'
import { mountOpenId } from './openid.ts'
import { openPages } from './pages.ts'
import { routesServed, type ServedRoute } from './routes.ts'
import { recognise } from './session.ts'
import { mountStatic } from './static-files.ts'

/** 64 MB: a text of 50 MB may be sent in to be refused with a sentence; anything larger is cut off. */
const largestBody = 64 * 1024 * 1024

/** Everything that answers requests: the JSON API, downloads, static files and the pages, over the rooms given. */
export async function createHttp(
  rooms: Rooms,
  options: HttpOptions,
): Promise<{ fetch(request: Request): Response | Promise<Response>; routes(): readonly ServedRoute[] }> {
  const app = new OpenAPIHono()
  app.use(requestId())
  app.use(logged(options.log))
  app.use(closedHeaders({ https: options.origin.startsWith('https:') }))
  app.use(compress())
  app.use(sameOrigin(options.origin))
  app.use(writable)
  app.use(bodyLimit({ maxSize: largestBody, onError: (context) => problem(context, problemOf(413)) }))
  mountStatic(app)
  app.use(recognise(rooms, options))
  app.use(etag({ weak: true }))
  app.get('/health', (context) => context.json({ status: 'ok', at: options.now().toISOString() }))
  mountApi(app, rooms, options)
  mountOpenId(app, rooms, options)
  mountDownloads(app, rooms, options)
  mountFeeds(app, rooms, options)
  const pages = await openPages(rooms, options)
  app.all('*', pages.answer)
  app.onError((error, context) => failed(error, context, options.log))
  return { fetch: (request) => app.fetch(request), routes: () => routesServed(app, pages.build) }
}

/** No database holds U+0000, so nothing here has one in its address; asking for it is a slip or an attempt. */
const writable: MiddlewareHandler = async (context, next) =>
  context.req.url.includes('%00') ? problem(context, problemOf(400)) : next()

function logged(log: Log) {
  return async (context: Context, next: () => Promise<void>) => {
    const started = performance.now()
    await next()
    // a page's answer replaces the headers set before it
    context.res.headers.set('x-request-id', context.get('requestId'))
    const milliseconds = Math.round((performance.now() - started) * 10) / 10
    const { method } = context.req
    const path = loggedPath(context.req.path)
    log.info({ id: context.get('requestId'), method, path, status: context.res.status, milliseconds }, 'request')
  }
}

/** What nobody expected: the visitor gets an id, the log the cause. */
async function failed(error: Error, context: Context, log: Log): Promise<Response> {
  if (error instanceof HTTPException) return asProblem(context, error.getResponse())
  const id = context.get('requestId')
  log.error({ id, err: error, path: loggedPath(context.req.path) }, 'request failed')
  // a machine's or database's trouble passes; the program's own does not
  const status = troubleInWords(error) === null ? 500 : 503
  if (status === 503) context.header('retry-after', '10')
  return problem(context, { ...problemOf(status), id })
}
