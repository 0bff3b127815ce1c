import { z } from '@hono/zod-openapi'
import { exportFormats } from './export.ts'

const found = z.object({
  document: z.string(),
  unit: z.string().nullable().describe('Where the document holds several texts'),
  title: z.string(),
  adopted: z.iso.date().nullable(),
  language: z.string(),
})

const target = z
  .object({
    kind: z.enum(['act', 'document', 'official-records', 'treaty', 'publication', 'unsettled']),
    key: z
      .string()
      .nullable()
      .describe('One for all ways of citing the same text; null where the words say too little'),
    label: z.string(),
    act: z.enum(['resolution', 'decision']).nullable(),
    number: z.string().nullable(),
    body: z.string().nullable(),
    year: z.int().nullable(),
    found: found.nullable().describe('Null where the register does not hold it'),
  })
  .openapi('CitedText')

const place = z.object({
  document: z.string(),
  unit: z.string(),
  n: z.int().describe('Which item of the document, counted over all its units'),
  path: z.string().nullable(),
  recital: z.int().nullable().describe('Which preambular paragraph'),
  footnote: z.string().nullable(),
  line: z.int(),
  start: z.int(),
  end: z.int(),
})

export const citation = z
  .object({
    place,
    asWritten: z.string(),
    targets: z.array(target).describe('A double symbol, or one with corrigenda, names several'),
    locator: z.string().nullable(),
    paragraphs: z.array(z.string()),
    by: z.string(),
    rule: z.string(),
  })
  .openapi('Citation')

const listed = z.object({
  rows: z.array(
    z.object({
      target,
      times: z.int(),
      places: z
        .array(z.object({ place, asWritten: z.string(), locator: z.string().nullable() }))
        .describe('The first of them'),
    }),
  ),
  texts: z.int(),
  places: z.int(),
})

export const lists = z
  .object({ document: z.string(), unit: z.string().nullable(), cited: listed, citing: listed })
  .openapi('CitationsOfText')

const start = z.coerce.number().int().min(0).max(1_000_000_000)

export const ofDocument = z.object({
  unit: z.string().max(600).optional().describe('One text of a document that holds several'),
  format: z
    .enum(['json', ...exportFormats])
    .default('json')
    .describe('All but json: the graph around the text'),
  order: z.enum(['body', 'times', 'place']).default('body').describe('Of the lists in json'),
  limit: z.coerce.number().int().min(1).max(1000).optional().describe('Texts on each side, or in the graph'),
  offset: start.optional().describe('Texts passed over in the lists in json'),
  depth: z.coerce.number().int().min(1).max(3).default(1).describe('Steps away, in the graph'),
})

export const ofPlaces = z.object({
  document: z.string().min(1).max(200).openapi({ example: 'E/RES/2012/19' }),
  side: z.enum(['cited', 'citing']).describe('cited: what it cites; citing: what cites it'),
  unit: z.string().max(600).optional(),
  paragraph: z
    .string()
    .max(60)
    .optional()
    .describe('The paragraph that cites, or that is cited')
    .openapi({ example: '4' }),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  offset: start.optional(),
})
