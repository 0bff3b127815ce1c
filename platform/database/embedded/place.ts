import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { DatabaseRefusal } from '../refusal.ts'
import { type Account, canEnter, serverAccount } from './account.ts'

/** Where one embedded server lives. Everything of it is under `folder`, but for a socket whose path would be too long. */
export interface Place {
  readonly folder: string
  /** PostgreSQL's own files; does not exist before the first start. */
  readonly data: string
  readonly log: string
  readonly lock: string
  readonly account: Account | null
  /** True when the data stands outside the checkout because the server's account cannot enter it. */
  readonly elsewhere: boolean
}

/** Linux allows 107 bytes, macOS 103, for the whole path with `/.s.PGSQL.5432`. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.5432'.length

/** Written in a checkout the server's account cannot enter: says where its data was put instead. */
const SIGNPOST = 'place'

function makeFolder(folder: string, mode: number, why: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC')
      throw new DatabaseRefusal(`The disk is full: ${folder} cannot be made. Free some space and start again.`)
    throw new DatabaseRefusal(
      `${why} ${folder} cannot be made (${code}). Give yourself permission to write there, or name another folder with RESOLUTE_DATA.`,
    )
  }
}

/**
 * Finds the place of the data: `chosen` (RESOLUTE_DATA), else `.resolute` of the checkout, else, for root in a home
 * nobody may enter, a folder of its own under /var/lib/resolute which `.resolute/place` remembers.
 */
export function findPlace(root: string, chosen: string | undefined): Place {
  const home = chosen ? resolve(chosen) : join(root, '.resolute')
  const asRoot = process.getuid?.() === 0
  makeFolder(home, asRoot ? 0o711 : 0o700, 'The data folder')
  const signpost = join(home, SIGNPOST)
  const remembered = existsSync(signpost) ? readFileSync(signpost, 'utf8').trim() : null
  let folder = remembered ?? home
  const account = serverAccount([join(folder, 'data'), root])
  if (remembered === null && account && !canEnter(home, account)) {
    if (chosen) {
      throw new DatabaseRefusal(
        `PostgreSQL does not run as root, and the account it runs under cannot enter ${home}. Name a folder others may enter with RESOLUTE_DATA, or start Resolute as an ordinary user.`,
      )
    }
    folder = join('/var/lib/resolute', `${basename(root).replace(/[^\w-]/g, '')}-${randomBytes(5).toString('hex')}`)
    writeFileSync(signpost, `${folder}\n`)
  }
  if (folder !== home) makeFolder(folder, 0o711, 'The data folder')
  folder = realpathSync(folder)
  // Root in somebody's checkout: what it makes there belongs to that somebody, who may come next.
  if (account && account.uid === statSync(root).uid) {
    for (const path of [folder, join(folder, 'lock'), join(folder, 'postgres.log')]) {
      if (path !== folder) closeSync(openSync(path, 'a', 0o600))
      giveTo(path, account)
    }
  }
  return {
    folder,
    data: join(folder, 'data'),
    log: join(folder, 'postgres.log'),
    lock: join(folder, 'lock'),
    account,
    elsewhere: remembered !== null || !folder.startsWith(realpathSync(home)),
  }
}

/** Makes the folder of the socket: beside the data, or a fresh one of our own where that path would be too long. */
export function socketFolder(place: Place): string {
  const beside = join(place.folder, 'run')
  if (Buffer.byteLength(beside) > LONGEST_SOCKET_FOLDER) {
    const fresh = mkdtempSync(join(tmpdir(), 'resolute-'))
    giveTo(fresh, place.account)
    return fresh
  }
  if (!lstatSync(beside, { throwIfNoEntry: false })?.isDirectory())
    makeFolder(beside, 0o700, 'The folder of the socket')
  chmodSync(beside, 0o700)
  giveTo(beside, place.account)
  return beside
}

/** Removes a socket folder made aside; one beside the data stays. */
export function dropSocketFolder(folder: string): void {
  if (dirname(folder) === tmpdir() && basename(folder).startsWith('resolute-')) {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function giveTo(path: string, account: Account | null): void {
  if (account) chownSync(path, account.uid, account.gid)
}
