import { z } from '@hono/zod-openapi'
import { kinds, languages } from './columns.ts'
import { mostRows } from './finding.ts'
import { longestText } from './query.ts'

/** `2012`, `2010-2015`, `2010-` or `-2015`, as in the address of the page. */
const years = z
  .string()
  .regex(/^(?:\d{4}|\d{4}-\d{4}|\d{4}-|-\d{4})$/)
  .transform((given) => {
    const [from = '', to = from] = given.split('-')
    return { ...(from !== '' && { from: Number(from) }), ...(to !== '' && { to: Number(to) }) }
  })
  .optional()
  .describe('Year of adoption, or years')
  .openapi({ type: 'string', example: '2010-2015' })

const id = z.string().min(1).max(200).optional()

/** A search, in the parameters of the page: every one has a limit. */
export const findQuery = z.object({
  q: z
    .string()
    .max(longestText)
    .describe('Words; "a phrase"; -without; one OR other; symbols and numbers as they are typed')
    .openapi({ example: '"technical assistance" trafficking -drugs' }),
  words: z.enum(languages).optional().describe('Language of the words; guessed where it is not given'),
  order: z.enum(['best', 'newest']).default('best'),
  body: id.describe('Id among the actors of the organ that speaks').openapi({ example: 'general-assembly' }),
  kind: z.enum(kinds as [(typeof kinds)[number]]).optional(),
  language: z.enum(languages).optional().describe('Language of the text'),
  year: years,
  actor: id.describe('Id of somebody the paragraph asks').openapi({ example: 'unodc' }),
  document: id.openapi({ example: 'E/RES/2012/19' }),
  after: z.string().min(1).max(400).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(mostRows).default(20),
})

export const suggestQuery = z.object({
  q: z.string().max(100).openapi({ example: '65/2' }),
  limit: z.coerce.number().int().min(1).max(20).default(8),
})

const mark = z.object({ start: z.int(), end: z.int() }).describe('UTF-16 code units, end exclusive')
const day = z.iso.date().nullable()

const hit = z
  .object({
    document: z.string(),
    documentTitle: z.string(),
    unit: z.string(),
    unitTitle: z.string().nullable(),
    n: z.int().describe('Place among the pieces of the document'),
    kind: z.enum(kinds as [(typeof kinds)[number]]),
    number: z.string().nullable(),
    path: z.string().nullable().describe('Null for what nobody cites by number'),
    mandate: z.string().nullable(),
    language: z.enum(languages),
    adopted: day,
    body: z.string().nullable(),
    actors: z.array(z.string()),
    text: z.string(),
    marks: z.array(mark),
    snippet: z.object({ text: z.string(), marks: z.array(mark), cutBefore: z.boolean(), cutAfter: z.boolean() }),
  })
  .openapi('SearchHit')

const facet = z.array(z.object({ value: z.string(), count: z.int() }))

export const foundPage = z
  .object({
    hits: z.array(hit),
    total: z.int().describe('Exact'),
    facets: z.object({
      bodies: facet,
      kinds: facet,
      languages: facet,
      years: facet,
      actors: facet,
      documents: facet,
    }),
    next: z.string().nullable(),
    direct: z
      .array(
        z.object({
          document: z.string(),
          documentTitle: z.string(),
          unit: z.string(),
          unitTitle: z.string().nullable(),
          language: z.enum(languages),
          adopted: day,
          path: z.string().nullable(),
          text: z.string().nullable(),
          missingPath: z.string().nullable().describe('A paragraph was named that the text has not'),
        }),
      )
      .describe('Places named by symbol or number; with the first page only'),
    actors: z.array(z.object({ actor: z.string() })),
    suggestion: z.string().nullable().describe('What may have been meant'),
    notes: z.array(
      z.object({
        code: z.enum(['nothing-to-find', 'cut-short', 'too-many-words', 'only-common-words', 'not-all-words']),
      }),
    ),
  })
  .openapi('FoundPage')

export const suggestions = z.object({
  rows: z.array(
    z.object({
      kind: z.enum(['symbol', 'title', 'actor']),
      text: z.string(),
      document: z.string().nullable(),
      unit: z.string().nullable(),
      actor: z.string().nullable(),
    }),
  ),
})
