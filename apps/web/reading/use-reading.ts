import type { FileRefusal, Form } from '@resolute/reader/files'
import { useEffect, useRef, useState } from 'react'
import type { Answer, Asked, Given, MadeForm, Stage } from './exchange.ts'
import { save } from './save.ts'
import type { ShownReading } from './view.ts'

export type Progress =
  | { readonly state: 'nothing' }
  | { readonly state: 'reading'; readonly stage: Stage }
  | { readonly state: 'cancelled' }
  | {
      readonly state: 'read'
      readonly reading: ShownReading
      readonly form: Form
      readonly name: string | null
      readonly milliseconds: number
    }
  | { readonly state: 'refused'; readonly refusal: FileRefusal }
  | { readonly state: 'failed' }

export interface ReadingUnderWay {
  readonly progress: Progress
  /** Reads what was given. An earlier reading still under way is given up. */
  readonly read: (given: Given) => void
  readonly cancel: () => void
  /** Makes a file of what was read and keeps it where the browser keeps downloads. */
  readonly keep: (form: MadeForm) => void
}

/** The reading of what was given last, in a thread of its own which lives as long as its reading is shown. */
export function useReading(): ReadingUnderWay {
  const [progress, setProgress] = useState<Progress>({ state: 'nothing' })
  const running = useRef<Worker>(undefined)
  const name = useRef('text')
  useEffect(() => () => running.current?.terminate(), [])

  const stop = (next: Progress) => {
    running.current?.terminate()
    running.current = undefined
    setProgress(next)
  }
  const ask = (asked: Asked) => running.current?.postMessage(asked)

  const read = (given: Given) => {
    stop({ state: 'reading', stage: 'text' })
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    running.current = worker
    const start = performance.now()
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      switch (data.answer) {
        case 'stage':
          setProgress({ state: 'reading', stage: data.stage })
          break
        case 'read': {
          const { reading, form } = data
          name.current = 'name' in given ? given.name.replace(/\.\w{1,5}$/, '') : (reading.units[0]?.id ?? 'text')
          setProgress({
            state: 'read',
            reading,
            form,
            name: 'name' in given ? given.name : null,
            milliseconds: performance.now() - start,
          })
          break
        }
        case 'refused':
          stop({ state: 'refused', refusal: data.refusal })
          break
        case 'made':
          save(name.current, data.form, data.text)
          break
        default:
          data satisfies never
      }
    }
    worker.onerror = () => stop({ state: 'failed' })
    ask({ ask: 'read', given })
  }
  return {
    progress,
    read,
    cancel: () => stop({ state: 'cancelled' }),
    keep: (form) => ask({ ask: 'make', form }),
  }
}
