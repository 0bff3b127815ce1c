import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { type FileFault, type Files, fileHeaders, openFiles } from './index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const sha = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')
const day = 24 * 60 * 60_000

let place: TestDatabase
let folder: string
let files: Files
let now: Date

beforeEach(async () => {
  place = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'resolute-files-test-'))
  now = new Date()
  files = openFiles({ database: place.database, folder, now: () => now })
})
afterEach(async () => {
  await place.close()
  rmSync(folder, { recursive: true, force: true })
})

async function* inPieces(content: Uint8Array, size = 7) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

async function put(content: Uint8Array, limit = 1_000_000): Promise<string> {
  const result = await files.put(inPieces(content), { limit })
  if (result.state !== 'kept') throw new Error(result.state)
  return result.file.sha256
}

const onDisk = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

async function faults() {
  const found: FileFault[] = []
  for await (const fault of files.verify()) found.push(fault)
  return found
}

test('what was put comes back, once however often it is put', async () => {
  const content = bytes('the evidence')
  const [one, two] = await Promise.all([put(content), put(content)])
  expect(one).toBe(sha(content))
  expect(two).toBe(one)
  const found = await files.read(one)
  expect(found?.file).toEqual({ sha256: one, size: content.length, type: 'text/plain' })
  expect(new Uint8Array(await buffer(found!.content))).toEqual(content)
  expect(onDisk()).toHaveLength(1)
  expect(await files.read(sha(bytes('nothing')))).toBeNull()
  expect(await files.read('../../etc/passwd')).toBeNull()
})

test('beyond the limit nothing is kept', async () => {
  expect(await files.put(inPieces(bytes('0123456789')), { limit: 9 })).toEqual({ state: 'too-large', limit: 9 })
  expect(onDisk()).toEqual([])
})

test('an upload that breaks off leaves nothing', async () => {
  const breaking = (async function* () {
    yield bytes('half of it')
    throw new Error('connection lost')
  })()
  await expect(files.put(breaking, { limit: 1000 })).rejects.toThrow('connection lost')
  expect(onDisk()).toEqual([])
})

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='

test.for([
  ['a PDF', bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), 'application/pdf'],
  ['a picture', new Uint8Array(Buffer.from(dot, 'base64')), 'image/png'],
  ['what began like a picture', new Uint8Array(Buffer.from(dot, 'base64')).subarray(0, 12), 'application/octet-stream'],
  ['a page', bytes('<!doctype html><script>alert(1)</script>'), 'text/plain'],
  ['Arabic', bytes('منع الجريمة والعدالة الجنائية '.repeat(5000)), 'text/plain'],
  ['a program', Uint8Array.from([1, 2, 3, 0, 255, 254]), 'application/octet-stream'],
  ['nothing', new Uint8Array(), 'text/plain'],
] as const)('%s is known by its bytes', async ([, content, type]) => {
  expect((await files.file(await put(content)))?.type).toBe(type)
})

test('what is lost or was changed on the disk is found', async () => {
  const [lost, changed, whole] = [await put(bytes('a')), await put(bytes('b')), await put(bytes('c'))]
  expect(await faults()).toEqual([])
  rmSync(join(folder, lost.slice(0, 2), lost))
  writeFileSync(join(folder, changed.slice(0, 2), changed), 'x')
  const found = await faults()
  expect(found).toHaveLength(2)
  expect(found).toContainEqual({ sha256: lost, code: 'missing' })
  expect(found).toContainEqual({ sha256: changed, code: 'changed' })
  expect(found.map(({ sha256 }) => sha256)).not.toContain(whole)
})

test('after a day what nobody refers to is swept, and nothing else', async () => {
  await sql`create table evidence (file text references files.files (sha256))`.execute(place.database)
  const [used, unused] = [await put(bytes('used')), await put(bytes('unused'))]
  await sql`insert into evidence values (${used})`.execute(place.database)
  expect(await files.sweep()).toBe(0)
  now = new Date(now.getTime() + 2 * day)
  const fresh = await put(bytes('fresh'))
  expect(await files.sweep()).toBe(1)
  expect(await files.file(unused)).toBeNull()
  expect(
    onDisk()
      .map(({ name }) => name)
      .sort(),
  ).toEqual([used, fresh].sort())
  expect(await faults()).toEqual([])
})

test('bytes that never got their row, and half-written ones, are swept as well', async () => {
  const kept = await put(bytes('kept'))
  const orphan = await put(bytes('orphan'))
  await sql`delete from files.files where sha256 = ${orphan}`.execute(place.database)
  writeFileSync(join(folder, 'new', 'half'), 'half')
  const old = new Date(now.getTime() - 2 * day)
  for (const path of [join('new', 'half'), join(orphan.slice(0, 2), orphan)]) utimesSync(join(folder, path), old, old)
  expect(await files.sweep()).toBe(1)
  expect(onDisk().map(({ name }) => name)).toEqual([kept])
})

test('a file put again while it is swept is there afterwards', async () => {
  for (let round = 0; round < 20; round += 1) {
    const content = bytes(`round ${round}`)
    const name = await put(content)
    const old = new Date(now.getTime() - 2 * day)
    await sql`update files.files set kept_at = ${old}`.execute(place.database)
    utimesSync(join(folder, name.slice(0, 2), name), old, old)
    await Promise.all([files.sweep(), put(content)])
    expect(await faults()).toEqual([])
    expect(await files.file(sha(content))).not.toBeNull()
  }
})

test('only what cannot run anything is shown, under its name', () => {
  const file = { sha256: '0'.repeat(64), size: 1, type: 'text/html' }
  expect(fileHeaders(file, 'a"b\r\nÉ.html')).toMatchObject({
    'content-disposition': "attachment; filename*=UTF-8''a%22b%0D%0A%C3%89.html",
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  expect(fileHeaders({ ...file, type: 'image/png' }, 'a')['content-disposition']).toMatch(/^inline/)
  expect(fileHeaders({ ...file, type: 'image/svg+xml' }, 'a')['content-disposition']).toMatch(/^attachment/)
})
