import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { problem, problemOf } from '#platform/http'
import { mostEntries } from './acts.ts'
import type { Ledger, LedgerEntry } from './entry.ts'

const entry = z
  .object({
    seq: z.int().describe('1, 2, 3, ... without gaps'),
    at: z.iso.datetime(),
    who: z.string(),
    act: z.string().openapi({ example: 'documents.import-text' }),
    on: z.string().openapi({ example: 'document:E/RES/2012/19' }),
    data: z.any().describe('Facts of the act'),
    previous: z.string().describe('SHA-256 of the entry before'),
    hash: z.string().describe('SHA-256 over the canonical JSON of everything else in the entry'),
  })
  .openapi('LedgerEntry')

/** PostgreSQL stores no U+0000. */
const storable = (text: string) => !text.includes('\u0000')

const query = z.object({
  before: z.coerce
    .number()
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .describe('Only entries before this one'),
  limit: z.coerce.number().int().min(1).max(mostEntries).default(100),
  on: z.string().min(1).max(500).refine(storable).optional(),
  act: z.string().min(1).max(100).refine(storable).optional(),
})

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const list = createRoute({
  method: 'get',
  path: '/ledger',
  tags: ['ledger'],
  summary: 'What happened, newest first',
  request: { query },
  responses: { 200: json(z.object({ rows: z.array(entry), next: z.int().nullable() }), 'A page of entries') },
})

const one = createRoute({
  method: 'get',
  path: '/ledger/{seq}',
  tags: ['ledger'],
  summary: 'One entry',
  request: { params: z.object({ seq: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }) },
  responses: { 200: json(entry, 'The entry'), 404: { description: 'There is no such entry' } },
})

/** JSON routes of the ledger. `next` is what to give as `before` for the page after. */
export function ledgerRoutes(ledger: Ledger): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(list, async (context) => {
    const { limit, ...filter } = context.req.valid('query')
    const rows = await ledger.entries({ ...filter, limit })
    return context.json({ rows: rows.map(plain), next: rows.length === limit ? (rows.at(-1)?.seq ?? null) : null }, 200)
  })
  routes.openapi(one, async (context) => {
    const found = await ledger.entry(context.req.valid('param').seq)
    return found ? context.json(plain(found), 200) : problem(context, problemOf(404))
  })
  return routes
}

const plain = ({ data, ...rest }: LedgerEntry) => ({ ...rest, data: data as unknown })
