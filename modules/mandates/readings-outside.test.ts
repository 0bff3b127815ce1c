import { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import { CommandRefusal } from '#platform/manifest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { readings } from './commands-readings.ts'
import { mandatesManifest } from './index.ts'
import { officer, openRegister, sample } from './testing/open-register.ts'

let place: TestDatabase
let rooms: Awaited<ReturnType<typeof openRegister>>
let send: (path: string, body?: unknown, visitor?: Visitor) => Promise<Response>

beforeAll(async () => {
  place = await testDatabase()
  rooms = await openRegister(place.database)
  await rooms.bring(sample)
  send = async (path, body, visitor = officer) => {
    const app = new OpenAPIHono()
    app.use(async (context, next) => {
      context.set('visitor', visitor)
      await next()
    })
    app.route('/', mandatesManifest.routes!(rooms.mandates, rooms))
    if (body === undefined) return app.request(path)
    return app.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  }
})
afterAll(() => place.close())

async function run(line: string) {
  const out: string[] = []
  const talk: string[] = []
  const code = await readings.run({
    args: line.split(' ').filter(Boolean),
    cwd: '/',
    out: (text) => void out.push(String(text)),
    talk: (text) => void talk.push(text),
    terminal: false,
    rooms: async () => rooms,
    now: () => new Date(),
  })
  return { code, out: out.join(''), talk: talk.join('') }
}

const at = '/readings/of/E/RES/2012/19%2317'

describe('the API', () => {
  test('gives the queue in pages, most doubtful first, and walks it', async () => {
    const all = await (await send('/readings?limit=500&state=certain')).json()
    const first = await (await send('/readings?limit=1')).json()
    const second = await (await send(`/readings?limit=1&after=${encodeURIComponent(first.next)}`)).json()
    expect(all.total).toBeGreaterThan(0)
    expect(first.rows[0].mandate.reading.certainty).toBeLessThanOrEqual(second.rows[0].mandate.reading.certainty)
    const { before, after } = await rooms.mandates.neighbours(second.rows[0].mandate.id, {})
    expect([before, after]).toEqual([first.rows[0].mandate.id, expect.any(String)])
    const facets = await (await send('/readings/facets')).json()
    expect(facets.states.find(({ value }: { value: string }) => value === 'open').count).toBe(first.total)
    expect(facets.documents).toEqual([{ value: 'E/RES/2012/19', count: first.total }])
    const [doubt] = facets.doubts
    expect((await (await send(`/readings?doubt=${doubt.value}`)).json()).total).toBe(doubt.count)
    const [actor] = facets.actors
    expect((await (await send(`/readings?actor=${actor.value}`)).json()).total).toBe(actor.count)
    for (const body of facets.bodies)
      expect((await (await send(`/readings?body=${body.value}`)).json()).total).toBe(body.count)
  })
  test('takes decisions from officers', async () => {
    const { mandate } = await (await send(at)).json()
    const { seen, ruleClauses } = mandate.reading
    expect((await send(`${at}/accept`, { seen }, anybody)).status).toBe(401)
    expect((await send(`${at}/accept`, { seen: 'old' })).status).toBe(409)
    const wrong = await send(`${at}/correct`, { seen, clauses: [{ ...ruleClauses[0], action: 'dance' }] })
    expect([wrong.status, (await wrong.json()).errors]).toEqual([
      422,
      [{ pointer: '#/clauses/0/action/0', detail: 'not-in-text' }],
    ])
    const tried = await (await send(`${at}/preview`, { clauses: ruleClauses })).json()
    expect(tried.obligations).toHaveLength(1)
    const done = await (await send(`${at}/correct`, { seen, note: 'as it is', clauses: ruleClauses })).json()
    expect(done.mandate.reading.state).toBe('corrected')
    const { history } = await (await send(at)).json()
    expect(history).toMatchObject([{ kind: 'corrected', by: 'person:7', note: 'as it is' }])
    const undone = await send(`${at}/withdraw`, { seen: done.mandate.reading.seen })
    expect((await undone.json()).mandate.reading.state).toBe('certain')
  })
  test.each([
    ['POST', `${at}/accept`, 400, 'nothing'],
    ['POST', `${at}/correct`, 400, { seen: 'x', clauses: [{ verb: '' }] }],
    ['POST', '/readings/of/nowhere%231/accept', 404, { seen: 'x' }],
    ['GET', '/readings/of/nowhere%231', 404, undefined],
    ['GET', '/readings?state=asleep', 400, undefined],
    ['GET', '/readings?limit=0', 400, undefined],
  ])('%s %s is refused with %i', async (_method, path, status, body) => {
    expect((await send(path, body)).status).toBe(status)
  })
})

describe('the command', () => {
  test('lists what waits, and exports what was decided', async () => {
    const { out, talk } = await run('')
    expect(out).toContain('E/RES/2012/19#')
    expect(talk).toMatch(/^\d+ readings, \d+ of them shown\.\n$/)
    const json = JSON.parse((await run('--json --limit 2')).out)
    expect(json).toHaveLength(2)
    expect(json[0]).toMatchObject({ state: 'open', doubts: expect.arrayContaining([expect.any(String)]) })
    const { mandate } = (await rooms.mandates.mandate('E/RES/2012/19#17'))!
    await rooms.mandates.acceptReading(officer, mandate.id, { seen: mandate.reading.seen, note: '' })
    const lines = (await run('export')).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      { id: 'E/RES/2012/19#17', group: 'accepted', context: null, organ: 'The Economic and Social Council' },
    ])
    expect(Object.keys(lines[0].clauses[0])).toEqual([
      'verb',
      'verbStart',
      'inherited',
      'force',
      'addressees',
      'action',
      'conditions',
      'due',
      'reporting',
    ])
    expect(await (await send('/readings/cases')).text()).toBe((await run('export')).out)
  })
  test.each(['--state asleep', '--limit 0', '--colour', 'exports', 'export twice'])('%s is refused', async (line) => {
    await expect(run(line)).rejects.toMatchObject({ exitCode: 2 })
    await expect(run(line)).rejects.toBeInstanceOf(CommandRefusal)
  })
})
