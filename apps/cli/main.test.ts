import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { commands } from './commands.ts'

const resolute = fileURLToPath(new URL('./bin/resolute.mjs', import.meta.url))
let own: TestDatabase

beforeAll(async () => {
  own = await testDatabase()
})
afterAll(() => own.close())

const run = (...args: string[]) =>
  spawnSync(process.execPath, [resolute, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: own.url },
    maxBuffer: 2 ** 28,
  })

test('help lists every command, each of which has its own', () => {
  const { status, stdout } = run('--help')
  expect(status).toBe(0)
  for (const name of Object.keys(commands)) expect(stdout).toContain(`\n  ${name} `)
})

test.each(Object.keys(commands))('resolute %s --help', async (name) => {
  const command = await commands[name]!()
  expect(command.name).toBe(name)
  expect(command.usage).toMatch(new RegExp(`^resolute ${name}\\b`))
  const { status, stdout, stderr } = run(name, '--help')
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout.trimEnd()).toBe(command.usage.trimEnd())
})

test('no command and an unknown command are wrong usage', () => {
  expect(run().status).toBe(2)
  const { status, stderr } = run('nonsense')
  expect(status).toBe(2)
  expect(stderr).toContain('no command "nonsense"')
})

test('data on standard output, talk on standard error', () => {
  const { status, stdout, stderr } = run('verify', '--json')
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout)).toMatchObject({ faults: [] })
})

test('a reader that leaves early is no error', async () => {
  const many = Array.from({ length: 20_000 }, (_, i) =>
    JSON.stringify({ id: `${i}`, text: 'Requests the Secretariat to act;', context: null, organ: null }),
  )
  const child = spawn(process.execPath, [resolute, 'clauses'], { stdio: ['pipe', 'pipe', 'pipe'] })
  let talk = ''
  child.stderr.on('data', (text) => {
    talk += text
  })
  child.stdin.on('error', () => {}) // it may leave before it has read everything
  child.stdin.end(many.join('\n'))
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((done) => child.once('exit', done))
  expect([code, talk]).toEqual([0, ''])
}, 60_000)
