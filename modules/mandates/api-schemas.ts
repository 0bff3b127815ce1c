import { z } from '@hono/zod-openapi'
import { mostRows } from './acts.ts'
import { readingStanding } from './api-readings-schemas.ts'

const day = z.iso.date()
const short = z.string().min(1).max(200)

/** Filters of the register, as they stand in an address. Every parameter has a limit. */
export const filterQuery = z.object({
  document: short.optional().openapi({ example: 'E/RES/2012/19' }),
  unit: short.optional(),
  actor: z.string().min(1).max(100).optional().describe('Id among the actors').openapi({ example: 'unodc' }),
  kind: z.enum(['report', 'event', 'other']).optional(),
  force: z.enum(['decision', 'request', 'call', 'recommendation', 'recognition']).optional(),
  money: z
    .enum(['extrabudgetary', 'existing-resources', 'regular-budget', 'resources-asked', 'amount'])
    .optional()
    .describe('The clause says this of means'),
  life: z.enum(['new', 'renewed', 'continuing', 'ending', 'superseding']).optional(),
  body: z.string().min(1).max(40).optional().describe('Due at a session of this body').openapi({ example: 'CCPCJ' }),
  session: z.coerce.number().int().min(1).max(9999).optional(),
  dated: z
    .enum(['true', 'false'])
    .transform((given) => given === 'true')
    .optional()
    .describe('Only those with a date, or only those without'),
  reason: z
    .enum(['no-time', 'manner', 'event-without-date', 'session-unknown', 'no-rhythm', 'past', 'unclear'])
    .optional()
    .describe('Without any date, for this reason'),
  text: z.string().max(200).optional().describe('Words that must all occur in the paragraph'),
  asOf: day.optional().describe('Nothing adopted after this day is seen'),
  sort: z.enum(['text', 'due', 'actor']).default('text'),
  limit: z.coerce.number().int().min(1).max(mostRows).default(50),
  after: z.string().min(1).max(4000).optional().describe('`next` of the page before'),
})

export const dueQuery = z.object({
  body: z.string().min(1).max(40).openapi({ example: 'CCPCJ' }),
  session: z.coerce.number().int().min(1).max(9999).openapi({ example: 22 }),
  part: z.enum(['opening', 'regular', 'reconvened']).optional(),
  asOf: day.optional(),
  all: z
    .enum(['true', 'false'])
    .transform((given) => given === 'true')
    .optional()
    .describe('Also acts that are neither reports nor events'),
})

const due = z
  .union([
    z.object({
      state: z.literal('dated'),
      body: z.string().nullable(),
      session: z.int().nullable(),
      part: z.string().nullable(),
      from: day,
      to: day,
      mark: z.enum(['verified', 'unverified', 'derived']),
      why: z.any(),
    }),
    z.object({ state: z.literal('undated'), reason: z.string(), why: z.any() }),
  ])
  .openapi('Due')

export const obligation = z
  .object({
    id: z.string(),
    mandate: z.string(),
    document: z.string(),
    unit: z.string(),
    unitTitle: z.string().nullable(),
    path: z.string(),
    kind: z.enum(['report', 'event', 'other']),
    force: z.string(),
    actor: z.string().nullable(),
    actorName: z.string(),
    actorAsWritten: z.string().nullable(),
    action: z.string(),
    act: z.string().describe('The same for people: with an ellipsis where the sentence goes on'),
    subject: z.string().nullable(),
    toWhom: z.array(z.string()),
    restrictions: z.array(z.any()).describe('What limits the group asked, as predicates'),
    conditions: z.array(z.object({ asWritten: z.string(), class: z.string() })),
    money: z.array(z.any()),
    life: z.object({ stage: z.string(), asWritten: z.string().nullable() }).nullable(),
    timings: z.array(z.any()),
    dues: z.array(due),
    continuing: z.boolean(),
    links: z.array(z.object({ how: z.enum(['asks-for', 'feeds']), to: z.string() })),
    status: z.string(),
    by: z.string().describe('Id of the rule that decided, or of a person'),
    certainty: z.number(),
    stands: z.boolean(),
  })
  .openapi('Obligation')

export const mandate = z
  .object({
    id: z.string(),
    document: z.string(),
    unit: z.string(),
    unitTitle: z.string().nullable(),
    path: z.string(),
    text: z.string(),
    context: z.array(z.string()),
    organ: z.string().nullable(),
    adopted: day.nullable(),
    clauses: z.array(z.any()).describe('The reading that counts'),
    reading: readingStanding,
  })
  .openapi('Mandate')

export const dueEntry = z
  .object({
    unit: z.string(),
    path: z.string(),
    kind: z.enum(['report', 'event', 'other']),
    actor: z.string(),
    toWhom: z.string().nullable(),
    subject: z.string(),
    due: z.object({
      body: z.string().nullable(),
      session: z.int().nullable(),
      part: z.string().nullable(),
      from: day,
      to: day,
      why: z.string(),
    }),
    status: z.string(),
    mandate: z.string(),
    document: z.string(),
    obligation: z.string(),
    continuing: z.boolean(),
  })
  .openapi('DueEntry')
