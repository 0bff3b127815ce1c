import { readdirSync, readFileSync } from 'node:fs'

/** What one process is, from /proc: its parent and the seconds of CPU time it and its ended children took. */
interface Process {
  readonly pid: number
  readonly parent: number
  readonly own: number
  readonly ended: number
}

/** Ticks of /proc a second (proc(5), USER_HZ): 100 on every Linux there is. */
const ticks = 100

function processes(): readonly Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      // the name of the program, in brackets, may hold anything
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number)
      const [, parent = 0] = fields
      const seconds = (a: number, b: number) => ((fields[a] ?? 0) + (fields[b] ?? 0)) / ticks
      return [{ pid: Number(name), parent, own: seconds(11, 12), ended: seconds(13, 14) }]
    } catch {
      return [] // ended in the meantime
    }
  })
}

function family(roots: readonly number[]): readonly Process[] {
  const all = processes()
  const found = new Set(roots)
  for (let before = 0; before !== found.size; ) {
    before = found.size
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid)
  }
  return all.filter(({ pid }) => found.has(pid))
}

/** Seconds of CPU time of these processes and all below them, ended ones included. */
export const cpuOf = (roots: readonly number[]): number =>
  family(roots).reduce((sum, { own, ended }) => sum + own + ended, 0)

/** Bytes these processes and all below them hold in memory, what they share counted once (proportional set size). */
export function memoryOf(roots: readonly number[]): number {
  return family(roots).reduce((sum, { pid }) => {
    try {
      const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
      return sum + Number(kilobytes ?? 0) * 1024
    } catch {
      return sum
    }
  }, 0)
}
