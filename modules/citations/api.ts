import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { open, problem, problemOf } from '#platform/http'
import { citation, lists, ofDocument, ofPlaces } from './api-schemas.ts'
import type { Citations, TextLinks } from './citation.ts'
import { type ExportFormat, exported, exportFormats, linksOf, mediaTypes } from './export.ts'
import { mostNodes } from './graph.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const graphs = { 'application/graphml+xml': { schema: z.string() }, 'application/ld+json': { schema: z.any() } }

const places = createRoute({
  method: 'get',
  path: '/citations/places',
  tags: ['citations'],
  summary: 'Every place where a text cites, or is cited, in pages',
  request: { query: ofPlaces },
  responses: {
    200: json(z.object({ rows: z.array(citation), total: z.int() }), 'Places with what they name'),
    404: { description: 'There is no such text' },
  },
})

const whole = createRoute({
  method: 'get',
  path: '/citations',
  tags: ['citations'],
  summary: 'The citations of the whole register, as one graph',
  request: { query: z.object({ format: z.enum(exportFormats).default('json-ld') }) },
  responses: { 200: { description: 'Every text with what it cites', content: graphs } },
})

const params = z.object({ document: z.string().min(1).max(200).describe('May hold slashes') })
const one = createRoute({
  method: 'get',
  path: '/citations/{document}',
  tags: ['citations'],
  summary: 'What a text rests on and what rests on it',
  request: { params, query: ofDocument },
  responses: {
    200: { description: 'Both lists, or the graph', content: { 'application/json': { schema: lists }, ...graphs } },
    400: { description: 'A parameter that cannot be used' },
    404: { description: 'There is no such text' },
  },
})

const endings: Readonly<Record<ExportFormat, string>> = { graphml: 'graphml', 'json-ld': 'jsonld', csv: 'csv' }

/** A graph as a file, piece by piece. Texts are named from the root of the site, which whoever fetches it knows. */
function written(
  context: Context,
  links: AsyncIterable<TextLinks> | Iterable<TextLinks>,
  format: ExportFormat,
  name: string,
): Response {
  context.header('content-type', mediaTypes[format])
  context.header('content-disposition', `attachment; filename="${name}.${endings[format]}"`)
  return stream(context, async (out) => {
    for await (const piece of exported(links, format, null)) await out.write(piece)
  })
}

/** JSON routes of the citations. */
export function citationsRoutes(citations: Citations): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(places, async (context) => {
    const { document, side, ...query } = context.req.valid('query')
    const text = await citations.texts('cited', document, { unit: query.unit, limit: 1 })
    if (!text) return problem(context, problemOf(404))
    const page = await (side === 'cited' ? citations.citing(document, query) : citations.citedBy(document, query))
    return context.json(open(page), 200)
  })
  routes.openAPIRegistry.registerPath(whole)
  routes.get('/citations', (context) => {
    const { data } = whole.request.query.safeParse(context.req.query())
    if (!data) return problem(context, problemOf(400))
    return written(context, citations.all(), data.format, 'citations')
  })
  // Described to OpenAPI as one parameter, routed so that the parameter may hold slashes.
  routes.openAPIRegistry.registerPath(one)
  routes.get('/citations/:document{.+}', async (context) => {
    const { data: named } = params.safeParse({ document: context.req.param('document') })
    if (!named) return problem(context, problemOf(404))
    const { data } = ofDocument.safeParse(context.req.query())
    if (!data) return problem(context, problemOf(400))
    const { document } = named
    const { unit, format, order, limit, offset, depth } = data
    if (format === 'json') {
      const query = { unit, order, limit, offset }
      const [cited, citing] = await Promise.all([
        citations.texts('cited', document, query),
        citations.texts('citing', document, query),
      ])
      if (!cited || !citing) return problem(context, problemOf(404))
      return context.json({ document, unit: unit ?? null, cited, citing }, 200)
    }
    const graph = await citations.graph(document, { unit, depth, limit: limit ?? mostNodes })
    if (!graph) return problem(context, problemOf(404))
    const name = `citations-${document.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/[^\x20-\x7E]/g, '')}`
    return written(context, linksOf(graph), format, name)
  })
  return routes
}
