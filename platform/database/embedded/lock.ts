import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseRefusal } from '../refusal.ts'

const PATIENCE = 120_000
const SQLITE_BUSY = 5

/**
 * Runs `work` while no other process on this machine holds the same lock file. The lock is one of the system's (taken
 * through SQLite, which Node carries), so it falls away with its holder, even one killed: there are no stale locks.
 */
export async function alone<T>(file: string, work: () => Promise<T>, waiting: () => void = () => {}): Promise<T> {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    const start = Date.now()
    let told = false
    while (!take(lock)) {
      if (Date.now() - start > PATIENCE) {
        throw new DatabaseRefusal(
          `Another Resolute process has been starting or stopping the database for two minutes (${file}). End it and start again.`,
        )
      }
      if (!told && Date.now() - start > 2_000) {
        told = true
        waiting()
      }
      await sleep(20)
    }
    return await work()
  } finally {
    lock.close()
  }
}

function take(lock: DatabaseSync): boolean {
  try {
    lock.exec('begin exclusive')
    return true
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false
    throw error
  }
}
