import { parentPort, workerData } from 'node:worker_threads'
import { lettersOf } from './pdf-letters.ts'

/** The thread a PDF is taken apart in: it can be ended whatever the file makes it do. */
void lettersOf(workerData as Uint8Array).then((pages) => parentPort?.postMessage(pages))
