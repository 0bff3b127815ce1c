import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { languages } from '@resolute/reader'
import { problem, problemOf, refusedTo, visitorOf } from '#platform/http'
import type { Calendar } from './room.ts'
import type { Body, Deadline, Session, SessionTable } from './session.ts'

const period = z.object({ from: z.iso.date(), to: z.iso.date() }).openapi('Period')

const body = z
  .object({
    code: z.string().openapi({ example: 'CCPCJ' }),
    slug: z.string().openapi({ example: 'ccpcj' }),
    name: z.partialRecord(z.enum(languages), z.string()).describe('Official names by language; English always there'),
    actor: z.string().describe('The same body among the actors'),
    aliases: z.array(z.string()),
  })
  .openapi('Body')

const session = z
  .object({
    body: z.string(),
    number: z.int().describe('Session number; the year where sessions are named by it'),
    place: z.string().nullable(),
    parts: z.array(
      z.object({
        part: z.enum(['opening', 'regular', 'reconvened']),
        planned: period.nullable(),
        held: period.nullable(),
        mark: z.enum(['verified', 'unverified', 'derived']).describe('How sure the dates are'),
        note: z.string().nullable(),
        movedFrom: period.nullish().describe('Its days before it was moved; null where none had been fixed'),
      }),
    ),
    window: z.boolean().describe('True where a rule gives a window and nobody fixed days'),
    note: z.string().nullable(),
  })
  .openapi('Session')

const deadline = z
  .object({ code: z.string(), on: z.iso.date(), why: z.string().describe('In words') })
  .openapi('Deadline')

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const code = z.string().min(1).max(50).openapi({ example: 'ccpcj' })

const bodies = createRoute({
  method: 'get',
  path: '/bodies',
  tags: ['calendar'],
  summary: 'Bodies that meet in numbered sessions',
  responses: { 200: json(z.object({ rows: z.array(body) }), 'The bodies') },
})

const sessions = createRoute({
  method: 'get',
  path: '/sessions',
  tags: ['calendar'],
  summary: 'Listed sessions, of one body or of all',
  request: { query: z.object({ body: code.optional() }) },
  responses: {
    200: json(z.object({ rows: z.array(session) }), 'The sessions, by body and number'),
    404: { description: 'There is no such body' },
  },
})

const one = createRoute({
  method: 'get',
  path: '/sessions/{body}/{number}',
  tags: ['calendar'],
  summary: 'One session with its deadlines',
  request: { params: z.object({ body: code, number: z.coerce.number().int().min(1).max(9999) }) },
  responses: {
    200: json(session.extend({ deadlines: z.array(deadline) }), 'The session'),
    404: { description: 'The calendar holds no such session' },
  },
})

const sessionParams = z.object({ body: code, number: z.coerce.number().int().min(1).max(9999) })

const move = z
  .object({
    ...{ n: z.int(), body: z.string(), number: z.int(), part: z.enum(['opening', 'regular', 'reconvened']) },
    from: period.nullable().describe('Null where nobody had fixed days'),
    ...{ to: period, reason: z.string(), by: z.string(), at: z.iso.datetime() },
  })
  .openapi('SessionMove')

const moves = createRoute({
  method: 'get',
  path: '/sessions/{body}/{number}/moves',
  tags: ['calendar'],
  summary: 'When and why a session was moved, the oldest first',
  request: { params: sessionParams },
  responses: {
    200: json(z.object({ rows: z.array(move) }), 'The moves'),
    404: { description: 'The calendar holds no such session' },
  },
})

const moveIt = createRoute({
  'x-act': 'calendar.move-session',
  method: 'post',
  path: '/sessions/{body}/{number}/moves',
  tags: ['calendar'],
  summary: 'Puts a part of a session on other days',
  request: {
    params: sessionParams,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            part: z.enum(['opening', 'regular', 'reconvened']).default('regular'),
            to: period,
            reason: z.string().max(10_000),
          }),
        },
      },
    },
  },
  responses: {
    201: json(move, 'The move'),
    401: { description: 'Sign in first' },
    403: { description: 'Only an officer moves sessions' },
    404: { description: 'The calendar holds no such session' },
    422: { description: 'Days that are none, those it has already, or no reason: `detail` says which' },
  },
})

/** JSON routes of the calendar. */
export function calendarRoutes(calendar: Calendar): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(bodies, async (context) => {
    const table = await calendar.table()
    return context.json({ rows: table.bodies().map(plainBody) }, 200)
  })
  routes.openapi(sessions, async (context) => {
    const table = await calendar.table()
    const wanted = context.req.valid('query').body
    const body = wanted === undefined ? null : table.body(wanted)
    if (wanted !== undefined && !body) return problem(context, problemOf(404))
    const rows = (body ? [body] : table.bodies()).flatMap(({ code }) => table.sessions(code))
    return context.json({ rows: rows.map(plainSession) }, 200)
  })
  routes.openapi(one, async (context) => {
    const table = await calendar.table()
    const { body, number } = context.req.valid('param')
    const found = table.session(body, number)
    if (!found) return problem(context, problemOf(404))
    const deadlines = table.deadlines(body, number).map((each) => plainDeadline(table, each))
    return context.json({ ...plainSession(found), deadlines }, 200)
  })
  routes.openapi(moves, async (context) => {
    const { body, number } = context.req.valid('param')
    const found = (await calendar.table()).session(body, number)
    if (!found) return problem(context, problemOf(404))
    return context.json({ rows: [...(await calendar.moves(found.body, number))] }, 200)
  })
  routes.openapi(moveIt, async (context) => {
    const request = { ...context.req.valid('param'), ...context.req.valid('json') }
    const result = await calendar.moveSession(visitorOf(context), request)
    if (!('refused' in result)) return context.json(result.move, 201)
    if (result.refused === 'not-allowed') return refusedTo(context, result)
    const status = result.refused === 'no-such-session' ? 404 : 422
    return problem(context, { ...problemOf(status), detail: result.refused })
  })
  return routes
}

const plainBody = (found: Body) => ({ ...found, aliases: [...found.aliases] })
const plainSession = (found: Session) => ({ ...found, parts: [...found.parts] })
const plainDeadline = (table: SessionTable, { code, on, why }: Deadline) => ({ code, on, why: table.explain(why) })
