import { decodeText } from '@resolute/reader/files'
import { readingOf, type ShownReading } from './view.ts'

/** What the page hands over: pasted words, or the bytes of a file as they are. */
export type Given = string | Uint8Array<ArrayBuffer>

export type Answer = { readonly reading: ShownReading } | { readonly refusal: string }

function answer(given: Given): Answer {
  if (typeof given === 'string') return { reading: readingOf(given) }
  const decoded = decodeText(given)
  return 'refusal' in decoded ? { refusal: decoded.refusal.code } : { reading: readingOf(decoded.text) }
}

// A worker of its own thread: a megabyte takes seconds, and the page stays awake meanwhile.
self.addEventListener('message', ({ data }: MessageEvent<Given>) => {
  self.postMessage(answer(data))
})
