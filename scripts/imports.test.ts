import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const planted: string[] = []

/** Puts a file where the rules must see it, in a folder of its own that is removed again. */
async function plant(folder: string, source: string): Promise<string> {
  const home = await mkdtemp(`${root}${folder}/planted-`)
  planted.push(home)
  await writeFile(`${home}/planted.ts`, source)
  return home.slice(root.length)
}

async function broken(...folders: string[]): Promise<string[]> {
  const cruise = ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...folders]
  const options = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json']
  const { stdout } = await run(process.execPath, [...cruise, ...options], { cwd: root, maxBuffer: 2 ** 28 }).catch(
    (failure: { stdout: string }) => failure,
  )
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } }
  return [...new Set(summary.violations.map((v) => v.rule.name))].sort()
}

afterEach(async () => {
  await Promise.all(planted.splice(0).map((home) => rm(home, { recursive: true })))
})

test('the project as it stands keeps every import rule', async () => {
  expect(await broken('packages', 'modules', 'platform', 'apps', 'scripts', 'e2e')).toEqual([])
}, 60_000)

const violations: readonly [rule: string, folder: string, source: string][] = [
  ['leftward-calendar', 'modules/calendar', "import '#modules/reports'\n"],
  ['by-the-door', 'modules/reports', "import '../../calendar/session.ts'\n"],
  ['testing-in-tests', 'modules/reports', "import '../../parties/testing/sign-in-as.ts'\n"],
  ['platform-knows-no-module', 'platform', "import '#modules/ledger'\n"],
  ['reader-imports-nothing', 'packages/reader/src', "import 'node:fs'\n"],
  ['reader-by-the-door', 'modules/documents', "import '../../../packages/reader/src/outline.ts'\n"],
  ['sql-in-stores', 'modules/mandates', "import { sql } from 'kysely'\nexport const query = sql`select 1`\n"],
  ['react-in-web', 'modules/mandates', "import 'react'\n"],
  ['no-cycles', 'modules/ledger', "import './planted.ts'\n"],
]

test.each(violations)(
  'a planted violation of %s is caught',
  async (rule, folder, source) => {
    expect(await broken(await plant(folder, source))).toContain(rule)
  },
  60_000,
)
