import { Readable } from 'node:stream'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { fileHeaders } from '#platform/files'
import { problem, problemOf, refusedAs, visitorOf } from '#platform/http'
import { dossier, line, listQuery, updateBody } from './api-schemas.ts'
import type { Refusal } from './dossier.ts'
import { readCursor } from './lists.ts'
import type { Followup } from './room.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const list = createRoute({
  method: 'get',
  path: '/dossiers',
  tags: ['followup'],
  summary: 'Dossiers on everything that is asked, in the order of first due dates',
  request: { query: listQuery },
  responses: {
    200: json(z.object({ rows: z.array(line), next: z.string().nullable() }), 'A page'),
    400: { description: 'A parameter that cannot be used' },
  },
})

const params = z.object({ id: z.string().min(1).max(700).describe('May hold slashes; # is written %23') })
const one = createRoute({
  method: 'get',
  path: '/dossiers/{id}',
  tags: ['followup'],
  summary: 'One dossier: what is asked, what was published on it, what the office finds in the record',
  request: { params },
  responses: { 200: json(dossier, 'The dossier'), 404: { description: 'There is no such dossier' } },
})

const record = createRoute({
  'x-act': 'followup.record-update',
  method: 'post',
  path: '/updates',
  tags: ['followup'],
  summary: 'Act followup.record-update: report on what an actor is asked',
  request: { body: { required: true, content: { 'application/json': { schema: updateBody } } } },
  responses: {
    201: json(z.object({ id: z.string(), update: z.string() }), 'It is kept'),
    401: { description: 'Nobody is signed in' },
    403: { description: 'Not theirs to do' },
    404: { description: 'There is no such dossier' },
    409: { description: 'It lies with somebody else, or was changed since' },
    422: { description: 'A field that cannot be used' },
  },
})

const file = createRoute({
  method: 'get',
  path: '/evidence/{id}/file',
  tags: ['followup'],
  summary: 'A file of evidence as it was given',
  request: { params: z.object({ id: z.string().regex(/^\d{1,18}$/) }) },
  responses: { 200: { description: 'The file, to be saved' }, 404: { description: 'There is no such file' } },
})

/** JSON routes of the dossiers. Notes of the office are in none of them. */
export function followupRoutes(followup: Followup): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(list, async (context) => {
    const query = context.req.valid('query')
    if (query.after !== undefined && !readCursor(query.after)) {
      const errors = [{ pointer: '#/after', detail: 'not a cursor of this list' }]
      return problem(context, { ...problemOf(400), errors })
    }
    const { rows, next } = await followup.dossiers(query, visitorOf(context))
    const open = rows.map(({ asked, status, asOf, replies }) => ({ asked, status, asOf, replies }))
    return context.json({ rows: open as z.infer<typeof line>[], next }, 200)
  })
  // Described to OpenAPI as one parameter, routed so that the parameter may hold slashes.
  routes.openAPIRegistry.registerPath(one)
  routes.get('/dossiers/:id{.+}', async (context) => {
    const { data } = params.safeParse({ id: context.req.param('id') })
    const found = data ? await followup.dossier(data.id, visitorOf(context)) : null
    if (!found) return problem(context, problemOf(404))
    const { notes: _, watching: __, ...open } = found
    const replies = open.replies.map(({ answers: _a, chain: _c, handovers: _h, ...reply }) => reply)
    return context.json({ ...open, replies }, 200)
  })
  routes.openapi(record, async (context) => {
    const { dossier: id, actor, once, seen, send, corrects, evidence, ...update } = context.req.valid('json')
    const target = { id, actor, ...(once !== undefined && { once }), ...(seen !== undefined && { seen }) }
    const given = { ...target, update, send, evidence, ...(corrects !== undefined && { corrects }) }
    const result = await followup.recordUpdate(visitorOf(context), given)
    return 'refused' in result ? refused(context, result) : context.json(result, 201)
  })
  routes.openapi(file, async (context) => {
    const { id } = context.req.valid('param')
    const found = await followup.evidenceFile(id, visitorOf(context))
    if (!found) return problem(context, problemOf(404))
    const headers = fileHeaders(found.file, found.name)
    const saved = { ...headers, 'content-disposition': headers['content-disposition']!.replace('inline', 'attachment') }
    return new Response(Readable.toWeb(found.content) as ReadableStream, { headers: saved })
  })
  return routes
}

/** What each refusal means over HTTP. */
const statuses = {
  'no-such-dossier': 404,
  'no-such-update': 404,
  'no-such-evidence': 404,
  'not-asked': 403,
  'not-yours-to-clear': 403,
  gone: 409,
  'answered-in-call': 409,
  'held-elsewhere': 409,
  'no-longer-a-draft': 409,
  'changed-since': 409,
} as const

const refused = (context: Context, refusal: Refusal): Response => refusedAs(context, refusal, statuses)
