import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { run } from './child.mjs'
import { root } from './root.mjs'
import { Refusal, say } from './say.mjs'
import { dropStamp, filesUnder, hashOf, isStamped, setStamp } from './stamp.mjs'

const STAMP = 'build/.resolute-built'

/** Builds the pages, unless nothing they are made of has changed. */
export async function buildPages(node) {
  const hash = hashOf([...filesUnder(['apps', 'modules', 'packages', 'platform']), 'package-lock.json'])
  if (isStamped(STAMP, hash) && existsSync(join(root, 'build/server/index.js'))) return
  say('Building the pages')
  dropStamp(STAMP)
  const program = join(root, 'node_modules/@react-router/dev/bin.cjs')
  const folder = mkdtempSync(join(tmpdir(), 'resolute-build-'))
  const log = openSync(join(folder, 'log'), 'w')
  try {
    const code = await run(node, [program, 'build', 'apps/web'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
      stdio: ['ignore', log, log],
    })
    if (code > 128) process.exit(code)
    if (code !== 0) {
      process.stderr.write(readFileSync(join(folder, 'log')))
      throw new Refusal('The pages could not be built; the reason stands above.')
    }
  } finally {
    closeSync(log)
    rmSync(folder, { recursive: true, force: true })
  }
  setStamp(STAMP, hash)
}
