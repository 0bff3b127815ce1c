import { useEffect, useRef, useState } from 'react'
import type { ShownReading } from './view.ts'
import type { Answer, Given } from './worker.ts'

export type Progress =
  | { readonly state: 'nothing' }
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly reading: ShownReading; readonly milliseconds: number }
  | { readonly state: 'refused'; readonly code: string }
  | { readonly state: 'failed' }

/** The reading of what was given last. An earlier one still under way is given up. */
export function useReading(): readonly [Progress, (given: Given) => void] {
  const [progress, setProgress] = useState<Progress>({ state: 'nothing' })
  const running = useRef<Worker>(undefined)
  useEffect(() => () => running.current?.terminate(), [])

  const read = (given: Given) => {
    running.current?.terminate()
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    running.current = worker
    const start = performance.now()
    setProgress({ state: 'reading' })
    const settle = (next: Progress) => {
      worker.terminate()
      setProgress(next)
    }
    worker.onmessage = ({ data }: MessageEvent<Answer>) =>
      settle(
        'refusal' in data
          ? { state: 'refused', code: data.refusal }
          : { state: 'read', reading: data.reading, milliseconds: performance.now() - start },
      )
    worker.onerror = () => settle({ state: 'failed' })
    worker.postMessage(given)
  }
  return [progress, read]
}
