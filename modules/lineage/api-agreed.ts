import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problem, problemOf } from '#platform/http'
import { toCsv } from '#platform/tables'
import type { Agreed, AgreedAnswer, AgreedDraft } from './agreed.ts'
import { longestParagraph, mostMatches } from './agreed.ts'
import { agreedOptions, draftGiven } from './agreed-asked.ts'
import { agreedTable } from './agreed-tables.ts'
import { agreedRefusalInWords, buildingInWords } from './agreed-words.ts'

const place = z
  .object({
    document: z.string(),
    documentTitle: z.string(),
    unit: z.string(),
    n: z.int().describe('Place among the pieces of the document, from 0'),
    kind: z.string(),
    number: z.string().nullable(),
    path: z.string().nullable(),
    language: z.string(),
    adopted: z.iso.date().nullable(),
    year: z.int().nullable(),
    organ: z.string().nullable(),
    body: z.string().nullable().describe('Id among the actors of the organ that speaks'),
  })
  .openapi('AgreedPlace')

const match = z
  .object({
    similarity: z.number().min(0).max(1).describe('Grams of three and five words both have by those either has'),
    contained: z.number().min(0).max(1).describe('Share of the grams asked about that this text has'),
    verbatim: z.boolean(),
    text: z.string().describe('As written where it was said last'),
    language: z.string(),
    times: z.int(),
    documents: z.int(),
    first: place,
    last: place,
    bodies: z.array(z.string()),
  })
  .openapi('AgreedMatch')

const paragraph = z
  .object({
    text: z.string(),
    at: z
      .object({
        unit: z.string(),
        n: z.int(),
        kind: z.string(),
        number: z.string().nullable(),
        path: z.string().nullable(),
      })
      .nullable()
      .describe('Where it stands in the draft'),
    standing: z.enum(['verbatim', 'close', 'new']),
    matches: z.array(match).describe('Exactly the nearest, nearest first; the same words are one match'),
  })
  .openapi('AgreedParagraph')

const scope = z.object({ paragraphs: z.int(), documents: z.int() }).describe('What was looked through')

const draft = z
  .object({
    title: z.string(),
    language: z.string(),
    paragraphs: z.array(paragraph),
    summary: z.object({ paragraphs: z.int(), verbatim: z.int(), close: z.int(), new: z.int() }),
    scope,
  })
  .openapi('AgreedDraft')

const year = z.coerce.number().int().min(1).max(9999).optional()
const filter = {
  language: z.enum(['ar', 'zh', 'en', 'fr', 'ru', 'es']).optional(),
  body: z.string().max(100).optional().openapi({ example: 'general-assembly' }),
  from: year.describe('Adopted in this year or later'),
  to: year.describe('Adopted in this year or before'),
  exclude: z.string().max(200).optional().describe('Id of a document whose paragraphs do not count'),
  limit: z.coerce.number().int().min(1).max(mostMatches).optional().describe('Matches for a paragraph'),
}
const format = z.enum(['json', 'csv']).default('json')

const failures = {
  413: { description: 'The text is too long' },
  422: { description: 'There is nothing to look up, or the file cannot be read; the detail says why' },
  503: { description: 'The index is being built; ask again after the time given' },
}

const one = createRoute({
  method: 'get',
  path: '/agreed',
  tags: ['lineage'],
  summary: 'The earlier paragraphs nearest to a paragraph, or to each paragraph of a document of the register',
  request: {
    query: z.object({
      text: z.string().min(1).max(longestParagraph).optional(),
      document: z.string().min(1).max(200).optional().describe('Instead of a text: its own paragraphs do not count'),
      ...filter,
      format,
    }),
  },
  responses: {
    200: {
      description: 'The paragraph, or the document, with what was agreed before',
      content: { 'application/json': { schema: z.union([z.object({ paragraph, scope }), draft]) } },
    },
    404: { description: 'There is no such document' },
    ...failures,
  },
})

const many = createRoute({
  'x-act': 'lineage.find-agreed',
  method: 'post',
  path: '/agreed',
  tags: ['lineage'],
  summary: 'Act lineage.find-agreed: every paragraph of a draft with what was agreed before; nothing is kept',
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: z.object({ text: z.string().min(1), ...filter, format }) },
        'multipart/form-data': {
          schema: z.object({
            file: z.string().openapi({ format: 'binary' }).optional(),
            text: z.string().optional(),
            ...filter,
            format,
          }),
        },
      },
    },
  },
  responses: {
    200: { description: 'The draft', content: { 'application/json': { schema: draft } } },
    415: { description: 'Neither JSON nor a form' },
    ...failures,
  },
})

/** Routes of agreed language. */
export function agreedRoutes(room: Agreed): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(one, async (context) => {
    const { text, document, format: form } = context.req.valid('query')
    const options = agreedOptions(new URL(context.req.url).searchParams)
    if (document !== undefined) {
      const found = await room.agreedDocument(document, options)
      return found ? answer(context, found, form) : problem(context, problemOf(404))
    }
    return answer(context, await room.agreed(text ?? '', options), form)
  })
  // Described to OpenAPI with both forms of a body; which one came is told from its type.
  routes.openAPIRegistry.registerPath(many)
  routes.post('/agreed', async (context) => {
    const type = context.req.header('content-type') ?? ''
    if (/^application\/json\b/i.test(type)) {
      const given = (await context.req.json().catch(() => null)) as unknown
      const body = z.looseObject({ text: z.string().min(1) }).safeParse(given)
      if (!body.success) return problem(context, problemOf(422))
      const fields = new Map(Object.entries(body.data).map(([key, value]) => [key, String(value)]))
      const bytes = new TextEncoder().encode(body.data.text)
      const found = await room.agreedDraft({ fileName: '', bytes }, agreedOptions(fields))
      return answer(context, found, fields.get('format') ?? 'json')
    }
    if (!/^(multipart\/form-data; *boundary=|application\/x-www-form-urlencoded)/i.test(type)) {
      return problem(context, problemOf(415))
    }
    const form = await context.req.formData().catch(() => null)
    const given = form && (await draftGiven(form))
    if (!given) return problem(context, { ...problemOf(422), detail: agreedRefusalInWords({ code: 'no-words' }) })
    return answer(context, await room.agreedDraft(given, agreedOptions(form)), String(form.get('format') ?? 'json'))
  })
  return routes
}

/** Seconds after which to ask again while the index is being built. */
const again = 3

function answer(context: Context, found: AgreedAnswer | AgreedDraft, form: string) {
  if (found.state === 'building') {
    context.header('retry-after', String(again))
    return problem(context, { ...problemOf(503), detail: buildingInWords(found) })
  }
  if (found.state === 'refused') {
    const { code } = found.refusal
    const status = code === 'too-large' || code === 'text-too-long' || code === 'too-many-paragraphs' ? 413 : 422
    return problem(context, { ...problemOf(status), detail: agreedRefusalInWords(found.refusal) })
  }
  const { state, ...body } = found
  if (form !== 'csv') return context.json(body as z.infer<typeof draft>, 200)
  const table = agreedTable('paragraph' in found ? [found.paragraph] : found.paragraphs)
  return context.body(toCsv(table), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${table.name}.csv"`,
  })
}
