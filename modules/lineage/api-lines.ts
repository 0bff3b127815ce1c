import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { refusalOf } from '#platform/access'
import { open, problem, problemOf, refusedTo, visitorOf } from '#platform/http'
import {
  judgement,
  lineAnswer,
  overlapFilter,
  overlapPage,
  recurringFilter,
  recurringPage,
  seriesAnswer,
} from './api-lines-schemas.ts'
import type { Lines } from './lines.ts'
import type { JudgementResult } from './overlap.ts'
import { judgeOverlap } from './permissions.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const tags = ['lineage']
const document = z.object({
  document: z.string().min(1).max(200).describe('Id of the document; may hold slashes'),
})
const unit = z.string().min(1).max(200).optional().describe('The document itself where it is left out')
const place = z.coerce.number().int().min(0).max(999_999).optional()

const line = createRoute({
  method: 'get',
  path: '/lineage/{document}',
  tags,
  summary: 'The line of a paragraph: first said, changed when, dropped when',
  request: {
    params: document,
    query: z.object({
      unit,
      path: z.string().max(100).optional(),
      recital: place.describe('Which paragraph of the preamble, from 1'),
      n: place.describe('Place in the version, for a paragraph without number'),
    }),
  },
  responses: { 200: json(lineAnswer, 'The line'), 404: { description: 'There is no such paragraph' } },
})

const series = createRoute({
  method: 'get',
  path: '/series/{document}',
  tags,
  summary: 'The series a text belongs to, its rhythm, and its paragraphs through it',
  request: { params: document, query: z.object({ unit }) },
  responses: { 200: json(seriesAnswer, 'The series'), 404: { description: 'There is no such text' } },
})

const recurring = createRoute({
  method: 'get',
  path: '/recurring',
  tags,
  summary: 'Mandates that were renewed, each counted once with its instances',
  request: { query: recurringFilter },
  responses: { 200: json(recurringPage, 'A page, those said most often first') },
})

const overlaps = createRoute({
  method: 'get',
  path: '/overlap',
  tags,
  summary: 'Possible overlaps of new mandates with standing ones, most similar first, and what persons said of them',
  request: { query: overlapFilter },
  responses: { 200: json(overlapPage, 'A page') },
})

const judged = createRoute({
  'x-act': 'lineage.judge-overlap',
  method: 'post',
  path: '/overlap',
  tags,
  summary: 'What a person says of a possible overlap (lineage.judge-overlap)',
  request: { body: { required: true, content: { 'application/json': { schema: judgement } } } },
  responses: {
    200: json(overlapPage.shape.rows.element, 'The pair as it stands now'),
    401: { description: 'Sign in first' },
    403: { description: 'Only an officer or an evaluator judges' },
    404: { description: 'There is no such pair' },
    422: { description: 'Nothing to withdraw, or the note is too long: `detail` says which' },
  },
})

/** JSON routes of lines, series and overlaps. */
export function linesRoutes(lineage: Lines): OpenAPIHono {
  const routes = new OpenAPIHono()
  // Described to OpenAPI with the id as one parameter, routed so that it may hold slashes.
  routes.openAPIRegistry.registerPath(line)
  routes.get('/lineage/:document{.+}', async (context) => {
    const asked = line.request.query.safeParse(context.req.query())
    if (!asked.success) return problem(context, problemOf(400))
    const found = await lineage.line({ document: documentIn(context), unit: documentIn(context), ...given(asked.data) })
    return found ? context.json(found, 200) : problem(context, problemOf(404))
  })
  routes.openAPIRegistry.registerPath(series)
  routes.get('/series/:document{.+}', async (context) => {
    const asked = series.request.query.safeParse(context.req.query())
    if (!asked.success) return problem(context, problemOf(400))
    const found = await lineage.series({ document: documentIn(context), unit: asked.data.unit ?? documentIn(context) })
    return found ? context.json(found, 200) : problem(context, problemOf(404))
  })
  routes.openapi(recurring, async (context) =>
    context.json(open(await lineage.recurring(context.req.valid('query'))), 200),
  )
  routes.openapi(overlaps, async (context) =>
    context.json(open(await lineage.overlaps(context.req.valid('query'))), 200),
  )
  routes.openAPIRegistry.registerPath(judged)
  routes.post('/overlap', async (context) => {
    const notAllowed = refusalOf(visitorOf(context), judgeOverlap)
    if (notAllowed) return refusedTo(context, notAllowed)
    const read = judgement.safeParse(await context.req.json().catch(() => null))
    if (!read.success) return problem(context, problemOf(400))
    return settle(context, await lineage.judgeOverlap(visitorOf(context), read.data))
  })
  return routes
}

const documentIn = (context: Context): string => (context.req.param('document') ?? '').slice(0, 200)

/** Without what was left out. */
const given = <T extends object>(asked: T): Partial<T> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Partial<T>

function settle(context: Context, result: JudgementResult): Response {
  if (!('refused' in result)) return context.json(result.overlap, 200)
  switch (result.refused) {
    case 'not-allowed':
      return refusedTo(context, result)
    case 'no-such-pair':
      return problem(context, problemOf(404))
    case 'nothing-to-withdraw':
    case 'too-long':
      return problem(context, { ...problemOf(422), detail: result.refused })
  }
}
