import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { languages } from '@resolute/reader'
import { problem, problemOf } from '#platform/http'
import type { Actor, Parties } from './actor.ts'

const groups = ['africa', 'asia-pacific', 'eastern-europe', 'latin-america-caribbean', 'western-europe-others'] as const

const actor = z
  .object({
    id: z.string().openapi({ example: 'unodc' }),
    kind: z.enum(['state', 'body', 'entity', 'organization', 'group']),
    name: z.partialRecord(z.enum(languages), z.string()).describe('Official names by language; English always there'),
    short: z.string().nullable().openapi({ example: 'UNODC' }),
    aliases: z.array(z.string()),
    group: z.enum(groups).nullable().describe('Regional group'),
    codes: z.object({ alpha3: z.string(), m49: z.string() }).nullable().describe('ISO 3166-1 alpha-3 and UN M49'),
    partOf: z.string().nullable().describe('The actor this one belongs to'),
    covers: z.enum(['every-state', 'some-states']).nullable().describe('For groups of States'),
  })
  .openapi('Actor')

const query = z.object({
  kind: actor.shape.kind.optional(),
  group: z.enum(groups).optional(),
  name: z.string().min(1).max(500).optional().describe('Only the actor this name stands for, in any of six languages'),
})

const list = createRoute({
  method: 'get',
  path: '/actors',
  tags: ['parties'],
  summary: 'Who can be asked: States, bodies, entities, organizations and groups',
  request: { query },
  responses: {
    200: { description: 'The actors', content: { 'application/json': { schema: z.object({ rows: z.array(actor) }) } } },
  },
})

const one = createRoute({
  method: 'get',
  path: '/actors/{id}',
  tags: ['parties'],
  summary: 'One actor, and the groups it belongs to',
  request: { params: z.object({ id: z.string().min(1).max(100) }) },
  responses: {
    200: {
      description: 'The actor',
      content: {
        'application/json': {
          schema: actor.extend({
            groups: z.array(z.string()).describe('Groups it belongs to'),
            groupsPerhaps: z.array(z.string()).describe('Groups it may belong to: nobody has listed who does'),
          }),
        },
      },
    },
    404: { description: 'There is no such actor' },
  },
})

/** JSON routes of the directory. */
export function partiesRoutes(parties: Parties): OpenAPIHono {
  const routes = new OpenAPIHono()
  routes.openapi(list, async (context) => {
    const { name, ...filter } = context.req.valid('query')
    const directory = await parties.directory()
    const named = name === undefined ? null : directory.find(name)
    const rows = directory.actors(filter).filter((each) => name === undefined || each.id === named?.id)
    return context.json({ rows: rows.map(plain) }, 200)
  })
  routes.openapi(one, async (context) => {
    const directory = await parties.directory()
    const found = directory.actor(context.req.valid('param').id)
    if (!found) return problem(context, problemOf(404))
    const ids = (actors: readonly Actor[]) => actors.map(({ id }) => id)
    const groups = ids(directory.groupsOf(found.id))
    const groupsPerhaps = ids(directory.groupsPerhapsOf(found.id))
    return context.json({ ...plain(found), groups, groupsPerhaps }, 200)
  })
  return routes
}

const plain = (found: Actor) => ({ ...found, aliases: [...found.aliases] })
