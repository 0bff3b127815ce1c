import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Visitor } from '#platform/access'
import { open, problem, problemOf, visitorOf } from '#platform/http'
import type { GivenAnswer } from './answer.ts'
import { givenOf, missingIn } from './answers.ts'
import { answersBody, answersNow, brought, saved, sendBody, sent } from './api-answers-schemas.ts'
import { refused } from './api-refusals.ts'
import type { Submissions } from './room.ts'
import type { Answering } from './submission.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const params = z.object({
  call: z.string().regex(/^\d{4}-[1-9]\d{0,5}$/),
  n: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .describe('Number of the invitation'),
})
const link = z.object({
  authorization: z.string().max(200).optional().describe('Bearer and the personal link of the invitation'),
})
const conditional = link.extend({
  'if-match': z.string().max(100).optional().describe('The ETag that was read: nothing is done where it changed since'),
})
const refusals = {
  401: { description: 'Nobody is signed in, and no link was brought' },
  403: { description: 'Not theirs to do' },
  404: { description: 'There is no such invitation' },
  409: { description: 'It lies with somebody else, or the call takes nothing' },
  412: { description: 'It was changed since' },
  422: { description: 'An answer that cannot be taken: none was' },
} as const

const address = '/calls/{call}/invitations/{n}/answers'
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })

const read = createRoute({
  method: 'get',
  path: address,
  tags: ['submissions'],
  summary: 'What is being written on an invitation, for those who answer it',
  request: { params, headers: link },
  responses: { 200: json(answersNow, 'As it stands'), 404: refusals[404] },
})

const put = createRoute({
  'x-act': 'submissions.save',
  method: 'put',
  path: address,
  tags: ['submissions'],
  summary: 'Act submissions.save: the answers whole; questions that are not named are taken out',
  request: { params, headers: conditional, body: body(answersBody) },
  responses: { 200: json(saved, 'All of them are kept'), ...refusals },
})

const patch = createRoute({
  'x-act': 'submissions.save',
  method: 'patch',
  path: address,
  tags: ['submissions'],
  summary: 'Act submissions.save: these answers; an empty one takes what stood out',
  request: { params, headers: conditional, body: body(answersBody) },
  responses: { 200: json(saved, 'All of them are kept'), ...refusals },
})

const send = createRoute({
  'x-act': 'submissions.send',
  method: 'post',
  path: `${address}/send`,
  tags: ['submissions'],
  summary: 'Act submissions.send: what was written goes out, whole, in the place of what was sent before',
  request: {
    params,
    headers: conditional.extend({
      'idempotency-key': z
        .string()
        .regex(/^[\w-]{16,64}$/)
        .optional()
        .describe('The same once more sends nothing twice'),
    }),
    body: body(sendBody),
  },
  responses: { 201: json(sent, 'It was received'), ...refusals },
})

const file = createRoute({
  'x-act': 'submissions.save',
  method: 'post',
  path: `${address}/files`,
  tags: ['submissions'],
  summary: 'A file for an answer, to be named in it afterwards',
  request: {
    params,
    headers: link,
    query: z.object({ question: z.string().max(100), name: z.string().min(1).max(300) }),
    body: { required: true, content: { 'application/octet-stream': { schema: z.any() } } },
  },
  responses: { 201: json(brought, 'It is kept'), ...refusals },
})

/** JSON routes to answer by machine. Who holds a personal link brings it as `Authorization: Bearer`. */
export function answersRoutes(submissions: Submissions): OpenAPIHono {
  const routes = new OpenAPIHono()

  /** Who answers: whoever is signed in, and by the link what it opens. */
  async function whoAnswers(context: Context): Promise<Visitor> {
    const by = visitorOf(context)
    const token = /^Bearer ([\w-]{32,64})$/i.exec(context.req.header('authorization') ?? '')?.[1]
    return (token && (await submissions.holder(token, by))?.visitor) || by
  }

  const answered = (context: Context, acts: number): void => {
    context.header('etag', `"${acts}"`)
    context.header('cache-control', 'private, no-store')
  }

  routes.openapi(read, async (context) => {
    const { call, n } = context.req.valid('param')
    const found = await submissions.answering(`${call}/${n}`, await whoAnswers(context))
    if (!found) return problem(context, problemOf(404))
    answered(context, found.invitation.acts)
    return context.json(open(shownNow(found)) as z.infer<typeof answersNow>, 200)
  })

  async function save(context: Context, given: z.infer<typeof answersBody>, invitation: string, whole: boolean) {
    const { language, answers, confirm } = given
    const seen = seenOf(context)
    const result = await submissions.save(await whoAnswers(context), {
      ...{ invitation, language, answers: answers as Readonly<Record<string, GivenAnswer>>, whole },
      ...{ notation: 'plain' as const, strict: true },
      ...(confirm !== undefined && { confirm }),
      ...(seen !== undefined && { seen }),
    })
    if (!('refused' in result)) answered(context, result.acts)
    return result
  }

  routes.openapi(put, async (context) => {
    const { call, n } = context.req.valid('param')
    const result = await save(context, context.req.valid('json'), `${call}/${n}`, true)
    if ('refused' in result) return refused(context, result)
    return context.json({ saved: [...result.saved], acts: result.acts }, 200)
  })
  routes.openapi(patch, async (context) => {
    const { call, n } = context.req.valid('param')
    const result = await save(context, context.req.valid('json'), `${call}/${n}`, false)
    if ('refused' in result) return refused(context, result)
    return context.json({ saved: [...result.saved], acts: result.acts }, 200)
  })
  routes.openapi(send, async (context) => {
    const { call, n } = context.req.valid('param')
    const once = context.req.valid('header')['idempotency-key']
    const seen = seenOf(context)
    const result = await submissions.send(await whoAnswers(context), {
      ...context.req.valid('json'),
      ...{ invitation: `${call}/${n}`, channel: 'api' as const },
      ...(once !== undefined && { once }),
      ...(seen !== undefined && { seen }),
    })
    if ('refused' in result) return refused(context, result)
    context.header('location', `/calls/${call}/submissions/${n}`)
    return context.json(result, 201)
  })
  routes.openapi(file, async (context) => {
    const { call, n } = context.req.valid('param')
    const { question, name } = context.req.valid('query')
    const bytes = context.req.raw.body ?? new Blob([]).stream()
    const given = { invitation: `${call}/${n}`, question, name, bytes }
    const result = await submissions.keepFile(await whoAnswers(context), given)
    return 'refused' in result ? refused(context, result) : context.json(open(result), 201)
  })
  return routes
}

/** How many acts had been seen, by `If-Match`; `*` and nothing match whatever stands. */
function seenOf(context: Context): number | undefined {
  const given = context.req.header('if-match')?.trim()
  if (given === undefined || given === '*') return undefined
  const [, acts] = /^(?:W\/)?"(\d{1,9})"$/.exec(given) ?? []
  return acts === undefined ? -1 : Number(acts)
}

function shownNow({ call, invitation, form, drafts, sent: last, may }: Answering) {
  const answers = { ...last?.answers }
  const filledIn: Record<string, object> = {}
  for (const [question, { answer, from }] of Object.entries(drafts)) {
    if (from !== null && answer !== null) filledIn[question] = { answer: givenOf(answer), from }
    else if (answer !== null) answers[question] = answer
    else delete answers[question]
  }
  return {
    invitation: invitation.id,
    state: invitation.state,
    deadline: invitation.deadline,
    callState: call.state,
    version: form.version,
    acts: invitation.acts,
    answers: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, givenOf(answer)])),
    filledIn,
    missing: missingIn(form.form, answers),
    sent: last && {
      submission: last.id,
      at: last.at,
      state: last.state,
      visibility: last.visibility,
      late: last.late,
    },
    may: { write: may.write, send: may.send, withdraw: may.withdraw },
  }
}
