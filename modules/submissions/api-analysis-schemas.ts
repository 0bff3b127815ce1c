import { z } from '@hono/zod-openapi'
import { visibilities } from './call.ts'
import { channels } from './submission.ts'

/** What the API answers with of submissions, as OpenAPI describes it: the types of `submission.ts` and `finding.ts`. */

const language = z.enum(['ar', 'zh', 'en', 'fr', 'ru', 'es'])
const file = z.object({ sha256: z.string(), name: z.string(), type: z.string(), size: z.int() })

const answer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string(), language }),
    z.object({ kind: z.literal('choice'), option: z.string().nullable(), other: z.string().nullable() }),
    z.object({ kind: z.literal('several'), options: z.array(z.string()), other: z.string().nullable() }),
    z.object({ kind: z.literal('number'), number: z.string().describe('Plain decimals, as exact as given') }),
    z.object({ kind: z.literal('date'), day: z.string() }),
    z.object({
      kind: z.literal('table'),
      rows: z.array(z.object({ row: z.string().nullable(), cells: z.record(z.string(), z.string()) })),
    }),
    z.object({ kind: z.literal('file'), files: z.array(file) }),
    z.object({
      kind: z.literal('comments'),
      comments: z.array(z.object({ path: z.string(), text: z.string(), proposal: z.string().nullable() })),
      language,
    }),
    z.object({ kind: z.literal('note'), note: z.enum(['no_information', 'not_applicable']) }),
  ])
  .openapi('Answer')

export const submission = z
  .object({
    id: z.string().describe('<call>/<invitation>/<number>'),
    call: z.string(),
    invitation: z.int(),
    number: z.int().describe('1, 2 for the correction of 1'),
    actor: z.string().nullable(),
    name: z.string(),
    state: z.enum(['standing', 'replaced', 'withdrawn']),
    version: z.int().describe('Of the form'),
    answers: z.record(z.string(), answer),
    language,
    visibility: z.enum(visibilities),
    channel: z.enum(channels),
    original: file.nullable(),
    onBehalf: z.boolean(),
    late: z.boolean(),
    at: z.string(),
    withdrawn: z.object({ at: z.string(), reason: z.string().nullable() }).nullable(),
  })
  .openapi('Submission')

export const page = z.object({
  rows: z.array(submission),
  next: z.string().nullable(),
  hidden: z.int().describe('How many stand that whoever asks may not see'),
})

export const repliesPage = z.object({
  rows: z.array(
    submission.pick({
      id: true,
      invitation: true,
      actor: true,
      name: true,
      answers: true,
      language: true,
      visibility: true,
    }),
  ),
  next: z.int().nullable(),
  total: z.int(),
  hidden: z.int(),
})

const passage = z.object({
  id: z.string(),
  submission: z.string(),
  invitation: z.int(),
  actor: z.string().nullable(),
  name: z.string(),
  question: z.string(),
  part: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  language,
  at: z.string(),
  stands: z.boolean().describe('False where it was withdrawn, or a correction took its place'),
})
const localised = z.partialRecord(language, z.string())

export const finding = z
  .object({
    id: z.string(),
    n: z.int(),
    statement: localised,
    theme: localised,
    order: z.int(),
    passages: z.array(passage),
  })
  .openapi('SubmissionFinding')

export const figure = z
  .object({
    question: z.string(),
    label: z.string(),
    invited: z.int(),
    submitted: z.int(),
    asked: z.int().describe('To how many of those submitted the question applied'),
    answered: z.int(),
    notes: z.object({ no_information: z.int(), not_applicable: z.int() }),
    rows: z.array(z.object({ id: z.string(), label: z.string(), count: z.int(), by: z.array(z.string()) })),
    numbers: z
      .object({ unit: z.string(), sum: z.string(), least: z.string(), middle: z.string(), greatest: z.string() })
      .nullable(),
  })
  .openapi('SubmissionFigure')

export const coverage = z
  .object({
    groups: z.array(
      z.object({
        group: z.string(),
        invited: z.int(),
        submitted: z.int(),
        members: z.array(
          z.object({
            invitation: z.int(),
            actor: z.string().nullable(),
            name: z.string(),
            state: z.enum(['submitted', 'late', 'withdrawn', 'no_information']),
            address: z.string().nullable(),
          }),
        ),
      }),
    ),
  })
  .openapi('SubmissionCoverage')
