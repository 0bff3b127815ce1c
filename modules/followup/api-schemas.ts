import { z } from '@hono/zod-openapi'
import { mostRows } from './lists.ts'

const day = z.iso.date()
const instant = z.iso.datetime()

export const status = z
  .enum(['not_started', 'in_progress', 'implemented', 'overtaken', 'discontinued', 'no_information'])
  .describe('As reported. `no_information`: nobody reported anything, which says nothing of what was done')
  .openapi('Implementation')

const reported = z.enum(['not_started', 'in_progress', 'implemented', 'overtaken', 'discontinued'])
const acceptance = z.enum(['accepted', 'partly_accepted', 'not_accepted'])
const language = z.enum(['ar', 'zh', 'en', 'fr', 'ru', 'es'])
const done = z.object({ by: z.string(), at: instant })
const withdrawn = done.extend({ reason: z.string().nullable() }).nullable()

const evidence = z
  .object({
    id: z.string(),
    title: z.string(),
    content: z.union([
      z.object({
        kind: z.literal('file'),
        sha256: z.string(),
        name: z.string(),
        type: z.string(),
        size: z.int().describe('Bytes; the file itself is at /evidence/{id}/file'),
      }),
      z.object({ kind: z.literal('link'), url: z.string() }),
      z.object({
        kind: z.literal('paragraph'),
        document: z.string(),
        unit: z.string(),
        path: z.string().nullable(),
      }),
    ]),
    by: z.string(),
    at: instant,
    withdrawn,
  })
  .openapi('Evidence')

export const update = z
  .object({
    id: z.string(),
    state: z.enum(['draft', 'published', 'replaced', 'withdrawn']),
    status: reported,
    acceptance: acceptance.nullable(),
    asOf: day.describe('The day the facts are of'),
    narrative: z.string(),
    language,
    reason: z.string().nullable(),
    corrects: z.string().nullable().describe('The update it stands in the place of'),
    by: z.string(),
    onBehalf: z.boolean().describe('The office wrote down what the actor had sent'),
    at: instant,
    cleared: done.nullable(),
    withdrawn,
    evidence: z.array(evidence),
    submission: z.string().nullable().describe('The submission to a call it says was sent'),
  })
  .openapi('Update')

const reply = z
  .object({
    actor: z.string(),
    actorName: z.string(),
    status,
    acceptance: acceptance.nullable(),
    acts: z.int().describe('How many acts it has seen: give it back as `seen`'),
    updates: z.array(update).describe('Newest first by the day of the facts'),
  })
  .openapi('Reply')

const asked = z
  .object({
    kind: z.enum(['obligation', 'invitation']),
    id: z.string(),
    holder: z.string(),
    actor: z.string().nullable(),
    actorName: z.string(),
    title: z.string(),
    subject: z.string().nullable(),
    anchor: z
      .object({ document: z.string(), unit: z.string(), path: z.string() })
      .nullable()
      .describe('Null for what no paragraph orders'),
    dues: z.array(z.any()).describe('When it is due and why, as in the register'),
    continuing: z.boolean(),
    force: z.string(),
    acceptable: z.boolean(),
  })
  .openapi('Followable')

export const line = z.object({ asked, status, asOf: day.nullable(), replies: z.int() }).openapi('DossierLine')

export const dossier = z
  .object({
    id: z.string(),
    kind: z.enum(['obligation', 'invitation']),
    asked,
    stands: z.boolean().describe('False where a correction took it out of the register'),
    status,
    replies: z.array(reply),
    assessments: z.array(
      z.object({
        id: z.string(),
        actor: z.string().nullable(),
        finding: z.enum(['borne_out', 'more_would_help', 'no_evidence_given', 'later_records_differ']),
        narrative: z.string(),
        by: z.string(),
        at: instant,
        replacedBy: z.string().nullable(),
      }),
    ),
  })
  .openapi('Dossier')

const short = z.string().min(1).max(200)

export const listQuery = z.object({
  actor: z.string().min(1).max(100).optional().describe('Asked of this actor, by name or as one of a group'),
  status: status.optional(),
  body: z.string().min(1).max(40).optional().openapi({ example: 'CCPCJ' }),
  session: z.coerce.number().int().min(1).max(9999).optional(),
  from: day.optional().describe('With a date on or after'),
  to: day.optional().describe('With a date on or before'),
  document: short.optional(),
  kind: z.enum(['obligation', 'invitation']).optional(),
  limit: z.coerce.number().int().min(1).max(mostRows).default(20),
  after: z.string().min(1).max(200).optional().describe('`next` of the page before'),
})

export const updateBody = z.object({
  dossier: z.string().min(1).max(700).openapi({ example: 'E/RES/2012/19#17/1' }),
  actor: z.string().min(1).max(100).openapi({ example: 'cl' }),
  once: z
    .string()
    .regex(/^[\w-]{16,64}$/)
    .optional()
    .describe('A key of your own: the same one again changes nothing and is answered alike'),
  seen: z.int().min(0).optional(),
  status: reported,
  acceptance: acceptance.nullable().optional(),
  asOf: z.string().max(20),
  narrative: z.string().max(100_000),
  language,
  reason: z.string().max(10_000).nullable().optional(),
  corrects: z.string().max(20).nullable().optional(),
  send: z.boolean().default(false).describe('Goes out at once; else it is a draft'),
  evidence: z
    .array(
      z.object({
        title: z.string().max(1000),
        content: z.union([
          z.object({ kind: z.literal('link'), url: z.string().max(10_000) }),
          z.object({
            kind: z.literal('paragraph'),
            document: short,
            unit: short,
            path: z.string().max(200).nullable(),
          }),
        ]),
      }),
    )
    .max(50)
    .default([]),
})
