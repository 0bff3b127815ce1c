import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { speakFrom, troubleInWords } from './index.ts'

function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test('a missing file and a folder are named', () => {
  expect(troubleInWords(thrownBy(() => readFileSync('/nowhere/at-all.txt')))).toContain('/nowhere/at-all.txt')
  expect(troubleInWords(thrownBy(() => readFileSync('/tmp')))).toContain('folder')
})

test('a taken port is named', async () => {
  const first = createServer()
  await new Promise<void>((done) => first.listen(0, '127.0.0.1', done))
  const address = first.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const error = await new Promise((done) => createServer().once('error', done).listen(port, '127.0.0.1'))
  first.close()
  expect(troubleInWords(error)).toContain(`Port ${port} is in use`)
})

test('a database that is away, by port and by socket', async () => {
  const byPort = await new Client('postgres://x@127.0.0.1:1/x').connect().catch((error: unknown) => error)
  const folder = mkdtempSync(`${tmpdir()}/no-database-`)
  const bySocket = await new Client(`postgres://x@/x?host=${folder}`).connect().catch((error: unknown) => error)
  expect(troubleInWords(byPort)).toContain('The database cannot be reached')
  expect(troubleInWords(bySocket)).toContain('The database cannot be reached')
})

test('a full disk says that nothing is half there, also inside a cause', () => {
  const full = Object.assign(new Error('could not extend file'), { code: '53100' })
  expect(troubleInWords(new Error('import failed', { cause: full }))).toContain('no room left')
})

test("an error of the program's own stays one", () => {
  expect(troubleInWords(new TypeError('x is undefined'))).toBeNull()
})

test('a message nobody wrote is an error of the program', () => {
  expect(() => speakFrom([{ a: { b: 'x' } }])('a.c')).toThrow()
  expect(speakFrom([{ a: { b: '{n, plural, one {# file} other {# files}}' } }])('a.b', { n: 2 })).toBe('2 files')
})
