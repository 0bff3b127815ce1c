import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'
import { root } from './root.mjs'
import { say } from './say.mjs'

/** What is checked beside the tests: name, program under node_modules, arguments. */
const checks = [
  ['Format and lint', '@biomejs/biome/bin/biome', ['ci', '.']],
  ['Types of the pages', '@react-router/dev/bin.cjs', ['typegen', 'apps/web']],
  ['Types', 'typescript/bin/tsc', ['-p', '.']],
  [
    'Import rules',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', '.dependency-cruiser.mjs', 'packages', 'modules', 'platform', 'apps', 'scripts', 'e2e'],
  ],
  ['Unused files, exports and packages', 'knip/bin/knip.js', []],
]

/** Runs them all, so that one round shows everything; returns how many found something. */
export async function runChecks(node) {
  let wanting = 0
  for (const [name, program, args] of checks) {
    const path = join(root, 'node_modules', program)
    say(`\n${name}`)
    const code = existsSync(path) ? await run(node, [path, ...args], { cwd: root }) : 1
    if (code > 128) return code
    if (code !== 0) wanting += 1
  }
  return wanting
}
