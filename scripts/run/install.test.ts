import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const scripts = fileURLToPath(new URL('../', import.meta.url))
let checkout = ''

/** A checkout with our scripts, our hook and no dependency: a real npm installs it without any network. */
function lock(version: string): void {
  const facts = { name: 'small', version, scripts: { postinstall: 'node scripts/run.mjs setup' } }
  const packages = { '': { name: 'small', version, hasInstallScript: true } }
  writeFileSync(join(checkout, 'package.json'), JSON.stringify(facts))
  writeFileSync(
    join(checkout, 'package-lock.json'),
    JSON.stringify({ name: 'small', version, lockfileVersion: 3, packages }),
  )
}

/** What `install` says; nothing when it had nothing to do. */
function install(): string {
  const program = "import('./scripts/run/install.mjs').then((m) => m.install())"
  return spawnSync(process.execPath, ['-e', program], { cwd: checkout, encoding: 'utf8' }).stderr
}

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
  cpSync(scripts, join(checkout, 'scripts'), { recursive: true })
  lock('1.0.0')
})

afterEach(() => rmSync(checkout, { recursive: true, force: true }))

test('installs once, and again only when the lockfile has changed', () => {
  expect(install()).toContain('Installing')
  expect(install()).toBe('')
  lock('1.0.1')
  expect(install()).toContain('Installing')
  expect(install()).toBe('')
  rmSync(join(checkout, 'node_modules'), { recursive: true })
  expect(install()).toContain('Installing')
}, 60_000)

test('what npm installed by hand is not installed again', () => {
  const PATH = `${dirname(process.execPath)}:${process.env.PATH}` // under Node 24 there is no Node to bring
  execFileSync('npm', ['ci'], { cwd: checkout, stdio: 'ignore', env: { ...process.env, PATH } })
  expect(install()).toBe('')
}, 60_000)

test('an npm that fails is put into a sentence', () => {
  writeFileSync(join(checkout, 'package-lock.json'), '{')
  expect(install()).toContain('The packages could not be installed')
}, 60_000)
