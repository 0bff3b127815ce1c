import { z } from '@hono/zod-openapi'

/** What the API answers with, as OpenAPI describes it: the types of `report.ts`. */

const reported = z.object({
  obligation: z.string(),
  actor: z.string(),
  actorName: z.string(),
  status: z.string(),
  asOf: z.string(),
  narrative: z.string(),
  language: z.string(),
  reason: z.string().nullable(),
  onBehalf: z.boolean(),
  published: z.string(),
  address: z.string(),
  evidence: z.array(z.object({ title: z.string(), address: z.string(), url: z.string().nullable() })),
})

const duty = z.object({
  obligation: z.string(),
  kind: z.enum(['report', 'event', 'other']),
  actor: z.string(),
  action: z.string(),
  subject: z.string().nullable(),
  toWhom: z.array(z.string()),
  conditions: z.array(z.string()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  why: z.string(),
  status: z.string(),
  asked: z.int().nullable().describe('How many are asked; null where nobody has listed the group'),
  reported: z.array(reported),
  continuing: z.boolean(),
})

const entry = z
  .object({
    number: z.int().describe('Paragraph number in the report'),
    document: z.string(),
    unit: z.string(),
    unitTitle: z.string().nullable(),
    path: z.string(),
    adopted: z.string().nullable(),
    mandate: z.string(),
    address: z.string(),
    citation: z.string(),
    context: z.array(z.string()).describe('Chapeaux above the paragraph, outermost first'),
    text: z.string().describe('The paragraph, whole'),
    actionRequired: z.string(),
    addressees: z.array(z.string()),
    conditions: z.array(z.string()).describe('As written'),
    toWhom: z.array(z.string()),
    due: z.string().describe('When, and why then'),
    status: z.string(),
    statusAddress: z.string(),
    resources: z.string().nullable(),
    calls: z
      .array(z.object({ words: z.string(), address: z.string() }))
      .describe('Calls for views the paragraph orders'),
    remark: z.string().nullable().describe('What the office adds'),
    duties: z.array(duty),
  })
  .openapi('ReportEntry')

const undated = z.object({
  document: z.string(),
  unit: z.string(),
  path: z.string(),
  mandate: z.string(),
  address: z.string(),
  actor: z.string(),
  action: z.string(),
  reason: z.string(),
  why: z.string(),
})

const onCall = z
  .object({
    call: z.string(),
    address: z.string(),
    title: z.string(),
    mandate: z.string().nullable().describe('The paragraph that orders the call'),
    submissions: z.int().describe('How many stood public on the day'),
    paragraphs: z.array(
      z.object({
        number: z.int(),
        place: z.string(),
        heading: z.string().nullable(),
        sentences: z.array(
          z.object({
            words: z.string(),
            links: z.array(z.object({ words: z.string(), address: z.string() })),
            language: z.string(),
          }),
        ),
      }),
    ),
    annex: z.array(
      z.object({
        name: z.string(),
        address: z.string(),
        language: z.string(),
        sent: z.string(),
        answers: z.array(z.object({ label: z.string(), words: z.array(z.string()), language: z.string().nullable() })),
      }),
    ),
  })
  .openapi('ReportOnCall')

export const reportSchema = z
  .object({
    body: z.string(),
    bodyName: z.string(),
    session: z.int(),
    asOf: z.string(),
    scope: z.string().nullable().describe('The one text it is about; null: all that is due'),
    language: z.string(),
    masthead: z.object({
      organ: z.string(),
      symbol: z.string().nullable(),
      distribution: z.string(),
      date: z.string(),
      originalLanguage: z.string(),
    }),
    sessionLine: z.string(),
    placeAndDates: z.string(),
    agendaLine: z.string().nullable(),
    title: z.string(),
    genre: z.string(),
    pursuantTo: z.object({ mandate: z.string(), address: z.string(), words: z.string() }).nullable(),
    figures: z.array(z.object({ words: z.string(), address: z.string() })),
    summary: z.array(z.string()),
    actionRequired: z.array(z.string()),
    introduction: z.array(z.string()),
    places: z.object({
      summary: z.array(z.string()),
      introduction: z.array(z.string()),
      actionRequired: z.array(z.string()),
    }),
    edits: z.array(
      z.object({
        place: z.string(),
        generated: z.string(),
        words: z.string(),
        by: z.string(),
        at: z.string(),
        generatedNow: z.string().nullable(),
        outdated: z.boolean(),
      }),
    ),
    entries: z.array(entry),
    submissions: z.array(onCall).describe('What came in answer to calls for views that feed the session'),
    undated: z.array(undated),
    words: z.object({ count: z.int(), limit: z.int(), rule: z.string() }),
    deadlines: z.array(z.object({ code: z.string(), on: z.string(), why: z.string() })),
    sources: z.array(z.object({ document: z.string(), title: z.string(), version: z.int(), sha256: z.string() })),
  })
  .openapi('Report')

export const issueSchema = z
  .object({
    id: z.string(),
    body: z.string(),
    session: z.int(),
    scope: z.string().describe('Empty: on all that was due'),
    language: z.string(),
    number: z.int(),
    asOf: z.string(),
    title: z.string(),
    wordCount: z.int(),
    by: z.string(),
    at: z.string(),
  })
  .openapi('IssuedReport')

const period = z.object({ from: z.string(), to: z.string() }).nullable()
const session = z.object({
  body: z.string(),
  number: z.int(),
  place: z.string().nullable(),
  parts: z.array(
    z.object({ part: z.string(), planned: period, held: period, mark: z.string(), note: z.string().nullish() }),
  ),
  window: z.boolean(),
  note: z.string().nullable(),
})
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

export const documentationSchema = z
  .object({
    session,
    deadlines: z.array(z.object({ code: z.string(), on: z.string(), why: z.object({ code: z.string(), facts }) })),
    list: z.object({ document: z.string(), unit: z.string() }).nullable(),
    entries: z.array(
      z.object({
        title: z.string(),
        genre: z.enum(['report', 'note', 'other']),
        by: z.string(),
        agendaItem: z.string().nullable(),
        agendaTitle: z.string().nullable(),
        listed: z.boolean().describe('False where it is derived from a duty alone'),
        source: z.object({ unit: z.string(), path: z.string(), mandate: z.string(), address: z.string() }).nullable(),
        agreement: z.number().nullable().describe('How well list and paragraph agree, 0 to 1'),
        restsOn: z.enum(['paragraph', 'earlier-mandate', 'open-slot']),
      }),
    ),
  })
  .openapi('Documentation')
