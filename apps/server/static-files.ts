import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'

const client = fileURLToPath(new URL('../../build/client/', import.meta.url))

/** Files of the built pages. Names under /assets/ carry a hash of their content, so they never change. */
export function mountStatic(app: OpenAPIHono): void {
  if (!existsSync(client)) return
  app.use('/assets/*', async (context, next) => {
    await next()
    if (context.res.ok) context.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root: client }))
  app.get('/favicon.svg', async (context, next) => {
    await next()
    context.res.headers.set('cache-control', 'public, max-age=86400')
  })
  app.get('/favicon.svg', serveStatic({ root: client }))
}
