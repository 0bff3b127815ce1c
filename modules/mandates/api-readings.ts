import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { open, problem, problemOf, refusedTo, visitorOf } from '#platform/http'
import { decision, given, personReading, readingQuery } from './api-readings-schemas.ts'
import { mandate, obligation } from './api-schemas.ts'
import type { ReadingRefusal, ReadingResult } from './readings.ts'
import type { Mandates } from './room.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const tags = ['readings']
const id = z.object({
  id: z.string().min(1).max(600).describe('Id of the mandate; may hold slashes; # is written %23'),
})
const decided = z.object({ mandate, obligations: z.array(obligation) })
const counted = z.array(z.object({ value: z.string(), label: z.string().optional(), count: z.int() }))

const queue = createRoute({
  method: 'get',
  path: '/readings',
  tags,
  summary: 'Readings to check, most doubtful first',
  request: { query: readingQuery },
  responses: {
    200: json(
      z.object({
        rows: z.array(z.object({ mandate, actors: z.array(z.string()) })),
        total: z.int(),
        next: z.string().nullable(),
      }),
      'A page; without a state, what waits for a person',
    ),
  },
})

const facets = createRoute({
  method: 'get',
  path: '/readings/facets',
  tags,
  summary: 'What the queue can be narrowed down by, with counts',
  request: { query: readingQuery.omit({ limit: true, after: true }) },
  responses: {
    200: json(
      z.object({ states: counted, doubts: counted, documents: counted, actors: counted, bodies: counted }),
      'Facets',
    ),
  },
})

const cases = createRoute({
  method: 'get',
  path: '/readings/cases',
  tags,
  summary: 'Readings by persons as test cases of the reader, one JSON object a line',
  responses: { 200: { description: 'Test cases', content: { 'application/jsonl': { schema: z.string() } } } },
})

const one = createRoute({
  method: 'get',
  path: '/readings/of/{id}',
  tags,
  summary: 'One reading: what counts, what the rules read, and all that persons decided',
  request: { params: id },
  responses: {
    200: json(decided.extend({ history: z.array(personReading) }), 'The reading'),
    404: { description: 'There is no such mandate' },
  },
})

const refusals = {
  401: { description: 'Sign in first' },
  403: { description: 'Only an officer decides' },
  404: { description: 'There is no such mandate' },
  409: {
    description:
      'The reading changed meanwhile (`seen` is not that of the reading that stands), or the register is not what the ledger says: `detail` says which',
  },
  422: {
    description: 'Words that do not stand in the paragraph, or nothing to do it to: `detail` and `errors` say which',
  },
}

/** The acts by their address: `POST /readings/of/{id}/accept`. */
const acts = {
  accept: 'What the rules read is right (mandates.accept-reading)',
  correct: 'The clauses of the paragraph, all of them anew (mandates.correct-reading)',
  'no-mandate': 'The paragraph asks nothing (mandates.mark-no-mandate)',
  withdraw: 'What the rules read counts again (mandates.withdraw-correction)',
  preview: 'What a correction would give, without making it',
} as const

/** Rows of the table of permissions; a preview changes nothing, and trying it is everybody's. */
const actOf = {
  accept: 'mandates.accept-reading',
  correct: 'mandates.correct-reading',
  'no-mandate': 'mandates.mark-no-mandate',
  withdraw: 'mandates.withdraw-correction',
  preview: 'mandates.preview-reading',
} as const

const describedAct = (act: keyof typeof acts) => {
  const schema =
    act === 'correct'
      ? decision.extend({ clauses: given })
      : act === 'preview'
        ? z.object({ clauses: given })
        : decision
  const answer = act === 'preview' ? z.object({ clauses: z.array(z.any()), obligations: z.array(z.any()) }) : decided
  return createRoute({
    'x-act': actOf[act],
    method: 'post',
    path: `/readings/of/{id}/${act}`,
    tags,
    summary: acts[act],
    request: { params: id, body: { required: true, content: { 'application/json': { schema } } } },
    responses: { 200: json(answer, 'What stands now'), ...refusals },
  })
}

/** JSON routes of the queue and of what persons decide. */
export function readingsRoutes(mandates: Mandates): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(facets, async (context) =>
    context.json(open(await mandates.readingFacets(context.req.valid('query'))), 200),
  )
  routes.openapi(queue, async (context) => context.json(open(await mandates.readings(context.req.valid('query'))), 200))
  routes.openAPIRegistry.registerPath(cases)
  routes.get('/readings/cases', async (context) => {
    const lines = (await mandates.readingCases()).map((one) => `${JSON.stringify(one)}\n`)
    return context.body(lines.join(''), 200, { 'content-type': 'application/jsonl; charset=utf-8' })
  })
  // Described to OpenAPI with the id as one parameter, routed so that it may hold slashes.
  routes.openAPIRegistry.registerPath(one)
  routes.get('/readings/of/:id{.+}', async (context) => {
    const mandate = idIn(context)
    const found = await mandates.mandate(mandate)
    if (!found) return problem(context, problemOf(404))
    return context.json({ ...found, history: await mandates.readingHistory(mandate) }, 200)
  })
  for (const act of Object.keys(acts) as (keyof typeof acts)[]) {
    routes.openAPIRegistry.registerPath(describedAct(act))
    routes.post(`/readings/of/:id{.+}/${act}`, async (context) => {
      const sent: unknown = await context.req.json().catch(() => null)
      return answer(context, mandates, act, sent)
    })
  }
  return routes
}

const idIn = (context: Context): string => (context.req.param('id') ?? '').slice(0, 600)

async function answer(context: Context, mandates: Mandates, act: keyof typeof acts, sent: unknown): Promise<Response> {
  const visitor = visitorOf(context)
  const mandate = idIn(context)
  if (act === 'preview') {
    const read = z.object({ clauses: given }).safeParse(sent)
    if (!read.success) return invalid(context, read.error)
    const tried = await mandates.previewReading(mandate, read.data.clauses)
    return 'refused' in tried ? refuse(context, tried) : context.json(tried, 200)
  }
  if (act === 'correct') {
    const read = decision.extend({ clauses: given }).safeParse(sent)
    return read.success
      ? settle(context, await mandates.correctReading(visitor, mandate, read.data))
      : invalid(context, read.error)
  }
  const read = decision.safeParse(sent)
  if (!read.success) return invalid(context, read.error)
  switch (act) {
    case 'accept':
      return settle(context, await mandates.acceptReading(visitor, mandate, read.data))
    case 'no-mandate':
      return settle(context, await mandates.markNoMandate(visitor, mandate, read.data))
    case 'withdraw':
      return settle(context, await mandates.withdrawCorrection(visitor, mandate, read.data))
  }
}

const settle = (context: Context, result: ReadingResult): Response =>
  'refused' in result ? refuse(context, result) : context.json(result, 200)

function invalid(context: Context, { issues }: z.ZodError): Response {
  const errors = issues.map(({ path, message }) => ({ pointer: `#/${path.join('/')}`, detail: message }))
  return problem(context, { ...problemOf(400), errors })
}

function refuse(context: Context, refusal: ReadingRefusal): Response {
  switch (refusal.refused) {
    case 'not-allowed':
      return refusedTo(context, refusal)
    case 'no-such-mandate':
      return problem(context, problemOf(404))
    case 'reading-changed':
    case 'not-whole':
      return problem(context, { ...problemOf(409), detail: refusal.refused })
    case 'not-in-text': {
      const errors = refusal.faults.map(({ clause, part, at, code }) => ({
        pointer: `#/clauses/${clause}/${part}/${at}`,
        detail: code,
      }))
      return problem(context, { ...problemOf(422), detail: refusal.refused, errors })
    }
    case 'nothing-to-accept':
    case 'nothing-to-withdraw':
    case 'too-long':
      return problem(context, { ...problemOf(422), detail: refusal.refused })
  }
}
