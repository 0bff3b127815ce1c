import { z } from '@hono/zod-openapi'
import { languages } from '@resolute/reader'
import { visibilities } from './call.ts'

/** What the API answers with of calls and forms, as OpenAPI describes it: the types of `call.ts` and `form.ts`. */

const localised = z.partialRecord(z.enum(languages), z.string())
const day = z.iso.date().nullable()
const instant = z.iso.datetime().nullable()

const words = z.object({
  subject: localised,
  introduction: localised,
  anchor: z.object({ document: z.string(), unit: z.string(), path: z.string() }).nullable(),
  caller: z.string().nullable().describe('Id among the actors'),
  report: z.object({ body: z.string(), session: z.int(), obligation: z.string().nullable() }).nullable(),
  deadline: day,
  visibility: z.enum(visibilities).describe('Proposed to those who answer'),
  reminders: z.array(z.int()).describe('Days before the deadline'),
  contact: z.string().nullable(),
})

export const call = z
  .object({
    id: z.string(),
    state: z.enum(['draft', 'open', 'closed', 'dropped']),
    words,
    version: z.int().describe('Of the form that is out; 0 while none is'),
    madeAt: z.iso.datetime(),
    openedAt: instant,
    closedAt: instant,
    acts: z.int(),
  })
  .openapi('Call')

export const callLine = call
  .extend({ invited: z.int(), answered: z.int().describe('With a submission that stands') })
  .openapi('CallLine')

const condition = z
  .union([
    z.object({ question: z.string(), anyOf: z.array(z.string()) }),
    z.object({ question: z.string(), answered: z.literal(true) }),
  ])
  .nullable()
const option = z.object({ id: z.string(), label: localised })
const column = option.extend({ kind: z.enum(['text', 'number', 'date', 'choice']), options: z.array(option) })
const asked = z.object({
  id: z.string(),
  same: z.string().describe('What the same question is known by in every form'),
  label: localised,
  help: localised,
  required: z.boolean(),
  when: condition.describe('Asked only where an earlier question was answered so'),
})
const bound = z.number().nullable()

const question = z
  .discriminatedUnion('kind', [
    asked.extend({ kind: z.literal('text'), lines: z.enum(['one', 'several']), maxWords: bound }),
    asked.extend({ kind: z.literal('choice'), options: z.array(option), other: z.boolean() }),
    asked.extend({ kind: z.literal('several'), options: z.array(option), other: z.boolean() }),
    asked.extend({ kind: z.literal('number'), unit: localised, min: bound, max: bound, decimals: z.int() }),
    asked.extend({ kind: z.literal('date'), from: day, to: day }),
    asked.extend({ kind: z.literal('table'), columns: z.array(column), rows: z.array(option), maxRows: z.int() }),
    asked.extend({ kind: z.literal('file'), maxFiles: z.int() }),
    asked.extend({
      kind: z.literal('comments'),
      document: z.string(),
      unit: z.string(),
      paths: z.array(z.string()).describe('Empty: every paragraph'),
    }),
  ])
  .openapi('Question')

export const issuedForm = z
  .object({
    version: z.int(),
    form: z.object({
      title: localised,
      introduction: localised,
      sections: z.array(
        z.object({
          id: z.string(),
          title: localised,
          help: localised,
          when: condition,
          questions: z.array(question),
        }),
      ),
    }),
    at: z.iso.datetime(),
  })
  .openapi('IssuedForm')
