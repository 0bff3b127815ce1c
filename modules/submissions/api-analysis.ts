import { Readable } from 'node:stream'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { fileHeaders } from '#platform/files'
import { open, problem, problemOf, visitorOf } from '#platform/http'
import { toCsv, toXlsx } from '#platform/tables'
import { coverage, figure, finding, page, repliesPage, submission } from './api-analysis-schemas.ts'
import { openly } from './archive.ts'
import { readCursor } from './replies.ts'
import type { Submissions } from './room.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const call = z.string().regex(/^\d{4}-[1-9]\d{0,5}$/)
const n = z.coerce.number().int().min(1).max(999_999)
const language = z
  .enum(['ar', 'zh', 'en', 'fr', 'ru', 'es'])
  .default('en')
  .openapi({ description: 'Of labels and names; what people wrote stays in their own' })
const limit = z.coerce.number().int().min(1).max(500).default(50)
const noCall = { description: 'There is no such call' }
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const binary = z.string().openapi({ format: 'binary' })

const list = createRoute({
  method: 'get',
  path: '/calls/{call}/submissions',
  tags: ['submissions'],
  summary: 'Submissions to a call that stand and whoever asks may see, in the order of names',
  request: { params: z.object({ call }), query: z.object({ limit, after: z.string().max(1000).optional() }) },
  responses: { 200: json(page, 'A page'), 400: { description: 'Not a cursor of this list' }, 404: noCall },
})

const table = createRoute({
  method: 'get',
  path: '/calls/{call}/table',
  tags: ['submissions'],
  summary: 'The same as one table: a row for each answer, or for each submission',
  request: {
    params: z.object({ call }),
    query: z.object({
      rows: z.enum(['answers', 'submissions']).default('answers'),
      format: z.enum(['csv', 'xlsx']).default('csv'),
      language,
    }),
  },
  responses: {
    200: {
      description: 'The table',
      content: { 'text/csv': { schema: z.string() }, [spreadsheet]: { schema: binary } },
    },
    404: noCall,
  },
})

const archive = createRoute({
  method: 'get',
  path: '/calls/{call}/archive',
  tags: ['submissions'],
  summary: 'The same as a zip: data, a copy to read, the file each came by, and what was given with it',
  request: { params: z.object({ call }), query: z.object({ language }) },
  responses: {
    200: { description: 'The archive', content: { 'application/zip': { schema: binary } } },
    404: noCall,
  },
})

const one = createRoute({
  method: 'get',
  path: '/calls/{call}/submissions/{n}',
  tags: ['submissions'],
  summary: 'What was sent for an invitation: the newest, or of a number',
  request: { params: z.object({ call, n }), query: z.object({ number: n.optional() }) },
  responses: { 200: json(submission, 'The submission'), 404: { description: 'There is none whoever asks may see' } },
})

const file = createRoute({
  method: 'get',
  path: '/calls/{call}/submissions/{n}/files/{sha256}',
  tags: ['submissions'],
  summary: 'A file of a submission as it was given',
  request: { params: z.object({ call, n, sha256: z.string().regex(/^[0-9a-f]{64}$/) }) },
  responses: { 200: { description: 'The file, to be saved' }, 404: { description: 'There is none' } },
})

const side = createRoute({
  method: 'get',
  path: '/calls/{call}/questions/{question}/replies',
  tags: ['submissions'],
  summary: 'Replies to one question side by side; who said nothing there has no answer',
  request: {
    params: z.object({ call, question: z.string().min(1).max(100) }),
    query: z.object({ limit, after: z.coerce.number().int().min(0).max(999_999).optional() }),
  },
  responses: { 200: json(repliesPage, 'A page'), 404: noCall },
})

const findings = createRoute({
  method: 'get',
  path: '/calls/{call}/findings',
  tags: ['submissions'],
  summary: 'What the office found in submissions, each finding with the passages it rests on',
  request: { params: z.object({ call }) },
  responses: { 200: json(z.array(finding), 'Findings in the order of the section'), 404: noCall },
})

const figures = createRoute({
  method: 'get',
  path: '/calls/{call}/figures',
  tags: ['submissions'],
  summary: 'What can be counted in the answers, question by question, each with its denominators',
  request: { params: z.object({ call }), query: z.object({ language, 'as-of': z.iso.date().optional() }) },
  responses: { 200: json(z.array(figure), 'Figures in the order of the form'), 404: noCall },
})

const covered = createRoute({
  method: 'get',
  path: '/calls/{call}/coverage',
  tags: ['submissions'],
  summary: 'Who was asked and who answered, by regional group; silence is no information',
  request: { params: z.object({ call }), query: z.object({ language }) },
  responses: { 200: json(coverage, 'Coverage'), 404: noCall },
})

/** JSON routes of what came and what was found in it, and the same as tables and as an archive. */
export function analysisRoutes(submissions: Submissions): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(list, async (context) => {
    const by = visitorOf(context)
    const { call: id } = context.req.valid('param')
    const { after, limit: size } = context.req.valid('query')
    if (!(await submissions.call(id, by))) return problem(context, problemOf(404))
    if (after !== undefined && !readCursor(after)) {
      const errors = [{ pointer: '#/after', detail: 'not a cursor of this list' }]
      return problem(context, { ...problemOf(400), errors })
    }
    const found = await submissions.submissions(id, by, { limit: size, ...(after !== undefined && { after }) })
    return context.json(open({ ...found, rows: found.rows.map(openly) }), 200)
  })
  routes.openapi(table, async (context) => {
    const { rows, format, language: tongue } = context.req.valid('query')
    const found = await submissions.published(context.req.valid('param').call, visitorOf(context), tongue)
    if (!found) return problem(context, problemOf(404))
    const made = rows === 'answers' ? found.replies : found.submissions
    const headers = { 'content-disposition': `attachment; filename="${made.name}.${format}"` }
    return format === 'csv'
      ? context.body(toCsv(made), 200, { ...headers, 'content-type': 'text/csv; charset=utf-8' })
      : context.body(new Uint8Array(await toXlsx(made)), 200, { ...headers, 'content-type': spreadsheet })
  })
  routes.openapi(archive, async (context) => {
    const { call: id } = context.req.valid('param')
    const found = await submissions.archive(id, visitorOf(context), context.req.valid('query').language)
    if (!found) return problem(context, problemOf(404))
    return new Response(Readable.toWeb(Readable.from(found.content)) as ReadableStream, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${found.name}"`,
        etag: `"${found.seal}"`,
      },
    })
  })
  routes.openapi(one, async (context) => {
    const { call: id, n: at } = context.req.valid('param')
    const found = await submissions.submission(id, at, visitorOf(context), context.req.valid('query').number)
    return found ? context.json(open(openly(found)), 200) : problem(context, problemOf(404))
  })
  routes.openapi(file, async (context) => {
    const { call: id, n: at, sha256 } = context.req.valid('param')
    const found = await submissions.answerFile(id, at, sha256, visitorOf(context))
    if (!found) return problem(context, problemOf(404))
    const headers = fileHeaders(found.file, found.name)
    const saved = { ...headers, 'content-disposition': headers['content-disposition']!.replace('inline', 'attachment') }
    return new Response(Readable.toWeb(found.content) as ReadableStream, { headers: saved })
  })
  routes.openapi(side, async (context) => {
    const by = visitorOf(context)
    const { call: id, question } = context.req.valid('param')
    const { limit: size, after } = context.req.valid('query')
    if (!(await submissions.call(id, by))) return problem(context, problemOf(404))
    const found = await submissions.replies(id, question, by, { limit: size, ...(after !== undefined && { after }) })
    return context.json(open(found), 200)
  })
  routes.openapi(findings, async (context) => {
    const by = visitorOf(context)
    const { call: id } = context.req.valid('param')
    if (!(await submissions.call(id, by))) return problem(context, problemOf(404))
    const found = await submissions.findings(id, by)
    const plain = found.map((one) => ({ ...one, passages: one.passages.map(({ by: _, ...passage }) => passage) }))
    return context.json(open(plain), 200)
  })
  routes.openapi(figures, async (context) => {
    const by = visitorOf(context)
    const { call: id } = context.req.valid('param')
    const { language: tongue, 'as-of': asOf } = context.req.valid('query')
    if (!(await submissions.call(id, by))) return problem(context, problemOf(404))
    return context.json(open(await submissions.figures(id, by, tongue, asOf)), 200)
  })
  routes.openapi(covered, async (context) => {
    const { language: tongue } = context.req.valid('query')
    const found = await submissions.coverage(context.req.valid('param').call, visitorOf(context), tongue)
    return found ? context.json(open(found), 200) : problem(context, problemOf(404))
  })
  return routes
}
