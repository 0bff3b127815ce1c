import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { DatabaseRefusal } from '../refusal.ts'

/** The account the server runs under when it is not our own. PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

const id = (flag: string, name: string): number | null => {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : null
}

/**
 * Null for an ordinary user, whose server runs as itself. For root: the owner of what is already there (`folders`, the
 * first that exists and is not root's), so that the data stays readable by whom it belongs to; else `nobody`.
 */
export function serverAccount(folders: readonly string[]): Account | null {
  if (process.getuid?.() !== 0) return null
  for (const folder of folders) {
    const owner = statSync(folder, { throwIfNoEntry: false })
    // initdb looks its user up by name: a bare number, as a bind mount leaves it, will not do.
    if (owner && owner.uid !== 0 && id('-u', String(owner.uid)) !== null) return { uid: owner.uid, gid: owner.gid }
  }
  const uid = id('-u', 'nobody')
  const gid = id('-g', 'nobody')
  if (uid === null || gid === null) {
    throw new DatabaseRefusal(
      'There is no account "nobody" to run PostgreSQL under. Start Resolute as an ordinary user.',
    )
  }
  return { uid, gid }
}

/** Whether the account can enter a folder, or run a program; asked of the system itself, so that every rule counts. */
export function canEnter(path: string, account: Account | null): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...account, cwd: '/' })
  return status === 0
}
