import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

export const checkout = fileURLToPath(new URL('../../../../', import.meta.url))

export interface Joined {
  readonly adopted: boolean
  readonly folder: string
  readonly url: string
  /** Rows found, and the greatest of their numbers. */
  readonly n: number
  readonly last: number
}

/** A joiner in a process of its own. */
export interface Joiner {
  readonly process: ChildProcessByStdio<Writable, Readable, null>
  readonly joined: Promise<Joined>
  /** The last row it knows to be committed. */
  readonly wrote: () => number
  leave(): Promise<void>
}

interface Options {
  readonly root?: string
  readonly dataFolder?: string
  readonly task?: 'write'
  /** Another account; `node` is a copy of the program it may run, since this checkout may be closed to it. */
  readonly as?: { readonly uid: number; readonly gid: number; readonly home: string; readonly node: string } | undefined
}

export function joiner({ root = checkout, dataFolder = '', task, as }: Options): Joiner {
  const program = `${root}platform/database/embedded/testing/joiner.ts`
  const args = ['--disable-warning=ExperimentalWarning', program, root, dataFolder, ...(task ? [task] : [])]
  const child = spawn(as?.node ?? process.execPath, args, {
    cwd: as?.home ?? '/',
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(as && { uid: as.uid, gid: as.gid, env: { PATH: '/usr/bin:/bin', HOME: as.home } }),
  })
  const lines = createInterface({ input: child.stdout })
  let wrote = 0
  const joined = new Promise<Joined>((done, fail) => {
    lines.on('line', (line) => {
      const facts = JSON.parse(line) as Partial<Joined> & { joined?: true; wrote?: number }
      if (facts.joined) done(facts as Joined)
      if (facts.wrote) wrote = facts.wrote
    })
    child.once('error', fail)
    child.once('exit', (code) => fail(new Error(`the joiner ended with ${code} before it had joined`)))
  })
  joined.catch(() => {})
  return {
    process: child,
    joined,
    wrote: () => wrote,
    async leave() {
      const exit = once(child, 'exit')
      child.stdin.end()
      await exit
    },
  }
}

export const pidOf = (folder: string): number =>
  Number(readFileSync(`${folder}/data/postmaster.pid`, 'utf8').split('\n')[0])

/** The server and all it has started. */
export function serverProcesses(folder: string): readonly number[] {
  const pid = pidOf(folder)
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
  return [pid, ...children.trim().split(/\s+/).map(Number)]
}

export function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))
