import type { FileRefusal, Form } from '@resolute/reader/files'
import type { ShownReading } from './view.ts'

/** What the page hands over: pasted words, or the bytes of a file as they are. */
export type Given = { readonly text: string } | { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** What can be made of a reading and kept as a file. */
export const madeForms = ['outline', 'akn', 'text'] as const
export type MadeForm = (typeof madeForms)[number]

/** What a reading is busy with. */
export type Stage = 'text' | 'acts' | 'citations' | 'check'

export type Asked =
  | { readonly ask: 'read'; readonly given: Given }
  /** Of the text read last. */
  | { readonly ask: 'make'; readonly form: MadeForm }

export type Answer =
  | { readonly answer: 'stage'; readonly stage: Stage }
  | { readonly answer: 'read'; readonly reading: ShownReading; readonly form: Form }
  | { readonly answer: 'refused'; readonly refusal: FileRefusal }
  | { readonly answer: 'made'; readonly form: MadeForm; readonly text: string }

/** Largest file read in a browser: what a telephone has room for. The command line takes more. */
export const largestHere = 20 * 1024 * 1024
