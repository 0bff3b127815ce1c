import { OpenAPIHono } from '@hono/zod-openapi'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody, type Visitor } from '#platform/access'
import { submission } from './api-analysis-schemas.ts'
import { submissionsManifest } from './index.ts'
import { answeredCall } from './testing/answered-call.ts'
import { done } from './testing/opened-call.ts'
import { type SubmissionRooms, submissionRooms } from './testing/rooms.ts'
import { answered, holderOf } from './testing/sends.ts'

let now = new Date('2012-09-03T09:00:00Z')
let rooms: SubmissionRooms
let call: string
let of: Readonly<Record<string, string>>
let kept: { readonly sha256: string }

function ask(path: string, by: Visitor = anybody): Promise<Response> {
  const app = new OpenAPIHono()
  app.use((context, next) => {
    context.set('visitor', by)
    return next()
  })
  app.route('/', submissionsManifest.routes!(rooms.submissions, rooms))
  return Promise.resolve(app.request(path))
}
const json = async (path: string, by?: Visitor) => (await ask(path, by)).json()

beforeAll(async () => {
  rooms = await submissionRooms(() => now)
  const made = await answeredCall(rooms, (at) => {
    now = at
  })
  call = made.call
  of = made.of
  const bytes = (async function* () {
    yield new TextEncoder().encode('a law of the land')
  })()
  const brazil = holderOf(of.br!)
  const file = { invitation: of.br!, question: 'q8', name: '../../lei "nova".txt', bytes }
  const put = done(await rooms.submissions.keepFile(brazil, file))
  kept = put.file
  await answered(rooms, brazil, of.br!, {
    q1: { options: ['no'] },
    q10: { text: '=1+1 <script>' },
    q8: { files: [put.file] },
  })
}, 120_000)
afterAll(() => rooms.close())

test('submissions come in pages, as OpenAPI describes them, without who pressed the button', async () => {
  const first = await json(`/calls/${call}/submissions?limit=4`)
  const second = await json(`/calls/${call}/submissions?limit=4&after=${first.next}`)
  const rows = [...first.rows, ...second.rows]
  expect(rows.map(({ name }: { name: string }) => name)).toEqual([
    'Brazil',
    'Chile',
    'Italy',
    'Japan',
    'United States of America',
    'World Tourism Forum',
  ])
  expect(first.hidden).toBe(1)
  for (const row of rows) expect(submission.strict().parse(row)).toEqual(row)
  expect((await ask(`/calls/${call}/submissions?after=x`)).status).toBe(400)
  expect((await ask('/calls/2099-1/submissions')).status).toBe(404)
})

test('tables hold a row for each answer, or for each submission, and run as no formula', async () => {
  const answers = await (await ask(`/calls/${call}/table`)).text()
  const [head, ...lines] = answers.trim().split('\r\n')
  expect(head).toMatch(/^id,submission,address,actor,name,question,label,kind,answer,options,note,language,sent$/)
  expect(lines.find((line) => line.startsWith(`${of.us}/1#q2`))).toMatch(/,no_information,,/)
  expect(answers).toContain("'=1+1")
  expect(answers).not.toContain('Kenya')
  const wide = await (await ask(`/calls/${call}/table?rows=submissions`)).text()
  expect(wide.split('\r\n')[0]).toContain('sent,q1,q2')
  expect(wide).toMatch(/\/calls\/2012-1\/submissions\/\d,us,United States of America,en,public,online,false/)
  const book = await ask(`/calls/${call}/table?format=xlsx&language=ar`)
  expect(Object.keys(unzipSync(new Uint8Array(await book.arrayBuffer())))).toContain('xl/workbook.xml')
})

test('the archive holds data, copies to read and files under names that stay in their folder', async () => {
  const found = await ask(`/calls/${call}/archive`)
  const zip = unzipSync(new Uint8Array(await found.arrayBuffer()))
  const names = Object.keys(zip)
  const folder = `${of.br!.split('/')[1]}-br`
  expect(names).toContain('replies.csv')
  expect(names).toContain(`${folder}/files/1-lei-nova-.txt`)
  expect(strFromU8(zip[`${folder}/files/1-lei-nova-.txt`]!)).toBe('a law of the land')
  expect(strFromU8(zip[`${folder}/submission.html`]!)).toContain('=1+1 &lt;script&gt;')
  expect(JSON.parse(strFromU8(zip[`${folder}/submission.json`]!))).toMatchObject({ actor: 'br', state: 'standing' })
  expect(names.join()).not.toMatch(/-ke\/|-pl\//)
  expect(names.every((name) => !name.includes('..'))).toBe(true)
  expect((await ask(`/calls/${call}/archive`)).headers.get('etag')).toBe(found.headers.get('etag'))
})

test('what is not public is at no address, its files neither', async () => {
  const at = (name: string) => `/calls/${call}/submissions/${of[name]!.split('/')[1]}`
  expect((await ask(at('cl'))).status).toBe(200)
  expect((await ask(at('ke'))).status).toBe(404)
  expect((await ask(at('ke'), holderOf(of.ke!))).status).toBe(200)
  expect((await ask(at('pl'))).status).toBe(404)
  const file = await ask(`${at('br')}/files/${kept.sha256}`)
  expect(await file.text()).toBe('a law of the land')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
  expect((await ask(`${at('cl')}/files/${kept.sha256}`)).status).toBe(404)
  done(await rooms.submissions.show(holderOf(of.br!), { invitation: of.br!, visibility: 'office' }))
  expect((await ask(`${at('br')}/files/${kept.sha256}`)).status).toBe(404)
  expect((await ask(`${at('br')}/files/${kept.sha256}`, holderOf(of.br!))).status).toBe(200)
})

test('findings, figures, coverage and replies side by side', async () => {
  expect(await json(`/calls/${call}/findings`)).toEqual([])
  const figures = await json(`/calls/${call}/figures?language=es`)
  expect(figures[0]).toMatchObject({ question: 'q1', submitted: 5, rows: [{ label: 'Sí', count: 4 }, {}] })
  expect(await json(`/calls/${call}/figures?as-of=2012-11-30`)).toMatchObject([
    { submitted: 1 },
    ...figures.slice(1).map(() => ({})),
  ])
  expect((await json(`/calls/${call}/coverage`)).groups).toHaveLength(6)
  expect(await json(`/calls/${call}/questions/q4/replies?limit=2`)).toMatchObject({ total: 5, rows: [{}, {}] })
})
