import { expect, test } from 'vitest'
import { mailAddress } from './index.ts'

test.for([
  [{ MAIL_URL: 'mail.example.org', MAIL_FROM: 'a@example.org' }, /MAIL_URL is no address/],
  [{ MAIL_URL: 'https://user:hunter2@example.org', MAIL_FROM: 'a@example.org' }, /MAIL_URL is no address/],
  [{ MAIL_URL: 'smtp://user:hunter2@example.org' }, /MAIL_FROM must name/],
  [{ MAIL_URL: 'smtp://user:hunter2@example.org', MAIL_FROM: 'x\r\nBcc: a@b.c' }, /MAIL_FROM must name/],
] as const)('%o is refused without its password', ([environment, words]) => {
  expect(() => mailAddress(environment)).toThrow(words)
  expect(() => mailAddress(environment)).not.toThrow(/hunter2/)
})

test('no server, one with a name, one without', () => {
  expect(mailAddress({})).toBeNull()
  const named = { MAIL_URL: 'smtp://h', MAIL_FROM: 'The office <office@example.int>' }
  expect(mailAddress(named)?.from).toEqual({ name: 'The office', address: 'office@example.int' })
  expect(mailAddress({ ...named, MAIL_FROM: 'office@example.int' })?.from).toEqual({
    ...{ name: '', address: 'office@example.int' },
  })
})
