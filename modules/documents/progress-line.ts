import { stat } from 'node:fs/promises'
import { progressOf } from './progress.ts'
import { holdsMany } from './texts-in.ts'
import { progressInWords } from './words.ts'

/** A line at the foot of a terminal that says how far an import is. */
export interface ProgressLine {
  /** Told of bytes read from the disk. */
  consumed(bytes: number): void
  /** One more text is done; what is written about it comes above the line. */
  told(write: () => void): void
  end(): void
}

const clear = '\r\u001b[K'

/** How often the line changes, in milliseconds. */
const rhythm = 250

/** Shows nothing where `talk` is null: only a terminal has a line that can be written anew. */
export async function showProgress(
  files: readonly string[],
  talk: ((text: string) => void) | null,
): Promise<ProgressLine> {
  if (talk === null) return { consumed: () => {}, told: (write) => write(), end: () => {} }
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  const ofBytes = sizes.reduce((sum, size) => sum + size, 0)
  const of = files.some(holdsMany) ? null : files.length
  const start = performance.now()
  let done = 0
  let bytes = 0
  let shown = 0
  const show = () => {
    const now = performance.now()
    shown = now
    const words = progressInWords(progressOf({ done, of, bytes, ofBytes, seconds: (now - start) / 1000 }))
    talk(`${clear}${words}`)
  }
  const timer = setInterval(show, 1000)
  timer.unref()
  return {
    consumed: (more) => {
      bytes += more
    },
    told(write) {
      done++
      talk(clear)
      write()
      if (performance.now() - shown >= rhythm) show()
    },
    end() {
      clearInterval(timer)
      talk(clear)
    },
  }
}
