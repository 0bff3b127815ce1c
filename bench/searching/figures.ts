import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/index.ts'

/** p50 and p95 in milliseconds. */
export function figures(all: readonly number[]): string {
  const sorted = [...all].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(2)
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} ms`
}

/** The processes of the database that serve this one. */
export async function backends(database: Database): Promise<readonly number[]> {
  await Promise.all(Array.from({ length: 10 }, () => sql`select pg_sleep(0.2)`.execute(database))) // the whole pool
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database()`.execute(database)
  return rows.map(({ pid }) => pid)
}

/**
 * Milliseconds of CPU this process and those have used. Its own part is read last before what is measured and first
 * behind it, so that the reading does not count.
 */
export function cpuOf(processes: readonly number[], own: 'first' | 'last'): number {
  const mine = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const before = own === 'first' ? mine() : 0
  let theirs = 0
  for (const pid of processes) {
    try {
      theirs += Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
    } catch {
      // Not Linux, or a connection that was replaced: it counts for nothing.
    }
  }
  return theirs + (own === 'first' ? before : mine())
}
