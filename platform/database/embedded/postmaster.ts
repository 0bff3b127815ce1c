import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `postmaster.pid` says: lines 1 (process), 5 (socket folder) and 8 (status) of the file. */
export interface Postmaster {
  readonly pid: number
  readonly socketFolder: string
  readonly ready: boolean
}

/** The server of a data folder as its own file tells it, alive or not; null when there is no file. */
export function readPostmaster(data: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1) return null
  return { pid, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
}

/**
 * Whether that process still is the server of this data folder. A number may have gone to another process since (in a
 * restarted container nearly always), so its command line is read: it names the folder after `-D`.
 */
export function isServing(pid: number, data: string): boolean {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(`-D ${data}`)
    }
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data) // empty for a process that has ended
  } catch {
    return false
  }
}

/** Whether any process has that number, be it a stranger's or a dead one nobody buried. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
