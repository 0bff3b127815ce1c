import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { open, visitorOf } from '#platform/http'
import { call, callLine, issuedForm } from './api-calls-schemas.ts'
import type { Calls } from './room.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const params = z.object({ call: z.string().regex(/^\d{4}-[1-9]\d{0,5}$/) })
const gone = { description: 'There is no such call, or it is not out yet' }

const list = createRoute({
  method: 'get',
  path: '/calls',
  tags: ['submissions'],
  summary: 'Calls for views that are open or closed, newest first',
  request: {
    query: z.object({
      state: z.enum(['draft', 'open', 'closed']).optional(),
      document: z.string().max(300).optional().describe('Ordered by a paragraph of this document'),
    }),
  },
  responses: { 200: json(z.object({ rows: z.array(callLine) }), 'The calls') },
})

const one = createRoute({
  method: 'get',
  path: '/calls/{call}',
  tags: ['submissions'],
  summary: 'One call: what is asked, ordered by which paragraph, by when, for which report',
  request: { params },
  responses: { 200: json(call, 'The call'), 404: gone },
})

const form = createRoute({
  method: 'get',
  path: '/calls/{call}/form',
  tags: ['submissions'],
  summary: 'The form of a call as it went out: sections, questions, conditions, texts by language',
  request: {
    params,
    query: z.object({ version: z.coerce.number().int().min(1).max(10_000).optional() }),
  },
  responses: { 200: json(issuedForm, 'The newest version, or the one asked for'), 404: gone },
})

/** JSON routes of calls: what everybody may see; the office sees its drafts, too. */
export function callsRoutes(submissions: Calls): OpenAPIHono {
  return new OpenAPIHono()
    .openapi(list, async (c) => {
      const { state, document } = c.req.valid('query')
      const filter = { ...(state && { state }), ...(document && { document }) }
      const rows = await submissions.calls(filter, visitorOf(c))
      return c.json({ rows: open(rows) }, 200)
    })
    .openapi(one, async (c) => {
      const found = await submissions.call(c.req.valid('param').call, visitorOf(c))
      return found ? c.json(open(found), 200) : c.body(null, 404)
    })
    .openapi(form, async (c) => {
      const { version } = c.req.valid('query')
      const found = await submissions.form(c.req.valid('param').call, visitorOf(c), version)
      if (!found) return c.body(null, 404)
      // Who put it out is the office's own affair.
      const { version: out, form, at } = found
      return c.json(open({ version: out, form, at }), 200)
    })
}
