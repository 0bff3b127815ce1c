import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { count } from './tests.mjs'

const child = new URL('./child.mjs', import.meta.url).href
const entry = fileURLToPath(new URL('../run.mjs', import.meta.url))

/** A program that runs another in the foreground, as `npm start` and the command line do. */
const around = (program: string) => [
  '-e',
  `import('${child}').then(async ({ run }) => { process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(program)}]) })`,
]

test('an exit code comes through', () => {
  expect(spawnSync(process.execPath, around('process.exit(7)')).status).toBe(7)
})

test('a signal reaches the program, and its end is ours', async () => {
  const outer = spawn(
    process.execPath,
    around("process.on('SIGTERM', () => process.exit(9)); console.log('up'); setInterval(() => {}, 1e6)"),
  )
  await once(outer.stdout, 'data')
  outer.kill('SIGTERM')
  expect(await once(outer, 'exit')).toEqual([9, null])
})

test('a program ended by a signal gives 128 and its number', () => {
  expect(spawnSync(process.execPath, around("process.kill(process.pid, 'SIGTERM')")).status).toBe(143)
})

test('a hundred megabytes through a pipe are all there', () => {
  const program = "const line = 'x'.repeat(999) + '\\n'; for (let i = 0; i < 1e5; i++) process.stdout.write(line)"
  const { stdout } = spawnSync(process.execPath, around(program), { maxBuffer: 2e8 })
  expect(stdout.length).toBe(1e8)
}, 60_000)

test('an unknown task is wrong usage', () => {
  const { status, stderr } = spawnSync(process.execPath, [entry, 'nonsense'], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain('usage: ')
})

const file = (status: string, ...results: string[]) => ({
  status,
  assertionResults: results.map((status) => ({ status })),
})

test.each([
  [
    'all is well',
    { testResults: [file('passed', 'passed', 'passed'), file('passed', 'passed')] },
    0,
    { passed: 3, failed: 0 },
  ],
  ['a test failed', { testResults: [file('failed', 'passed', 'failed')] }, 1, { passed: 1, failed: 1 }],
  [
    'a file could not be loaded',
    { testResults: [file('passed', 'passed'), file('failed')] },
    1,
    { passed: 1, failed: 1 },
  ],
  ['the run failed outside any test', { testResults: [file('passed', 'passed')] }, 1, { passed: 1, failed: 1 }],
  ['there is no report', null, 1, { passed: 0, failed: 1 }],
])('counting when %s', (_, report, code, expected) => {
  expect(count(report, code)).toEqual(expected)
})
