import type { OpenAPIHono } from '@hono/zod-openapi'
import { cors } from 'hono/cors'
import { asProblem, problem, problemOf, visitorOf } from '#platform/http'
import { type Rooms, routesOf } from '../../modules/modules.ts'
import type { HttpOptions } from './http-options.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Whether a route of the API, and not only what stands before all of them, takes a method at an address. */
function answers(app: OpenAPIHono, method: string, path: string): boolean {
  const [found] = app.router.match(method, path)
  return found.some(([[, route]]) => route.method === method)
}

/** Mounts the routes of every room under /api/v1, with their description as OpenAPI 3.1. Open data: any site may read. */
export function mountApi(app: OpenAPIHono, rooms: Rooms, options: HttpOptions): void {
  app.use('/api/*', cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'] }))
  app.use('/api/*', async (context, next) => {
    await next()
    if (context.res.status >= 400) context.res = await asProblem(context, context.res)
    else if (visitorOf(context).person !== null) context.res.headers.set('cache-control', 'private, no-store')
    else if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-cache')
    context.res.headers.append('vary', 'Cookie')
  })
  for (const routes of routesOf(rooms)) app.route('/api/v1', routes)
  app.get('/api/v1/openapi.json', (context) =>
    context.json(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Resolute',
          version: '1',
          description:
            'Who must do what, by when and reporting to whom, as read from the resolutions a body adopted. Errors are problem details (RFC 9457).',
          license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
        },
        servers: [{ url: options.origin }],
      }),
    ),
  )
  app.all('/api/*', (context) => {
    const taken = methods.filter((method) => answers(app, method, context.req.path))
    if (taken.length === 0 || taken.includes(context.req.method)) return problem(context, problemOf(404))
    context.header('allow', [...taken, ...(taken.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', '))
    return problem(context, problemOf(405))
  })
}
