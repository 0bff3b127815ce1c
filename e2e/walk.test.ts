import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { anybody, grantedRoles, type Permission, program } from '#platform/access'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { createHttp } from '../apps/server/http.ts'
import type { ServedRoute } from '../apps/server/routes.ts'
import { importSamples } from '../apps/server/samples.ts'
import { fillRooms, ledgerActs, openRooms, permissionTable, type Rooms } from '../modules/modules.ts'
import { done, openedCall } from '../modules/submissions/testing/opened-call.ts'
import { type Schema, sampleOf } from './testing/sample-of.ts'
import { own, type Walker, walkers } from './testing/walkers.ts'

const origin = 'http://localhost'
const failures: object[] = []

let tests: TestDatabase
let rooms: Rooms
let routes: readonly ServedRoute[]
let description: Description
let everybody: readonly Walker[]
let places: Readonly<Record<string, string>>
/** Opens one invitation to whoever holds it. */
let link: string
let ask: (path: string, init: RequestInit) => Promise<Response>

interface Described {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

beforeAll(async () => {
  vi.spyOn(console, 'warn').mockReturnValue() // the router says which addresses it did not like
  vi.spyOn(console, 'error').mockReturnValue() // a message not written yet is another test's
  tests = await testDatabase()
  const now = () => new Date('2013-04-01T09:00:00Z')
  rooms = openRooms(testPlatform({ database: tests.database, now }))
  await fillRooms(rooms)
  await importSamples({ rooms, database: tests.database }, now, () => {})
  const quiet = () => {}
  const log = { debug: quiet, info: quiet, warn: quiet, error: (facts: object) => void failures.push(facts) }
  const http = await createHttp(rooms, { origin, production: true, log, now })
  routes = http.routes()
  ask = async (path, init) => http.fetch(new Request(origin + path, init))
  description = (await (await ask('/api/v1/openapi.json', {})).json()) as Description
  everybody = walkers(rooms)
  places = await placesToTry()
})
afterAll(() => tests?.close())

/** What the parameters of an address stand for, by the part of the address before them. */
async function placesToTry(): Promise<Record<string, string>> {
  const { rows } = await rooms.mandates.obligations({ actor: own, limit: 1 })
  const obligation = rows[0]
  const role = { role: 'focal-point' as const, actor: own, language: 'en' as const, origin: null }
  const invited = await rooms.parties.invitePerson(program('system:test'), {
    ...role,
    name: 'X',
    email: 'x@example.org',
  })
  if (!obligation || !('person' in invited)) throw new Error('There is nothing to try the walk on')
  const office = program('system:test')
  const invitees = [own, 'cl'].map((actor) => ({ kind: 'actor' as const, actor }))
  const { call } = await openedCall(rooms, { words: { deadline: '2013-04-15' }, invitees })
  link = done(await rooms.submissions.renewLink(office, { invitation: `${call}/1` })).token
  const encoded = (id: string) => id.split('/').map(encodeURIComponent).join('/')
  return {
    '/*': 'nowhere',
    'documents/*': 'E/RES/2012/19',
    'documents/:id': 'E/RES/2012/19',
    'citations/*': 'E/RES/2012/19',
    'lineage/*': 'E/RES/2012/19',
    'series/*': 'E/RES/2012/19',
    'citations/:document': 'E/RES/2012/19',
    'lineage/:document': 'E/RES/2012/19',
    'series/:document': 'E/RES/2012/19',
    'mandates/*': encoded(obligation.mandate),
    'mandates/:id': encoded(obligation.mandate),
    'of/:id': encoded(obligation.mandate),
    'readings/*': encoded(obligation.mandate),
    'dossiers/*': encoded(obligation.id),
    'dossiers/:id': encoded(obligation.id),
    'obligations/:id': encoded(obligation.id),
    'actors/:actor': own,
    'actors/:id': own,
    'people/:person': invited.person,
    ':body': 'ccpcj',
    ':number': '22',
    ':session': '22',
    'ledger/:seq': '1',
    'reports/:id': '1',
    'evidence/:id': '1',
    ':call': call,
    ':n': '1',
    // this one is taken back on its page
    'invitations/:n': '2',
    'api invitations/:n': '1',
    ':question': 'q1',
    ':sha256': '0'.repeat(64),
    ':token': link,
  }
}

/** Where the address itself says who may: no role of a walker matters, and a test of their own tries them. */
const byLink = ({ path }: ServedRoute): boolean => path.includes('/:token')

function addressOf(path: string): string {
  const parts = path.replace(/\{[^}]*\}/g, '').split('/')
  return parts
    .map((part, i) => {
      const [, parameter, rest = ''] = /^(:\w+|\*)(\..*)?$/.exec(part) ?? []
      if (parameter === undefined) return part
      const here = `${parts[i - 1]}/${parameter}`
      const place = (parts[1] === 'api' ? places[`api ${here}`] : undefined) ?? places[here] ?? places[parameter]
      if (place === undefined) throw new Error(`e2e/walk.test.ts does not know what stands for ${parameter} in ${path}`)
      return place + rest
    })
    .join('/')
}

type Outcome = 'refused' | 'let through' | 'broken'

function outcomeOf(response: Response): Outcome {
  if (response.status >= 500) return 'broken'
  const toSignIn = (response.headers.get('location') ?? '').startsWith('/sign-in?next=')
  return response.status === 401 || response.status === 403 || toSignIn ? 'refused' : 'let through'
}

const permissionOf = (act: string): Permission | undefined => permissionTable.find((row) => row.act === act)

/** What the table says of a walker; an administrator may do what anybody may. */
function mayDo({ name }: Walker, { roles }: Permission): boolean {
  if (roles.includes('public')) return true
  if (name === 'nobody') return false
  if (roles.includes('person') || name === 'administrator') return true
  if (name === 'somebody') return false
  return roles.includes(name === 'foreign-focal-point' ? 'focal-point' : name)
}

const head = async () => (await rooms.ledger.entries({ limit: 1 }))[0]?.seq ?? 0

/** Sends what a form or a program would send, names the act, and says whose thing it is about. */
async function tryIt(route: ServedRoute, act: string | null, walker: Walker) {
  const cookie = await walker.cookie()
  const headers: Record<string, string> = { origin, ...(cookie && { cookie }) }
  const init: RequestInit = { method: route.method, headers }
  if (route.method !== 'GET' && route.kind === 'page') {
    init.body = new URLSearchParams({ act: act ?? '', actor: own })
  } else if (route.method !== 'GET') {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(bodyOf(route))
  }
  const before = await head()
  const response = await ask(addressOf(route.path) + neededOf(route), init)
  return { outcome: outcomeOf(response), status: response.status, wrote: (await head()) - before }
}

const describedOf = ({ method, path }: ServedRoute): Described | undefined =>
  description.paths[path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')]?.[method.toLowerCase()]

/** What the address of a route of the API has to ask besides. */
function neededOf(route: ServedRoute): string {
  const needed = describedOf(route)?.parameters?.filter((one) => one.in === 'query' && one.required) ?? []
  return needed.length === 0 ? '' : `?${new URLSearchParams(needed.map(({ name }) => [name, 'q1']))}`
}

function bodyOf(route: ServedRoute): unknown {
  const described = describedOf(route)
  const schema = described?.requestBody?.content['application/json']?.schema
  const sample = schema ? sampleOf(schema, description.components?.schemas ?? {}) : {}
  return typeof sample === 'object' && sample !== null && 'actor' in sample ? { ...sample, actor: own } : sample
}

describe('the table of permissions', () => {
  test('has one row for each act, and a row or a word for each act of the ledger', () => {
    const acts = permissionTable.map(({ act }) => act)
    expect(acts.filter((act, i) => acts.indexOf(act) !== i)).toEqual([])
    expect(ledgerActs.filter(({ act, system }) => system === acts.includes(act))).toEqual([])
  })

  test('has a row for whatever a route asks for, and every route that may change something asks for an act', () => {
    const unknown = routes.flatMap(({ method, path, acts }) =>
      acts.filter((act) => !permissionOf(act)).map((act) => `${method} ${path}: ${act}`),
    )
    const silent = routes.filter(({ method, acts }) => method !== 'GET' && acts.length === 0)
    expect(unknown).toEqual([])
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([])
    expect(routes.length).toBeGreaterThan(50)
  })

  test('is written down as it stands', async () => {
    await expect(sheet()).toMatchFileSnapshot(
      join(fileURLToPath(new URL('../', import.meta.url)), 'docs/permissions.md'),
    )
  })
})

describe('the walk', () => {
  test('what names no act is open to everybody', async () => {
    const wrong: string[] = []
    for (const route of routes.filter((one) => one.method === 'GET' && one.acts.length === 0 && !byLink(one))) {
      for (const walker of everybody.filter(({ name }) => name === 'nobody' || name === 'evaluator')) {
        const { outcome, status, wrote } = await tryIt(route, null, walker)
        if (outcome !== 'let through' || wrote > 0) wrong.push(`${walker.name} GET ${route.path}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(failures).toEqual([])
  })

  test('what names an act is open to those the table names, refused to all others, and a refusal leaves nothing behind', async () => {
    const wrong: string[] = []
    let tried = 0
    for (const route of routes.filter((one) => !byLink(one))) {
      for (const act of route.acts) {
        const permission = permissionOf(act)
        if (!permission) continue
        for (const walker of everybody) {
          const { outcome, status, wrote } = await tryIt(route, act, walker)
          const may = mayDo(walker, permission)
          const stranger =
            walker.name === 'foreign-focal-point' && route.method !== 'GET' && !permission.roles.includes('person')
          const fits = may ? outcome === 'let through' || stranger : outcome === 'refused'
          if (!fits || (!may && wrote > 0) || (stranger && wrote > 0 && !permission.roles.includes('public'))) {
            wrong.push(`${walker.name} ${route.method} ${route.path} ${act}: ${outcome} (${status}), ${wrote} entries`)
          }
          tried += 1
        }
      }
    }
    expect(wrong).toEqual([])
    expect(failures).toEqual([])
    expect(tried).toBeGreaterThan(100)
  })
})

describe('a personal link', () => {
  const linked = () => routes.filter(byLink)

  test('that is wrong opens nothing, whoever brings it', async () => {
    const wrong: string[] = []
    const before = places
    places = { ...places, ':token': 'x'.repeat(link.length) }
    for (const route of linked()) {
      for (const act of route.acts.length > 0 ? route.acts : [null]) {
        for (const walker of everybody) {
          const { status, wrote } = await tryIt(route, act, walker)
          if (![401, 403, 404, 410].includes(status) || wrote > 0) wrong.push(`${walker.name} ${route.path}: ${status}`)
        }
      }
    }
    places = before
    expect(linked().length).toBeGreaterThan(3)
    expect(wrong).toEqual([])
  })

  test('opens its own invitation to somebody nobody knows, and nothing else', async () => {
    const nobody = everybody.find(({ name }) => name === 'nobody')!
    const page = linked().find(({ method, path }) => method === 'GET' && path === '/answer/:token')!
    const invitees = [own, 'cl'].map((actor) => ({ kind: 'actor' as const, actor }))
    const { invited } = await openedCall(rooms, { words: { deadline: '2013-04-15' }, invitees })
    const [invitation = '', other = ''] = invited
    const fresh = done(await rooms.submissions.renewLink(program('system:test'), { invitation })).token
    places = { ...places, ':token': fresh }
    expect(await tryIt(page, null, nobody)).toMatchObject({ outcome: 'let through', status: 200 })
    const { visitor } = (await rooms.submissions.holder(fresh, anybody))!
    expect(await rooms.submissions.answering(other, visitor)).toBeNull()
    const given = { answers: { q3: { text: 'Not mine.' } }, language: 'en' } as const
    expect(await rooms.submissions.save(visitor, { invitation: other, ...given })).toHaveProperty('refused')
    expect(await rooms.submissions.save(visitor, { invitation, ...given })).toMatchObject({ saved: ['q3'] })
  })
})

/** `docs/permissions.md`, written from the table and the routes: `vitest run e2e/walk.test.ts --update`. */
function sheet(): string {
  const columns = ['public', 'person', 'invitee', ...grantedRoles] as const
  const mark = ({ roles }: Permission, column: (typeof columns)[number]): string => {
    if (roles.includes('public')) return 'yes'
    if (column === 'public') return ''
    if (column === 'invitee') return roles.includes(column) ? 'own' : ''
    if (roles.includes('person') || column === 'administrator') return 'yes'
    return roles.includes(column) ? (column === 'focal-point' ? 'own' : 'yes') : ''
  }
  const askedAt = (act: string) => {
    const at = routes.filter(({ acts }) => acts.includes(act)).map(({ method, path }) => `\`${method} ${path}\``)
    return at.length === 0 ? 'command line' : at.join(', ')
  }
  const sorted = [...permissionTable].sort((a, b) => (a.act < b.act ? -1 : 1))
  const rows = sorted.map((row) =>
    ['', `\`${row.act}\``, ...columns.map((column) => mark(row, column)), askedAt(row.act), ''].join(' | ').trim(),
  )
  const system = ledgerActs.filter((one) => one.system).map(({ act }) => `- \`${act}\``)
  const open = routes.filter(({ method, acts }) => method === 'GET' && acts.length === 0)
  return `# Who may do what

Written from the table of permissions and the routes of the server by \`e2e/walk.test.ts\`, which also tries every route
with every role: \`vitest run e2e/walk.test.ts --update\` writes it anew. "own": for the State or entity the focal point
acts for, or the invitation whose personal link somebody holds. An act may refuse more than its row, for reasons of its own; it never allows more. Whoever runs the command line
on the machine may do what an administrator may.

| Act | Public | Signed in | Personal link | Focal point | Officer | Evaluator | Administrator | Asked for at |
|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

## Acts of the program itself
No request leads to these: the program does them when it starts, by its clock, or when its command line is used.

${system.join('\n')}

## Open to everybody
${open.map(({ kind, path }) => `- ${kind} \`${path}\``).join('\n')}
`
}
