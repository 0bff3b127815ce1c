import { citationsOf, type DocumentTree, outlineOf, plainTextOf, readText, toAkn } from '@resolute/reader'
import { type Form, type Refused, readFile } from '@resolute/reader/files'
import { type Answer, type Asked, type Given, largestHere, type MadeForm } from './exchange.ts'
import { readingOf } from './view.ts'

/** The text read last, for what is made of it afterwards. */
let last: DocumentTree | null = null

const tell = (answer: Answer) => self.postMessage(answer)

/** Pasted words are never refused; pasted markup is read as the file it was taken from, where it is one. */
async function treeOf(given: Given): Promise<{ readonly tree: DocumentTree; readonly form: Form } | Refused> {
  if ('bytes' in given) return readFile(given.bytes, { name: given.name, limit: largestHere })
  const markup = /^\s*</.test(given.text) ? await readFile(new TextEncoder().encode(given.text)) : null
  return markup && 'tree' in markup ? markup : { tree: readText(given.text), form: 'text' }
}

async function read(given: Given): Promise<void> {
  tell({ answer: 'stage', stage: 'text' })
  const found = await treeOf(given)
  if ('refusal' in found) return tell({ answer: 'refused', refusal: found.refusal })
  last = found.tree
  const reading = readingOf(found.tree, (stage) => tell({ answer: 'stage', stage }))
  tell({ answer: 'read', reading, form: found.form })
}

function made(form: MadeForm, tree: DocumentTree): string {
  switch (form) {
    case 'outline':
      return `${JSON.stringify(outlineOf(tree), null, 2)}\n`
    case 'akn':
      return toAkn(tree, { citations: citationsOf(outlineOf(tree)) })
    case 'text':
      return plainTextOf(tree)
    default:
      return form satisfies never
  }
}

// A worker of its own thread: a megabyte takes seconds, and the page stays awake meanwhile.
self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.ask === 'make') {
    if (last) tell({ answer: 'made', form: data.form, text: made(data.form, last) })
    return
  }
  read(data.given).catch((error: unknown) => {
    // thrown out of the promise, so that the page hears of it as of every other fault
    setTimeout(() => {
      throw error
    })
  })
})
