import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { addressOf, type Database } from '#platform/database'
import type { ReadPart } from './index-read.ts'

/** What the thread is given. */
export interface ThreadTask {
  readonly address: string
  readonly documents: readonly string[] | null
}

/** What it says: how far it is, then what it made. */
export type ThreadWord =
  | { readonly said: 'progress'; readonly done: number; readonly of: number }
  | { readonly said: 'made'; readonly part: ReadPart }

/**
 * `readPart` in a thread of its own, with a connection of its own, so that pages are served meanwhile. What it made is
 * shared, not copied.
 */
export function readPartApart(
  database: Database,
  documents: readonly string[] | null,
  tell: (done: number, of: number) => void = () => {},
): Promise<ReadPart> {
  const task: ThreadTask = { address: addressOf(database), documents }
  const worker = new Worker(fileURLToPath(new URL('./index-worker.ts', import.meta.url)), { workerData: task })
  return new Promise((resolve, reject) => {
    worker.on('message', (word: ThreadWord) => {
      if (word.said === 'progress') tell(word.done, word.of)
      else resolve(word.part)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The thread that reads the index ended with ${code}`)))
  })
}
