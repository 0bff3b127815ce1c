import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { ComparedItem } from '@resolute/reader'
import { problem, problemOf } from '#platform/http'
import {
  anchorsOf,
  anchorsOfPair,
  type ComparedText,
  type ComparedTexts,
  type Comparing,
  figuresOfComparison,
} from './compare.ts'
import { refusedToCompare } from './compare-words.ts'

const text = z
  .object({
    document: z.string().nullable(),
    version: z.int().nullable(),
    title: z.string(),
    language: z.string(),
  })
  .openapi('ComparedText')

const item = z.object({
  unit: z.string(),
  kind: z.string(),
  number: z.string().nullable(),
  path: z.string().nullable(),
  line: z.int(),
  text: z.string(),
})

const pair = z
  .object({
    anchors: z.array(z.string()).describe('Where it stands on the page /compare; its own address first'),
    status: z.enum(['same', 'edited', 'new', 'dropped', 'moved']),
    moved: z.boolean(),
    renumbered: z.boolean(),
    similarity: z.number().min(0).max(1),
    old: z.array(item).describe('Several where paragraphs were merged; empty where it is new'),
    new: z.array(item).describe('Several where a paragraph was split; empty where it was dropped'),
    words: z
      .array(z.object({ kind: z.enum(['kept', 'deleted', 'inserted']), text: z.string(), punctuation: z.boolean() }))
      .describe('All but the inserted is the old text to the letter, all but the deleted the new one'),
  })
  .openapi('ComparedPair')

const comparison = z
  .object({
    old: text,
    new: text,
    figures: z
      .record(z.string(), z.int())
      .describe('How many pairs are of which kind, what is printed around left out'),
    pairs: z.array(pair).describe('In the order of the new text; what was dropped stands behind what stood before it'),
    dropped: z
      .array(
        z.object({ pair: z.int().describe('Index in pairs'), whole: z.boolean(), text: z.string(), words: z.int() }),
      )
      .describe('Words of the old text that the new one does not have'),
  })
  .openapi('Comparison')

const symbol = z.string().min(1).max(200)
const version = z.coerce.number().int().min(1).max(1_000_000).optional()

const route = createRoute({
  method: 'get',
  path: '/comparison',
  tags: ['documents'],
  summary: 'What became of one text in another, paragraph by paragraph and word by word',
  request: {
    query: z.object({
      old: symbol.openapi({ example: 'A/RES/65/232' }),
      new: symbol.openapi({ example: 'A/RES/66/181' }),
      'old-version': version.describe('The version that stands where it is left out'),
      'new-version': version,
    }),
  },
  responses: {
    200: { description: 'The comparison', content: { 'application/json': { schema: comparison } } },
    404: { description: 'One of the two is not in the register; the detail names the nearest' },
  },
})

/** `GET /comparison`. */
export function compareRoutes(documents: Comparing): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(route, async (context) => {
    const asked = context.req.valid('query')
    const found = await documents.compare({
      old: { document: asked.old, ...(asked['old-version'] && { version: asked['old-version'] }) },
      new: { document: asked.new, ...(asked['new-version'] && { version: asked['new-version'] }) },
    })
    if ('refused' in found) return problem(context, { ...problemOf(404), detail: refusedToCompare(found) })
    return context.json(plain(found), 200)
  })
  return routes
}

const named = ({ document, version, title, language }: ComparedText) => ({ document, version, title, language })

function plain(texts: ComparedTexts): z.infer<typeof comparison> {
  const anchorOf = anchorsOf(texts)
  const itemOf =
    ({ outline }: ComparedText) =>
    ({ unit, item: found }: ComparedItem) => {
      const { kind, number, path, line, text } = found
      return { unit: outline.units[unit]?.id ?? '', kind, number, path, line, text }
    }
  return {
    old: named(texts.old),
    new: named(texts.new),
    figures: { ...figuresOfComparison(texts.comparison) },
    pairs: texts.comparison.pairs.map((one) => ({
      anchors: [...anchorsOfPair(one, anchorOf)],
      status: one.status,
      moved: one.moved,
      renumbered: one.renumbered,
      similarity: one.similarity,
      old: one.old.map(itemOf(texts.old)),
      new: one.new.map(itemOf(texts.new)),
      words: one.words.map((change) => ({ ...change })),
    })),
    dropped: texts.comparison.dropped.map((one) => ({ ...one })),
  }
}
