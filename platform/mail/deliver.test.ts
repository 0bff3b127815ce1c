import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { program } from '#platform/access'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { deliveryJob, type Letter, type Mail, mailAddress, openMail } from './index.ts'
import { mailServer, noMailServer } from './testing/mail-server.ts'

const administrator = program('system:test')
const minutes = 60_000

let place: TestDatabase
let mail: Mail
let clock: Date
let logged: string[]
const now = () => clock

beforeEach(async () => {
  place = await testDatabase()
  mail = openMail({ database: place.database, now })
  clock = new Date('2013-02-01T08:00:00.000Z')
  logged = []
})
afterEach(() => place.close())

async function post(key: string, more: Partial<Letter> = {}): Promise<string> {
  const letter = { key, to: `${key}@example.org`, language: 'en', subject: `About ${key}`, text: 'The words.', ...more }
  const posted = await place.database.transaction().execute((transaction) => mail.post(transaction, letter))
  if (posted.state !== 'posted') throw new Error(posted.state)
  return posted.id
}

async function server(answer?: Parameters<typeof mailServer>[0]) {
  const found = await mailServer(answer)
  onTestFinished(() => found.close())
  return found
}

/** A process that delivers, with connections of its own to both servers. */
function deliverer(url: string | null) {
  const to = url === null ? null : mailAddress({ MAIL_URL: url, MAIL_FROM: 'Resolute <resolute@example.int>' })
  const job = deliveryJob({ database: place.database, server: to })
  const say = (facts: object, message: string) => void logged.push(JSON.stringify([facts, message]))
  const log = { debug: say, info: say, warn: say, error: say }
  return () => job.run({ now, log, site: '', signal: new AbortController().signal })
}

const stands = (id: string) => mail.letter(administrator, id)

test('a letter arrives as it was written, in its language', async () => {
  const { url, received } = await server()
  const id = await post('amal', {
    ...{ language: 'ar', subject: 'منع الجريمة والعدالة الجنائية', text: 'السلام عليكم\nسطر ثان' },
    ...{ html: '<p dir="rtl">السلام عليكم</p>', unsubscribe: 'https://example.int/letters?key=1' },
  })
  await deliverer(url)()
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({
    to: 'amal@example.org',
    headers: {
      from: 'Resolute <resolute@example.int>',
      to: 'amal@example.org',
      subject: 'منع الجريمة والعدالة الجنائية',
      'content-language': 'ar',
      'auto-submitted': 'auto-generated',
      'list-unsubscribe': '<https://example.int/letters?key=1>',
      'message-id': expect.stringMatching(/^<\d+\.[0-9a-f]{16}@example\.int>$/),
    },
    parts: { 'text/plain': 'السلام عليكم\nسطر ثان', 'text/html': '<p dir="rtl">السلام عليكم</p>' },
  })
  expect(await stands(id)).toMatchObject({ state: 'sent', attempts: 1, sentAt: clock.toISOString() })
})

test('several processes deliver each letter once, secrets first', async () => {
  const { url, received } = await server(() => ({ wait: 5 }))
  for (let n = 0; n < 40; n += 1) await post(`letter-${n}`)
  const secret = await post('secret', { secret: true, text: 'https://example.int/sign-in?token=abc' })
  await Promise.all([deliverer(url)(), deliverer(url)(), deliverer(url)()])
  expect(received.map(({ to }) => to).sort()).toEqual(
    [...Array.from({ length: 40 }, (_, n) => `letter-${n}@example.org`), 'secret@example.org'].sort(),
  )
  expect(received.slice(0, 6).map(({ to }) => to)).toContain('secret@example.org')
  expect(await stands(secret)).toMatchObject({ state: 'sent', text: null })
})

test('what the server defers is tried again later, in growing steps', async () => {
  let busy = true
  const { url, received } = await server(() => (busy ? { code: 451 } : {}))
  const id = await post('maria', { text: 'A secret word' })
  const deliver = deliverer(url)
  await deliver()
  expect(await stands(id)).toMatchObject({ state: 'waiting', attempts: 1, trouble: 'EENVELOPE-451' })
  await deliver()
  expect(await stands(id)).toMatchObject({ attempts: 1 })
  clock = new Date(clock.getTime() + 1.5 * minutes)
  await deliver()
  expect(await stands(id)).toMatchObject({ attempts: 2 })
  busy = false
  clock = new Date(clock.getTime() + 2.5 * minutes)
  await deliver()
  expect(received).toHaveLength(1)
  expect(await stands(id)).toMatchObject({ state: 'sent', attempts: 3, trouble: null })
  expect(logged).toHaveLength(2)
  expect(logged.join()).not.toMatch(/maria|A secret word|127\.0\.0\.1/)
})

test('what the server refuses for good stands as failed, and holds up nothing else', async () => {
  const { url, received } = await server((to) => (to.startsWith('gone') ? { code: 550 } : {}))
  const gone = await post('gone')
  await post('there')
  await deliverer(url)()
  expect(received.map(({ to }) => to)).toEqual(['there@example.org'])
  expect(await stands(gone)).toMatchObject({ state: 'failed', trouble: 'refused-550' })
})

test('a server that is not there is left alone for a while, however many letters wait', async () => {
  for (let n = 0; n < 10; n += 1) await post(`letter-${n}`)
  const deliver = deliverer(await noMailServer())
  await deliver()
  await deliver()
  const waiting = await mail.outbox(administrator, { state: 'waiting' })
  if ('refused' in waiting) throw new Error('refused')
  expect(waiting).toHaveLength(10)
  expect(waiting.reduce((sum, { attempts }) => sum + attempts, 0)).toBeLessThanOrEqual(2)
})

test('without a server letters wait, and are given up in time with their secrets erased', async () => {
  const id = await post('late', { secret: true, until: new Date(clock.getTime() + 15 * minutes) })
  const deliver = deliverer(null)
  await deliver()
  expect(await stands(id)).toMatchObject({ state: 'waiting', text: 'The words.' })
  clock = new Date(clock.getTime() + 16 * minutes)
  await deliver()
  expect(await stands(id)).toMatchObject({ state: 'failed', trouble: 'over', text: null })
})

test('a month after it went, neither its words nor its recipient are kept', async () => {
  const { url } = await server()
  const id = await post('old')
  await deliverer(url)()
  clock = new Date(clock.getTime() + 29 * 24 * 60 * minutes)
  await deliverer(url)()
  expect(await stands(id)).toMatchObject({ to: 'old@example.org', text: 'The words.' })
  clock = new Date(clock.getTime() + 2 * 24 * 60 * minutes)
  await deliverer(url)()
  expect(await stands(id)).toMatchObject({ to: '', text: null, subject: 'About old', state: 'sent' })
})

test('a server that comes after the time of a letter does not get it', async () => {
  await post('late', { until: new Date(clock.getTime() + 15 * minutes) })
  const { url, received } = await server()
  clock = new Date(clock.getTime() + 16 * minutes)
  await deliverer(url)()
  expect(received).toEqual([])
})
