import type { OpenAPIHono } from '@hono/zod-openapi'
import { cors } from 'hono/cors'
import { asProblem, problem, problemOf } from '#platform/http'
import { type Rooms, routesOf } from '../../modules/modules.ts'
import type { HttpOptions } from './http-options.ts'

/** Mounts the routes of every room under /api/v1, with their description as OpenAPI 3.1. Open data: any site may read. */
export function mountApi(app: OpenAPIHono, rooms: Rooms, options: HttpOptions): void {
  app.use('/api/*', cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'] }))
  app.use('/api/*', async (context, next) => {
    await next()
    if (context.res.status >= 400) context.res = await asProblem(context, context.res)
    else if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-cache')
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
  app.all('/api/*', (context) => problem(context, problemOf(404)))
}
