import { z } from '@hono/zod-openapi'
import { visibilities } from './call.ts'

const language = z.enum(['ar', 'zh', 'en', 'fr', 'ru', 'es'])
const words = z.string().max(100_000)

const file = z
  .object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().max(300),
    type: z.string().max(200),
    size: z.int().min(0),
  })
  .openapi('AnswerFile')

/** What a program gives for a question: the parts its kind is made of, or a note. */
export const givenAnswer = z
  .object({
    note: z.enum(['no_information', 'not_applicable']).nullable().optional().describe('In the place of an answer'),
    text: words
      .optional()
      .describe('Of a text; of a number in plain decimal notation, 1234.5; of a date as 2013-02-01'),
    options: z.array(z.string().max(500)).max(500).optional().describe('Ids, or labels in any of the six languages'),
    other: z.string().max(500).optional(),
    rows: z
      .array(z.object({ row: z.string().max(500).nullable(), cells: z.record(z.string().max(500), words) }))
      .max(1000)
      .optional(),
    files: z.array(file).max(100).optional().describe('Brought before with POST .../files'),
    comments: z
      .array(z.object({ path: z.string().max(200), text: words, proposal: words.optional() }))
      .max(2000)
      .optional(),
  })
  .openapi('GivenAnswer')

export const answersBody = z
  .object({
    language: language.describe('Of the free text'),
    answers: z.record(z.string().max(100), givenAnswer).describe('By the id of the question'),
    confirm: z
      .array(z.string().max(100))
      .max(1000)
      .optional()
      .describe('Questions whose answers were filled in from earlier and are now your own'),
  })
  .openapi('AnswersGiven')

export const sendBody = z
  .object({ visibility: z.enum(visibilities), language: language.describe('Of the free text, mostly') })
  .openapi('AnswersSent')

const from = z.object({ call: z.string(), submission: z.string(), at: z.string() })

export const answersNow = z
  .object({
    invitation: z.string().describe('<call>/<number>'),
    state: z.enum(['invited', 'asked', 'opened', 'begun', 'sent', 'withdrawn']),
    deadline: z.string().nullable(),
    callState: z.enum(['draft', 'open', 'closed', 'dropped']),
    version: z.int().describe('Of the form: /api/v1/calls/{id}/form'),
    acts: z.int().describe('How many acts it has seen; the ETag'),
    answers: z.record(z.string(), givenAnswer).describe('As they stand, in the shape they are given in'),
    filledIn: z
      .record(z.string(), z.object({ answer: givenAnswer, from }))
      .describe('From earlier answers of the same actor: offered, and sent only once they are confirmed or changed'),
    missing: z.array(z.string()).describe('Required and not answered'),
    sent: z
      .object({
        submission: z.string(),
        at: z.string(),
        state: z.enum(['standing', 'replaced', 'withdrawn']),
        visibility: z.enum(visibilities),
        late: z.boolean(),
      })
      .nullable(),
    may: z.object({ write: z.boolean(), send: z.boolean(), withdraw: z.boolean() }),
  })
  .openapi('AnswersNow')

export const saved = z.object({ saved: z.array(z.string()), acts: z.int() }).openapi('AnswersSaved')

export const sent = z.object({ submission: z.string().describe('<call>/<invitation>/<number>') }).openapi('AnswersOut')
export const brought = z.object({ file }).openapi('AnswerFileKept')
