// The one way in: `npm start`, `npm test`, `npm run check`. Needs nothing but some Node from 18 up, brings Node 24 and
// the packages where they are missing, and goes on under Node 24. What is done already is not done again.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { run } from './run/child.mjs'
import { install, noteInstalled } from './run/install.mjs'
import { bringNode, nodeEnvironment } from './run/node24.mjs'
import { buildPages } from './run/pages.mjs'
import { root } from './run/root.mjs'
import { Refusal, say } from './run/say.mjs'

const [task, ...rest] = process.argv.slice(2)

const tasks = {
  /** Serves the site until Ctrl-C. */
  async start() {
    const node = bringNode()
    install()
    await buildPages(node)
    return run(node, ['--disable-warning=ExperimentalWarning', 'apps/server/start.ts'], {
      cwd: root,
      env: nodeEnvironment(),
      tied: true,
    })
  },
  /** Runs jobs beside servers started with WORKER=apart, until Ctrl-C. */
  async worker() {
    const node = bringNode()
    install()
    return run(node, ['--disable-warning=ExperimentalWarning', 'apps/worker/start.ts'], {
      cwd: root,
      env: nodeEnvironment(),
      tied: true,
    })
  },
  /** Runs every suite; further words choose files, as vitest takes them. */
  async test() {
    const node = bringNode()
    install()
    await buildPages(node)
    const { runTests } = await import('./run/tests.mjs')
    return runTests(node, rest)
  },
  /** Everything CI checks: format, types, import rules, unused code, tests. */
  async check() {
    const node = bringNode()
    install()
    const { runChecks } = await import('./run/checks.mjs')
    const wanting = await runChecks(node)
    if (wanting > 128) return wanting
    const code = await tasks.test()
    if (wanting > 0) say(`${wanting} of the checks before the tests found something; see above.`)
    return wanting > 0 ? 1 : code
  },
  /** Lists where published Akoma Ntoso and the plain texts beside it read differently; a folder may follow. */
  async 'compare-akn'() {
    const node = bringNode()
    install()
    return run(node, ['--disable-warning=ExperimentalWarning', 'bench/compare-akn.ts', ...rest], { cwd: root })
  },
  /** Measures one thing as ratios in one run: `bench reading`. Never part of the tests. */
  async bench() {
    const node = bringNode()
    install()
    const [name = 'reading', ...options] = rest
    if (!/^[a-z-]+$/.test(name) || !existsSync(join(root, 'bench', `${name}.ts`))) {
      say(`There is no bench/${name}.ts.`)
      return 2
    }
    return run(node, ['--disable-warning=ExperimentalWarning', `bench/${name}.ts`, ...options], { cwd: root })
  },
  /** After `npm ci` or `npm install` by hand: brings Node 24, so that the command line works at once. */
  async setup() {
    if (process.env.RESOLUTE_SETTING_UP) return 0 // that npm was started from here
    bringNode()
    noteInstalled()
    return 0
  },
}

if (!Object.hasOwn(tasks, task ?? '')) {
  say(`usage: node scripts/run.mjs ${Object.keys(tasks).join('|')}`)
  process.exit(2)
}
try {
  process.exitCode = await tasks[task]()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  say(`\n${error.message}`)
  // Whoever reads the last line of `npm test` finds it there even when nothing could be run.
  if (task === 'test') process.stdout.write('0 passed, 1 failed\n')
  process.exitCode = 1
}
