import { z } from '@hono/zod-openapi'

const text = z.object({
  document: z.string(),
  unit: z.string(),
  title: z.string().nullable(),
  organ: z.string().nullable(),
  body: z.string().nullable().describe('Id of the organ among the actors'),
  session: z.object({ body: z.string(), number: z.int() }).nullable(),
  day: z.string().nullable().describe('ISO date'),
  language: z.enum(['ar', 'zh', 'en', 'fr', 'ru', 'es']),
})

const saying = z.object({
  document: z.string(),
  n: z.int().describe('Place among the pieces of the document, from 0'),
  of: text,
  kind: z.enum(['preambular', 'operative', 'subparagraph', 'annex']),
  number: z.string().nullable(),
  path: z.string().nullable(),
  recital: z.int().nullable().describe('Which paragraph of the preamble, from 1'),
  text: z.string(),
})

const change = z.object({ kind: z.enum(['kept', 'deleted', 'inserted']), text: z.string(), punctuation: z.boolean() })

export const lineAnswer = z.object({
  steps: z.array(
    z.object({
      saying,
      how: z.enum(['first', 'same', 'edited', 'taken-over']),
      similarity: z.number().nullable(),
      words: z.array(change),
    }),
  ),
  at: z.int().describe('Index of the paragraph asked about'),
  end: z.object({ how: z.enum(['dropped', 'stands', 'alone']), by: text.optional() }),
  branches: z.array(z.object({ from: z.int(), saying, similarity: z.number() })),
})

const key = z.object({ document: z.string(), unit: z.string() })

export const seriesAnswer = z.object({
  members: z.array(
    z.object({
      text,
      before: key.nullable(),
      share: z.number().nullable(),
      why: z.array(z.enum(['title', 'recalls', 'paragraphs'])),
      counts: z.object({ same: z.int(), edited: z.int(), added: z.int(), dropped: z.int() }),
    }),
  ),
  rhythm: z.object({ kind: z.enum(['once', 'every', 'irregular']), months: z.int().optional() }),
  gaps: z.array(z.object({ after: key, before: key, months: z.int() })),
  threads: z.array(
    z.object({
      in: z.array(
        z.object({
          member: z.int(),
          saying,
          how: z.enum(['first', 'same', 'edited']),
          similarity: z.number().nullable(),
        }),
      ),
      droppedBy: z.int().nullable(),
    }),
  ),
})

const paging = {
  limit: z.coerce.number().int().min(1).max(200).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
}
const id = z.string().max(200).optional()

export const recurringFilter = z.object({
  body: id.describe('Id of the organ among the actors'),
  times: z.coerce.number().int().min(2).max(1000).optional().describe('Said at least so often'),
  ...paging,
})

export const recurringPage = z.object({
  rows: z.array(z.object({ instances: z.array(saying.extend({ path: z.string() })) })),
  total: z.int(),
  figures: z.object({ mandates: z.int(), renewals: z.int(), recurring: z.int() }).nullable(),
})

export const overlapFilter = z.object({
  body: id.describe('Code of the body whose session adopted the newer'),
  session: z.coerce.number().int().min(1).max(9999).optional(),
  actor: id.describe('Somebody both ask'),
  document: id.describe('The newer'),
  state: z.enum(['open', 'overlap', 'renewal', 'not-related']).optional(),
  ...paging,
})

const asking = saying.extend({
  path: z.string(),
  mandate: z.string(),
  asked: z.array(z.object({ actor: z.string().nullable(), name: z.string() })),
})

const kinds = ['overlap', 'renewal', 'not-related', 'withdrawn'] as const

export const overlapPage = z.object({
  rows: z.array(
    z.object({
      newer: asking,
      older: asking,
      similarity: z.number(),
      judgement: z.object({ kind: z.enum(kinds), note: z.string(), by: z.string(), at: z.string() }).nullable(),
    }),
  ),
  total: z.int(),
})

const paragraph = z.object({ document: z.string().min(1).max(200), n: z.int().min(0).max(999_999) })

export const judgement = z.object({
  pair: z.object({ newer: paragraph, older: paragraph }),
  kind: z.enum(kinds),
  note: z.string().default(''),
})
