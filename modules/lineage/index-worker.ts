/** Runs as a thread: see index-thread.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#platform/database'
import { readPart } from './index-read.ts'
import type { ThreadTask, ThreadWord } from './index-thread.ts'

const { address, documents } = workerData as ThreadTask
const say = (word: ThreadWord) => parentPort?.postMessage(word)

const { database, close } = openDatabase(address)
try {
  say({ said: 'made', part: await readPart(database, documents, (done, of) => say({ said: 'progress', done, of })) })
} finally {
  await close()
}
