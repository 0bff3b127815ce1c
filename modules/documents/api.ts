import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { problem, problemOf } from '#platform/http'
import type { Document, Documents } from './document.ts'

const document = z
  .object({
    id: z.string().openapi({ example: 'E/RES/2012/19' }),
    title: z.string(),
    adopted: z.iso.date().nullable(),
    session: z.object({ body: z.string(), number: z.int() }).nullable(),
    units: z.int().describe('Resolutions, decisions and drafts in it'),
    paragraphs: z.int().describe('Numbered paragraphs in it'),
    version: z.int(),
    importedAt: z.iso.datetime(),
  })
  .openapi('Document')

const whole = z
  .object({
    document,
    version: z
      .object({ version: z.int(), language: z.string(), sha256: z.string(), fileName: z.string() })
      .describe('The version that stands'),
    versions: z.array(z.object({ version: z.int(), sha256: z.string(), fileName: z.string(), importedAt: z.string() })),
    units: z.array(z.any()).describe('The outline: units with their items, footnotes and tables (design section 5)'),
  })
  .openapi('DocumentWithText')

const params = z.object({
  id: z.string().min(1).max(200).describe('May hold slashes: /documents/E/RES/2012/19'),
})

const list = createRoute({
  method: 'get',
  path: '/documents',
  tags: ['documents'],
  summary: 'Every document in the register, newest first',
  responses: {
    200: {
      description: 'Documents',
      content: { 'application/json': { schema: z.object({ rows: z.array(document) }) } },
    },
  },
})

const one = createRoute({
  method: 'get',
  path: '/documents/{id}',
  tags: ['documents'],
  summary: 'One document with its text as read',
  request: { params },
  responses: {
    200: { description: 'The document', content: { 'application/json': { schema: whole } } },
    404: { description: 'There is no such document' },
  },
})

/** JSON routes of the documents. */
export function documentsRoutes(documents: Documents): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(list, async (context) => context.json({ rows: (await documents.list()).map(plain) }, 200))
  // Described to OpenAPI as one parameter, routed so that the parameter may hold slashes.
  routes.openAPIRegistry.registerPath(one)
  routes.get('/documents/:id{.+}', async (context) => {
    const { data } = params.safeParse({ id: context.req.param('id') })
    const found = data ? await documents.document(data.id) : null
    if (!found) return problem(context, problemOf(404))
    const { version, language, sha256, fileName, outline } = found.version
    const versions = await documents.versions(found.document.id)
    const body = { document: found.document, version: { version, language, sha256, fileName }, versions }
    return context.json({ ...body, units: outline.units }, 200)
  })
  return routes
}

const plain = (row: Document) => ({ ...row, session: row.session && { ...row.session } })
