import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody, program } from '#platform/access'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { isMailAddress, type Letter, type Mail, openMail } from './index.ts'

let place: TestDatabase
let mail: Mail
const now = () => new Date('2013-02-01T08:00:00.000Z')
const administrator = program('system:test')

beforeAll(async () => {
  place = await testDatabase()
  mail = openMail({ database: place.database, now })
})
afterAll(() => place.close())

const letter = (key: string, more: Partial<Letter> = {}): Letter => ({
  ...{ key, to: 'maria@example.org', language: 'es', subject: 'Una cosa', text: 'Hola' },
  ...more,
})
const post = (given: Letter) => place.database.transaction().execute((transaction) => mail.post(transaction, given))

test('a letter stands in the outbox once, however often it is posted', async () => {
  const first = await post(letter('once'))
  expect(first).toMatchObject({ state: 'posted' })
  expect(await post(letter('once', { text: 'something else' }))).toEqual({ ...first, state: 'known' })
  const at = 'id' in first ? first.id : ''
  expect(await mail.letter(administrator, at)).toMatchObject({
    ...{ key: 'once', to: 'maria@example.org', state: 'waiting', text: 'Hola', attempts: 0 },
    until: '2013-02-04T08:00:00.000Z',
  })
})

test('two transactions that post the same letter at the same time post it once', async () => {
  const states = await Promise.all(Array.from({ length: 8 }, () => post(letter('together'))))
  expect(states.map(({ state }) => state).sort()).toEqual([...Array(7).fill('known'), 'posted'])
})

test('a letter goes with its transaction', async () => {
  const broken = place.database.transaction().execute(async (transaction) => {
    await mail.post(transaction, letter('rolled-back'))
    throw new Error('the act failed')
  })
  await expect(broken).rejects.toThrow('the act failed')
  expect(await post(letter('rolled-back'))).toMatchObject({ state: 'posted' })
})

test('addresses that are none, and letters too large, are refused', async () => {
  expect(await post(letter('a', { to: 'maria@example.org\r\nBcc: all@example.org' }))).toEqual({
    ...{ state: 'refused', code: 'bad-address' },
  })
  expect(await post(letter('b', { html: 'x'.repeat(600_000) }))).toEqual({ state: 'refused', code: 'too-large' })
})

test('a subject is one line', async () => {
  const posted = await post(letter('subject', { subject: ` One\r\nBcc: a@b.c\u2028two ${'é'.repeat(300)}` }))
  const found = await mail.letter(administrator, 'id' in posted ? posted.id : '')
  expect(found).toMatchObject({ subject: expect.stringMatching(/^One Bcc: a@b\.c two é{180,}…$/) })
})

test('only administrators read the outbox', async () => {
  expect(await mail.outbox(anybody)).toMatchObject({ refused: 'not-allowed', signIn: true })
  const officer = { ...anybody, person: '1', grants: [{ role: 'officer', actor: null } as const] }
  expect(await mail.letter(officer, '1')).toMatchObject({ refused: 'not-allowed', signIn: false })
  expect(await mail.outbox(administrator, { state: 'sent' })).toEqual([])
  expect(await mail.letter(administrator, "1' or true")).toBeNull()
  const newest = await mail.outbox(administrator, { state: 'waiting', limit: 1 })
  expect(newest).toMatchObject([{ key: 'subject' }])
})

test.for([
  ['maria@example.org', true],
  ['first.last+tag@sub.example.org', true],
  ['почта@пример.рф', false],
  ['post@пример.рф', true],
  ['a@localhost', true],
  ['', false],
  ['maria', false],
  ['Maria <maria@example.org>', false],
  ['maria@example.org, other@example.org', false],
  ['maria@example..org', false],
  ['.maria@example.org', false],
  ['maria@-example.org', false],
  ['maria @example.org', false],
  [`${'a'.repeat(65)}@example.org`, false],
  ['maria@example.org\n', false],
] as const)('%s is an address: %s', ([text, expected]) => {
  expect(isMailAddress(text)).toBe(expected)
})
