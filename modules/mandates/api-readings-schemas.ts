import { z } from '@hono/zod-openapi'
import { doubts } from '@resolute/reader'
import { addresseeClasses, conditionClasses, forces, sessionParts } from './closed-lists.ts'

const words = z.string().min(1).max(4000)
const name = z.string().min(1).max(400)
const day = z.iso.date()
const year = z.int().min(1900).max(2999)

const part = z.enum(sessionParts).nullable()

const session = z.object({
  kind: z.literal('session'),
  asWritten: words,
  body: name,
  number: z.int().min(1).max(9999).nullable(),
  year: year.nullable(),
  relative: z.enum(['next', 'current']).nullable(),
  part,
})

/** A time as the reader knows it: its own closed union. */
export const timing = z.discriminatedUnion('kind', [
  session,
  z.object({
    kind: z.literal('date'),
    asWritten: words,
    date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?|-Q[1-4]|-H[12])?$/),
  }),
  z.object({ kind: z.literal('window'), asWritten: words, from: day, to: day }),
  z.object({
    kind: z.literal('recurring'),
    asWritten: words,
    every: z
      .string()
      .regex(/^P\d{1,3}[DWMY]$/)
      .nullable(),
    startYear: year.nullable(),
    startSession: z.int().min(1).max(9999).nullable(),
    body: name.nullable(),
    part,
  }),
  z.object({
    kind: z.literal('offset'),
    asWritten: words,
    direction: z.enum(['before', 'after']),
    span: z.object({ count: z.int().min(1).max(999), unit: z.enum(['day', 'week', 'month', 'year']) }).nullable(),
    atLeast: z.boolean(),
    of: z.discriminatedUnion('kind', [
      session,
      z.object({ kind: z.literal('event'), asWritten: z.string().max(4000) }),
    ]),
  }),
  z.object({ kind: z.literal('relative'), asWritten: words }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('unclear'), asWritten: words }),
])

/** Clauses as a person gives them: words of the paragraph, and what they mean; null is left to the rules. */
export const given = z
  .array(
    z.object({
      verb: words,
      inherited: z.boolean().describe('The verb stands in the chapeau'),
      force: z.enum(forces),
      addressees: z
        .array(
          z.object({ asWritten: words.nullable(), name: name.nullable(), class: z.enum(addresseeClasses).nullable() }),
        )
        .max(40),
      action: words,
      conditions: z.array(z.object({ asWritten: words, class: z.enum(conditionClasses) })).max(40),
      timings: z
        .array(z.union([timing, z.object({ kind: z.literal('as-read'), asWritten: words })]))
        .max(20)
        .describe('`as-read`: what the rules understand of these words'),
      reporting: z.object({ is_report: z.boolean(), to_whom: name.nullable(), on_what: words.nullable() }),
    }),
  )
  .max(30)

export const decision = z.object({
  seen: z.string().min(1).max(64).describe('`reading.seen` of the mandate as it was read'),
  note: z.string().max(2000).default('').describe('Why'),
})

export const readingStates = ['open', 'certain', 'nothing-read', 'accepted', 'corrected', 'no-mandate'] as const
export const readingLooks = ['rules-differ', 'text-changed'] as const
export const reasonsOfDoubt = [...doubts, 'unclear-time', 'unknown-actor'] as const

export const readingQuery = z.object({
  state: z.enum([...readingStates, ...readingLooks]).optional(),
  document: z.string().min(1).max(200).optional(),
  body: z.string().min(1).max(40).optional().describe('Something is due at a session of this body'),
  actor: z.string().min(1).max(100).optional().describe('Id among the actors'),
  doubt: z.enum(reasonsOfDoubt).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  after: z.string().min(1).max(600).optional().describe('`next` of the page before: a mandate'),
})

export const personReading = z
  .object({
    key: z.string(),
    document: z.string(),
    unit: z.string(),
    path: z.string(),
    text: z.string(),
    context: z.array(z.string()),
    kind: z.enum(['accepted', 'corrected', 'no-mandate', 'withdrawn']),
    clauses: z.array(z.any()).nullable(),
    ruleClauses: z.array(z.any()),
    note: z.string(),
    by: z.string(),
    at: z.string(),
  })
  .openapi('PersonReading')

export const readingStanding = z
  .object({
    state: z.enum(readingStates),
    look: z.enum(readingLooks).nullable(),
    ruleClauses: z.array(z.any()),
    certainty: z.number().nullable(),
    doubts: z.array(z.enum(reasonsOfDoubt)),
    person: personReading.nullable(),
    seen: z.string(),
  })
  .openapi('ReadingStanding')
