import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Calendar } from '#modules/calendar'
import { open, problem, problemOf } from '#platform/http'
import { readingsRoutes } from './api-readings.ts'
import { dueEntry, dueQuery, filterQuery, mandate, obligation } from './api-schemas.ts'
import { readCursor } from './cursor.ts'
import type { Mandates } from './room.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const list = createRoute({
  method: 'get',
  path: '/obligations',
  tags: ['register'],
  summary: 'Who is asked what: the register, filtered and in pages',
  request: { query: filterQuery },
  responses: {
    200: json(z.object({ rows: z.array(obligation), total: z.int(), next: z.string().nullable() }), 'A page'),
    400: { description: 'A parameter that cannot be used' },
  },
})

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }))
const facetsRoute = createRoute({
  method: 'get',
  path: '/obligations/facets',
  tags: ['register'],
  summary: 'What the register can be narrowed down by, with counts',
  request: { query: filterQuery.omit({ sort: true, limit: true, after: true }) },
  responses: {
    200: json(
      z.object({
        actors: facet,
        kinds: facet,
        forces: facet,
        money: facet,
        lives: facet,
        documents: facet,
        sessions: facet,
      }),
      'Facets',
    ),
  },
})

const dueRoute = createRoute({
  method: 'get',
  path: '/due',
  tags: ['register'],
  summary: 'What is due at a session, as `resolute due` says it',
  request: { query: dueQuery },
  responses: {
    200: json(z.array(dueEntry), 'One entry per obligation'),
    404: { description: 'The calendar does not know the body or the session' },
  },
})

const session = z.object({
  body: z.string(),
  session: z.int(),
  part: z.string().nullable(),
  from: z.iso.date(),
  to: z.iso.date(),
  count: z.int(),
})
const sessionsRoute = createRoute({
  method: 'get',
  path: '/due/sessions',
  tags: ['register'],
  summary: 'Sessions at which anything is due, in order of time',
  request: { query: dueQuery.pick({ asOf: true }) },
  responses: { 200: json(z.array(session), 'Sessions with counts') },
})

const params = z.object({ id: z.string().min(1).max(600).describe('May hold slashes; # is written %23') })
const one = createRoute({
  method: 'get',
  path: '/mandates/{id}',
  tags: ['register'],
  summary: 'One mandate with what each actor is asked by it',
  request: { params },
  responses: {
    200: json(z.object({ mandate, obligations: z.array(obligation) }), 'The mandate'),
    404: { description: 'There is no such mandate' },
  },
})

/** JSON routes of the register. */
export function mandatesRoutes(mandates: Mandates, calendar: Calendar): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(facetsRoute, async (context) =>
    context.json(open(await mandates.facets(context.req.valid('query'))), 200),
  )
  routes.openapi(list, async (context) => {
    const query = context.req.valid('query')
    if (query.after !== undefined && !readCursor(query.after, query.sort)) {
      const errors = [{ pointer: '#/after', detail: 'not a cursor of this order' }]
      return problem(context, { ...problemOf(400), errors })
    }
    return context.json(open(await mandates.obligations(query)), 200)
  })
  routes.openapi(sessionsRoute, async (context) => {
    return context.json(open(await mandates.dueSessions(context.req.valid('query').asOf)), 200)
  })
  routes.openapi(dueRoute, async (context) => {
    const { all, ...query } = context.req.valid('query')
    const table = await calendar.table()
    if (!table.session(query.body, query.session)) return problem(context, problemOf(404))
    const entries = await mandates.due({ ...query, ...(all && { kinds: ['report', 'event', 'other'] }) })
    return context.json(open(entries), 200)
  })
  // Described to OpenAPI as one parameter, routed so that the parameter may hold slashes.
  routes.openAPIRegistry.registerPath(one)
  routes.get('/mandates/:id{.+}', async (context) => {
    const { data } = params.safeParse({ id: context.req.param('id') })
    const found = data ? await mandates.mandate(data.id) : null
    return found ? context.json(found, 200) : problem(context, problemOf(404))
  })
  routes.route('/', readingsRoutes(mandates))
  return routes
}
