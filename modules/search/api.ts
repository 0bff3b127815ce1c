import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi'
import { problem, problemOf } from '#platform/http'
import { findQuery, foundPage, suggestions, suggestQuery } from './api-schemas.ts'
import { readCursor } from './cursor.ts'
import type { FindRequest, Search } from './search.ts'

const find = createRoute({
  method: 'get',
  path: '/search',
  tags: ['search'],
  summary: 'Every paragraph that says so, in six languages, with what it can be narrowed down by',
  request: { query: findQuery },
  responses: {
    200: { description: 'A page', content: { 'application/json': { schema: foundPage } } },
    400: { description: 'A parameter that cannot be used' },
  },
})

const suggest = createRoute({
  method: 'get',
  path: '/search/suggestions',
  tags: ['search'],
  summary: 'Symbols, titles and actors for what was begun to type',
  request: { query: suggestQuery },
  responses: {
    200: { description: 'Suggestions', content: { 'application/json': { schema: suggestions } } },
    400: { description: 'A parameter that cannot be used' },
  },
})

/** JSON routes of the search. */
export function searchRoutes(search: Search): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(suggest, async (context) => {
    const { q, limit } = context.req.valid('query')
    return context.json({ rows: (await search.suggest(q, limit)).map((row) => ({ ...row })) }, 200)
  })
  routes.openapi(find, async (context) => {
    const {
      q: text,
      words,
      order,
      after,
      limit,
      year,
      body,
      kind,
      language,
      actor,
      document,
    } = context.req.valid('query')
    const filter = { body, kind, language, actor, document, ...year }
    const request: FindRequest = { text, language: words ?? null, order, filter, after, limit }
    if (after !== undefined && !readCursor(after, request)) {
      const errors = [{ pointer: '#/after', detail: 'not a cursor of this search' }]
      return problem(context, { ...problemOf(400), errors })
    }
    return context.json((await search.find(request)) as z.input<typeof foundPage>, 200)
  })
  return routes
}
