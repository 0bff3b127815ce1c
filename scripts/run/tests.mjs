import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { run } from './child.mjs'
import { chromium } from './chromium.mjs'
import { root } from './root.mjs'
import { say } from './say.mjs'

/**
 * Counts a report of vitest. A file that could not even be loaded, and a run that failed outside any test, count as one
 * failure each: nothing red may look green.
 */
export function count(report, code) {
  const files = report?.testResults ?? []
  const results = files.flatMap((file) => file.assertionResults)
  const passed = results.filter((result) => result.status === 'passed').length
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
  ).length
  const failed = results.filter((result) => result.status === 'failed').length + broken
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed }
}

/** Runs every suite, or what `filter` names. The last line printed is `N passed, N failed`. Returns the exit code. */
export async function runTests(node, filter) {
  const browser = chromium()
  const folder = mkdtempSync(join(tmpdir(), 'resolute-report-'))
  const report = join(folder, 'report.json')
  try {
    say('Running the tests')
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await run(node, [vitest, 'run', ...reporters, ...filter], {
      cwd: root,
      env: { ...process.env, CHROMIUM: browser, NODE_ENV: 'test' },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const { passed, failed } = count(read(report), code)
    process.stdout.write(`${passed} passed, ${failed} failed\n`)
    return code !== 0 || failed > 0 || passed === 0 ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return null
  }
}
