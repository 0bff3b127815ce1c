import { lettersOf, type Page, pdfLimits } from './pdf-letters.ts'
import type { Refused } from './refusal.ts'

const damaged: Refused = { refusal: { code: 'damaged', form: 'pdf', part: 'pdf' } }
const memory = 1_024

/** In a browser there are no such threads: there the limit of time is seen to between two pages. */
const inProgram = typeof process === 'object' && typeof process.versions?.node === 'string'

function timed<T>(work: Promise<T>, seconds: number, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), seconds * 1_000)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** The letters of a PDF, taken out in a thread of its own which is ended when it takes longer than `seconds`. */
export async function lettersIn(
  bytes: Uint8Array,
  seconds: number = pdfLimits.seconds,
): Promise<readonly Page[] | Refused> {
  const tooSlow: Refused = { refusal: { code: 'too-slow', seconds } }
  if (!inProgram) return timed(lettersOf(bytes), seconds, tooSlow)
  const { Worker } = await import('node:worker_threads')
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: bytes,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  const answer = new Promise<readonly Page[] | Refused>((resolve) => {
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { refusal: { code: 'expands', part: null, limit: memory * 1024 * 1024 } }
          : damaged,
      ),
    )
    worker.once('exit', () => resolve(damaged))
  })
  try {
    return await timed(answer, seconds, tooSlow)
  } finally {
    await worker.terminate()
  }
}
