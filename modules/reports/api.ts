import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { problem, problemOf } from '#platform/http'
import { documentationSchema, issueSchema, reportSchema } from './api-schemas.ts'
import { isDate } from './dates.ts'
import { mediaTypes } from './render/render.ts'
import type { Reports } from './report.ts'
import { reportFormats } from './report.ts'

const params = z.object({
  body: z.string().min(1).max(50).openapi({ example: 'ccpcj', description: 'Code of the body, whatever the case' }),
  session: z.coerce
    .number()
    .int()
    .min(1)
    .max(9999)
    .openapi({ example: 22, description: 'Number of the session; for bodies that count by year, the year' }),
})

const asOf = z.string().refine(isDate, 'a day of the calendar, YYYY-MM-DD').optional().openapi({
  example: '2013-04-01',
  description: 'Nothing adopted after this day is seen; today where it is not given',
})

const language = z
  .enum(['ar', 'zh', 'en', 'fr', 'ru', 'es'])
  .default('en')
  .openapi({ description: 'The language of the report; texts are quoted as adopted' })

const of = z.string().max(600).optional().openapi({
  example: 'E/RES/2012/19',
  description: 'On one text, all it asks: `<document>#<unit>`, or the document; without it on all that is due',
})

const missing = { description: 'The calendar holds no such body or session' }

const binary = z.string().openapi({ format: 'binary' })

const report = createRoute({
  method: 'get',
  path: '/reports/{body}/{session}',
  tags: ['reports'],
  summary: 'The report on implementation for a session',
  request: {
    params,
    query: z.object({ 'as-of': asOf, format: z.enum(reportFormats).default('json'), language, of }),
  },
  responses: {
    200: {
      description: 'The report, compiled from the register as it stood',
      content: {
        'application/json': { schema: reportSchema },
        [mediaTypes.docx]: { schema: binary },
        'text/html': { schema: z.string() },
        'text/markdown': { schema: z.string() },
      },
    },
    404: missing,
  },
})

const documentation = createRoute({
  method: 'get',
  path: '/documentation/{body}/{session}',
  tags: ['reports'],
  summary: 'The provisional documentation of a session: what it is to have before it, and what each document rests on',
  request: { params, query: z.object({ 'as-of': asOf }) },
  responses: {
    200: { description: 'The documents', content: { 'application/json': { schema: documentationSchema } } },
    404: missing,
  },
})

const issues = createRoute({
  method: 'get',
  path: '/issued-reports',
  tags: ['reports'],
  summary:
    'Reports as they went out, newest first; their files stand at /reports/{id}/report.docx, .html, .md and .json',
  request: {
    query: z.object({
      body: z.string().max(50).optional(),
      session: z.coerce.number().int().min(1).max(9999).optional(),
    }),
  },
  responses: {
    200: { description: 'The reports', content: { 'application/json': { schema: z.array(issueSchema) } } },
  },
})

/** JSON routes of reports, and the report itself as a file in each of its forms. */
export function reportRoutes(reports: Reports): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(report, async (context) => {
    const { 'as-of': asOf, format, language, of: scope } = context.req.valid('query')
    const query = { ...context.req.valid('param'), language, ...(asOf && { asOf }), ...(scope && { scope }) }
    const compiled = await reports.compile(query)
    if (!compiled) return problem(context, problemOf(404))
    const { bytes, mediaType, fileName } = await reports.render(compiled, format)
    return context.body(new Uint8Array(bytes), 200, {
      'content-type': mediaType,
      'content-disposition': `${format === 'json' ? 'inline' : 'attachment'}; filename="${fileName}"`,
    })
  })
  routes.openapi(issues, async (context) => {
    const { body, session } = context.req.valid('query')
    const found = await reports.issues({ ...(body && { body }), ...(session && { session }) })
    return context.json(
      found.map((issue) => issueSchema.parse(issue)),
      200,
    )
  })
  routes.openapi(documentation, async (context) => {
    const { 'as-of': asOf } = context.req.valid('query')
    const found = await reports.documentation({ ...context.req.valid('param'), ...(asOf && { asOf }) })
    return found ? context.json(documentationSchema.parse(found), 200) : problem(context, problemOf(404))
  })
  return routes
}
