import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseRefusal } from '../refusal.ts'

const PATIENCE = 120_000
/** SQLite's primary result codes (sqlite.org/rescode.html). */
const [PERM, BUSY, READONLY, IOERR, FULL, CANTOPEN] = [3, 5, 8, 10, 13, 14]

/**
 * Runs `work` while no other process on this machine holds the same lock file. The lock is one of the system's (taken
 * through SQLite, which Node carries), so it falls away with its holder, even one killed: there are no stale locks.
 */
export async function alone<T>(file: string, work: () => Promise<T>, waiting: () => void = () => {}): Promise<T> {
  const lock = open(file)
  try {
    const start = Date.now()
    let told = false
    while (!take(lock, file)) {
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

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 })
  } catch (error) {
    throw inWords(error, file)
  }
}

function take(lock: DatabaseSync, file: string): boolean {
  try {
    // the journal in memory: beside the file it would need room on a disk that may be full
    lock.exec('pragma journal_mode = memory; begin exclusive')
    return true
  } catch (error) {
    if (codeOf(error) === BUSY) return false
    throw inWords(error, file)
  }
}

/** SQLite's primary result code, whatever detail stands above its lowest byte. */
const codeOf = (error: unknown): number => ((error as { errcode?: number }).errcode ?? 0) & 0xff

function inWords(error: unknown, file: string): unknown {
  switch (codeOf(error)) {
    case FULL:
    case IOERR:
      return new DatabaseRefusal(`The disk is full, or cannot be written to: ${file}. Free some space and start again.`)
    case PERM:
    case READONLY:
    case CANTOPEN:
      return new DatabaseRefusal(
        `This account may not write ${file}. Give it the right to write there, start as the account that made the data, or name another folder with RESOLUTE_DATA.`,
      )
    default:
      return error
  }
}
